// Which schemas to judge by: the compiled-in set, or the user's own.
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/schema/registry.hpp>

#include <string>

namespace iso20022::cli {

/// The compiled-in registry for "", else the XSD file or directory of that name, loaded.
result<schema::registry> open_registry(const std::string& schema);
/// An error on one line: code, message, place.
std::string describe(const error&);

}  // namespace iso20022::cli
