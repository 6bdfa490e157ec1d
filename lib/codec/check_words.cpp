#include "codec/check_words.hpp"

#include "check/excerpt.hpp"
#include "check/sentences.hpp"
#include "xml/chars.hpp"

#include <iso20022/core/limits.hpp>

namespace iso20022::codec {
namespace {

using schema::bound_kind;
using schema::simple;
using schema::unbounded;

std::string length_words(const simple& s) {
  const char* const unit = s.base == schema::builtin::base64_binary ? " bytes" : " characters";
  const auto least = std::to_string(s.min_len), most = std::to_string(s.max_len);
  if (s.max_len == unbounded) return "at least " + least + unit;
  if (s.min_len == s.max_len) return "exactly " + least + unit;
  return s.min_len == 0 ? "at most " + most + unit : least + " to " + most + unit;
}

std::string bound_words(std::int64_t units, unsigned scale) {
  std::string s = std::to_string(units < 0 ? -units : units);
  if (scale != 0) {
    if (s.size() <= scale) s.insert(0, scale + 1 - s.size(), '0');
    s.insert(s.size() - scale, ".");
  }
  return units < 0 ? "-" + s : s;
}

std::string range_words(const simple& s) {
  std::string all;
  if (s.lower_kind != bound_kind::none)
    all = (s.lower_kind == bound_kind::inclusive ? "at least " : "more than ") + bound_words(s.lower, s.lower_scale);
  if (s.upper_kind == bound_kind::none) return all;
  if (!all.empty()) all += " and ";
  return all + (s.upper_kind == bound_kind::inclusive ? "at most " : "less than ") + bound_words(s.upper, s.upper_scale);
}

std::string code_words(const schema::image& tables, const simple& s) {
  constexpr std::uint32_t shown = 12;
  std::string all = "one of ";
  for (std::uint32_t i = 0; i < s.enum_count && i < shown; ++i) {
    if (i != 0) all += ", ";
    all += tables.string(tables.enums()[s.first_enum + i]);
  }
  return s.enum_count > shown ? all + ", ... (" + std::to_string(s.enum_count) + " codes)" : all;
}

std::string digit_words(std::uint32_t n, const char* behind) {
  return "at most " + std::to_string(n) + (n == 1 ? " digit" : " digits") + behind;
}

}  // namespace

issue make_issue(issue_code code, const subject& s, std::string found, std::string expected) {
  issue i{};
  i.code = code;
  i.layer = check::wording_of(code).layer;
  i.path = s.path;
  i.business_name = s.name;
  i.found = std::move(found);
  i.expected = std::move(expected);
  i.message = check::make_sentence(code, {s.tag, s.name, i.found, i.expected, s.parent});
  return i;
}

std::string quoted(std::string_view s) { return check::quote(s); }

issue_code code_of(leaf_status status) {
  switch (status) {
    case leaf_status::number: return issue_code::schema_number;
    case leaf_status::boolean: return issue_code::schema_boolean;
    case leaf_status::ok:
    case leaf_status::year_too_long:
    case leaf_status::date: return issue_code::schema_date;
    case leaf_status::date_time: return issue_code::schema_date_time;
    case leaf_status::time: return issue_code::schema_time;
    case leaf_status::base64: return issue_code::schema_base64;
    case leaf_status::uri: return issue_code::schema_uri;
    case leaf_status::id: return issue_code::schema_id;
    case leaf_status::length: return issue_code::schema_length;
    case leaf_status::min_length: return issue_code::schema_min_length;
    case leaf_status::max_length: return issue_code::schema_max_length;
    case leaf_status::pattern: return issue_code::schema_pattern;
    case leaf_status::enumeration: return issue_code::schema_enumeration;
    case leaf_status::total_digits: return issue_code::schema_total_digits;
    case leaf_status::fraction_digits: return issue_code::schema_fraction_digits;
    case leaf_status::range: return issue_code::schema_range;
  }
  return issue_code::schema_pattern;
}

std::string expectation(const schema::image& tables, const simple& s, leaf_status status) {
  switch (status) {
    case leaf_status::ok: return "a value of type " + std::string(tables.string(s.name));
    case leaf_status::number: return s.base == schema::builtin::integer ? "a whole number, such as 12" : "a number, such as 12.50";
    case leaf_status::boolean: return "true or false";
    case leaf_status::year_too_long: return "a year of at most nine digits";
    case leaf_status::date:
      return s.base == schema::builtin::g_year         ? "a year, such as 2024"
             : s.base == schema::builtin::g_year_month ? "a month, such as 2024-02"
                                                       : "a day, such as 2024-02-29";
    case leaf_status::date_time: return "a date and time, such as 2024-02-29T23:59:59-05:00";
    case leaf_status::time: return "a time of day, such as 23:59:59";
    case leaf_status::base64: return "groups of four characters A-Z a-z 0-9 + / =";
    case leaf_status::uri: return "an address, such as https://example.com/a";
    case leaf_status::id: return "a name that starts with a letter";
    case leaf_status::length:
    case leaf_status::min_length:
    case leaf_status::max_length: return length_words(s);
    case leaf_status::pattern: return "of the form " + std::string(tables.string(s.pattern_text));
    case leaf_status::enumeration: return code_words(tables, s);
    case leaf_status::total_digits: return digit_words(s.total_digits, "");
    case leaf_status::fraction_digits: return digit_words(s.fraction_digits, " after the point");
    case leaf_status::range: return range_words(s);
  }
  return {};
}

namespace {

/// The value's text as if it had been built without one.
std::string canonical_text(const schema::image& tables, const simple& s, const std::byte* slot) {
  alignas(8) std::byte copy[32] = {};
  std::memcpy(copy, slot, size_of_value(s.value));
  std::memset(copy, 0, sizeof(value_head::ptr) + sizeof(value_head::len));
  value_text made;
  return std::string(text_of(tables, s, copy, made));
}

issue character_issue(std::string_view text, const subject& about) {
  std::size_t at = 0;
  is_xml_text(text, at);
  std::uint32_t c = 0;
  const unsigned n = xml::decode(text.data() + at, text.data() + text.size(), c);
  if (n == 0) return make_issue(issue_code::xml_not_utf8, about, check::quote(text.substr(at, 4)), "UTF-8");
  return make_issue(issue_code::xml_character, about, check::quote(text.substr(at, n)), "tab, line feed, and characters from blank on");
}

}  // namespace

issue value_issue(const schema::image& tables, const simple& s, const std::byte* slot, std::string_view text,
                  value_finding found, const subject& about) {
  switch (found.verdict) {
    case value_verdict::bad_character: return character_issue(text, about);
    case value_verdict::too_long:
      return make_issue(issue_code::limit_text, about, std::to_string(text.size()), std::to_string(read_limits().text_bytes));
    case value_verdict::blanks:
      return make_issue(issue_code::schema_pattern, about, check::quote(text), "without blanks at its ends and without runs of blanks");
    case value_verdict::differs:
      return make_issue(issue_code::schema_fixed, about, "a value whose text is " + check::quote(text),
                        "one whose text says the same as the value, " + check::quote(canonical_text(tables, s, slot)));
    default: break;
  }
  std::string shown = check::quote(text);
  const bool length = found.leaf == leaf_status::length || found.leaf == leaf_status::min_length || found.leaf == leaf_status::max_length;
  if (length) shown += " (" + std::to_string(facet_length(s, text)) + ")";
  return make_issue(code_of(found.leaf), about, shown, expectation(tables, s, found.leaf));
}

}  // namespace iso20022::codec
