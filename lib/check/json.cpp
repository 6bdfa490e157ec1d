#include <iso20022/check/json.hpp>

#include "xml/chars.hpp"

namespace iso20022 {

void append_json(std::string& out, std::string_view s) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  const char *p = s.data(), *const end = p + s.size();
  while (p < end) {
    std::uint32_t c;
    const unsigned n = xml::decode(p, end, c);
    if (n == 0) out += "\xEF\xBF\xBD";
    else if (c == '"' || c == '\\') (out += '\\') += *p;
    else if (c < 0x20) ((out += "\\u00") += hex[c >> 4]) += hex[c & 15];
    else out.append(p, n);
    p += n == 0 ? 1 : n;
  }
  out += '"';
}

}  // namespace iso20022
