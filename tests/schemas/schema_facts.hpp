// A schema as a flat list of facts: "PostalAddress24/1.3 = element AdrLine : Max70Text 0..7".
// Two schemas that say the same thing give the same list, however their text is arranged.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace check_schemas {

enum class fact_kind { global, type, attribute, particle, facet };

struct fact {
  fact_kind kind;
  std::string value;
};

// Path of the fact -> the fact. Enumerations and patterns are facts of their own: their order means nothing.
using facts = std::map<std::string, fact>;

enum class scope {
  reachable,  // the types that a global element leads to
  all,        // every type of the target namespace
};

// Throws std::runtime_error with every message of Xerces if the schema does not load without a warning.
facts read_facts(const std::filesystem::path& schema, const std::string& target_namespace, scope);

// All the types of a schema given as text; its includes are looked for beside the pretended path.
facts read_facts_of_text(const std::string& schema, const std::filesystem::path& pretended_path,
                         const std::string& target_namespace);

// Names of the types that the facts describe.
std::set<std::string> type_names(const facts&);

}  // namespace check_schemas
