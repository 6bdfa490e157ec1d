#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace iso20022::cli {
namespace {

void add_directory(const std::string& name, std::vector<std::string>& files) {
  std::error_code failed;
  std::vector<std::string> found;
  for (auto it = std::filesystem::recursive_directory_iterator(name, failed); !failed && it != std::filesystem::recursive_directory_iterator();
       it.increment(failed))
    if (it->is_regular_file(failed) && it->path().extension() == ".xml") found.push_back(it->path().string());
  std::sort(found.begin(), found.end());
  if (found.empty()) files.push_back(name);
  files.insert(files.end(), found.begin(), found.end());
}

}  // namespace

std::vector<std::string> expand(const std::vector<std::string>& names) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& name : names)
    if (name != "-" && std::filesystem::is_directory(name, failed)) add_directory(name, files);
    else files.push_back(name);
  return files;
}

std::optional<std::string> load(const std::string& name, std::string& why) {
  std::error_code failed;
  if (name != "-" && std::filesystem::is_directory(name, failed)) return why = "a directory without .xml files", std::nullopt;
  const auto close = [](std::FILE* f) { if (f != stdin) std::fclose(f); };
  const std::unique_ptr<std::FILE, decltype(close)> file(name == "-" ? stdin : std::fopen(name.c_str(), "rb"), close);
  if (!file) return why = std::strerror(errno), std::nullopt;
  std::string bytes;
  char piece[65536];
  while (const std::size_t n = std::fread(piece, 1, sizeof piece, file.get())) bytes.append(piece, n);
  if (std::ferror(file.get())) return why = std::strerror(errno), std::nullopt;
  return bytes;
}

}  // namespace iso20022::cli
