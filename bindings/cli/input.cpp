#include "input.hpp"

#include <iso20022/core/limits.hpp>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace iso20022::cli {
namespace {

bool is_xml(const std::filesystem::path& name) {
  auto extension = name.extension().string();
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension == ".xml";
}

/// Every .xml below `name`. What cannot be read, a folder or a link to nothing, is named too: its load says why, so that
/// nobody takes a part of a folder for all of it. Links to folders are not followed: they may lead back.
void add_below(const std::filesystem::path& name, std::vector<std::string>& files) {
  std::error_code failed;
  std::filesystem::directory_iterator it(name, failed);
  for (; !failed && it != std::filesystem::directory_iterator(); it.increment(failed)) {
    std::error_code unknown;
    if (it->symlink_status(unknown).type() == std::filesystem::file_type::directory) add_below(it->path(), files);
    else if (const auto type = it->status(unknown).type(); is_xml(it->path()))
      if (type == std::filesystem::file_type::regular || type == std::filesystem::file_type::not_found || unknown)
        files.push_back(it->path().string());
  }
  if (failed) files.push_back(name.string());
}

void add_directory(const std::string& name, std::vector<std::string>& files) {
  std::vector<std::string> found;
  add_below(name, found);
  if (found.empty()) found.push_back(name);
  std::sort(found.begin(), found.end());
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
  if (name != "-" && std::filesystem::is_directory(name, failed)) {
    std::filesystem::directory_iterator(name, failed);
    return why = failed ? failed.message() : "a directory without .xml files", std::nullopt;
  }
  const auto close = [](std::FILE* f) { if (f != stdin) std::fclose(f); };
  const std::unique_ptr<std::FILE, decltype(close)> file(name == "-" ? stdin : std::fopen(name.c_str(), "rb"), close);
  if (!file) return why = std::strerror(errno), std::nullopt;
  std::string bytes;
  char piece[65536];
  while (const std::size_t n = std::fread(piece, 1, sizeof piece, file.get())) {
    bytes.append(piece, n);
    if (bytes.size() > read_limits{}.bytes) break;
  }
  if (std::ferror(file.get())) return why = std::strerror(errno), std::nullopt;
  return bytes;
}

std::optional<std::string> need(const std::string& name, std::string& why) {
  auto bytes = load(name, why);
  if (!bytes) why = "cannot read " + name + ": " + why;
  return bytes;
}

}  // namespace iso20022::cli
