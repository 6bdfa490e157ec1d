// Which schemas to judge by: the compiled-in set, or the user's own.
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/schema/registry.hpp>

#include <string>
#include <vector>

namespace iso20022::cli {

/// The compiled-in registry for none, else the XSD files and directories of these names, loaded as one set.
result<schema::registry> open_registry(const std::vector<std::string>& schemas);
/// Place, message, code; the loader's further problems are further lines.
std::string describe(const error&);

}  // namespace iso20022::cli
