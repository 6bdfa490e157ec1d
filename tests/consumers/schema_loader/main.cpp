// Loads the schemas that are named and says which messages they define.
#include <iso20022/codec/reader.hpp>
#include <iso20022/schema/loader.hpp>

#include <iostream>

int main(int count, char** arguments) {
  const std::vector<std::string> schemas(arguments + 1, arguments + count);
  const auto registry = iso20022::load_schemas(schemas);
  if (!registry) {
    std::cerr << registry.error().where << ": " << registry.error().message << "\n";
    return 1;
  }
  const auto messages = registry->messages();
  for (const auto& m : messages) std::cout << m.id << " " << m.element << "\n";
  iso20022::reader reader(*registry);
  return messages.empty() || reader.validate("<unknown/>").ok() ? 1 : 0;
}
