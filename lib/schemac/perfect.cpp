#include "schemac/perfect.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace iso20022::schemac {
namespace {

using schema::u32;
using schema::u64;

constexpr int max_key_bits = 9;

/// The first 8 bytes behind '<' of one tag: which bits are known, and what they are.
struct tag_bits { u64 known = 0, value = 0; u32 row = 0; };

tag_bits bits_of(const std::string& tag, u32 row) {
  tag_bits b;
  const auto n = std::min<std::size_t>(8, tag.size());
  std::memcpy(&b.value, tag.data(), n);
  b.known = n == 8 ? ~u64{0} : (u64{1} << 8 * n) - 1;
  b.row = row;
  return b;
}

u64 difference(const tag_bits& a, const tag_bits& b) { return (a.value ^ b.value) & a.known & b.known; }

/// Greedy: always the bit that tells most of the pairs apart that are still alike.
u64 choose_key(const std::vector<tag_bits>& tags) {
  std::vector<u64> pairs;
  for (std::size_t i = 0; i < tags.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (const u64 d = difference(tags[i], tags[j])) pairs.push_back(d);
  u64 key = 0;
  for (int n = 0; n < max_key_bits && !pairs.empty(); ++n) {
    std::size_t best = 0, best_count = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) {
      const auto count = static_cast<std::size_t>(
          std::count_if(pairs.begin(), pairs.end(), [&](u64 d) { return d >> bit & 1; }));
      if (count > best_count) best = bit, best_count = count;
    }
    key |= u64{1} << best;
    std::erase_if(pairs, [&](u64 d) { return d >> best & 1; });
  }
  return key;
}

u64 extract(u64 v, u64 key) {
  u64 r = 0;
  for (u64 at = 1; key; key &= key - 1, at <<= 1)
    if (v & key & -key) r |= at;
  return r;
}

}  // namespace

child_table make_child_table(std::span<const child_entry> entries) {
  std::vector<tag_bits> tags;
  for (const auto& e : entries) tags.push_back(bits_of(e.tag_ends_here ? e.name + '>' : e.name, e.row));
  tags.push_back(bits_of("/", schema::close_row));
  child_table t;
  t.key = choose_key(tags);
  t.slots.assign(std::size_t{1} << std::popcount(t.key), schema::no_row);
  for (const auto& tag : tags)
    for (u32 i = 0; i < t.slots.size(); ++i) {  // bits beyond a short tag may be anything: it fills every slot they reach
      const u64 known = extract(tag.known, t.key);
      if ((i ^ extract(tag.value, t.key)) & known) continue;
      if (t.slots[i] == schema::no_row) t.slots[i] = tag.row;
      else t.slots[i] |= 0x80000000u;
    }
  return t;
}

std::optional<code_table> make_code_table(std::span<const std::string> values) {
  std::vector<u64> keys;
  for (const auto& v : values) {
    u64 key = 0;
    std::memcpy(&key, v.data(), v.size());
    keys.push_back(key);
  }
  u64 random = 0x9E3779B97F4A7C15u;
  for (unsigned bits = std::max(1, static_cast<int>(std::bit_width(values.size() - 1))); bits <= 14; ++bits)
    for (int attempt = 0; attempt < 2000; ++attempt) {
      random = random * 6364136223846793005u + 1442695040888963407u;
      code_table t{random | 1, 64 - bits, std::vector<schema::code_slot>(std::size_t{1} << bits, {~u64{0}, 0})};
      bool clash = false;
      for (std::size_t i = 0; i < keys.size() && !clash; ++i) {
        auto& slot = t.slots[keys[i] * t.multiplier >> t.shift];
        clash = slot.index != 0;
        slot = {keys[i], i + 1};
      }
      if (!clash) return t;
    }
  return std::nullopt;
}

}  // namespace iso20022::schemac
