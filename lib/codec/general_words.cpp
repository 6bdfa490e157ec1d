// Simple types in words, for people who know money and not regular expressions.
#include "codec/general_reader.hpp"

namespace iso20022::codec {
namespace {

using schema::bound_kind;
using schema::builtin;
using schema::simple;
using schema::unbounded;

struct known_pattern { std::string_view pattern, words; };

// The patterns of the ISO 20022 dictionary that a reader knows under another name.
constexpr known_pattern known_patterns[] = {
    {"[A-Z]{3,3}", "3 letters A-Z, for example USD"},
    {"[A-Z]{2,2}", "2 letters A-Z, for example US"},
    {"[A-Z0-9]{4,4}[A-Z]{2,2}[A-Z0-9]{2,2}([A-Z0-9]{3,3}){0,1}", "a BIC of 8 or 11 characters, for example BANKUS33XXX"},
    {"[A-Z]{6,6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3,3}){0,1}", "a BIC of 8 or 11 characters, for example BANKUS33XXX"},
    {"[A-Z]{2,2}[0-9]{2,2}[a-zA-Z0-9]{1,30}", "an IBAN: 2 letters, 2 digits, up to 30 letters and digits"},
    {"[A-Z0-9]{18,18}[0-9]{2,2}", "an LEI of 20 characters: 18 letters and digits, then 2 digits"},
    {"[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}",
     "a UETR (UUID version 4 in small letters), for example 8a562c67-ca16-48ba-b074-65581be6f001"},
    {"\\+[0-9]{1,3}-[0-9()+\\-]{1,30}", "a phone number, for example +1-2125551234"},
};

std::string count(u32 n, std::string_view thing) { return std::to_string(n) + " " + std::string(thing) + (n == 1 ? "" : "s"); }

std::string lengths(const simple& t) {
  const std::string_view unit = t.base == builtin::base64_binary ? "byte" : "character";
  if (t.min_len == t.max_len) return count(t.min_len, unit);
  if (t.max_len == unbounded) return t.min_len == 0 ? std::string() : "at least " + count(t.min_len, unit);
  if (t.min_len == 0) return "at most " + count(t.max_len, unit);
  return std::to_string(t.min_len) + " to " + count(t.max_len, unit);
}

/// "[0-9]{1,15}", "[a-zA-Z0-9]{4}" and the like.
std::string one_class(std::string_view p) {
  struct named { std::string_view set, words; };
  static constexpr named sets[] = {{"[0-9]", "digit"}, {"[a-zA-Z0-9]", "letter or digit"}, {"[A-Z]", "letter A-Z"}, {"[A-Z0-9]", "letter A-Z or digit"}};
  for (const auto& s : sets) {
    if (!p.starts_with(s.set)) continue;
    p.remove_prefix(s.set.size());
    if (p.size() < 3 || p.front() != '{' || p.find('}') != p.size() - 1) return {};
    const auto inner = p.substr(1, p.size() - 2);
    const auto comma = inner.find(',');
    const auto low = std::string(inner.substr(0, comma));
    const auto high = comma == inner.npos ? low : std::string(inner.substr(comma + 1));
    if (high.empty()) return {};
    return (low == high ? low : low + " to " + high) + " " + std::string(s.words) + (high == "1" ? "" : "s");
  }
  return {};
}

std::string pattern_words(const schema::image& tables, const simple& t) {
  const auto pattern = tables.string(t.pattern_text);
  for (const auto& k : known_patterns)
    if (k.pattern == pattern) return std::string(k.words);
  const auto simple_words = one_class(pattern);
  return simple_words.empty() ? "text of the form " + std::string(pattern) : simple_words;
}

std::string codes(const schema::image& tables, const simple& t) {
  constexpr u32 longest = 12;
  std::string out = t.enum_count == 1 ? "" : "one of ";
  for (u32 i = 0; i < t.enum_count && i < longest; ++i) {
    if (i) out += i + 1 == t.enum_count ? " and " : ", ";
    out += tables.string(tables.enums()[t.first_enum + i]);
  }
  return t.enum_count > longest ? out + ", ... (" + std::to_string(t.enum_count) + " codes)" : out;
}

std::string number(std::int64_t units, unsigned scale) {
  const auto magnitude = units < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
  std::string digits = std::to_string(magnitude);
  if (scale) {
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return (units < 0 ? "-" : "") + digits;
}

std::string bounds(const simple& t) {
  std::string out;
  if (t.lower_kind == bound_kind::inclusive && t.lower == 0) out = "not negative";
  else if (t.lower_kind == bound_kind::inclusive) out = "at least " + number(t.lower, t.lower_scale);
  else if (t.lower_kind == bound_kind::exclusive) out = "greater than " + number(t.lower, t.lower_scale);
  if (t.upper_kind == bound_kind::none) return out;
  if (!out.empty()) out += ", ";
  return out + (t.upper_kind == bound_kind::inclusive ? "at most " : "less than ") + number(t.upper, t.upper_scale);
}

std::string digits(const simple& t) {
  std::string out;
  if (t.total_digits != unbounded) out = "at most " + count(t.total_digits, "digit");
  if (t.base == builtin::integer || t.fraction_digits == 0) return (out.empty() ? "" : out + ", ") + "no fraction";
  if (t.fraction_digits == unbounded) return out;
  return (out.empty() ? "at most " : out + ", at most ") + std::to_string(t.fraction_digits) + " behind the point";
}

std::string number_words(const simple& t) {
  std::string out = "a number such as 1234.56";
  if (t.base == builtin::integer || t.fraction_digits == 0) out = "a whole number";
  for (const auto& part : {digits(t), bounds(t)})
    if (!part.empty() && part != "no fraction") out += ", " + part;
  return out;
}

std::string form(const simple& t) {
  switch (t.base) {
    case builtin::boolean: return "true or false (or 1 or 0)";
    case builtin::decimal:
    case builtin::integer: return number_words(t);
    case builtin::date: return "a date YYYY-MM-DD, for example 2024-02-29";
    case builtin::date_time: return "a date and time YYYY-MM-DDThh:mm:ss, for example 2024-02-29T14:30:00-05:00";
    case builtin::time: return "a time hh:mm:ss, for example 14:30:00-05:00";
    case builtin::g_year: return "a year YYYY, for example 2024";
    case builtin::g_year_month: return "a month YYYY-MM, for example 2024-02";
    case builtin::base64_binary: return "base64: groups of four of A-Z a-z 0-9 + /, = at the end";
    case builtin::any_uri: return "an address (URI)";
    case builtin::id: return "a name: a letter first, then letters, digits, - _ .";
    default: return "text";
  }
}

}  // namespace

std::string describe(const schema::image& tables, const simple& t) {
  if (t.enum_count != 0) return codes(tables, t);
  if (t.pattern_count != 0) return pattern_words(tables, t);
  const auto length = lengths(t);
  auto words = form(t);
  if (length.empty()) return words;
  return words == "text" ? length : words + ", " + length;
}

std::string describe(const schema::image& tables, const simple& t, leaf_status status) {
  switch (status) {
    case leaf_status::year_too_long: return "a year of at most nine digits (a limit of this library)";
    case leaf_status::length:
    case leaf_status::min_length:
    case leaf_status::max_length: return lengths(t);
    case leaf_status::pattern: return pattern_words(tables, t);
    case leaf_status::enumeration: return codes(tables, t);
    case leaf_status::total_digits:
    case leaf_status::fraction_digits: return digits(t);
    case leaf_status::range: return bounds(t);
    default: return form(t);
  }
}

issue_code issue_of(leaf_status s) {
  switch (s) {
    case leaf_status::boolean: return issue_code::schema_boolean;
    case leaf_status::date:
    case leaf_status::year_too_long: return issue_code::schema_date;
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
    default: return issue_code::schema_number;
  }
}

}  // namespace iso20022::codec
