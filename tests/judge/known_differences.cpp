#include "known_differences.hpp"

#include <algorithm>
#include <optional>

namespace iso20022::judge {

namespace {

/// The value of a character reference that starts at `at` (a '&'), and where it ends; none when it is none.
struct reference {
  unsigned long value;
  std::size_t end;
};
std::optional<reference> reference_at(std::string_view xml, std::size_t at) {
  if (xml.substr(at, 2) != "&#") return {};
  const bool hex = xml.substr(at + 2, 1) == "x";
  std::size_t i = at + 2 + hex;
  unsigned long v = 0;
  const auto digit = [&](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 0x20);
    return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  const std::size_t first = i;
  for (; i < xml.size() && digit(xml[i]) >= 0; ++i)
    v = std::min(v * (hex ? 16 : 10) + static_cast<unsigned long>(digit(xml[i])), 0x200000ul);
  if (i == first || i == xml.size() || xml[i] != ';') return {};
  return reference{v, i + 1};
}

/// Every character beyond U+FFFF, written as itself or as a reference, becomes one below.
std::string without_astral(std::string_view xml) {
  std::string out;
  for (std::size_t i = 0; i < xml.size();) {
    const auto r = reference_at(xml, i);
    if (r && r->value >= 0x10000 && r->value <= 0x10FFFF) {
      out += "&#8364;";
      i = r->end;
    } else if (static_cast<unsigned char>(xml[i]) >= 0xF0 && i + 4 <= xml.size()) {
      out += "\xE2\x82\xAC";
      i += 4;
    } else {
      out += xml[i++];
    }
  }
  return out;
}

/// The XML declaration, or nothing.
std::string_view declaration(std::string_view xml) {
  if (xml.starts_with("\xEF\xBB\xBF")) xml.remove_prefix(3);
  return xml.starts_with("<?xml") ? xml.substr(0, xml.find("?>")) : std::string_view();
}

bool refused_by_us(const verdict& x, const our_verdict& v, issue_code why) { return x.valid && !v.valid && v.has(why); }

bool is_limit(issue_code c) { return c >= issue_code::limit_bytes && c <= issue_code::limit_issues; }

constexpr known table[] = {
    {"character beyond U+FFFF counts once",
     "Length facets count characters (XML Schema Part 2, 4.3.1). Xerces counts UTF-16 units, libxml2 and we "
     "characters.",
     [](auto xml, opinions& all, const verdict&, const our_verdict& v) {
       const std::string plain = without_astral(xml);
       return plain != xml && all.xerces(plain).valid == v.valid && all.ours(plain).valid == v.valid;
     }},
    {"document type refused",
     "A DOCTYPE can define entities and is no part of any message: refused whatever it says. Xerces reads it.",
     [](auto xml, opinions&, const verdict& x, const our_verdict& v) {
       return refused_by_us(x, v, issue_code::xml_doctype) && xml.find("<!DOCTYPE") != xml.npos;
     }},
    {"encoding other than UTF-8 refused",
     "Messages are UTF-8 (or declared US-ASCII). Xerces converts UTF-16, ISO-8859-1 and many more.",
     [](auto xml, opinions&, const verdict& x, const our_verdict& v) {
       const bool wide =
           xml.starts_with("\xFE\xFF") || xml.starts_with("\xFF\xFE") || xml.substr(0, 8).find('\0') != xml.npos;
       return refused_by_us(x, v, issue_code::xml_encoding) && (wide || declaration(xml).find("encoding") != xml.npos);
     }},
    {"XML 1.1 refused", "Messages are XML 1.0. Xerces reads 1.1 too.",
     [](auto xml, opinions&, const verdict& x, const our_verdict& v) {
       return refused_by_us(x, v, issue_code::xml_version) && declaration(xml).find("1.1") != xml.npos;
     }},
    {"limit reached", "A read has limits on depth, elements, attributes and sizes (core/limits.hpp); Xerces has none.",
     [](auto, opinions&, const verdict& x, const our_verdict& v) {
       return x.valid && !v.valid && std::ranges::any_of(v.codes, is_limit);
     }},
};

}  // namespace

std::span<const known> known_differences() { return table; }

std::string_view known_difference(std::string_view xml, opinions& all, const verdict& x, const our_verdict& v) {
  for (const auto& k : table)
    if (k.explains(xml, all, x, v)) return k.name;
  return {};
}

}  // namespace iso20022::judge
