#include "source.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace iso20022::house {
namespace {

bool is_source(const std::filesystem::path& p) {
  static constexpr std::string_view endings[] = {".hpp", ".cpp", ".inl", ".in", ".cmake"};
  return p.filename() == "CMakeLists.txt" || std::ranges::find(endings, p.extension().string()) != std::end(endings);
}

// Where the literal that starts at `i` (a quote) ends: at its closing quote.
std::size_t end_of_literal(std::string_view s, std::size_t i) {
  const char quote = s[i];
  if (quote == '"' && i > 0 && s[i - 1] == 'R') {
    const auto open = s.find('(', i);
    const auto close = ")" + std::string(s.substr(i + 1, open - i - 1)) + "\"";
    const auto end = s.find(close, open);
    return end == s.npos ? s.size() : end + close.size() - 1;
  }
  for (++i; i < s.size() && s[i] != quote && s[i] != '\n'; ++i)
    if (s[i] == '\\') ++i;
  return i;
}

// 1'000'000 holds no literal.
bool separates_digits(std::string_view s, std::size_t i) {
  return s[i] == '\'' && i > 0 && std::isxdigit(static_cast<unsigned char>(s[i - 1])) && i + 1 < s.size() &&
         std::isxdigit(static_cast<unsigned char>(s[i + 1]));
}

}  // namespace

std::string read_file(const std::filesystem::path& p) {
  std::ifstream file(p, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<source> sources(const std::filesystem::path& root, const std::vector<std::string>& folders) {
  std::vector<source> all;
  for (const auto& folder : folders)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
      if (entry.is_regular_file() && is_source(entry.path()))
        all.push_back({std::filesystem::relative(entry.path(), root).generic_string(), read_file(entry.path())});
  std::ranges::sort(all, {}, &source::path);
  return all;
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    all.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

std::string code_only(std::string_view s) {
  std::string out(s);
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (; from < to && from < out.size(); ++from)
      if (out[from] != '\n') out[from] = ' ';
  };
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.substr(i, 2) == "//") {
      const auto end = std::min(s.find('\n', i), s.size());
      blank(i, end);
      i = end;
    } else if (s.substr(i, 2) == "/*") {
      const auto end = std::min(s.find("*/", i), s.size());
      blank(i, end);
      i = end + 1;
    } else if ((s[i] == '"' || s[i] == '\'') && !separates_digits(s, i)) {
      const auto end = end_of_literal(s, i);
      blank(i + 1, end);
      i = end;
    }
  }
  return out;
}

}  // namespace iso20022::house
