// Usage guidelines as MyStandards exports them, made of any schema: restricted, renamed, annotated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace iso20022::judge {

/// What a guideline does to a schema; each where a draw says so: types renamed to Name__1, optional elements removed or
/// made mandatory, maxOccurs narrowed, choices narrowed (to one, too), texts shortened, enumerations narrowed, patterns
/// and bounds added, attributes and elements with fixed and default values, a type split into a base
/// and its extension, annotations. The result is one XSD as text; the same for the same seed.
std::string restricted(const std::string& schema_file, std::uint64_t seed);

/// All files restricted, into `folder` (made anew). Throws std::runtime_error when one cannot be read.
void write_restricted(const std::vector<std::string>& schema_files, std::uint64_t seed, const std::string& folder);

}  // namespace iso20022::judge
