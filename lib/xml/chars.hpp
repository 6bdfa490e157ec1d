// Characters of XML 1.0 in UTF-8: what may stand in a document, and what a name is made of.
//
// Names follow the fifth edition (production [4] NameStartChar, [4a] NameChar), as Xerces-C++ 3.2.4 does, without the
// colon: namespaces split names at it (https://www.w3.org/TR/xml-names/#NT-NCName).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace iso20022::xml {

inline constexpr std::uint8_t is_white_bit = 1;       // space, tab, CR, LF
inline constexpr std::uint8_t name_start_bit = 2;     // ASCII that may start an NCName
inline constexpr std::uint8_t name_bit = 4;           // ASCII that may stand in an NCName
inline constexpr std::uint8_t plain_text_bit = 8;     // text that means itself: ASCII without < & ] CR and controls
inline constexpr std::uint8_t plain_value_bit = 16;   // the same in an attribute value: also without quotes, tab, LF

/// Bits of every byte; bytes beyond ASCII have none.
constexpr std::array<std::uint8_t, 256> make_byte_bits() {
  std::array<std::uint8_t, 256> bits{};
  for (unsigned c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = (c >= '0' && c <= '9') || c == '-' || c == '.';
    const bool printable = c >= ' ' || c == '\t' || c == '\n';
    const bool markup = c == '<' || c == '&';
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') bits[c] |= is_white_bit;
    if (letter) bits[c] |= name_start_bit;
    if (letter || digit) bits[c] |= name_bit;
    if (printable && !markup && c != ']') bits[c] |= plain_text_bit;
    if (c >= ' ' && !markup && c != '"' && c != '\'') bits[c] |= plain_value_bit;
  }
  return bits;
}
inline constexpr auto byte_bits = make_byte_bits();

inline std::uint8_t bits_of(char c) { return byte_bits[static_cast<unsigned char>(c)]; }
inline bool is_white(char c) { return bits_of(c) & is_white_bit; }
/// Whether all of `s` is white space.
bool is_blank(std::string_view s);
inline const char* skip_white(const char* p, const char* end) {
  while (p < end && is_white(*p)) ++p;
  return p;
}

/// Length in bytes of the UTF-8 sequence at `p`, its code point in `c`; 0 when it is malformed, overlong, a surrogate,
/// beyond U+10FFFF or cut off.
unsigned decode(const char* p, const char* end, std::uint32_t& c);
/// `c` as UTF-8 at `out` (room for four bytes); how many bytes were written.
unsigned encode(std::uint32_t c, char* out);

/// Char [2]: tab, LF, CR, U+0020..U+D7FF, U+E000..U+FFFD, U+10000..U+10FFFF.
constexpr bool is_char(std::uint32_t c) {
  if (c < 0x20) return c == 9 || c == 10 || c == 13;
  return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF && c < 0x110000);
}
bool is_name_start(std::uint32_t c);
bool is_name_char(std::uint32_t c);

/// Behind the NCName at `p`; `p` itself when none starts there.
const char* skip_name(const char* p, const char* end);
bool is_ncname(std::string_view s);

/// How many code points valid UTF-8 holds.
std::size_t count_code_points(std::string_view s);

}  // namespace iso20022::xml
