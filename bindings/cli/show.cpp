// iso20022 show: a message as a tree with business names.
#include "commands.hpp"
#include "input.hpp"
#include "schemas.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>

#include <cstdio>
#include <memory>

namespace iso20022::cli {
namespace {

void print(const node& n, const message& m) {
  const auto value = n.type == value_type::component ? std::nullopt : get(m, n.path);
  const std::string tag = (n.is_attribute ? "@" : "") + std::string(n.name);
  std::printf("%*s%.*s (%s)", static_cast<int>(2 * n.depth), "", static_cast<int>(n.business_name.size()),
              n.business_name.data(), tag.c_str());
  if (n.repeats) std::printf(" %u of %u", n.index, n.count);
  if (value) std::printf(": %.*s", static_cast<int>(value->size()), value->data());
  std::printf("\n");
}

struct arguments {
  std::vector<std::string> files, schemas;
};

int run(const arguments& a) {
  const auto registry = open_registry(a.schemas);
  if (!registry) return std::fprintf(stderr, "iso20022: %s\n", describe(registry.error()).c_str()), unreadable;
  int status = all_valid;
  reader in(registry.value());
  const auto files = expand(a.files);
  for (const auto& file : files) {
    std::string why;
    const auto bytes = load(file, why);
    if (!bytes) {
      std::fprintf(stderr, "iso20022: cannot read %s: %s\n", file.c_str(), why.c_str());
      status = unreadable;
      continue;
    }
    if (files.size() > 1) std::printf("== %s\n", file.c_str());
    const auto read = in.read(*bytes);
    if (const auto m = read.partial()) visit(m, [&](const node& n) { print(n, m); });
    if (read.ok()) continue;
    std::fputs(read.report().to_text(file).c_str(), stdout);
    if (status == all_valid) status = some_invalid;
  }
  return status;
}

}  // namespace

void add_show(CLI::App& program, int& status) {
  auto* command = program.add_subcommand(
      "show", "A message as a tree: business name, tag, value. Errors follow, if there are any.");
  const auto a = std::make_shared<arguments>();
  command->add_option("FILE", a->files, "Files, directories, or - for standard input")->required();
  add_schema_option(*command, a->schemas);
  command->callback([a, &status] { status = run(*a); });
}

}  // namespace iso20022::cli
