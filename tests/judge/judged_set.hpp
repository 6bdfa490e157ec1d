// What both sides judge by: tables for us, files for the other parsers.
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/schema/registry.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace iso20022::judge {

struct judged_set {
  schema::registry registry;
  std::vector<std::string> files;  // those that no other one includes
};

/// The compiled-in registry; `schemas` is the folder that it was made of.
result<judged_set> built_in_set(const std::string& schemas);
/// A registry made now of files and folders. Errors: those of load_schemas.
result<judged_set> loaded_set(const std::vector<std::string>& files_or_folders);

/// The same of what usage guidelines could make of them (restrict.hpp), which is written to `folder`.
result<judged_set> restricted_set(const std::vector<std::string>& files_or_folders, std::uint64_t seed,
                                  const std::string& folder);

}  // namespace iso20022::judge
