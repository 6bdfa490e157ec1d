// The mutations: each has a name of its own, each finds something to change, and the same seed changes the same.
#include "mutate.hpp"

#include <gtest/gtest.h>

#include <iso20022/schema/registry.hpp>
#include <set>

namespace iso20022::judge {

namespace {

schema::image tables() { return schema::image(schema::registry::builtin().image_base()); }

document some_document(std::uint64_t seed) {
  random r(seed);
  generate_options o;
  o.style = random_style(r);
  if (seed % 4 == 0) o.how = richness::maximal, o.elements = 5000;
  return generate(tables(), static_cast<unsigned>(seed % tables().roots().size()), o, seed);
}

TEST(mutations, have_names_of_their_own) {
  std::set<std::pair<std::string_view, std::string_view>> names;
  for (const auto& m : all_mutations()) EXPECT_TRUE(names.emplace(m.group, m.name).second) << m.name;
  EXPECT_GE(names.size(), 250u);
}

TEST(mutations, each_changes_some_document) {
  for (const auto& m : all_mutations()) {
    bool changed = false;
    for (std::uint64_t seed = 0; seed < 600 && !changed; ++seed) {
      const auto d = some_document(seed);
      random r(seed);
      edits e(tables(), d, r);
      changed = m.apply(e) && e.result() != d.xml;
    }
    EXPECT_TRUE(changed) << m.group << ": " << m.name;
  }
}

TEST(mutations, are_the_same_for_the_same_seed) {
  const auto all = all_mutations();
  const auto d = some_document(9);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    random a(seed), b(seed);
    const auto first = mutate(tables(), d, all, a), second = mutate(tables(), d, all, b);
    EXPECT_EQ(first.xml, second.xml);
    EXPECT_EQ(first.names, second.names);
  }
}

TEST(edits, that_overlap_do_not_mix) {
  const auto d = some_document(1);
  random r(1);
  edits e(tables(), d, r);
  e.replace(5, 10, "A");
  e.replace(7, 12, "B");
  e.insert(20, "C");
  EXPECT_EQ(e.result(), d.xml.substr(0, 5) + "A" + d.xml.substr(10, 10) + "C" + d.xml.substr(20));
}

}  // namespace

}  // namespace iso20022::judge
