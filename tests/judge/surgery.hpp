// Taking one peculiarity out of a document and leaving the rest: how a known difference proves that it is the reason.
#pragma once

#include <string>
#include <string_view>

#include "schema/tables.hpp"

namespace iso20022::judge {

/// Characters beyond U+FFFF, as themselves or as references, become characters below.
std::string without_astral(std::string_view xml);
/// Sequences of four bytes that F5, F6 or F7 begins are cut out.
std::string without_beyond_unicode(std::string_view xml);
/// Zero bytes behind the root and what follows them are cut off, those in the XML declaration cut out.
std::string without_hidden_zeros(std::string_view xml);
/// Behind the root: a first byte that promises more bytes than there are is cut off, with what follows.
std::string without_broken_end(std::string_view xml);
/// U+2028 and U+2029, as themselves or as references, become U+2000.
std::string without_line_separators(std::string_view xml);
/// Characters beyond ASCII go away, as themselves or as references, from leaves that are base64 otherwise.
std::string without_wide_base64(std::string_view xml);
/// Leaves that are a decimal point alone, signed or not, become "0".
std::string without_bare_points(std::string_view xml);
/// A decimal point of seconds that no digit follows goes away.
std::string without_empty_fractions(std::string_view xml);
/// Second 60 becomes second 59.
std::string without_leap_seconds(std::string_view xml);
/// Years of more than nine digits become 2000.
std::string without_long_years(std::string_view xml);

enum class where { everywhere, open_content };
/// xsi:type, xsi:nil, xsi:schemaLocation and xsi:noNamespaceSchemaLocation go away. `xml` must be well-formed; open
/// content is what stands where a schema of these tables has xs:any.
std::string without_instance_attributes(std::string_view xml, where, schema::image);
/// The same for xsi:schemaLocation and xsi:noNamespaceSchemaLocation alone.
std::string without_schema_locations(std::string_view xml, schema::image);

/// Character references in declarations of namespaces become characters.
std::string without_references_in_declarations(std::string_view xml);
/// Of prefixes that one tag declares more than once, only the last declaration.
std::string without_repeated_declarations(std::string_view xml);

// surgery_schema.cpp
/// Values of attributes that a schema fixes become what it says.
std::string without_unfixed_attributes(std::string_view xml, schema::image);
/// Blank texts of elements that a schema gives a value become empty.
std::string without_blanks_for_values(std::string_view xml, schema::image);
/// Leaves whose names no element of these tables has go away.
std::string without_unknown_leaves(std::string_view xml, schema::image);

}  // namespace iso20022::judge
