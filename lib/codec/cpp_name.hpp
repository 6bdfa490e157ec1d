// Names of schemas as names of C++.
#pragma once

#include <string_view>

namespace iso20022::codec {

/// Whether schemac makes `identifier` of `name`: what C++ does not allow in names became '_'.
bool is_identifier_of(std::string_view identifier, std::string_view name);

}  // namespace iso20022::codec
