// The C++ text of one component or enumeration.
#pragma once

#include <string>

#include "schemac/dictionary.hpp"

namespace iso20022::schemac {

/// "model::PostalAddress24", "iso20022::pacs_008_001_08::Document": as written inside namespace iso20022
std::string qualified_name(const dictionary&, const component&);
/// Whether the simple type has an enumeration class of its own.
bool is_enumeration(const simple_type&);
/// enum class ... : std::uint16_t { absent = 0, ... };
std::string emit_enumeration(const simple_type&);
/// struct ... { ... }; and a proof of its size.
std::string emit_struct(const dictionary&, const component&);
/// static_asserts that every member lies where the tables say.
std::string emit_layout_check(const dictionary&, const component&);

}  // namespace iso20022::schemac
