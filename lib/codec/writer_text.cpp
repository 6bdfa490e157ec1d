#include "codec/writer_text.hpp"

#include <string_view>

namespace iso20022::codec {
namespace {

/// What stands for `c`; empty: itself. In an attribute value more characters need it.
std::string_view escape_of(char c, bool in_value) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";  // for "]]>", which may not stand in content
    case '\r': return "&#13;";
    case '"': return in_value ? "&quot;" : "";
    case '\t': return in_value ? "&#9;" : "";
    case '\n': return in_value ? "&#10;" : "";
    default: return {};
  }
}

char* put(char* o, const char* p, std::size_t n, bool in_value) {
  for (const char* const end = p + n; p != end; ++p) {
    const auto e = escape_of(*p, in_value);
    if (e.empty()) {
      *o++ = *p;
    } else {
      std::memcpy(o, e.data(), e.size());
      o += e.size();
    }
  }
  return o;
}

}  // namespace

char* put_escaped(char* o, const char* p, std::size_t n) { return put(o, p, n, false); }
char* put_escaped_value(char* o, const char* p, std::size_t n) { return put(o, p, n, true); }

}  // namespace iso20022::codec
