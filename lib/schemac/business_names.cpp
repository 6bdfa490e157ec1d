#include "schemac/business_names.hpp"

#include <algorithm>

namespace iso20022::schemac {

extern const char* const business_names_tsv;  // written by CMake from schemas/
extern const char* const business_names_exceptions_tsv;

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

void read_table(std::string_view table, std::map<std::string, std::string, std::less<>>& out) {
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    auto line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto tab = line.find('\t');
    if (!line.starts_with('#') && tab != std::string_view::npos) out.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
}

}  // namespace

business_names::business_names(std::string_view abbreviations, std::string_view exceptions) {
  read_table(abbreviations, words_);
  read_table(exceptions, whole_);
  for (const auto& [abbreviation, words] : words_) longest_ = std::max(longest_, abbreviation.size());
}

const business_names& business_names::builtin() {
  static const business_names names(business_names_tsv, business_names_exceptions_tsv);
  return names;
}

std::string business_names::of(std::string_view tag) const {
  if (const auto at = whole_.find(tag); at != whole_.end()) return at->second;
  std::string name;
  while (!tag.empty()) {
    std::size_t n = static_cast<std::size_t>(std::ranges::find_if_not(tag, is_digit) - tag.begin());
    std::string_view words = tag.substr(0, n);
    if (n == 0) {
      for (n = std::min(longest_, tag.size()); n; --n) {
        if (n < tag.size() && !is_upper(tag[n]) && !is_digit(tag[n])) continue;
        const auto at = words_.find(tag.substr(0, n));
        if (at == words_.end()) continue;
        words = at->second;
        break;
      }
      if (n == 0) return {};
    }
    if (!name.empty()) name += ' ';
    name += words;
    tag.remove_prefix(n);
  }
  return name;
}

}  // namespace iso20022::schemac
