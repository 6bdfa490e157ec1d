#include "xml/chars.hpp"

#include <cstring>

namespace iso20022::xml {
namespace {

struct range { std::uint32_t low, high; };

// NameStartChar [4] beyond ASCII.
constexpr range name_starts[] = {{0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
                                 {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                                 {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
// What NameChar [4a] adds.
constexpr range name_parts[] = {{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

template <std::size_t N>
bool in(const range (&ranges)[N], std::uint32_t c) {
  for (const auto& r : ranges)
    if (c >= r.low && c <= r.high) return true;
  return false;
}

bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
std::uint32_t tail(char c) { return static_cast<unsigned char>(c) & 0x3Fu; }

}  // namespace

bool is_blank(std::string_view s) {
  for (const char c : s)
    if (!is_white(c)) return false;
  return true;
}

unsigned decode(const char* p, const char* end, std::uint32_t& c) {
  const auto lead = static_cast<unsigned char>(*p);
  const auto left = static_cast<std::size_t>(end - p);
  if (lead < 0x80) return c = lead, 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) {
    if (left < 2 || !is_tail(p[1])) return 0;
    c = (lead & 0x1Fu) << 6 | tail(p[1]);
    return 2;
  }
  if (lead < 0xF0) {
    if (left < 3 || !is_tail(p[1]) || !is_tail(p[2])) return 0;
    c = (lead & 0x0Fu) << 12 | tail(p[1]) << 6 | tail(p[2]);
    return c >= 0x800 && (c < 0xD800 || c > 0xDFFF) ? 3 : 0;
  }
  if (left < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3])) return 0;
  c = (lead & 0x07u) << 18 | tail(p[1]) << 12 | tail(p[2]) << 6 | tail(p[3]);
  return c >= 0x10000 && c <= 0x10FFFF ? 4 : 0;
}

unsigned encode(std::uint32_t c, char* out) {
  const auto byte = [](std::uint32_t v) { return static_cast<char>(v); };
  if (c < 0x80) return out[0] = byte(c), 1;
  if (c < 0x800) {
    out[0] = byte(0xC0 | c >> 6);
    out[1] = byte(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = byte(0xE0 | c >> 12);
    out[1] = byte(0x80 | (c >> 6 & 0x3F));
    out[2] = byte(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = byte(0xF0 | c >> 18);
  out[1] = byte(0x80 | (c >> 12 & 0x3F));
  out[2] = byte(0x80 | (c >> 6 & 0x3F));
  out[3] = byte(0x80 | (c & 0x3F));
  return 4;
}

bool is_name_start(std::uint32_t c) {
  if (c < 0x80) return byte_bits[c] & name_start_bit;
  return in(name_starts, c);
}

bool is_name_char(std::uint32_t c) {
  if (c < 0x80) return byte_bits[c] & name_bit;
  return in(name_starts, c) || in(name_parts, c);
}

const char* skip_name(const char* p, const char* end) {
  const char* const first = p;
  if (p < end && bits_of(*p) & name_start_bit) ++p;
  for (;;) {
    if (p != first)
      while (p < end && bits_of(*p) & name_bit) ++p;
    if (p == end || static_cast<signed char>(*p) >= 0) break;
    std::uint32_t c;
    const unsigned n = decode(p, end, c);
    if (n == 0 || !(p == first ? is_name_start(c) : is_name_char(c))) break;
    p += n;
  }
  return p;
}

bool is_ncname(std::string_view s) {
  return !s.empty() && skip_name(s.data(), s.data() + s.size()) == s.data() + s.size();
}

std::size_t count_code_points(std::string_view s) {
  std::size_t n = 0;
  for (const char c : s) n += !is_tail(c);
  return n;
}

}  // namespace iso20022::xml
