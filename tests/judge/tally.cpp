#include "tally.hpp"

#include <cstdarg>
#include <cstdio>

#include "known_differences.hpp"

namespace iso20022::judge {

namespace {

[[gnu::format(printf, 1, 2)]] std::string text(const char* format, ...) {
  char b[512];
  va_list list;
  va_start(list, format);
  std::vsnprintf(b, sizeof b, format, list);
  va_end(list);
  return b;
}

std::string with_commas(std::uint64_t n) {
  std::string s = std::to_string(n);
  for (int i = static_cast<int>(s.size()) - 3; i > 0; i -= 3) s.insert(static_cast<std::size_t>(i), 1, ',');
  return s;
}

double percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// "1234", or "1234!2" when two of them are unexplained.
std::string cell(const counts& c) {
  if (c.cases == 0) return ".";
  return std::to_string(c.cases) + (c.unexplained ? "!" + std::to_string(c.unexplained) : "");
}

std::string numbers(const counts& c) {
  return text("%10s %7.1f %10s %12s", with_commas(c.cases).c_str(), percent(c.valid, c.cases),
              with_commas(c.explained).c_str(), with_commas(c.unexplained).c_str());
}

}  // namespace

void counts::add(const comparison& c) {
  ++cases;
  valid += c.xerces_valid;
  for (unsigned i = 0; i < 3; ++i) fast[i] += c.xerces_valid && (c.fast >> i & 1);
  if (c.what == finding::none) return;
  ++(c.known.empty() ? unexplained : explained);
}

counts& counts::operator+=(const counts& o) {
  cases += o.cases, valid += o.valid, explained += o.explained, unexplained += o.unexplained;
  for (int i = 0; i < 3; ++i) fast[i] += o.fast[i];
  return *this;
}

void tally::add(const std::string& kind, std::string_view group, std::string_view mutation, const comparison& c) {
  all.add(c);
  by_kind[kind][group].add(c);
  by_mutation[{group, mutation}].add(c);
  if (!c.known.empty()) ++by_known[c.known];
}

tally& tally::operator+=(const tally& o) {
  all += o.all;
  for (const auto& [kind, row] : o.by_kind)
    for (const auto& [group, c] : row) by_kind[kind][group] += c;
  for (const auto& [mutation, c] : o.by_mutation) by_mutation[mutation] += c;
  for (const auto& [name, n] : o.by_known) by_known[name] += n;
  return *this;
}

std::string tally::kind_table() const {
  std::map<std::string_view, counts> columns;
  for (const auto& [mutation, c] : by_mutation) columns[mutation.first] += c;
  std::string s = text("%-30s", "kind");
  for (const auto& [group, c] : columns) s += text(" %8.8s", std::string(group).c_str());
  s += text(" %10s %7s\n", "cases", "valid %");
  for (const auto& [kind, row] : by_kind) {
    s += text("%-30s", kind.c_str());
    counts sum;
    for (const auto& [group, all_kinds] : columns) {
      const auto c = row.find(group);
      s += text(" %8s", c == row.end() ? "." : cell(c->second).c_str());
      if (c != row.end()) sum += c->second;
    }
    s += text(" %10s %7.1f\n", with_commas(sum.cases).c_str(), percent(sum.valid, sum.cases));
  }
  return s + "(a cell \"12!3\": 12 cases, 3 of them unexplained)\n";
}

std::string tally::mutation_table() const {
  std::string s =
      text("%-14s %-44s %10s %7s %10s %12s\n", "group", "mutation", "cases", "valid %", "explained", "unexplained");
  for (const auto& [m, c] : by_mutation)
    s += text("%-14s %-44s ", std::string(m.first).c_str(), std::string(m.second).c_str()) + numbers(c) + "\n";
  return s;
}

std::string tally::group_table(const std::vector<std::string>& isas) const {
  std::map<std::string_view, counts> rows;
  for (const auto& [mutation, c] : by_mutation) rows[mutation.first] += c;
  std::string s = text("%-30s %10s %7s %10s %12s", "mutations", "cases", "valid %", "explained", "unexplained");
  for (const auto& isa : isas) s += text(" %9s", isa.c_str());
  s += isas.empty() ? "\n" : "  (valid ones read the fast way, %)\n";
  const auto line = [&](const char* name, const counts& c) {
    s += text("%-30s ", name) + numbers(c);
    for (std::size_t i = 0; i < isas.size(); ++i) s += text(" %9.1f", percent(c.fast[i], c.valid));
    s += "\n";
  };
  for (const auto& [group, c] : rows) line(std::string(group).c_str(), c);
  line("all", all);
  return s;
}

std::string tally::known_table() const {
  std::string s = "known differences, and how many cases each explained\n";
  for (const auto& k : known_differences()) {
    const auto n = by_known.find(k.name);
    s += text("%10s  %s\n", with_commas(n == by_known.end() ? 0 : n->second).c_str(), std::string(k.name).c_str());
  }
  return s;
}

}  // namespace iso20022::judge
