#include <algorithm>
#include <cctype>
#include <sstream>

#include "rules.hpp"

namespace iso20022::house {
namespace {

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

}  // namespace

findings against_words(const banned_words& rule, const std::vector<source>& files) {
  findings all;
  for (const auto& file : files) {
    if (rule.except.contains(file.path)) continue;
    const auto code = code_only(file.text);
    std::size_t number = 0;
    for (const auto line : lines(code)) {
      ++number;
      for (std::size_t i = 0; i < line.size();) {
        std::size_t end = i;
        while (end < line.size() && in_word(line[end])) ++end;
        const auto word = line.substr(i, end - i);
        if (rule.words.contains(word))
          all.push_back(file.path + ":" + std::to_string(number) + ": " + std::string(word) + ": " + rule.why);
        i = end == i ? i + 1 : end;
      }
    }
  }
  return all;
}

findings against_length(std::size_t most, std::string_view listed, const std::vector<source>& files) {
  std::map<std::string, std::size_t> long_files;
  for (const auto line : lines(listed)) {
    if (line.starts_with('#')) continue;
    std::istringstream words{std::string(line)};
    std::string path;
    std::size_t length = 0;
    if (words >> path >> length) long_files[path] = length;
  }
  findings all;
  for (const auto& file : files) {
    const auto length = lines(file.text).size();
    const auto found = long_files.find(file.path);
    const auto allowed = found == long_files.end() ? most : found->second;
    if (length > allowed)
      all.push_back(file.path + ": " + std::to_string(length) + " lines, allowed " + std::to_string(allowed));
    else if (length > most)
      long_files.erase(found);
  }
  // What is left was not needed, or named no file.
  for (const auto& [path, length] : long_files)
    if (std::ranges::none_of(all, [&](const auto& f) { return f.starts_with(path + ":"); }))
      all.push_back(path + ": no longer needs its line in long_files.txt");
  return all;
}

}  // namespace iso20022::house
