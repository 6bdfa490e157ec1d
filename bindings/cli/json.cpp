#include "json.hpp"

#include <cstdint>

namespace iso20022::cli {
namespace {

/// The length of the UTF-8 character that `s` starts with; 0: it starts with none.
std::size_t character(std::string_view s) {
  const auto first = static_cast<unsigned char>(s[0]);
  const std::size_t n = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (n == 0 || n > s.size()) return 0;
  std::uint32_t c = n == 1 ? first : first & (0x7Fu >> n);
  for (std::size_t i = 1; i < n; ++i) {
    const auto next = static_cast<unsigned char>(s[i]);
    if ((next & 0xC0) != 0x80) return 0;
    c = c << 6 | (next & 0x3F);
  }
  const bool too_long = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
  return too_long || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0 : n;
}

}  // namespace

std::string json_string(std::string_view s) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string out = "\"";
  while (!s.empty()) {
    const char c = s[0];
    const std::size_t n = character(s);
    if (n == 0) out += "\xEF\xBF\xBD";
    else if (c == '"' || c == '\\') out += '\\', out += c;
    else if (n > 1 || c >= ' ') out += s.substr(0, n);
    else out += "\\u00", out += hex[c >> 4], out += hex[c & 15];
    s.remove_prefix(n == 0 ? 1 : n);
  }
  return out += '"';
}

}  // namespace iso20022::cli
