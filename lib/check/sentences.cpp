#include "check/sentences.hpp"

#include <iterator>

namespace iso20022::check {
namespace {

using enum issue_code;
constexpr auto xml = layer::xml;
constexpr auto schema = layer::schema;

// In the order of issue_code.
constexpr wording words[] = {
    {xml_empty, "XML-EMPTY", xml, "There is no message: the input is empty."},
    {xml_not_utf8, "XML-NOT-UTF8", xml,
     "The bytes {found} are not UTF-8. The sender probably used another encoding, such as ISO-8859-1."},
    {xml_encoding, "XML-ENCODING", xml, "The encoding is {found}; a message must be in {expected}."},
    {xml_version, "XML-VERSION", xml, "The message says that it is XML {found}; it must be XML {expected}."},
    {xml_declaration, "XML-DECLARATION", xml, "The XML declaration is wrong: {expected}."},
    {xml_doctype, "XML-DOCTYPE", xml,
     "A DOCTYPE is not allowed: messages are described by schemas, and a DOCTYPE can be an attack."},
    {xml_character, "XML-CHARACTER", xml, "The character {found} must not stand in XML."},
    {xml_syntax, "XML-SYNTAX", xml, "This is not XML: found {found}, expected {expected}."},
    {xml_name, "XML-NAME", xml, "The name {found} is wrong: {expected}."},
    {xml_attribute_syntax, "XML-ATTRIBUTE-SYNTAX", xml,
     "The attributes of this tag are wrong: found {found}, expected {expected}."},
    {xml_duplicate_attribute, "XML-DUPLICATE-ATTRIBUTE", xml, "The attribute {found} stands twice in one tag."},
    {xml_entity, "XML-ENTITY", xml, "{found} is no entity that XML knows; expected {expected}."},
    {xml_character_reference, "XML-CHARACTER-REFERENCE", xml, "{found} stands for no character; expected {expected}."},
    {xml_end_tag_mismatch, "XML-END-TAG-MISMATCH", xml, "The tags do not match: found {found}, expected {expected}."},
    {xml_unclosed, "XML-UNCLOSED", xml, "The message breaks off: it needs {expected} at its end."},
    {xml_comment, "XML-COMMENT", xml, "The comment is wrong: found {found}, expected {expected}."},
    {xml_processing_instruction, "XML-PROCESSING-INSTRUCTION", xml,
     "The processing instruction is wrong: found {found}, expected {expected}."},
    {xml_cdata, "XML-CDATA", xml, "The CDATA section is wrong: found {found}, expected {expected}."},
    {xml_cdata_end_in_text, "XML-CDATA-END-IN-TEXT", xml,
     "The characters ]]> must not stand in a text; write ]]&gt; for them."},
    {xml_prefix_unbound, "XML-PREFIX-UNBOUND", xml,
     "The prefix of {found} is not declared: no xmlns:... around it says which namespace it means."},
    {xml_namespace, "XML-NAMESPACE", xml, "The namespace declaration {found} is not allowed: {expected}."},
    {xml_after_root, "XML-AFTER-ROOT", xml,
     "Something follows the end of the message: found {found}. An input holds one message."},
    {xml_text_outside_root, "XML-TEXT-OUTSIDE-ROOT", xml,
     "Text stands outside of the message: found {found}, expected {expected}."},

    {limit_bytes, "LIM-BYTES", xml, "The message is larger than the limit of {expected} bytes."},
    {limit_depth, "LIM-DEPTH", xml, "Elements are nested deeper than the limit of {expected} levels."},
    {limit_elements, "LIM-ELEMENTS", xml, "The message has more elements than the limit of {expected}."},
    {limit_attributes, "LIM-ATTRIBUTES", xml, "{what} has more attributes than the limit of {expected}."},
    {limit_text, "LIM-TEXT", xml, "The text of {what} is longer than the limit of {expected} bytes."},
    {limit_issues, "LIM-ISSUES", xml, "There are more than {expected} issues; the rest of the message was not read."},

    {schema_unknown_root, "SCH-UNKNOWN-ROOT", schema,
     "No message is known that starts with {found}; expected {expected}."},
    {schema_unknown_element, "SCH-UNKNOWN-ELEMENT", schema,
     "{tag} is not an element of {parent}; expected {expected}."},
    {schema_wrong_namespace, "SCH-WRONG-NAMESPACE", schema,
     "{tag} is in the namespace {found}; here it must be in {expected}."},
    {schema_order, "SCH-ORDER", schema, "{what} stands in the wrong place: found {found}, expected {expected}."},
    {schema_missing, "SCH-MISSING", schema, "{what} is missing in {parent}: it must stand before {found}."},
    {schema_incomplete_choice, "SCH-INCOMPLETE-CHOICE", schema,
     "{parent} lacks one of its alternatives before {found}; expected {expected}."},
    {schema_too_many, "SCH-TOO-MANY", schema, "{what} is too many here: found {found}, expected {expected}."},
    {schema_too_few, "SCH-TOO-FEW", schema, "{what} comes too few times: found {found}, expected {expected}."},
    {schema_text_between, "SCH-TEXT-BETWEEN", schema,
     "The text {found} stands between the elements of {parent}, where only elements may stand."},
    {schema_element_in_text, "SCH-ELEMENT-IN-TEXT", schema,
     "{parent} holds a text; it must not hold the element {tag}."},
    {schema_attribute_unknown, "SCH-ATTRIBUTE-UNKNOWN", schema,
     "{parent} has no attribute {tag}; expected {expected}."},
    {schema_attribute_missing, "SCH-ATTRIBUTE-MISSING", schema, "{what} is missing in {parent}; expected {expected}."},
    {schema_attribute_fixed, "SCH-ATTRIBUTE-FIXED", schema, "{what} is {found}; it must be {expected}."},
    {schema_length, "SCH-LENGTH", schema, "{what} has the wrong length: {found}; it must be {expected}."},
    {schema_min_length, "SCH-MIN-LENGTH", schema, "{what} is too short: {found}; it must be {expected}."},
    {schema_max_length, "SCH-MAX-LENGTH", schema, "{what} is too long: {found}; it must be {expected}."},
    {schema_pattern, "SCH-PATTERN", schema, "{what} has the wrong form: {found}; it must be {expected}."},
    {schema_enumeration, "SCH-ENUMERATION", schema,
     "{what} is {found}, which is none of its codes; expected {expected}."},
    {schema_number, "SCH-NUMBER", schema,
     "{what} is {found}, which is not a number of the right form; it must be {expected}."},
    {schema_total_digits, "SCH-TOTAL-DIGITS", schema, "{what} has too many digits: {found}; it must be {expected}."},
    {schema_fraction_digits, "SCH-FRACTION-DIGITS", schema,
     "{what} has too many digits after the point: {found}; it must be {expected}."},
    {schema_range, "SCH-RANGE", schema, "{what} is out of range: {found}; it must be {expected}."},
    {schema_boolean, "SCH-BOOLEAN", schema, "{what} is {found}; it must be {expected}."},
    {schema_date, "SCH-DATE", schema,
     "{what} is {found}, which is not a date of the calendar in the right form; it must be {expected}."},
    {schema_date_time, "SCH-DATE-TIME", schema,
     "{what} is {found}, which is not a date and time in the right form; it must be {expected}."},
    {schema_time, "SCH-TIME", schema,
     "{what} is {found}, which is not a time of day in the right form; it must be {expected}."},
    {schema_base64, "SCH-BASE64", schema, "{what} is not binary data in base64: {found}; it must be {expected}."},
    {schema_uri, "SCH-URI", schema, "{what} is {found}, which is not an address; it must be {expected}."},
    {schema_id, "SCH-ID", schema, "{what} is {found}; it must be {expected}."},
    {schema_nil, "SCH-NIL", schema, "xsi:nil on {what} is wrong: found {found}, expected {expected}."},
    {schema_type, "SCH-TYPE", schema, "xsi:type on {what} names {found}; here it can only name {expected}."},
    {schema_wildcard, "SCH-WILDCARD", schema,
     "{tag} is not allowed in the open content of {parent}; expected {expected}."},
    {schema_fixed, "SCH-FIXED", schema, "{what} is {found}; it must be {expected}."},

    {limit_entry, "LIM-ENTRY", xml,
     "{what} is larger than the limit of {expected} bytes for one entry of a stream (stream_options::entry_bytes)."},
    {limit_surroundings, "LIM-SURROUNDINGS", xml,
     "What surrounds the entries of the stream is larger than the limit of {expected} bytes "
     "(stream_options::surrounding_bytes)."},
    {limit_namespaces, "LIM-NAMESPACES", xml, "More namespaces are declared around {what} than the limit of {expected}."},
};
static_assert(std::size(words) == static_cast<std::size_t>(issue_code::count_));

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(words); ++i)
    if (words[i].number != static_cast<issue_code>(i)) return false;
  return true;
}
static_assert(in_order());

void append_part(std::string& out, std::string_view field, const sentence_parts& p) {
  if (field == "found") out += p.found;
  else if (field == "expected") out += p.expected;
  else if (field == "parent") out += p.parent.empty() ? std::string_view("the message") : p.parent;
  else if (field == "tag" || p.name.empty()) out += p.tag.empty() ? p.parent : p.tag;
  else if (p.tag.empty() || p.tag == p.name) out += p.name;
  else ((out += p.name) += " (") += std::string(p.tag) + ")";
}

}  // namespace

const wording& wording_of(issue_code c) { return words[static_cast<std::size_t>(c)]; }

std::string make_sentence(issue_code c, const sentence_parts& parts) {
  std::string out;
  std::string_view rest = wording_of(c).sentence;
  while (!rest.empty()) {
    const auto open = rest.find('{');
    out += rest.substr(0, open);
    if (open == rest.npos) break;
    const auto close = rest.find('}', open);
    append_part(out, rest.substr(open + 1, close - open - 1), parts);
    rest.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace iso20022::check
