// A message by schemas that were not known when this was built.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/schema/loader.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 3) return std::puts("usage: example_own_schema FOLDER-OR-XSD MESSAGE"), 2;
  iso20022::schema_loader schemas;
  const auto registry = schemas.add(argv[1]).load();
  for (const auto& p : schemas.problems()) std::printf("%s:%u: %s\n", p.file.c_str(), p.line, p.message.c_str());
  if (!registry) return 2;

  iso20022::reader in(*registry);  // keeps the registry; one reader a thread
  std::ifstream file(argv[2]);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto read = in.read(bytes);
  std::fputs(read.report().to_text(argv[2]).c_str(), stdout);
  if (const auto message = read.partial())
    iso20022::visit(message, [](const iso20022::node& n) {
      if (n.type != iso20022::value_type::component) std::printf("%s = %s\n", std::string(n.path).c_str(), n.text().c_str());
    });
  return read.ok() ? 0 : 1;
}
