#include "known_differences.hpp"

#include <algorithm>

#include "surgery.hpp"

namespace iso20022::judge {

namespace {

constexpr auto any_code = issue_code::count_;

/// The XML declaration, or nothing.
std::string_view declaration(std::string_view xml) {
  if (xml.starts_with("\xEF\xBB\xBF")) xml.remove_prefix(3);
  if (!xml.starts_with("<?xml")) return {};
  char quote = 0;  // "?>" within quotes does not end it
  std::size_t i = 0;
  for (; i < xml.size() && (quote || !xml.substr(i).starts_with("?>")); ++i) {
    if (xml[i] == quote) quote = 0;
    else if (!quote && (xml[i] == '"' || xml[i] == '\'')) quote = xml[i];
  }
  return xml.substr(0, i);
}

bool has_doctype(std::string_view xml, const our_verdict&) { return xml.find("<!DOCTYPE") != xml.npos; }

/// What the declaration says in quotes behind `key`.
std::string_view declared(std::string_view xml, std::string_view key) {
  const auto d = declaration(xml);
  const auto at = d.find(key);
  const auto open = at == d.npos ? d.npos : d.find_first_of("'\"", at);
  return open == d.npos ? std::string_view() : d.substr(open + 1, d.find(d[open], open + 1) - open - 1);
}

bool has_another_encoding(std::string_view xml, const our_verdict& v) {
  const bool wide =
      xml.starts_with("\xFE\xFF") || xml.starts_with("\xFF\xFE") || xml.substr(0, 8).find('\0') != xml.npos;
  std::string name(declared(xml, "encoding"));
  for (char& c : name) c = static_cast<char>(c >= 'a' && c <= 'z' ? c ^ 0x20 : c);
  const bool named = !name.empty() && name != "UTF-8" && name != "US-ASCII";
  // Bytes that are not UTF-8 are noticed even before what the declaration says.
  return (wide || named) && (v.has(issue_code::xml_encoding) || v.has(issue_code::xml_not_utf8));
}

bool has_another_version(std::string_view xml, const our_verdict& v) {
  const auto version = declared(xml, "version");
  return version.starts_with("1.") && version != "1.0" &&
         (v.has(issue_code::xml_version) || v.has(issue_code::xml_declaration));
}

std::string without_types(std::string_view xml, schema::image tables) {
  return without_instance_attributes(xml, where::everywhere, tables);
}
std::string without_open_instance(std::string_view xml, schema::image tables) {
  return without_instance_attributes(xml, where::open_content, tables);
}
/// For what asks the document only.
template <auto Without>
std::string by_text(std::string_view xml, schema::image) {
  return Without(xml);
}

constexpr known table[] = {
    {"document type refused",
     "A DOCTYPE can define entities and is no part of any message: refused whatever it says. Xerces reads it.",
     refused_by::us, issue_code::xml_doctype, has_doctype, nullptr},
    {"encoding other than UTF-8 refused",
     "Messages are UTF-8 (or declared US-ASCII). Xerces converts UTF-16, ISO-8859-1 and many more, and knows both by "
     "more names (\"UTF.8\", \"CP1208\", \"ANSI_X3.4-1968\").",
     refused_by::us, any_code, has_another_encoding, nullptr},
    {"version other than 1.0 refused",
     "Messages are XML 1.0 and say so. Xerces reads 1.1 too, and takes whatever else begins with \"1.\" for 1.0.",
     refused_by::us, any_code, has_another_version, nullptr},
    {"character beyond U+FFFF counts once",
     "Length facets count characters (XML Schema Part 2, 4.3.1). Xerces counts UTF-16 units, libxml2 and we "
     "characters.",
     refused_by::either, any_code, nullptr, by_text<without_astral>},
    {"limit on depth reached",
     "A read has limits (core/limits.hpp), each with the attack that it stops; Xerces has none.", refused_by::us,
     issue_code::limit_depth, nullptr, nullptr},
    {"limit on attributes reached", "As for depth.", refused_by::us, issue_code::limit_attributes, nullptr, nullptr},
    {"limit on namespaces reached", "As for depth.", refused_by::us, issue_code::limit_namespaces, nullptr, nullptr},
    {"one value is no message",
     "A schema may have global elements of simple types, which Xerces takes as documents. What we read are messages, and they "
     "begin with a component.",
     refused_by::us, issue_code::schema_unknown_root, nullptr, nullptr},
    {"decimal point without digits refused",
     "A decimal has at least one digit (XML Schema Part 2, 3.2.3). Xerces takes \".\" for 0.", refused_by::us,
     issue_code::schema_number, nullptr, by_text<without_bare_points>},
    {"fraction of a second without digits refused",
     "\"12:00:00.\" lacks the digits behind its point (XML Schema Part 2, 3.2.7.1). Xerces does not miss them.",
     refused_by::us, any_code, nullptr, by_text<without_empty_fractions>},
    {"second 60 refused",
     "0 <= second < 60 (XML Schema 1.1 Part 2, 3.3.7); leap seconds are not announced in payments. Xerces takes them.",
     refused_by::us, any_code, nullptr, by_text<without_leap_seconds>},
    {"year of more than nine digits refused",
     "A limit of ours; the recommendation lets a processor have one. Xerces has none.", refused_by::us, any_code,
     nullptr, by_text<without_long_years>},
    {"bytes F5 and above refused",
     "Beyond U+10FFFF there is no UTF-8 (RFC 3629). Xerces drops what F5, F6 and F7 begin.", refused_by::us, any_code,
     nullptr, by_text<without_beyond_unicode>},
    {"zero bytes in the declaration or behind the root refused",
     "A zero byte is no XML character. Xerces skips it in the XML declaration, and stops reading at it behind the "
     "root.",
     refused_by::us, any_code, nullptr, by_text<without_hidden_zeros>},
    {"broken character at the very end refused",
     "Bytes behind the root that begin a character which the document does not finish are no UTF-8. Xerces stops "
     "before them.",
     refused_by::us, issue_code::xml_not_utf8, nullptr, by_text<without_broken_end>},
    {"xsi:type that names a simple type refused on a component",
     "A simple type is not derived from a type with elements. Xerces does not compare them; libxml2 and we do.",
     refused_by::us, issue_code::schema_type, nullptr, without_types},
    {"number of names in xsi:schemaLocation",
     "A hint that nobody follows; that the names come in pairs is no rule of validity. Xerces makes it one, libxml2 "
     "not.",
     refused_by::xerces, any_code, nullptr, without_schema_locations},
    {"character beyond ASCII in base64 refused",
     "It is none of the 65 characters of base64 (XML Schema Part 2, 3.2.16). Xerces looks at its lowest eight bits only, "
     "and ends where they are zero.",
     refused_by::us, issue_code::schema_base64, nullptr, by_text<without_wide_base64>},
    {"line separators are characters like others",
     "In patterns '.' is everything but \\n and \\r (XML Schema Part 2, appendix F). Xerces leaves out U+2028 and U+2029 "
     "too; libxml2 and we do not.",
     refused_by::either, any_code, nullptr, by_text<without_line_separators>},
    {"blanks are no default value",
     "An empty element has its default or fixed value; one with blanks in it is not empty (XML Schema Part 1, 3.3.4), and blanks "
     "are no number or date. Xerces takes them for nothing; libxml2 and we do not.",
     refused_by::us, any_code, nullptr, without_blanks_for_values},
    {"fixed attributes are compared as values",
     "What is fixed is a value, not a text (XML Schema Part 1, 3.2.4): 07 is 7. Xerces compares texts of attributes, but values of "
     "elements; libxml2 and we compare the values of attributes.",
     refused_by::xerces, any_code, nullptr, without_unfixed_attributes},
    {"an element that may come 0 times is none",
     "minOccurs and maxOccurs 0 take an element out of the content (XML Schema Part 1, 3.9.2). Xerces lets it in, once.",
     refused_by::us, issue_code::schema_unknown_element, nullptr, without_unknown_leaves},
    {"references in the namespace of xsi",
     "A namespace is what is written after references are replaced. Xerces, when it looks for xsi:type and xsi:nil ahead of "
     "everything else, does not replace them, and misses both; libxml2 and we do.",
     refused_by::us, any_code, nullptr, by_text<without_references_in_declarations>},
    {"prefix declared twice among many attributes",
     "No attribute may stand twice in a tag (XML 1.0, 3.1). Where there are many, Xerces loses some in its table "
     "of their names; libxml2 and we do not.",
     refused_by::us, issue_code::xml_duplicate_attribute, nullptr, by_text<without_repeated_declarations>},
    {"instance attributes in open content",
     "What stands for xs:any and is no element that the schemas know is well-formed, no more: xsi:type and xsi:nil there are not "
     "looked at, whatever type they name. Xerces does, lets xsi:nil reach the elements around, and takes xsi:type for the "
     "declaration that processContents=\"strict\" asks for.",
     refused_by::either, any_code, nullptr, without_open_instance},
};

/// Could it be the reason, judged by who refuses and with what code?
bool fits(const known& k, std::string_view xml, const verdict& x, const our_verdict& v) {
  const bool refused_by_who =
      k.who == refused_by::either || (k.who == refused_by::us ? x.valid && !v.valid : !x.valid && v.valid);
  return refused_by_who && (k.code == any_code || v.has(k.code)) && (!k.present || k.present(xml, v));
}

/// Without its peculiarity Xerces and we say the same.
bool agree(const std::string& plain, opinions& all) { return all.xerces(plain).valid == all.ours(plain).valid; }

}  // namespace

std::span<const known> known_differences() { return table; }

std::string_view known_difference(std::string_view xml, opinions& all, const verdict& x, const our_verdict& v) {
  for (const auto& k : table) {
    if (!fits(k, xml, x, v)) continue;
    if (!k.without) return k.name;
    const std::string plain = k.without(xml, all.tables());
    if (plain != xml && agree(plain, all)) return k.name;
  }
  // Two at once: a document can have been changed more than once.
  for (const auto& k : table)
    for (const auto& other : table) {
      if (!k.without || !other.without || &k == &other || !fits(k, xml, x, v)) continue;
      const std::string one = k.without(xml, all.tables()), both = other.without(one, all.tables());
      if (one != xml && both != one && agree(both, all)) return k.name;
    }
  return {};
}

}  // namespace iso20022::judge
