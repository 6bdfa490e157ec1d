// Pieces of XSD.
#pragma once

#include <string>

#include "schemac/model.hpp"

namespace iso20022::schemac {

std::string escaped(const std::string&);                                // for attribute values and text
std::string occurs(const particle&);                                    // minOccurs and maxOccurs where they are not 1
std::string constraint(bool has, bool is_default, const std::string&);  // fixed or default
std::string documentation(const std::string& name, const std::string& indent);
/// The type with all its folded facets, restricting a built-in type.
std::string xsd_simple_type(const simple_type&);

}  // namespace iso20022::schemac
