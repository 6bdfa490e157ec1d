// The sets of characters that Unicode and XML name: what \d \w \i \c and \p{...} stand for in patterns.
#pragma once

#include "schemac/regex.hpp"

#include <string_view>

namespace iso20022::schemac {

/// The characters of a class: 'd' digits, 'w' what words are made of, 'i' what may begin an XML name, 'c' what may
/// continue one; in Xerces' opinion, which judges the same schemas with it. Thread-safe; kept for the process.
const code_points& class_of_letter(char letter);

/// The characters of a category ("L", "Lu", "Nd") or block ("IsGreek"); null when there is none of that name.
const code_points* class_of_name(std::string_view name);

}  // namespace iso20022::schemac
