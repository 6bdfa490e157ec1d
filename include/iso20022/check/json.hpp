// Text as a JSON string: the one way in which the library and the command line write one.
#pragma once

#include <string>
#include <string_view>

namespace iso20022 {

/// Appends `s` in quotes, escaped. What is appended is always UTF-8: bytes that are none become U+FFFD, one for each byte.
void append_json(std::string& out, std::string_view s);

}  // namespace iso20022
