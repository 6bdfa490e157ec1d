// Where values lie. That compilers agree is proven by the static_asserts of layout_check.cpp, which the build compiles.
#include "small_schemas.hpp"

using namespace schemac_test;
using iso20022::schema::storage;

namespace {

const field& at(const component& c, const std::string& name) {
  for (const auto& f : c.fields)
    if (f.name == name) return f;
  ADD_FAILURE() << "no field " << name;
  return c.fields[0];
}

TEST(layout, leaves_and_components) {
  const auto d = compile_small();
  const auto& c = *find(d, "Message1");
  EXPECT_EQ(at(c, "Amt").offset, 0u);                // decimal 24 + currency 16
  EXPECT_EQ(at(c, "Dt").offset, 40u);                // 24
  EXPECT_EQ(at(c, "CreDtTm").offset, 64u);           // 32
  EXPECT_EQ(at(c, "Ind").offset, 96u);               // 16
  EXPECT_EQ(at(c, "Dbtr").store, storage::pointer);  // optional: an alternative
  EXPECT_EQ(at(c, "Cdtr").store, storage::list);
  EXPECT_EQ(find(d, "Envelope")->fields[0].store, storage::in_place);
}

TEST(layout, choices_are_a_tag_and_a_union) {
  const auto d = compile_small();
  const auto& c = *find(d, "Party1Choice");
  ASSERT_TRUE(c.is_choice);
  for (const auto& f : c.fields) EXPECT_EQ(f.offset, 8u) << f.name;
  EXPECT_EQ(c.size, 8 + find(d, "Party1")->size);
}

TEST(layout, what_would_lie_in_itself_is_pointed_at) {
  const auto d = compile_small();
  EXPECT_EQ(at(*find(d, "Party1Choice"), "Chc").store, storage::pointer);
  EXPECT_EQ(at(*find(d, "Party1Choice"), "Pty").store, storage::in_place);
  EXPECT_EQ(at(*find(d, "Party1"), "Prnt").store, storage::pointer);
}

TEST(layout, attributes_lie_behind_the_content_and_wildcards_are_one_field) {
  const auto d = compile_small();
  const auto& c = *find(d, "Detail");
  EXPECT_EQ(c.any_offset, 16u);
  EXPECT_EQ(c.attributes[0].offset, 64u);
  EXPECT_EQ(c.size, 96u);
  EXPECT_EQ(find(d, "Empty")->size, 8u);
}

}  // namespace
