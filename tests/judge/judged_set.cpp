#include "judged_set.hpp"

#include <iso20022/schema/loader.hpp>

#include "restrict.hpp"
#include "schemac/source_index.hpp"
#include "xerces_judge.hpp"

namespace iso20022::judge {

namespace {

/// The files of a set that no other one includes.
std::vector<std::string> entries(const std::vector<std::string>& given) {
  schemac::problems told_by_the_loader;
  const auto index = schemac::source_index::read(given, told_by_the_loader);
  std::vector<std::string> files;
  for (const auto& f : index.files())
    if (f.is_entry) files.push_back(f.path);
  return files;
}

}  // namespace

result<judged_set> built_in_set(const std::string& schemas) {
  return judged_set{schema::registry::builtin(), schema_files(schemas)};
}

result<judged_set> loaded_set(const std::vector<std::string>& given) {
  auto registry = load_schemas(given);
  if (!registry) return registry.error();
  return judged_set{std::move(registry).value(), entries(given)};
}

result<judged_set> restricted_set(const std::vector<std::string>& given, std::uint64_t seed, const std::string& folder) {
  write_restricted(entries(given), seed, folder);
  return loaded_set({folder});
}

}  // namespace iso20022::judge
