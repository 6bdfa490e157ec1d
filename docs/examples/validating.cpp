// What docs/guide/validating.md shows.
#include <iso20022/codec/reader.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

using namespace iso20022;

int main(int argc, char** argv) {
  if (argc != 2) return std::cout << "usage: example_validating FILE\n", 2;
  std::ifstream file(argv[1]);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  read_options options;
  options.limits.bytes = 1u << 20;  // what no message of mine comes near
  options.limits.issues = 20;       // a file that is no message at all needs no longer report
  reader in(schema::registry::builtin(), options);

  const report& found = in.validate(bytes);
  for (const issue& i : found.issues)
    std::cout << i.line << ':' << i.column << ' ' << code_text(i.code) << ": " << i.business_name << ", found " << i.found
              << ", expected " << i.expected << '\n';
  std::cout << (found.ok() ? "valid" : "not valid") << (found.truncated ? ", and more" : "") << '\n';
  return found.ok() ? 0 : 1;
}
