// The generator: what it makes is valid, the same for the same seed, and as rich as was asked for.
#include "generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iso20022/schema/registry.hpp>

#include "content_model.hpp"
#include "generate_value.hpp"
#include "xerces_judge.hpp"

namespace iso20022::judge {

namespace {

schema::image tables() { return schema::image(schema::registry::builtin().image_base()); }

xerces_judge& xerces() {
  static const xerces_grammars grammars({ISO20022_SCHEMAS});
  static xerces_judge judge(grammars);
  return judge;
}

std::string kind(unsigned root) {
  std::string s(tables().string(tables().roots()[root].message_id));
  for (char& c : s)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  return s + "_" + std::string(tables().string(tables().roots()[root].name));
}

document made(unsigned root, richness how, std::uint64_t seed) {
  random r(seed);
  generate_options o;
  o.how = how;
  o.style = random_style(r);
  o.astral = false;  // Xerces counts those characters twice
  return generate(tables(), root, o, seed);
}

class every_kind : public testing::TestWithParam<unsigned> {};

TEST_P(every_kind, is_valid_however_rich) {
  for (const auto how : {richness::minimal, richness::maximal, richness::random})
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      const auto d = made(GetParam(), how, seed);
      const auto v = xerces().judge(d.xml);
      ASSERT_TRUE(v.valid) << v.error << "\n" << d.xml;
    }
}

TEST_P(every_kind, says_where_its_elements_are) {
  const auto d = made(GetParam(), richness::random, 3);
  for (const auto& e : d.elements) {
    EXPECT_EQ(d.xml[e.begin], '<');
    EXPECT_EQ(d.xml[e.content - 1], '>');
    EXPECT_EQ(d.xml.substr(e.content_end, 2), "</");
    EXPECT_EQ(d.xml[e.end - 1], '>');
    const auto name = tables().name(e.row);
    if (!name.empty()) {
      EXPECT_NE(d.xml.substr(e.begin, e.content - e.begin).find(name), std::string::npos);
    }
  }
}

TEST_P(every_kind, is_the_same_for_the_same_seed) {
  EXPECT_EQ(made(GetParam(), richness::random, 5).xml, made(GetParam(), richness::random, 5).xml);
}

INSTANTIATE_TEST_SUITE_P(judge, every_kind, testing::Range(0u, static_cast<unsigned>(tables().roots().size())),
                         [](const auto& p) { return kind(p.param); });

TEST(generate, holds_the_row_it_is_told_to) {
  const auto t = tables();
  unsigned held = 0, possible = 0;
  for (unsigned row = 2; row < t.head().rows.count; ++row) {
    const auto root = row % t.roots().size();
    if (way_to(t, static_cast<int>(t.roots()[root].row), static_cast<int>(row)).empty()) continue;
    ++possible;
    generate_options o;
    o.how = richness::minimal;
    o.focus = row;
    const auto d = generate(t, static_cast<unsigned>(root), o, row);
    held += std::ranges::any_of(d.elements, [&](const placed& p) { return p.row == row; });
  }
  EXPECT_GT(possible, 250u);
  EXPECT_EQ(held, possible);
}

TEST(generate, maximal_has_more_than_minimal) {
  const auto root = static_cast<unsigned>(schema::registry::builtin().find_message("pacs.008.001.08"));
  EXPECT_GT(made(root, richness::maximal, 1).elements.size(), 8 * made(root, richness::minimal, 1).elements.size());
}

TEST(generate, one_text_in_so_many_is_special) {
  const auto root = static_cast<unsigned>(schema::registry::builtin().find_message("pacs.008.001.08"));
  generate_options none, all;
  none.special_per_mille = 0;
  all.special_per_mille = 1000;
  const auto is_special = [](const std::string& s) {
    return std::ranges::any_of(s, [](char c) { return c == '&' || static_cast<signed char>(c) < 0; });
  };
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    EXPECT_FALSE(is_special(generate(tables(), root, none, seed).xml));
    EXPECT_TRUE(is_special(generate(tables(), root, all, seed).xml));
  }
}

TEST(patterns, accept_what_was_made_for_them) {
  const auto t = tables();
  random r(1);
  const generate_options o;
  value_source values(t, r, o);
  for (unsigned i = 0; i < t.head().simples.count; ++i) {
    const auto& s = t.simples()[i];
    if (s.pattern_count == 0) continue;
    const auto v = values.value(s);
    for (unsigned p = 0; p < s.pattern_count; ++p)
      EXPECT_TRUE(accepts(t, t.dfas()[s.first_pattern + p], v)) << t.string(s.name) << " " << v;
  }
}

TEST(decimals, are_compared_exactly_with_their_bounds) {
  schema::simple s{};
  s.lower_kind = schema::bound_kind::inclusive;
  s.upper_kind = schema::bound_kind::exclusive;
  s.upper = 105, s.upper_scale = 1;  // 10.5
  EXPECT_TRUE(within(s, "0"));
  EXPECT_TRUE(within(s, "-0.000"));
  EXPECT_FALSE(within(s, "-0.001"));
  EXPECT_TRUE(within(s, "10.4999"));
  EXPECT_FALSE(within(s, "10.5"));
  EXPECT_FALSE(within(s, "10.50"));
}

}  // namespace

}  // namespace iso20022::judge
