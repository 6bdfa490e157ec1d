// Writes the corpora as files, to look at or to give to other programs.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "corpora.hpp"

using namespace iso20022::bench;

namespace {

constexpr const char* help =
    "corpus - writes the benchmarks' documents into a directory\n\n"
    "  corpus DIRECTORY [NAME...]   write all corpora, or the named ones, as DIRECTORY/NAME/0000.xml ...\n"
    "  corpus --list                their names, counts and sizes\n\n"
    "The documents are made by this program and are the same bytes everywhere.\n";

// Leaf texts, and those of them that hold an entity or a byte beyond ASCII.
struct text_count {
  std::size_t all = 0, special = 0;
};

text_count count_texts(const std::string& s) {
  text_count n;
  for (std::size_t at = s.find("</"); at != std::string::npos; at = s.find("</", at + 2)) {
    const std::size_t begin = s.rfind('>', at) + 1;
    if (begin == at || s.find_first_not_of(" \n", begin) >= at) continue;
    ++n.all;
    for (std::size_t i = begin; i < at; ++i)
      if (s[i] == '&' || static_cast<signed char>(s[i]) < 0) {
        ++n.special;
        break;
      }
  }
  return n;
}

void describe(const corpus& c) {
  text_count n;
  std::size_t touched = 0;
  for (const auto& d : c.documents) {
    const text_count m = count_texts(d);
    n.all += m.all;
    n.special += m.special;
    touched += m.special != 0;
  }
  std::printf(
      "%-16s %5zu documents, mean %8zu bytes, %6.1f texts each, special: %.2f %% of texts, %.0f %% of documents\n",
      c.name.c_str(), c.documents.size(), c.bytes() / c.documents.size(),
      static_cast<double>(n.all) / static_cast<double>(c.documents.size()),
      100.0 * static_cast<double>(n.special) / static_cast<double>(n.all),
      100.0 * static_cast<double>(touched) / static_cast<double>(c.documents.size()));
}

void write(const corpus& c, const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory / c.name);
  for (std::size_t i = 0; i < c.documents.size(); ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "%04zu.xml", i);
    std::ofstream(directory / c.name / name, std::ios::binary) << c.documents[i];
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || std::string_view(argv[1]) == "--help") return std::fputs(help, argc < 2 ? stderr : stdout), argc < 2;
  const bool list = std::string_view(argv[1]) == "--list";
  const std::set<std::string_view> only(argv + 2, argv + argc);
  auto names = corpus_names();
  names.push_back("random");
  for (const auto name : names) {
    if (!only.empty() && !only.contains(name)) continue;
    const corpus c = name == "random" ? random_messages() : corpus_named(name);
    describe(c);
    if (!list) write(c, argv[1]);
  }
}
