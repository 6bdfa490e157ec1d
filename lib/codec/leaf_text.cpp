// Leaf values that are text: white space, patterns, base64.
#include "codec/leaf.hpp"
#include "xml/chars.hpp"

#include <array>

namespace iso20022::codec {
namespace {

constexpr unsigned preserve = 0, replace = 1;

/// -1: not of the alphabet; else the six bits.
constexpr std::array<std::int8_t, 256> make_base64_bits() {
  std::array<std::int8_t, 256> bits{};
  bits.fill(-1);
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    bits[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
  return bits;
}
constexpr auto base64_bits = make_base64_bits();

std::string_view trim(std::string_view s) {
  while (!s.empty() && xml::is_white(s.front())) s.remove_prefix(1);
  while (!s.empty() && xml::is_white(s.back())) s.remove_suffix(1);
  return s;
}

/// Whether blanks inside a trimmed text are anything but single spaces.
bool needs_collapse(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i)
    if (xml::is_white(s[i]) && (s[i] != ' ' || s[i + 1] == ' ')) return true;  // a blank is never the last one here
  return false;
}
bool needs_replace(std::string_view s) { return s.find_first_of("\t\n\r") != s.npos; }

/// Writes `s` with blanks replaced (and runs of them made one) to `out`, which may be `s` itself; behind the last byte.
char* rewrite(std::string_view s, bool collapse, char* out) {
  bool after_blank = false;
  for (const char c : s) {
    const bool blank = xml::is_white(c);
    if (!blank || !collapse || !after_blank) *out++ = blank ? ' ' : c;
    after_blank = blank;
  }
  return out;
}

}  // namespace

std::string_view apply_white_space(unsigned facet, std::string_view s, arena* memory, bool& changed) {
  changed = false;
  if (facet == preserve) return s;
  const bool collapse = facet != replace;
  const std::string_view inner = collapse ? trim(s) : s;
  changed = collapse ? needs_collapse(inner) : needs_replace(inner);
  if (!memory) return inner;
  if (memory->owns(s.data())) {  // decoded text, ours: rewritten in place, so that its source still stands before it
    if (!changed && inner.data() == s.data()) return inner;
    char* const at = const_cast<char*>(s.data());
    return {at, static_cast<std::size_t>(rewrite(inner, changed && collapse, at) - at)};
  }
  if (!changed) return inner;
  const auto offset = memory->source ? static_cast<std::uint64_t>(inner.data() - memory->source) : 0;
  char* const at = memory->begin_text(inner.size(), offset);
  char* const behind = rewrite(inner, collapse, at);
  memory->end_text(behind);
  return {at, static_cast<std::size_t>(behind - at)};
}

bool matches_pattern(const schema::image& tables, const schema::dfa& d, std::string_view s) {
  const auto* const classes = tables.bytes() + d.classes;
  const auto* const next = tables.halves() + d.transitions;
  std::uint32_t state = 1;
  for (const char c : s) {
    state = next[state * d.class_count + classes[static_cast<unsigned char>(c)]];
    if (state == 0) return false;
  }
  return tables.bytes()[d.accepting + state];
}

std::int64_t base64_size(std::string_view s) {
  // 3.2.16: groups of four, single spaces between any two characters; the bits that = cuts off are zero
  std::int64_t characters = 0;
  unsigned padding = 0;
  std::int8_t last = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == ' ') {
      if (i == 0 || i + 1 == s.size() || s[i + 1] == ' ') return -1;
      continue;
    }
    ++characters;
    if (s[i] == '=') {
      if (++padding > 2) return -1;
      continue;
    }
    last = base64_bits[static_cast<unsigned char>(s[i])];
    if (last < 0 || padding) return -1;
  }
  if (characters % 4 != 0) return -1;
  if ((padding == 1 && (last & 3)) || (padding == 2 && (last & 15))) return -1;
  return characters / 4 * 3 - padding;
}

}  // namespace iso20022::codec
