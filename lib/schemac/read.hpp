// Files to intermediate form, through Xerces' schema model.
#pragma once

#include <string>
#include <vector>

#include "schemac/model.hpp"

namespace iso20022::schemac {

/// Reads files and directories (every .xsd below), what they include and import, as one set. Nothing is fetched from a
/// network. What cannot be read or is not supported is added to the problems; then the set is not to be used.
schema_set read(const std::vector<std::string>& files_or_directories, problems&);

}  // namespace iso20022::schemac
