#include "schemac/perfect.hpp"

#include <algorithm>
#include <bit>

namespace iso20022::schemac {

using schema::u32;
using schema::u64;

namespace {

constexpr std::size_t most_key_bits = 9;
constexpr std::size_t most_compared = 512;  // children that have a say in the key: keeps huge types quick
constexpr std::size_t search_budget = std::size_t{1} << 21;  // words looked at: about a millisecond
constexpr std::size_t word_bytes = sizeof(u64);

/// What is known of the 8 bytes behind '<' of a tag.
struct tag_word {
  u64 bits = 0, known = 0;
  u32 row = 0;
};

u64 little_endian(std::string_view s) {
  u64 v = 0;
  for (std::size_t i = std::min(s.size(), word_bytes); i-- > 0;) v = v << 8 | static_cast<unsigned char>(s[i]);
  return v;
}

tag_word make_tag_word(std::string_view first_bytes, u32 row) {
  const auto n = std::min(first_bytes.size(), word_bytes);
  return {little_endian(first_bytes), n == 0 ? 0 : ~u64{0} >> (64 - 8 * n), row};
}

std::vector<tag_word> tag_words(std::span<const child_entry> entries) {
  std::vector<tag_word> all{make_tag_word("/", schema::close_row)};
  for (const auto& e : entries) all.push_back(make_tag_word(e.tag_ends_here ? e.name + ">" : e.name, e.row));
  return all;
}

/// A set of pairs of tags.
using pair_set = std::vector<u64>;

std::size_t count_common(const pair_set& a, const pair_set& b) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < a.size(); ++i) n += static_cast<std::size_t>(std::popcount(a[i] & b[i]));
  return n;
}
std::size_t count(const pair_set& a) { return count_common(a, a); }
pair_set without(pair_set a, const pair_set& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] &= ~b[i];
  return a;
}
std::size_t first_of(const pair_set& a) {
  std::size_t i = 0;
  while (a[i] == 0) ++i;
  return i * 64 + static_cast<std::size_t>(std::countr_zero(a[i]));
}

/// Looks for the fewest bits that tell apart all tags that can be told apart: a set cover, greedy at first, then by
/// depth-first search for less within a budget.
class key_search {
 public:
  explicit key_search(std::span<const tag_word> tags) { collect_pairs(tags); }

  u64 run() {
    auto [best, tried] = greedy();
    while (tried-- > least_bits_) {
      const auto key = cover(all_, 0, tried);
      if (!key) break;
      best = *key;
    }
    return best;
  }

 private:
  struct candidate {
    u64 bit;
    pair_set separates;
  };

  void collect_pairs(std::span<const tag_word> tags) {
    const std::size_t n = tags.size();
    const std::size_t words = (n * (n - 1) / 2 + 63) / 64;
    std::vector<pair_set> by_bit(64, pair_set(words));
    all_.resize(words);
    std::size_t pair = 0;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b, ++pair) {
        u64 differ = (tags[a].bits ^ tags[b].bits) & tags[a].known & tags[b].known;
        if (differ != 0) all_[pair / 64] |= u64{1} << (pair % 64);
        for (; differ != 0; differ &= differ - 1)
          by_bit[static_cast<std::size_t>(std::countr_zero(differ))][pair / 64] |= u64{1} << (pair % 64);
      }
    keep_different(by_bit);
    least_bits_ = count(all_) == 0 ? 0 : 1;
  }

  /// Of bits that separate the same pairs one is enough.
  void keep_different(const std::vector<pair_set>& by_bit) {
    for (std::size_t bit = 0; bit < by_bit.size(); ++bit) {
      const auto same = [&](const candidate& c) { return c.separates == by_bit[bit]; };
      if (count(by_bit[bit]) == 0 || std::ranges::any_of(candidates_, same)) continue;
      candidates_.push_back({u64{1} << bit, by_bit[bit]});
    }
  }

  /// A key and its count of bits; one more than may be when that does not separate everything.
  std::pair<u64, std::size_t> greedy() const {
    u64 key = 0;
    auto left = all_;
    std::size_t bits = 0;
    for (; bits < most_key_bits && count(left) != 0; ++bits) {
      const auto gain = [&](const candidate& c) { return count_common(c.separates, left); };
      const auto& best = *std::ranges::max_element(candidates_, {}, gain);
      key |= best.bit;
      left = without(std::move(left), best.separates);
    }
    return {key, count(left) == 0 ? bits : bits + 1};
  }

  /// At most `bits` more that separate the pairs in `left`.
  std::optional<u64> cover(const pair_set& left, u64 key, std::size_t bits) {
    const std::size_t wanted = count(left);
    if (wanted == 0) return key;
    if (bits == 0 || !spend(left)) return std::nullopt;
    for (const auto* c : by_gain(left, (wanted + bits - 1) / bits)) {
      if (auto found = cover(without(left, c->separates), key | c->bit, bits - 1)) return found;
    }
    return std::nullopt;
  }

  bool spend(const pair_set& left) {
    const std::size_t cost = left.size() * candidates_.size();
    if (cost > budget_) return budget_ = 0, false;
    budget_ -= cost;
    return true;
  }

  /// Those that separate the first pair (one of them is needed), best first. When none of all separates `enough` pairs,
  /// no choice can do.
  std::vector<const candidate*> by_gain(const pair_set& left, std::size_t enough) const {
    std::vector<std::pair<std::size_t, const candidate*>> found;
    const std::size_t pair = first_of(left);
    std::size_t most = 0;
    for (const auto& c : candidates_) {
      const auto gain = count_common(c.separates, left);
      most = std::max(most, gain);
      if (c.separates[pair / 64] >> (pair % 64) & 1) found.emplace_back(gain, &c);
    }
    if (most < enough) return {};
    std::ranges::stable_sort(found, std::greater{}, [](const auto& f) { return f.first; });
    std::vector<const candidate*> order;
    for (const auto& f : found) order.push_back(f.second);
    return order;
  }

  std::vector<candidate> candidates_;
  pair_set all_;
  std::size_t least_bits_ = 0;
  std::size_t budget_ = search_budget;
};

u64 extract(u64 v, u64 key) {
  u64 r = 0;
  for (u64 at = 1; key != 0; key &= key - 1, at <<= 1)
    if ((v & key & -key) != 0) r |= at;
  return r;
}

/// Every slot that the tag can lead to, whatever stands behind its name.
void fill(child_table& t, const tag_word& tag) {
  const u64 known = extract(tag.known, t.key), bits = extract(tag.bits, t.key);
  for (std::size_t i = 0; i < t.slots.size(); ++i) {
    if (((i ^ bits) & known) != 0) continue;
    if (t.slots[i] == schema::no_row)
      t.slots[i] = tag.row;
    else if (t.slots[i] != tag.row)
      t.slots[i] |= ambiguous_slot;
  }
}

constexpr unsigned most_code_bits = 14;  // 256 KiB
constexpr unsigned tries_a_size = 10000;

u64 scramble(u64 x) {  // splitmix64: any fixed sequence will do
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
  x = (x ^ x >> 27) * 0x94d049bb133111ebu;
  return x ^ x >> 31;
}

bool fits(std::span<const u64> keys, u64 multiplier, unsigned shift, std::vector<unsigned>& used, unsigned round) {
  for (const auto key : keys) {
    auto& by = used[key * multiplier >> shift];
    if (by == round) return false;
    by = round;
  }
  return true;
}

std::optional<u64> find_multiplier(std::span<const u64> keys, unsigned bits) {
  std::vector<unsigned> used(std::size_t{1} << bits);
  for (unsigned round = 1; round <= tries_a_size; ++round) {
    const u64 multiplier = scramble(round * 0x9e3779b97f4a7c15u) | 1;
    if (fits(keys, multiplier, 64 - bits, used, round)) return multiplier;
  }
  return std::nullopt;
}

}  // namespace

child_table make_child_table(std::span<const child_entry> entries) {
  const auto tags = tag_words(entries);
  child_table t;
  t.key = key_search(std::span(tags).first(std::min(tags.size(), most_compared))).run();
  t.slots.assign(std::size_t{1} << std::popcount(t.key), schema::no_row);
  for (const auto& tag : tags) fill(t, tag);
  return t;
}

std::optional<code_table> make_code_table(std::span<const std::string> values) {
  std::vector<u64> keys;  // a value said twice keeps its first index
  std::vector<schema::code_slot> coded;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const u64 key = little_endian(values[i]);
    if (values[i].size() > word_bytes || key == ~u64{0}) return std::nullopt;
    if (std::ranges::find(keys, key) != keys.end()) continue;
    keys.push_back(key);
    coded.push_back({key, i + 1});
  }
  if (keys.empty()) return std::nullopt;
  const auto least = std::max(1u, static_cast<unsigned>(std::bit_width(keys.size() - 1)));
  for (unsigned bits = least; bits <= most_code_bits; ++bits) {
    const auto multiplier = find_multiplier(keys, bits);
    if (!multiplier) continue;
    code_table t{*multiplier, 64 - bits, std::vector<schema::code_slot>(std::size_t{1} << bits, {~u64{0}, 0})};
    for (const auto& c : coded) t.slots[c.key * t.multiplier >> t.shift] = c;
    return t;
  }
  return std::nullopt;
}

}  // namespace iso20022::schemac
