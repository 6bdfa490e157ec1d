// Strings as JSON.
#pragma once

#include <string>
#include <string_view>

namespace iso20022::cli {

/// `s` in quotes, escaped; bytes that are no UTF-8 are kept as they are.
inline std::string json_string(std::string_view s) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (static_cast<unsigned char>(c) >= ' ') out += c;
    else out += "\\u00", out += hex[c >> 4], out += hex[c & 15];
  }
  return out += '"';
}

}  // namespace iso20022::cli
