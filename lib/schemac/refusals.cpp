#include "schemac/refusals.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "schemac/regex.hpp"
#include "schemac/xerces.hpp"

namespace iso20022::schemac {

using xercesc::Attributes;

namespace {

const std::set<std::string, std::less<>> refused_elements = {"all",    "union",        "list",     "key",     "keyref",
                                                             "unique", "anyAttribute", "redefine", "notation"};

/// Xerces' schema model does not show them.
bool has_empty_alternative(const std::string& pattern) {
  return pattern.empty() || pattern.front() == '|' || pattern.back() == '|' || pattern.find("||") != std::string::npos;
}

bool is_true(const std::string& s) { return s == "true" || s == "1"; }

// Xerces writes repetitions out, of groups as of patterns: what is larger never gets to it.
constexpr std::uint64_t max_repetition = 1000;
constexpr std::uint64_t max_particles = 3'000;  // of one type; what they cost grows with their square

/// How often a particle stands in what Xerces makes of its group.
std::uint64_t times_written(const Attributes& a) {
  const auto number = [&](std::string_view name) {
    const auto text = attribute_of(a, name);
    std::uint64_t n = 1;
    const auto first = std::min(text.find_first_not_of(" \t\r\n+"), text.size());
    if (std::from_chars(text.data() + first, text.data() + text.size(), n).ec == std::errc::result_out_of_range)
      n = max_repetition + 1;
    return std::clamp<std::uint64_t>(n, 1, max_repetition + 1);
  };
  return std::max(number("minOccurs"), number("maxOccurs"));  // "unbounded" is no number: once
}

std::string refusal_of_pattern(const std::string& pattern) {
  if (has_empty_alternative(pattern)) return "a pattern with an empty alternative is not supported";
  const auto parsed = parse_regex(pattern);
  return parsed ? "" : parsed.error().message;
}

}  // namespace

std::string attribute_of(const Attributes& a, std::string_view name) { return utf8(a.getValue(utf16(name))); }

std::vector<std::string> refusals_of(const std::string& name, const Attributes& a, std::uint64_t& repetition) {
  std::vector<std::string> all;
  if (name == "complexType") repetition = 1;
  if (name == "sequence" || name == "choice" || name == "group") {
    const auto outer = std::exchange(repetition, std::min(repetition * times_written(a), max_repetition + 1));
    if (repetition > max_repetition && outer <= max_repetition)
      all.push_back("a group that repeats more than 1,000 times is not supported; \"unbounded\" is");
  }
  if (name == "pattern")
    if (auto why = refusal_of_pattern(attribute_of(a, "value")); !why.empty()) all.push_back(std::move(why));
  if (refused_elements.contains(name)) all.push_back("xs:" + name + " is not supported");
  if (!attribute_of(a, "substitutionGroup").empty()) all.push_back("substitution groups are not supported");
  if (is_true(attribute_of(a, "abstract"))) all.push_back("abstract " + name + "s are not supported");
  if (is_true(attribute_of(a, "mixed"))) all.push_back("mixed content is not supported");
  return all;
}

void group_sizes::add(const std::string& owner, const place& where, std::uint64_t repetition, const std::string& group) {
  auto& d = all_[owner];
  if (d.where.file.empty()) d.where = where;
  d.particles += repetition;
  if (!group.empty()) d.references.emplace_back(group.substr(group.find(':') + 1), repetition);
}

void group_sizes::refuse_large(problems& found) const {
  std::map<std::string, std::uint64_t> known;
  const auto size = [&](const auto& self, const std::string& name) -> std::uint64_t {
    const auto at = all_.find(name);
    if (at == all_.end()) return 0;
    const auto [mine, fresh] = known.try_emplace(name, 0);  // 0 while it is counted: circles are for Xerces to refuse
    if (!fresh) return mine->second;
    std::uint64_t n = at->second.particles;
    for (const auto& [group, times] : at->second.references) n = std::min(n + times * self(self, group), max_particles + 1);
    if (n > max_particles && !name.empty())
      found.push_back({"SCHEMA-REFUSED", name + " has more than 3,000 particles when its groups are written out",
                       at->second.where});
    return mine->second = n;
  };
  for (const auto& [name, definition] : all_) size(size, name);
}

}  // namespace iso20022::schemac
