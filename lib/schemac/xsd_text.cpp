#include "schemac/xsd_text.hpp"

namespace iso20022::schemac {

namespace {

std::string decimal_text(const bound& b) {
  const bool negative = b.units < 0;
  std::string digits = std::to_string(b.units).substr(negative ? 1 : 0);
  if (digits.size() <= b.scale) digits.insert(0, b.scale + 1 - digits.size(), '0');
  if (b.scale) digits.insert(digits.size() - b.scale, ".");
  return (negative ? "-" : "") + digits;
}

std::string facet(const char* name, const std::string& value) {
  return std::string("      <xs:") + name + " value=\"" + escaped(value) + "\"/>\n";
}

std::string bound_facet(const std::string& which, const bound& b) {
  if (b.kind == schema::bound_kind::none) return "";
  return facet((which + (b.kind == schema::bound_kind::inclusive ? "Inclusive" : "Exclusive")).c_str(),
               decimal_text(b));
}

const char* base_name(schema::builtin b) {
  static constexpr const char* names[] = {
      "string",  "normalizedString", "token", "anyURI",   "ID",   "base64Binary", "boolean",
      "decimal", "integer",          "date",  "dateTime", "time", "gYear",        "gYearMonth"};
  return names[static_cast<int>(b)];
}

/// White space that the built-in type itself has.
u8 own_white_space(schema::builtin b) {
  return b == schema::builtin::string ? 0 : b == schema::builtin::normalized_string ? 1 : 2;
}

std::string facets(const simple_type& t) {
  static constexpr const char* spaces[] = {"preserve", "replace", "collapse"};
  std::string out;
  if (t.min_len == t.max_len)
    out += facet("length", std::to_string(t.min_len));
  else {
    if (t.min_len) out += facet("minLength", std::to_string(t.min_len));
    if (t.max_len != schema::unbounded) out += facet("maxLength", std::to_string(t.max_len));
  }
  if (t.white_space != own_white_space(t.base)) out += facet("whiteSpace", spaces[t.white_space]);
  if (t.total_digits != schema::unbounded) out += facet("totalDigits", std::to_string(t.total_digits));
  if (t.fraction_digits != schema::unbounded && t.base != schema::builtin::integer)
    out += facet("fractionDigits", std::to_string(t.fraction_digits));
  out += bound_facet("min", t.lower) + bound_facet("max", t.upper);
  for (const auto& v : t.values) out += facet("enumeration", v);
  return out;
}

/// Patterns of several steps are steps here too: patterns of one step would be alternatives.
std::string restriction(const simple_type& t, std::size_t steps) {
  const auto own = steps ? facet("pattern", t.patterns[steps - 1]) : "";
  if (steps <= 1)
    return "    <xs:restriction base=\"xs:" + std::string(base_name(t.base)) + "\">\n" + own +
           (steps == t.patterns.size() ? facets(t) : "") + "    </xs:restriction>\n";
  return "    <xs:restriction>\n      <xs:simpleType>\n" + restriction(t, steps - 1) + "      </xs:simpleType>\n" +
         own + (steps == t.patterns.size() ? facets(t) : "") + "    </xs:restriction>\n";
}

}  // namespace

std::string escaped(const std::string& s) {
  std::string out;
  for (const char c : s) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string occurs(const particle& p) {
  std::string out;
  if (p.min != 1) out += " minOccurs=\"" + std::to_string(p.min) + "\"";
  if (p.max != 1) out += " maxOccurs=\"" + (p.max == schema::unbounded ? "unbounded" : std::to_string(p.max)) + "\"";
  return out;
}

std::string constraint(bool has, bool is_default, const std::string& value) {
  return has ? std::string(is_default ? " default=\"" : " fixed=\"") + escaped(value) + "\"" : "";
}

std::string documentation(const std::string& name, const std::string& indent) {
  return indent + "<xs:annotation><xs:documentation source=\"Name\" xml:lang=\"en\">" + escaped(name) +
         "</xs:documentation></xs:annotation>\n";
}

std::string xsd_simple_type(const simple_type& t) {
  return "  <xs:simpleType name=\"" + escaped(t.name) + "\">\n" + restriction(t, t.patterns.size()) +
         "  </xs:simpleType>\n";
}

}  // namespace iso20022::schemac
