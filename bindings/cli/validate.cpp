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

void append_issue(std::string& out, std::string_view code, const char* severity, std::string_view path, std::uint32_t line,
                  std::uint32_t column, std::string_view message) {
  append_json(out += "{\"code\":", code);
  append_json(((out += ",\"severity\":\"") += severity) += "\",\"path\":", path);
  (((out += ",\"line\":") += std::to_string(line)) += ",\"column\":") += std::to_string(column);
  append_json(out += ",\"message\":", message);
  out += '}';
}

/// The start of a line: what is said of a file before its issues.
std::string json_of(const std::string& file, std::string_view kind, bool valid) {
  std::string line = "{\"file\":";
  append_json(line, file);
  line += ",\"kind\":";
  if (kind.empty()) line += "null";
  else append_json(line, kind);
  return line += valid ? ",\"valid\":true,\"issues\":[" : ",\"valid\":false,\"issues\":[";
}

void print_json(const std::string& file, std::string_view kind, const report& found) {
  auto line = json_of(file, kind, found.ok());
  for (const auto& i : found.issues) {
    if (&i != found.issues.data()) line += ',';
    append_issue(line, code_text(i.code), i.severity == severity::error ? "error" : "warning", i.path, i.line, i.column,
                 i.message);
  }
  std::fputs((line += "]}\n").c_str(), stdout);
}

void unreadable_file(const arguments& a, const std::string& file, const std::string& why) {
  if (a.format == "jsonl") {
    auto line = json_of(file, {}, false);
    append_issue(line, "CANNOT-READ", "error", "", 0, 0, "cannot be read: " + why);
    std::fputs((line += "]}\n").c_str(), stdout);
  }
  std::fprintf(stderr, "iso20022: cannot read %s: %s\n", file.c_str(), why.c_str());
}

/// What the verdict does not say: how to read what is too large.
void advise(const std::string& file, const report& found) {
  for (const auto& i : found.issues)
    if (i.code == issue_code::limit_bytes)
      std::fprintf(stderr,
                   "iso20022: %s is too large to be read at once; --each PATH reads files of any size "
                   "(validate --help)\n",
                   file.c_str());
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
    if (kind.size() && !in.has_path())
      std::fprintf(stderr, "iso20022: %s has nothing at --each %s: it was read as a whole\n", file.c_str(), a.each.c_str());
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
    advise(file, read.report());
    if (!read.ok() && status == all_valid) status = some_invalid;
  }
  return status;
}

}  // namespace

void add_validate(CLI::App& program, int& status) {
  auto* command = program.add_subcommand(
      "validate",
      "Judge messages: well-formed, and as the schema says. "
      "Exit status: 0 all valid, 1 some invalid, 2 could not read.");
  command->footer(
      "Examples:\n"
      "  iso20022 validate payment.xml inbox/                     files and folders\n"
      "  iso20022 validate --format jsonl - < payment.xml         {\"file\",\"kind\",\"valid\",\n"
      "                                                           \"issues\":[{\"code\",\"severity\",\"path\",\n"
      "                                                           \"line\",\"column\",\"message\"}]}\n"
      "  iso20022 validate --schema guideline.xsd payment.xml     as your bank's own usage guideline says\n"
      "  iso20022 validate --each /Document/BkToCstmrAcctRpt/Rpt/Ntry report.xml\n"
      "                                                           a report of any size, entry by entry");
  const auto a = std::make_shared<arguments>();
  command->add_option("FILE", a->files, "Files, directories (every .xml below), or - for standard input")->required();
  add_schema_option(*command, a->schemas);
  command->add_option("--each", a->each,
                      "Read files of any size in little memory: the path of the element that repeats, "
                      "for example /Document/BkToCstmrAcctRpt/Rpt/Ntry");
  command->add_option("--format", a->format, "text for people; jsonl: one JSON object a file")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  command->callback([a, &status] { status = run(*a); });
}

}  // namespace iso20022::cli
