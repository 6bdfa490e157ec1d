// Perfect tables: every name finds its row, whatever stands behind it.
#include "schemac/perfect.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace iso20022::schemac {
namespace {

schema::u32 look_up(const child_table& t, const std::string& behind_open) {
  schema::u64 v = 0, r = 0;
  std::memcpy(&v, behind_open.data(), 8);
  unsigned at = 0;
  for (unsigned bit = 0; bit < 64; ++bit)
    if (t.key >> bit & 1) r |= (v >> bit & 1) << at++;
  return t.slots[r];
}

TEST(ChildTables, FindEveryChild) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<child_entry> children;
    for (schema::u32 i = 0; i < 1 + random() % 50; ++i) {
      std::string name = random() % 3 ? "Orgnl" : "";
      for (unsigned n = 1 + random() % 9; n; --n) name += static_cast<char>("ABCabcxyz"[random() % 9]);
      bool known = false;
      for (const auto& c : children) known |= c.name == name;
      if (!known) children.push_back({name, 2 + i, random() % 5 != 0});
    }
    const auto table = make_child_table(children);
    ASSERT_LE(table.slots.size(), 512u);
    for (const auto& c : children)
      for (int tail = 0; tail < 20; ++tail) {
        std::string tag = c.name + (c.tag_ends_here ? ">" : " ");
        while (tag.size() < 16) tag += static_cast<char>(random());
        const auto slot = look_up(table, tag);
        ASSERT_TRUE(slot == c.row || slot >> 31) << c.name;
      }
    const auto end = look_up(table, "/abcdefgh");
    ASSERT_TRUE(end == schema::close_row || end >> 31);
  }
}

TEST(ChildTables, SharedSlotsAreMarked) {
  const child_entry alike[] = {{"InstrForCdtrAgt", 2, true}, {"InstrForCdtrBank", 3, true}};
  EXPECT_TRUE(look_up(make_child_table(alike), "InstrForCdtrAgt>") >> 31);
}

TEST(CodeTables, FindEveryCodeAndNothingElse) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> values;
    for (unsigned i = 0; i < 1 + random() % 40; ++i) {
      std::string v;
      for (unsigned n = 1 + random() % 8; n; --n) v += static_cast<char>('A' + random() % 26);
      if (std::find(values.begin(), values.end(), v) == values.end()) values.push_back(v);
    }
    const auto table = make_code_table(values);
    ASSERT_TRUE(table);
    ASSERT_LE(table->shift, 63u);
    for (std::size_t i = 0; i < values.size(); ++i) {
      schema::u64 key = 0;
      std::memcpy(&key, values[i].data(), values[i].size());
      const auto& slot = table->slots.at(key * table->multiplier >> table->shift);
      ASSERT_EQ(slot.key, key);
      ASSERT_EQ(slot.index, i + 1);
      key ^= 1;
      ASSERT_TRUE(table->slots.at(key * table->multiplier >> table->shift).key != key ||
                  std::find(values.begin(), values.end(),
                            std::string(reinterpret_cast<char*>(&key), values[i].size())) != values.end());
    }
  }
}

}  // namespace
}  // namespace iso20022::schemac
