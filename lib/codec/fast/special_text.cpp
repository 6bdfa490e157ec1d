#include "codec/fast/special_text.hpp"

#include "codec/fast/kernel_portable.hpp"
#include "xml/chars.hpp"

#include <cstring>

namespace iso20022::fast {
namespace {

std::uint32_t load4(const char* p) {
  std::uint32_t v;
  std::memcpy(&v, p, 4);
  return v;
}

constexpr std::ptrdiff_t block = 32;

/// A bit for each of the 32 bytes at p that is & or ], a control character or beyond ASCII.
std::uint32_t find_special(const char* p) {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 2; ++i) {
    portable_kernel::bytes16 v;
    std::memcpy(&v, p + 16 * i, 16);
    bits |= portable_kernel::gather_bits((portable_kernel::bytes16)(v < ' ') | (v >= 128) | (v == '&') | (v == ']')) << 16 * i;
  }
  return static_cast<std::uint32_t>(bits);
}

/// Length of the UTF-8 sequence at p (two bytes at least) when it is one of an XML character; 0: it is not.
unsigned utf8_length(const char* p) {
  const auto b = [&](int i) { return static_cast<unsigned char>(p[i]); };
  const auto tail = [&](int i) { return (b(i) & 0xC0) == 0x80; };
  if (b(0) >= 0xC2 && b(0) <= 0xDF) return tail(1) ? 2 : 0;
  if (b(0) >= 0xE0 && b(0) <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    const unsigned c = (b(0) & 15u) << 12 | (b(1) & 63u) << 6 | (b(2) & 63u);
    return c >= 0x800 && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE ? 3 : 0;
  }
  if (b(0) >= 0xF0 && b(0) <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    const unsigned c = (b(0) & 7u) << 18 | (b(1) & 63u) << 12 | (b(2) & 63u) << 6 | (b(3) & 63u);
    return c >= 0x10000 && c <= 0x10FFFF ? 4 : 0;
  }
  return 0;
}

/// A character reference at p ("&#233;", "&#xE9;"): its character; behind it at the result, null when it is none.
const char* character_reference(const char* p, std::uint32_t& c) {
  const bool hex = p[2] == 'x';
  const char* const first = p += hex ? 3 : 2;
  for (c = 0; c <= 0x10FFFF; ++p) {
    const auto digit = static_cast<unsigned char>(*p - '0'), letter = static_cast<unsigned char>((*p | 32) - 'a');
    if (digit <= 9) c = c * (hex ? 16 : 10) + digit;
    else if (hex && letter <= 5) c = c * 16 + 10 + letter;
    else break;
  }
  return p > first && *p == ';' && xml::is_char(c) ? p + 1 : nullptr;
}

/// What stands at the '&' at p: a character reference or one of the five entities that need no declaration. Behind it at
/// the result, null when it is neither.
const char* reference(const char* p, std::uint32_t& c) {
  if (load4(p + 1) == 0x3b706d61u) return c = '&', p + 5;  // amp;
  if (p[1] == '#') return character_reference(p, c);
  if (std::memcmp(p + 1, "lt;", 3) == 0) return c = '<', p + 4;
  if (std::memcmp(p + 1, "gt;", 3) == 0) return c = '>', p + 4;
  if (std::memcmp(p + 1, "quot;", 5) == 0) return c = '"', p + 6;
  if (std::memcmp(p + 1, "apos;", 5) == 0) return c = '\'', p + 6;
  return nullptr;
}

}  // namespace

bool decode_special(const char* s, const char* e, char* space, special_text& out) {
  const char* piece = s;
  char* o = space;
  bool copied = false;
  const auto flush = [&](const char* to) {
    for (std::ptrdiff_t i = 0; i < to - piece; i += 16) std::memcpy(o + i, piece + i, 16);
    o += to - piece;
    copied = true;
  };
  const char* p = s;  // all before it is read
  for (const char* at = s; at < e; at += block) {
    std::uint32_t rest = find_special(at);
    if (e - at < block) rest &= (std::uint32_t{1} << (e - at)) - 1;
    for (; rest != 0; rest &= rest - 1) {
      const char* const next = at + __builtin_ctz(rest);
      if (next < p) continue;  // a byte of what was read already
      p = next;
      const auto c = static_cast<unsigned char>(*p);
      if (c >= 0x80) {
        const unsigned n = utf8_length(p);
        if (n == 0) return false;
        out.extra += n - 1;
        p += n;
      } else if (c == '&') {
        std::uint32_t decoded;
        const char* const behind = reference(p, decoded);
        if (!behind) return false;
        flush(p);
        const unsigned n = xml::encode(decoded, o);
        out.extra += n - 1;
        o += n;
        piece = p = behind;
      } else if (c == '\r') {
        flush(p);
        *o++ = '\n';
        piece = p += p[1] == '\n' ? 2 : 1;
      } else if (c == ']') {
        if (p[1] == ']' && p[2] == '>') return false;
      } else if (c != '\t' && c != '\n') {
        return false;
      }
    }
  }
  if (copied) flush(e);
  out.begin = copied ? space : s;
  out.size = copied ? static_cast<std::size_t>(o - space) : static_cast<std::size_t>(e - s);
  out.copy = copied ? o : nullptr;
  return true;
}

}  // namespace iso20022::fast
