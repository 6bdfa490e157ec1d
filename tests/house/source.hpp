// The repository's own source as text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::house {

/// `path` from the repository's root, with slashes.
struct source {
  std::string path;
  std::string text;
};

std::string read_file(const std::filesystem::path&);

/// Every .hpp, .cpp, .inl, .in, .cmake and CMakeLists.txt in these folders below `root`.
std::vector<source> sources(const std::filesystem::path& root, const std::vector<std::string>& folders);

std::vector<std::string_view> lines(std::string_view text);

/// The text with comments and the insides of literals blanked out; line ends stay.
std::string code_only(std::string_view text);

}  // namespace iso20022::house
