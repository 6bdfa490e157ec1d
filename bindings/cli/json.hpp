// Strings as JSON.
#pragma once

#include <string>
#include <string_view>

namespace iso20022::cli {

/// `s` in quotes, escaped. A file's name may hold any bytes, JSON may not: what is no UTF-8 becomes U+FFFD.
std::string json_string(std::string_view s);

}  // namespace iso20022::cli
