// Real schemas: ours, and the published ones where they are (they are no part of this repository).
#include <algorithm>
#include <set>

#include "schemac/describe.hpp"
#include "schemac/emit.hpp"
#include "small_schemas.hpp"

using namespace schemac_test;
namespace fs = std::filesystem;

namespace {

/// Every component and leaf by name, in words that do not depend on order.
std::set<std::string> meaning(const dictionary& d) {
  const describe_words words{[&](const field& f) { return f.type.simple ? d.simple(f.type.index).name : d.of(f).name; },
                             [&](int i) { return d.simple(i).name; }};
  std::set<std::string> all;
  for (const auto& s : d.simples) all.insert(s.name + "\n" + describe(s));
  for (const auto& c : d.components) {
    all.insert(c.cpp_name + "\n" + describe(d, c, words));
    for (const auto& f : c.fields) all.insert(c.name + "/" + f.name + " is " + f.business_name);
  }
  return all;
}

TEST(our_schemas, written_as_one_file_a_message_mean_the_same) {
  problems found;
  const auto d = compile({SCHEMAC_SCHEMAS}, sharing::one_meaning_a_name, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  files out;
  emit_xsd(d, {"schemac", "schemas"}, out, found);
  const schema_folder folder;
  write_files(folder.path(), out, found);
  const auto again = compile({folder.file("xsd")}, sharing::one_meaning_a_name, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(meaning(again), meaning(d));
}

TEST(our_schemas, nearly_all_is_for_the_fast_reader) {
  problems found;
  const auto d = compile({SCHEMAC_SCHEMAS}, sharing::one_meaning_a_name, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const image_of image(d);
  const auto t = image.tables();
  for (u32 i = 2; i < t.head().rows.count; ++i) {
    if (t.name(i).starts_with("GetAll")) continue;  // they have no content, so that even white space is too much
    EXPECT_NE(t.rows()[i].kind, iso20022::schema::fast_kind::general) << t.name(i);
  }
}

class published : public testing::TestWithParam<const char*> {
 protected:
  std::vector<std::string> schemas() const {
    std::vector<std::string> all;
    if (fs::is_directory(GetParam()))
      for (const auto& e : fs::directory_iterator(GetParam())) all.push_back(e.path().string());
    std::ranges::sort(all);
    return all;
  }
};

TEST_P(published, each_alone) {
  if (schemas().empty()) GTEST_SKIP() << GetParam() << " is not here";
  for (const auto& s : schemas()) {
    problems found;
    const auto d = compile({s}, sharing::unequal_are_kept_apart, found);
    if (found.empty()) build_image(d, found);
    EXPECT_TRUE(found.empty()) << to_lines(found);
    EXPECT_EQ(d.roots.size(), 1u) << s;
  }
}

TEST_P(published, all_together_without_contradiction) {
  if (schemas().empty()) GTEST_SKIP() << GetParam() << " is not here";
  problems found;
  const auto d = compile({GetParam()}, sharing::one_meaning_a_name, found);
  EXPECT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(d.roots.size(), schemas().size());
}

INSTANTIATE_TEST_SUITE_P(folder, published, testing::Values(SCHEMAC_PUBLISHED, SCHEMAC_PUBLISHED "-later"),
                         [](const auto& info) { return info.index ? "later" : "base"; });

}  // namespace
