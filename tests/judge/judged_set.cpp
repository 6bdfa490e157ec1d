#include "judged_set.hpp"

#include <iso20022/schema/loader.hpp>

#include "schemac/source_index.hpp"
#include "xerces_judge.hpp"

namespace iso20022::judge {

result<judged_set> built_in_set(const std::string& schemas) {
  return judged_set{schema::registry::builtin(), schema_files(schemas)};
}

result<judged_set> loaded_set(const std::vector<std::string>& given) {
  auto registry = load_schemas(given);
  if (!registry) return registry.error();
  schemac::problems none;  // else it would not have been loaded
  judged_set set{std::move(registry).value(), {}};
  const auto index = schemac::source_index::read(given, none);
  for (const auto& f : index.files())
    if (f.is_entry) set.files.push_back(f.path);
  return set;
}

}  // namespace iso20022::judge
