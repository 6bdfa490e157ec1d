// Patterns of XML Schema, made into tables: no regex engine at run time.
#pragma once

#include "schema/tables.hpp"

#include <iso20022/core/result.hpp>

#include <string_view>
#include <vector>

namespace iso20022::schemac {

/// A minimal automaton over the UTF-8 bytes of a whole value. State 0 is dead, state 1 the start.
struct compiled_pattern {
  std::vector<schema::u8> classes;       // 256: byte -> class
  std::vector<schema::u16> transitions;  // state * class_count + class -> state
  std::vector<schema::u8> accepting;     // by state
  unsigned class_count = 0, state_count = 0;
};

/// Compiles an XSD regular expression (XML Schema Part 2, appendix F). \d \w \i \c and \p{...} are what Xerces takes them
/// for. Refused with a clear message, never ignored: what is no regular expression, or would need too many states.
result<compiled_pattern> compile_pattern(std::string_view xsd_regex);

/// The pattern as few forms of fixed byte classes, a position each, for the fast reader; empty when it is no such pattern
/// (more than 8 forms, 63 bytes or 4 ranges a position, or anything beyond ASCII). Lengths outside [min_len, max_len] are
/// left out.
std::vector<schema::positional> positional_forms(std::string_view xsd_regex, schema::u32 min_len, schema::u32 max_len);

}  // namespace iso20022::schemac
