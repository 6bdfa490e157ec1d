// Leaf values: white space, lexical form, facets, and the value itself. Used by every reader and by `check`.
#pragma once

#include "codec/arena.hpp"
#include "schema/tables.hpp"

#include <iso20022/core/date.hpp>

#include <cstdint>
#include <string_view>

namespace iso20022::codec {

/// What is wrong with a value; the first facet that fails, in the order of checking.
enum class leaf_status : std::uint8_t {
  ok,
  // the lexical form of the built-in type
  number, boolean, date, date_time, time, base64, uri, id,
  year_too_long,  // a year of more than nine digits: a limit of ours
  // facets
  length, min_length, max_length, pattern, enumeration, total_digits, fraction_digits, range,
};

/// Judges `content` (entities and line ends decoded, white space as written) by the simple type and puts the value into
/// `slot`, which is zeroed and laid out as the type's value_kind says; null: judge only. The value's text is `content`
/// after the white space facet: a view of it where that only trims, else (a run of blanks inside a token) a copy in
/// `memory`, which may be null when `slot` is. After a failed check the slot holds the text and nothing else.
/// Uniqueness of xs:ID is the reader's to judge.
leaf_status check_leaf(const schema::image&, const schema::simple&, std::string_view content, void* slot, arena* memory);

/// Puts `content` into the head of the value at `slot` (its text), as it is.
void set_raw_text(void* slot, std::string_view content);

/// Whether `content` equals the fixed value, after white space, in the value space of the type (1.0 equals 1.00).
bool equals_fixed(const schema::image&, const schema::simple&, std::string_view content, std::string_view fixed);

/// Number of code points a length facet sees (bytes for base64Binary): for messages.
std::size_t facet_length(const schema::simple&, std::string_view normalized);

/// `s` after the white space facet. Copies into `memory` only when blanks inside change; without memory it then gives the
/// trimmed text with `changed` set.
std::string_view apply_white_space(unsigned facet, std::string_view s, arena* memory, bool& changed);

bool matches_pattern(const schema::image&, const schema::dfa&, std::string_view);

// The lexical forms of dates and times (XML Schema Part 2, 3.2.7 to 3.2.11), no white space around them.
leaf_status read_date(std::string_view, date&);
leaf_status read_year_month(std::string_view, date&);
leaf_status read_year(std::string_view, date&);
leaf_status read_date_time(std::string_view, date_time&);
leaf_status read_time(std::string_view, date_time&);
/// Whether two valid texts of a type with a calendar mean the same: the same moment, whatever the zone (XML Schema Part 2,
/// 3.2.7.4); one with a zone and one without are never the same.
bool same_moment(schema::builtin, std::string_view, std::string_view);

/// xs:anyURI as Xerces-C++ 3.2.4 judges it: a URI reference of RFC 2396, blanks and non-ASCII allowed.
bool is_uri(std::string_view);
/// Bytes that base64 text stands for, -1 when it is not base64Binary.
std::int64_t base64_size(std::string_view);

}  // namespace iso20022::codec
