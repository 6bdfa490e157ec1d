// Simple types: built-in types and facets.
#include <algorithm>
#include <charconv>
#include <iso20022/core/decimal.hpp>
#include <map>
#include <optional>
#include <xercesc/framework/psvi/XSFacet.hpp>
#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>

#include "schemac/read_model.hpp"
#include "schemac/xerces.hpp"

namespace iso20022::schemac {

using namespace xercesc;
using facet = XSSimpleTypeDefinition::FACET;

namespace {

std::optional<schema::builtin> builtin_named(const std::string& name) {
  using enum schema::builtin;
  static const std::map<std::string, schema::builtin> known = {
      {"string", string},
      {"normalizedString", normalized_string},
      {"token", token},
      {"anyURI", any_uri},
      {"ID", id},
      {"base64Binary", base64_binary},
      {"boolean", boolean},
      {"decimal", decimal},
      {"date", date},
      {"time", time},
      {"dateTime", date_time},
      {"gYear", g_year},
      {"gYearMonth", g_year_month},
      // the integer types are integer with bounds, which the schema model gives as facets
      {"integer", integer},
      {"long", integer},
      {"int", integer},
      {"short", integer},
      {"byte", integer},
      {"nonNegativeInteger", integer},
      {"positiveInteger", integer},
      {"nonPositiveInteger", integer},
      {"negativeInteger", integer},
      {"unsignedInt", integer},
      {"unsignedShort", integer},
      {"unsignedByte", integer}};
  const auto at = known.find(name);
  return at == known.end() ? std::nullopt : std::optional(at->second);
}

/// Built-in types whose values are what a pattern says and no more: texts.
struct regular_type {
  const char* name;
  const char* pattern;
  bool compared_as_text;  // equal values are equal texts, so that enumerations can be judged
};
#define ISO20022_ZONE "(Z|[+\\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
constexpr regular_type regular_types[] = {
    {"language", "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", true},
    {"NMTOKEN", "\\c+", true},
    {"hexBinary", "([0-9a-fA-F]{2})*", false},
    {"gDay", "---(0[1-9]|[12][0-9]|3[01])" ISO20022_ZONE, false},
    {"gMonth", "--(0[1-9]|1[0-2])" ISO20022_ZONE, false},
    {"gMonthDay",
     "--((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)" ISO20022_ZONE, false},
};
#undef ISO20022_ZONE

const regular_type* regular_named(const std::string& name) {
  const auto at = std::ranges::find(regular_types, name, &regular_type::name);
  return at == std::end(regular_types) ? nullptr : at;
}

bool is_built_in(XSSimpleTypeDefinition& t) { return utf8(t.getNamespace()) == xsd_namespace; }

XSSimpleTypeDefinition* base_of(XSSimpleTypeDefinition& t) {
  auto* base = t.getBaseType();
  return base && base->getTypeCategory() == XSTypeDefinition::SIMPLE_TYPE ? static_cast<XSSimpleTypeDefinition*>(base)
                                                                          : nullptr;
}

u32 number(const std::string& s) {
  u64 n = 0;
  std::from_chars(s.data(), s.data() + s.size(), n);
  return n < schema::unbounded ? static_cast<u32>(n) : schema::unbounded - 1;
}

/// Reads bounds and counts into the type; complains about what does not fit.
class facet_reader {
 public:
  facet_reader(simple_type& out, const place& where, problems& found) : out_(out), where_(where), found_(found) {}

  void read(facet kind, const std::string& value) {
    switch (kind) {
      case facet::FACET_LENGTH:
        out_.min_len = out_.max_len = number(value);
        break;
      case facet::FACET_MINLENGTH:
        out_.min_len = number(value);
        break;
      case facet::FACET_MAXLENGTH:
        out_.max_len = number(value);
        break;
      case facet::FACET_TOTALDIGITS:
        out_.total_digits = number(value);
        break;
      case facet::FACET_FRACTIONDIGITS:
        out_.fraction_digits = number(value);
        break;
      case facet::FACET_WHITESPACE:
        out_.white_space = value == "preserve" ? 0 : value == "replace" ? 1 : 2;
        break;
      case facet::FACET_MININCLUSIVE:
        set(out_.lower, schema::bound_kind::inclusive, value);
        break;
      case facet::FACET_MINEXCLUSIVE:
        set(out_.lower, schema::bound_kind::exclusive, value);
        break;
      case facet::FACET_MAXINCLUSIVE:
        set(out_.upper, schema::bound_kind::inclusive, value);
        break;
      case facet::FACET_MAXEXCLUSIVE:
        set(out_.upper, schema::bound_kind::exclusive, value);
        break;
      default:
        break;  // patterns and enumerations are read step by step
    }
  }

 private:
  void set(bound& b, schema::bound_kind kind, const std::string& value) {
    const bool numeric = out_.base == schema::builtin::decimal || out_.base == schema::builtin::integer;
    const auto n = detail::scan_decimal(value);
    bound next{kind, n.units, static_cast<u8>(n.scale)};
    const bool small = n.ok && n.fits;
    if (!numeric || (!small && !(out_.base == schema::builtin::integer && parse_long(value, next))))
      return found_.push_back(
          {"SCHEMA-REFUSED",
           "the bound " + value + (numeric ? " has more than 18 digits" : " of a value that is no number"), where_});
    if (b.kind == schema::bound_kind::none || tighter(next, b, &b == &out_.lower)) b = next;
  }
  /// The bounds of xs:long have nineteen digits.
  static bool parse_long(const std::string& value, bound& b) {
    b.scale = 0;
    return std::from_chars(value.data(), value.data() + value.size(), b.units).ec == std::errc();
  }
  /// A base may say "inclusive" where the type itself says "exclusive": then Xerces gives both, and both hold.
  static bool tighter(const bound& a, const bound& b, bool lower) {
    const int order = detail::compare_decimals(a.units, a.scale, b.units, b.scale);
    if (order == 0) return a.kind == schema::bound_kind::exclusive;
    return (order > 0) == lower;
  }

  simple_type& out_;
  const place& where_;
  problems& found_;
};

/// The patterns of one step, which are alternatives. Xerces joins them with '|' and gives the pieces between all '|',
/// also those of groups and classes. (It drops empty pieces: such patterns are refused by the source index.)
std::string joined(StringList& pieces) {
  std::string all;
  for (XMLSize_t i = 0; i < pieces.size(); ++i) all += (i ? "|" : "") + utf8(pieces.elementAt(i));
  return all;
}

/// The lengths of xs:hexBinary count bytes.
void lengths_in_digits(simple_type& t) {
  t.min_len *= 2;
  if (t.max_len != schema::unbounded) t.max_len *= 2;
}

}  // namespace

simple_type read_facets(XSSimpleTypeDefinition& type, const place& where, problems& found) {
  simple_type out;
  const auto refuse = [&](const std::string& what) { found.push_back({"SCHEMA-REFUSED", what, where}); };
  if (type.getVariety() != XSSimpleTypeDefinition::VARIETY_ATOMIC)
    return refuse("unions and lists are not supported"), out;

  std::vector<std::string> steps;  // youngest first
  auto* built_in = &type;
  for (; built_in && !is_built_in(*built_in); built_in = base_of(*built_in))
    if (auto* patterns = built_in->getLexicalPattern(); patterns && patterns->size())
      steps.push_back(joined(*patterns));
  const auto name = built_in ? utf8(built_in->getName()) : "";
  const auto* regular = regular_named(name);
  const auto base = regular ? std::optional(schema::builtin::token) : builtin_named(name);
  if (!base) return refuse("the built-in type xs:" + name + " is not supported"), out;
  out.base = *base;
  if (regular) out.white_space = 2, steps.push_back(regular->pattern);
  out.patterns.assign(steps.rbegin(), steps.rend());

  facet_reader reader(out, where, found);
  if (auto* facets = type.getFacets())
    for (XMLSize_t i = 0; i < facets->size(); ++i)
      reader.read(facets->elementAt(i)->getFacetKind(), utf8(facets->elementAt(i)->getLexicalFacetValue()));
  if (auto* values = type.getLexicalEnumeration())
    for (XMLSize_t i = 0; i < values->size(); ++i) out.values.push_back(utf8(values->elementAt(i)));
  if (out.values.size() > 0xfffe) refuse("more than 65,534 enumeration values");
  if (name == "hexBinary") lengths_in_digits(out);
  if (!out.values.empty() && (value_of(out) != schema::value_kind::code || (regular && !regular->compared_as_text)))
    refuse("an enumeration of values that are no text");
  return out;
}

}  // namespace iso20022::schemac
