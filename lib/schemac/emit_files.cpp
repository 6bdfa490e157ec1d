#include <filesystem>
#include <fstream>
#include <sstream>

#include "schemac/emit.hpp"

namespace iso20022::schemac {

namespace fs = std::filesystem;

namespace {

bool holds(const fs::path& path, const std::string& content) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream old;
  old << in.rdbuf();
  return in && old.str() == content;
}

}  // namespace

void write_files(const std::string& folder, const files& all, problems& found) {
  std::string list;
  const auto put = [&](const fs::path& path, const std::string& content) {
    if (holds(path, content)) return;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    std::ofstream out(path, std::ios::binary);
    out << content;
    if (!out.flush()) found.push_back({"SCHEMA-WRITE", "cannot be written", {path.string(), 0}});
  };
  for (const auto& [name, content] : all) {
    put(fs::path(folder) / name, content);
    list += name + "\n";
  }
  put(fs::path(folder) / "files.txt", list);
}

}  // namespace iso20022::schemac
