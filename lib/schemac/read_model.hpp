// Xerces' schema model to ours. Only what a global element reaches is read.
#pragma once

#include <xercesc/framework/psvi/XSModel.hpp>
#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>

#include "schemac/source_index.hpp"

namespace iso20022::schemac {

schema_set read_model(xercesc::XSModel&, const source_index&, problems&);

/// Facets of the type and all its ancestors; name, namespace and place are the caller's. Adds to the problems what is
/// not supported.
simple_type read_facets(xercesc::XSSimpleTypeDefinition&, const place&, problems&);

inline constexpr std::string_view xsd_namespace = "http://www.w3.org/2001/XMLSchema";

}  // namespace iso20022::schemac
