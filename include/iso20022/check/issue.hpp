// What is wrong with a message, said so that a bank's analyst can act on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace iso20022 {

/// Who found it: XML itself, the schema, or a profile's rule.
enum class layer : std::uint8_t { xml, schema, profile };
enum class severity : std::uint8_t { error, warning };

/// Stable codes. The text form ("XML-ENTITY", "SCH-PATTERN") never changes; codes are appended, never reused.
enum class issue_code : std::uint16_t {
  // xml: the document is not well-formed, or uses what we refuse
  xml_empty, xml_not_utf8, xml_encoding, xml_version, xml_declaration, xml_doctype, xml_character, xml_syntax, xml_name,
  xml_attribute_syntax, xml_duplicate_attribute, xml_entity, xml_character_reference, xml_end_tag_mismatch,
  xml_unclosed, xml_comment, xml_processing_instruction, xml_cdata, xml_cdata_end_in_text, xml_prefix_unbound,
  xml_namespace, xml_after_root, xml_text_outside_root,
  // limits
  limit_bytes, limit_depth, limit_elements, limit_attributes, limit_text, limit_issues,
  // schema: well-formed, but not what the schema says
  schema_unknown_root, schema_unknown_element, schema_wrong_namespace, schema_order, schema_missing,
  schema_incomplete_choice, schema_too_many, schema_too_few, schema_text_between, schema_element_in_text,
  schema_attribute_unknown, schema_attribute_missing, schema_attribute_fixed, schema_length, schema_min_length,
  schema_max_length, schema_pattern, schema_enumeration, schema_number, schema_total_digits, schema_fraction_digits,
  schema_range, schema_boolean, schema_date, schema_date_time, schema_time, schema_base64, schema_uri, schema_id,
  schema_nil, schema_type, schema_wildcard, schema_fixed,
  // limits of streams, and what came later
  limit_entry, limit_surroundings,
  limit_namespaces,
  count_
};
/// "XML-ENTITY", "SCH-PATTERN", "LIM-DEPTH".
std::string_view code_text(issue_code);

/// One finding. Built only when there is something to say.
struct issue {
  issue_code code;
  iso20022::layer layer = iso20022::layer::schema;
  iso20022::severity severity = iso20022::severity::error;
  std::string path;           // /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/IntrBkSttlmAmt/@Ccy
  std::uint64_t offset = 0;   // bytes from 0
  std::uint32_t line = 0;     // from 1
  std::uint32_t column = 0;   // from 1, in code points
  std::string business_name;  // of what `path` names: "Interbank Settlement Amount"; empty where the schema knows none
  std::string found;          // "US" (shortened, control characters escaped)
  std::string expected;       // "3 letters A-Z, for example USD"
  std::string message;        // one sentence for a person
  std::string snippet;        // the line of input (shortened) and a caret below, two lines
};

}  // namespace iso20022
