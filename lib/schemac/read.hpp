// Files to intermediate form, through Xerces' schema model.
#pragma once

#include "schemac/model.hpp"
#include "schemac/sources.hpp"

namespace iso20022::schemac {

/// Reads files, directories (every .xsd below) and texts, with what they include and import, as one set. Nothing is
/// fetched from a network. What cannot be read or is not supported is added to the problems; then the set is not to be
/// used.
schema_set read(const sources&, problems&);

}  // namespace iso20022::schemac
