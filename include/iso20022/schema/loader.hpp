// Bring your own schema: XSD files become a registry at run time. Link iso20022::schema_loader (it brings Xerces-C++).
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/schema/registry.hpp>

#include <map>
#include <span>
#include <string>
#include <vector>

namespace iso20022 {

/// Why schemas cannot be used. Codes: "SCHEMA-READ" (not found, not well-formed, not valid XSD), "SCHEMA-REFUSED" (a
/// construct that is not supported; nothing is ever ignored), "SCHEMA-CONTRADICTION" (two schemas for one namespace).
struct schema_problem {
  std::string code;
  std::string message;
  std::string file;
  unsigned line = 0;  // from 1; 0: the whole file
};

/// Makes a registry of base ISO 20022 schemas, usage guidelines (MyStandards exports), envelopes: files, directories and
/// texts in memory, with what they include and import. Resource; use one from one thread at a time, several at once as
/// you like. Nothing is kept between loaders and nothing is fetched from a network.
///
/// A registry is one set: one schema a namespace, any number of namespaces. Types of one name may differ from namespace
/// to namespace. Two restrictions of one message (one namespace, as MyStandards exports them) are two registries, and so
/// are the compiled-in set and yours: make a reader of each.
class schema_loader {
 public:
  /// An XSD file, or a directory: every .xsd below it.
  schema_loader& add(std::string file_or_directory);
  /// An XSD in memory. `name` is what errors call it and what other schemas' schemaLocation says, relative to them.
  schema_loader& add_text(std::string name, std::string xsd);

  /// Takes some 20 ms a message: keep the registry. It is immutable, shared by its copies, used by any number of threads,
  /// and outlives the loader; readers and writers with it are as fast as with the compiled-in one. A reader keeps its
  /// registry alive. On failure the first problem is the error (`where` is file:line), the others follow in its message.
  result<schema::registry> load();
  /// All problems of the last `load`, in the order of the files.
  const std::vector<schema_problem>& problems() const { return problems_; }

 private:
  std::vector<std::string> paths_;
  std::map<std::string, std::string> texts_;
  std::vector<schema_problem> problems_;
};

/// The same in one call.
result<schema::registry> load_schemas(std::span<const std::string> files_or_directories);

}  // namespace iso20022
