// The main of a harness where there is no libFuzzer: every file that is named, or lies in a folder that is named.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz.hpp"

int main(int count, char** arguments) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < count; ++i) {
    if (!std::filesystem::is_directory(arguments[i])) files.push_back(arguments[i]);
    else
      for (const auto& e : std::filesystem::recursive_directory_iterator(arguments[i]))
        if (e.is_regular_file()) files.push_back(e.path());
  }
  std::ranges::sort(files);
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    if (!file.good() && !file.eof()) return std::fprintf(stderr, "%s cannot be read\n", path.c_str()), 2;
    std::fprintf(stderr, "%s\n", path.c_str());  // the last line names the culprit
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  std::printf("%zu inputs replayed\n", files.size());
  return files.empty() ? 1 : 0;
}
