#include "codec/fast/start_tag.hpp"

#include "xml/namespaces.hpp"

#include <cstring>

namespace iso20022::fast {
namespace {

/// Those that nobody may declare: "http://www.w3.org/XML/1998/namespace" and "http://www.w3.org/2000/xmlns/".
bool reserved(std::string_view uri) { return uri.ends_with("/namespace") || uri.ends_with("/xmlns/"); }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool in_name(char c) { return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

/// An ASCII NCName at p; empty: none.
std::string_view take_name(const char*& p) {
  const char* const first = p;
  if (!starts_name(*p)) return {};
  while (in_name(*p)) ++p;
  return {first, static_cast<std::size_t>(p - first)};
}

/// prefix:local or local.
bool take_qname(const char*& p, std::string_view& prefix, std::string_view& local) {
  local = take_name(p);
  if (*p == ':') {
    prefix = local;
    local = take_name(++p);
    if (prefix.empty()) return false;
  }
  return !local.empty();
}

/// ="value" of plain characters; neither blanks around '=' nor markup, entities or white space other than ' ' inside.
bool take_value(const char*& p, const char* end, std::string_view& value) {
  if (p[0] != '=' || (p[1] != '"' && p[1] != '\'')) return false;
  const char quote = p[1];
  const char* const first = p += 2;
  for (; p < end && *p != quote; ++p)
    if (*p < ' ' || *p == '<' || *p == '>' || *p == '&' || *p == 127) return false;
  value = {first, static_cast<std::size_t>(p - first)};
  return p++ < end;
}

bool take_attribute(const char*& p, const char* end, start_tag& tag) {
  std::string_view prefix, local, value;
  if (!take_qname(p, prefix, local) || !take_value(p, end, value)) return false;
  if (prefix.empty() && local == "xmlns") {
    if (tag.has_default || value.empty() || reserved(value)) return false;
    tag.has_default = true;
    tag.default_uri = value;
    return true;
  }
  if (prefix == "xmlns") {
    if (tag.declaration_count == start_tag::max_declarations || value.empty() || reserved(value) || local == "xml" ||
        local == "xmlns")
      return false;
    for (std::size_t i = 0; i < tag.declaration_count; ++i)
      if (tag.declarations[i].prefix == local) return false;
    tag.declarations[tag.declaration_count++] = {local, value};
    return true;
  }
  // a hint, once, and only when its prefix was declared before it: then it is surely the one that means nothing
  if (local != "schemaLocation") return false;
  for (std::size_t i = 0; i < tag.declaration_count; ++i)
    if (tag.declarations[i].prefix == prefix && tag.declarations[i].uri == xml::xsi_uri) return true;
  return false;
}

}  // namespace

bool parse_start_tag(const char* p, const char* end, start_tag& out) {
  if (*p++ != '<' || !take_qname(p, out.prefix, out.local)) return false;
  bool hinted = false;
  while (p < end && *p != '>') {
    if (!is_blank(*p)) return false;
    while (p < end && is_blank(*p)) ++p;
    if (*p == '>') break;
    const auto before = out.declaration_count + out.has_default;
    if (!take_attribute(p, end, out)) return false;
    if (before == out.declaration_count + out.has_default) {
      if (hinted) return false;
      hinted = true;
    }
  }
  out.body = p + 1;
  return p < end;
}

bool make_prefix(std::string_view name, prefix& out) {
  out = {};
  if (name.empty()) return true;
  if (name.size() > 7) return false;
  char word[8] = {};
  std::memcpy(word, name.data(), name.size());
  word[name.size()] = ':';
  std::memcpy(&out.word, word, 8);
  out.length = static_cast<std::uint32_t>(name.size()) + 1;
  out.mask = ~std::uint64_t{0} >> (64 - 8 * out.length);
  return true;
}

}  // namespace iso20022::fast
