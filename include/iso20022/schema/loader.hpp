// Schemas loaded at run time: link iso20022::schema_loader (it brings Xerces-C++ with it).
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/schema/registry.hpp>

#include <span>
#include <string>

namespace iso20022 {

/// Makes a registry of XSD files and directories (every .xsd below), with what they include and import: base ISO 20022
/// schemas, usage guidelines, envelopes. Reading with it is as fast as with the compiled-in registry.
///
/// Nothing is fetched from a network. Types of one name in several namespaces are shared where they are equal. Errors:
/// SCHEMA-READ (not found, not well-formed, not valid XSD), SCHEMA-REFUSED (a construct that is not supported); `where` is
/// file and line; further findings are further lines of `message`. Takes some 10 ms a message. Safe to call from several
/// threads; the registry is immutable.
result<schema::registry> load_schemas(std::span<const std::string> files_or_directories);

}  // namespace iso20022
