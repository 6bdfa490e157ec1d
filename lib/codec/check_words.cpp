#include "codec/check_words.hpp"

#include "check/excerpt.hpp"
#include "check/sentences.hpp"
#include "codec/general_reader.hpp"
#include "xml/chars.hpp"

namespace iso20022::codec {
namespace {

constexpr std::size_t longest_found = 120;

/// The value's text as if it had been built without one.
std::string canonical_text(const schema::image& tables, const schema::simple& s, const std::byte* slot) {
  alignas(8) std::byte copy[sizeof(any)] = {};
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
  return make_issue(issue_code::xml_character, about, check::quote(text.substr(at, n)),
                    "a tab, a line end, or a character from blank on");
}

}  // namespace

issue make_issue(issue_code code, const subject& s, std::string_view found, std::string expected, bool is_value) {
  issue i{};
  i.code = code;
  i.layer = check::wording_of(code).layer;
  i.path = s.path;
  i.business_name = s.name;
  i.found = check::shorten(found, longest_found);
  i.expected = std::move(expected);
  i.message = check::make_sentence(code, {s.tag, s.name, is_value ? check::quote(found) : i.found, i.expected, s.parent});
  return i;
}

std::string expectation(const schema::image& tables, const schema::simple& s) { return describe(tables, s); }

issue value_issue(const schema::image& tables, const schema::simple& s, const std::byte* slot, std::string_view text,
                  value_finding found, const subject& about) {
  switch (found.verdict) {
    case value_verdict::bad_character: return character_issue(text, about);
    case value_verdict::too_long:
      return make_issue(issue_code::limit_text, about, std::to_string(text.size()),
                        std::to_string(read_limits().text_bytes));
    case value_verdict::blanks:
      return make_issue(issue_code::schema_pattern, about, text,
                        "without blanks at its ends and without runs of blanks", true);
    case value_verdict::differs:
      return make_issue(issue_code::schema_fixed, about, "a value with the text " + check::quote(text),
                        "one whose text says what the value says, " + check::quote(canonical_text(tables, s, slot)));
    default: break;
  }
  return make_issue(issue_of(found.leaf), about, text, describe(tables, s, found.leaf), true);
}

}  // namespace iso20022::codec
