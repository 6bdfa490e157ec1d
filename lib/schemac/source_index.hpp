// A light pass over the schema files themselves: what Xerces' schema model does not tell. Where each declaration
// stands, what its documentation calls it, which files belong together, and which constructs this library refuses.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schemac/model.hpp"
#include "schemac/refusals.hpp"
#include "schemac/sources.hpp"

namespace iso20022::schemac {

struct source_file {
  std::string path;
  std::string target_namespace;
  std::vector<std::string> includes;  // absolute paths
  bool is_entry = false;              // not included by another file
};

struct declaration {
  place where;
  std::string documented_name;
  std::vector<place> again;  // where the same name stands once more
};

/// Declarations by path: "type", "type/element", "type/@attribute", "/global", "type/element/element" (anonymous
/// types).
class source_index {
 public:
  /// Reads them, and what they include or import, depth first. Directories: every .xsd below, sorted.
  static source_index read(const sources&, problems&);

  const std::vector<source_file>& files() const { return files_; }
  /// The declaration at `path` in namespace `ns`; files without a namespace belong to every one.
  const declaration* find(const std::string& ns, const std::string& path) const;
  place place_of(const std::string& ns, const std::string& path) const;
  /// Where a type, group, element or attribute of that name is declared at the top of a file other than `known`; else
  /// nowhere.
  place other_place(const std::string& name, const place& known) const;

 private:
  friend class source_reader;
  std::vector<source_file> files_;
  group_sizes sizes_;
  std::map<std::pair<std::string, std::string>, declaration> declarations_;
};

}  // namespace iso20022::schemac
