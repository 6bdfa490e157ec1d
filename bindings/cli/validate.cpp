// iso20022 validate: the verdict on files, and every issue.
#include "commands.hpp"
#include "input.hpp"
#include "schemas.hpp"

#include <iso20022/check/json.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/stream.hpp>

#include <cstdio>
#include <memory>

namespace iso20022::cli {
namespace {

struct arguments {
  std::vector<std::string> files;
  std::vector<std::string> schemas;
  std::string each;
  std::string format = "text";
};

void print_text(const std::string& file, std::string_view kind, const report& found) {
  if (found.ok()) std::printf("%s: valid %.*s\n", file.c_str(), static_cast<int>(kind.size()), kind.data());
  std::fputs(found.to_text(file).c_str(), stdout);
}

/// One line: `{"file":...,"kind":...,"valid":...` and the rest.
void print_object(const std::string& file, std::string_view kind, bool valid, const std::string& rest) {
  std::string line = "{\"file\":";
  append_json(line, file);
  line += ",\"kind\":";
  if (kind.empty()) line += "null";
  else append_json(line, kind);
  ((line += valid ? ",\"valid\":true," : ",\"valid\":false,") += rest) += "}\n";
  std::fputs(line.c_str(), stdout);
}

void print_json(const std::string& file, std::string_view kind, const report& found) {
  print_object(file, kind, found.ok(), "\"issues\":" + found.to_json());
}

void unreadable_file(const arguments& a, const std::string& file, const std::string& why) {
  if (a.format == "jsonl") {
    std::string rest = "\"error\":";
    append_json(rest, why);
    print_object(file, {}, false, rest + ",\"issues\":[]");
  }
  std::fprintf(stderr, "iso20022: cannot read %s: %s\n", file.c_str(), why.c_str());
}

/// Files of any size, entry by entry.
int run_streamed(const arguments& a, const schema::registry& registry) {
  stream in(a.each, registry);
  int status = all_valid;
  for (const auto& file : expand(a.files)) {
    in.restart();
    const auto source = file == "-" ? result<byte_source>(from_descriptor(0)) : from_file(file);
    if (source) in.pull(*source);
    while (source && in.next()) {}
    if (!source || in.source_error()) {
      unreadable_file(a, file, source ? in.source_error()->message : source.error().message);
      status = unreadable;
      continue;
    }
    const auto kind = in.surroundings() ? in.surroundings().id() : std::string_view();
    (a.format == "jsonl" ? print_json : print_text)(file, kind, in.report());
    if (!in.report().ok() && status == all_valid) status = some_invalid;
  }
  return status;
}

int run(const arguments& a) {
  const auto registry = open_registry(a.schemas);
  if (!registry) return std::fprintf(stderr, "iso20022: %s\n", describe(registry.error()).c_str()), unreadable;
  if (!a.each.empty()) return run_streamed(a, registry.value());
  reader in(registry.value());
  int status = all_valid;
  for (const auto& file : expand(a.files)) {
    std::string why;
    const auto bytes = load(file, why);
    if (!bytes) {
      unreadable_file(a, file, why);
      status = unreadable;
      continue;
    }
    const auto read = in.read(*bytes);
    const auto kind = read.partial() ? read.partial().id() : std::string_view();
    (a.format == "jsonl" ? print_json : print_text)(file, kind, read.report());
    if (!read.ok() && status == all_valid) status = some_invalid;
  }
  return status;
}

}  // namespace

void add_validate(CLI::App& program, int& status) {
  auto* command = program.add_subcommand(
      "validate", "Judge messages: well-formed, and as the schema says. Exit status: 0 all valid, 1 some invalid, 2 could not read.");
  const auto a = std::make_shared<arguments>();
  command->add_option("FILE", a->files, "Files, directories (every .xml below), or - for standard input")->required();
  add_schema_option(*command, a->schemas);
  command->add_option("--each", a->each,
                      "Read files of any size in little memory: the path of the element that repeats, "
                      "for example /Document/BkToCstmrAcctRpt/Rpt/Ntry");
  command->add_option("--format", a->format, "text for people; jsonl: one JSON object a file")->check(CLI::IsMember({"text", "jsonl"}));
  command->callback([a, &status] { status = run(*a); });
}

}  // namespace iso20022::cli
