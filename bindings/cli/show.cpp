// iso20022 show: a message as a tree with business names.
#include "commands.hpp"
#include "input.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>

#include <cstdio>
#include <memory>

namespace iso20022::cli {
namespace {

void print(const node& n, const message& m) {
  const auto value = n.type == value_type::component ? std::nullopt : get(m, n.path);
  const std::string tag = (n.is_attribute ? "@" : "") + std::string(n.name);
  std::printf("%*s%.*s (%s)", static_cast<int>(2 * n.depth), "", static_cast<int>(n.business_name.size()), n.business_name.data(), tag.c_str());
  if (n.repeats) std::printf(" %u of %u", n.index, n.count);
  if (value) std::printf(": %.*s", static_cast<int>(value->size()), value->data());
  std::printf("\n");
}

int run(const std::vector<std::string>& files) {
  int status = all_valid;
  reader in;
  for (const auto& file : expand(files)) {
    std::string why;
    const auto bytes = load(file, why);
    if (!bytes) return std::fprintf(stderr, "iso20022: cannot read %s: %s\n", file.c_str(), why.c_str()), unreadable;
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
  auto* command = program.add_subcommand("show", "A message as a tree: business name, tag, value. Errors follow, if there are any.");
  const auto files = std::make_shared<std::vector<std::string>>();
  command->add_option("FILE", *files, "Files, directories, or - for standard input")->required();
  command->callback([files, &status] { status = run(*files); });
}

}  // namespace iso20022::cli
