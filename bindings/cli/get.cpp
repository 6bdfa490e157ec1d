// iso20022 get and diff: values by path, and what two messages say differently.
#include "commands.hpp"
#include "input.hpp"
#include "schemas.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>

#include <cstdio>
#include <functional>
#include <memory>

namespace iso20022::cli {
namespace {

struct get_arguments {
  std::string path;
  std::vector<std::string> files, schemas;
  bool with_path = false;
};
struct diff_arguments {
  std::string a, b;
  std::vector<std::string> schemas;
};

/// Whether `path` is one of those that `wanted` means: a step without an index means all of its name.
bool is_meant(std::string_view path, std::string_view wanted) {
  while (!path.empty() && !wanted.empty()) {
    const auto step = path.substr(0, path.find('/', 1)), asked = wanted.substr(0, wanted.find('/', 1));
    if (step != asked && step.substr(0, step.find('[')) != asked && step != asked.substr(0, asked.find("[1]"))) return false;
    path.remove_prefix(step.size());
    wanted.remove_prefix(asked.size());
  }
  return path.empty() && wanted.empty();
}

/// Calls `use` with what was read of each file, valid or not.
int for_each_file(const std::vector<std::string>& names, const std::vector<std::string>& schemas,
                  const std::function<int(const std::string&, const message&)>& use) {
  const auto registry = open_registry(schemas);
  if (!registry) return complain(describe(registry.error()));
  reader in(registry.value());
  int status = all_valid;
  for (const auto& file : expand(names)) {
    std::string why;
    const auto bytes = need(file, why);
    if (!bytes) {
      status = complain(why);
      continue;
    }
    const auto read = in.read(*bytes);
    if (!read.ok()) std::fprintf(stderr, "iso20022: %s has errors (iso20022 validate names them)\n", file.c_str());
    status = std::max(status, use(file, read.partial()));
  }
  return status;
}

int run(const get_arguments& a) {
  const bool named = a.files.size() > 1 || expand(a.files).size() > 1;
  return for_each_file(a.files, a.schemas, [&](const std::string& file, const message& m) {
    bool some = false;
    if (m)
      visit(m, [&](const node& n) {
        if (n.type == value_type::component || !is_meant(n.path, a.path)) return;
        some = true;
        if (named) std::printf("%s: ", file.c_str());
        if (a.with_path) std::printf("%.*s: ", static_cast<int>(n.path.size()), n.path.data());
        std::printf("%s\n", n.text().c_str());
      });
    return some ? all_valid : some_invalid;
  });
}

/// Whether two values mean the same: 10.0 and 10.00 do.
bool means_the_same(const node& x, const node& y) {
  if (const auto *p = x.as<decimal>(), *q = y.as<decimal>(); p && q) return *p == *q;
  if (const auto *p = x.as<boolean>(), *q = y.as<boolean>(); p && q) return *p == *q;
  if (const auto *p = x.as<date_time>(), *q = y.as<date_time>(); p && q) return *p == *q;
  return x.text() == y.text();
}

int run(const diff_arguments& a) {
  const auto registry = open_registry(a.schemas);
  if (!registry) return complain(describe(registry.error()));
  reader first(registry.value()), second(registry.value());
  std::string why;
  const auto x = need(a.a, why);
  const auto y = x ? need(a.b, why) : std::nullopt;
  if (!y) return complain(why);
  const auto p = first.read(*x), q = second.read(*y);
  if (!p.ok() || !q.ok()) return complain((p.ok() ? a.b : a.a) + " has errors (iso20022 validate names them)");
  const auto m = p.valid(), n = q.valid();
  std::size_t differences = 0;
  const auto tell = [&](char sign, std::string_view path, const std::string& text) {
    std::printf("%c %.*s: %s\n", sign, static_cast<int>(path.size()), path.data(), text.c_str());
  };
  visit(m, [&](const node& one) {
    if (one.type == value_type::component) return;
    const auto other = find(n, one.path);
    if (other && means_the_same(one, *other)) return;
    ++differences;
    tell('-', one.path, one.text());
    if (other) tell('+', one.path, other->text());
  });
  visit(n, [&](const node& one) {
    if (one.type == value_type::component || find(m, one.path)) return;
    ++differences;
    tell('+', one.path, one.text());
  });
  return differences == 0 ? all_valid : some_invalid;
}

}  // namespace

void add_get(CLI::App& program, int& status) {
  auto* command = program.add_subcommand("get", "Print the values at a path, one a line. 0: every file has some, 1: one has none.");
  command->footer(
      "A step without an index means all of its name.\n\n"
      "Examples:\n"
      "  iso20022 get /Document/FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt payment.xml\n"
      "  iso20022 get --with-path /Document/BkToCstmrAcctRpt/Rpt/Ntry/Amt/@Ccy report.xml");
  const auto a = std::make_shared<get_arguments>();
  command->add_option("PATH", a->path, "As issues and `show` write it: /Document/.../CdtTrfTxInf[2]/IntrBkSttlmAmt/@Ccy")->required();
  command->add_option("FILE", a->files, "Files, directories, or - for standard input")->required();
  command->add_flag("--with-path", a->with_path, "Say before each value where it stands");
  add_schema_option(*command, a->schemas);
  command->callback([a, &status] { status = run(*a); });
}

void add_diff(CLI::App& program, int& status) {
  auto* command = program.add_subcommand(
      "diff", "What two messages say differently, whatever their prefixes, layout and escapes: 10.0 is 10.00. 0: nothing, 1: something.");
  command->footer("Example:\n  iso20022 diff sent.xml archived.xml");
  const auto a = std::make_shared<diff_arguments>();
  command->add_option("A", a->a, "A message")->required();
  command->add_option("B", a->b, "Another one")->required();
  add_schema_option(*command, a->schemas);
  command->callback([a, &status] { status = run(*a); });
}

}  // namespace iso20022::cli
