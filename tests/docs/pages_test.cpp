// Every ```cpp of a page is part of a program in docs/examples, every ```console does what it says, every link leads
// somewhere.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root = DOCS_ROOT;

std::string text_of(const fs::path& name) {
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> all{root / "README.md", root / "schemas/README.md", root / "benchmarks/README.md",
                            root / "tests/judge/README.md"};
  for (const auto& entry : fs::recursive_directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") all.push_back(entry.path());
  return all;
}

/// What stands between ```<language> and ```.
std::vector<std::string> blocks(const std::string& page, const std::string& language) {
  std::vector<std::string> all;
  bool inside = false;
  for (const auto& line : lines_of(page)) {
    if (inside && line == "```") inside = false;
    else if (inside) all.back() += line + "\n";
    else if (line == "```" + language) inside = true, all.emplace_back();
  }
  return all;
}

std::string indented(const std::string& block, std::size_t by) {
  std::string out;
  for (const auto& line : lines_of(block)) out += (line.empty() ? "" : std::string(by, ' ') + line) + "\n";
  return out;
}

/// Whether `block` is a whole program, or lines of one that stand together in it, perhaps further in.
bool stands_in(const std::string& program, const std::string& block) {
  for (const std::size_t by : {0u, 2u, 4u, 6u})
    if (("\n" + program).find("\n" + indented(block, by)) != std::string::npos) return true;
  return false;
}

TEST(pages, show_code_that_is_built) {
  std::string programs;
  for (const auto& entry : fs::directory_iterator(root / "docs/examples"))
    if (entry.path().extension() == ".cpp") programs += text_of(entry.path()) + "\n";
  std::size_t shown = 0;
  for (const auto& page : pages())
    for (const auto& block : blocks(text_of(page), "cpp")) {
      EXPECT_TRUE(stands_in(programs, block)) << page << " shows what no program of docs/examples says:\n" << block;
      ++shown;
    }
  EXPECT_GE(shown, 10u);
}

TEST(pages, are_seen_when_they_show_something_else) {
  EXPECT_TRUE(stands_in("int main() {\n  f();\n\n  g();\n}\n", "f();\n\ng();\n"));
  EXPECT_FALSE(stands_in("int main() {\n  f();\n\n  g();\n}\n", "f();\ng();\n"));
  EXPECT_FALSE(stands_in("int main() {\n  f();\n}\n", "f()\n"));
}

struct command {
  std::string line, expected;
};

std::vector<command> commands(const std::string& block) {
  std::vector<command> all;
  for (const auto& line : lines_of(block))
    if (line.starts_with("$ ")) all.push_back({line.substr(2), ""});
    else if (!all.empty()) all.back().expected += line + "\n";
  return all;
}

/// One shell for all of them, in `folder`: what each printed, errors too.
std::vector<std::string> run(const std::vector<command>& all, const fs::path& folder) {
  const std::string mark = "----8<----";
  std::ofstream script(folder / "script");
  script << "cd '" << folder.string() << "'\nPATH=" DOCS_PROGRAMS ":$PATH\nexec 2>&1\n";
  for (const auto& c : all) script << c.line << "\nstatus=$?; echo '" << mark << "'; (exit $status)\n";
  script.close();
  FILE* const shell = popen(("sh '" + (folder / "script").string() + "'").c_str(), "r");
  std::vector<std::string> printed(1);
  char piece[4096];
  std::string text;
  while (const auto n = std::fread(piece, 1, sizeof piece, shell)) text.append(piece, n);
  pclose(shell);
  for (const auto& line : lines_of(text))
    if (line.ends_with(mark)) printed.back() += line.substr(0, line.size() - mark.size()), printed.emplace_back();
    else printed.back() += line + "\n";
  printed.pop_back();
  return printed;
}

/// "..." alone in a line stands for any lines, within a line for anything.
std::regex pattern_of(const std::string& expected) {
  auto text = std::regex_replace(expected, std::regex(R"([.^$|()\[\]{}*+?\\])"), R"(\$&)");
  text = std::regex_replace(text, std::regex(R"((^|\n) *\\\.\\\.\\\.\n)"), "$1[^]*");
  return std::regex(std::regex_replace(text, std::regex(R"(\\\.\\\.\\\.)"), "[^\n]*"));
}

TEST(pages, show_what_commands_print) {
  const auto folder = fs::temp_directory_path() / ("iso20022-docs-" + std::to_string(getpid()));
  fs::create_directories(folder);
  for (const char* name : {"docs", "schemas", "tests"}) fs::create_directory_symlink(root / name, folder / name);
  std::size_t shown = 0;
  for (const auto& page : pages())
    for (const auto& block : blocks(text_of(page), "console")) {
      const auto all = commands(block);
      const auto printed = run(all, folder);
      ASSERT_EQ(printed.size(), all.size()) << page << "\n" << block;
      for (std::size_t i = 0; i < all.size(); ++i, ++shown)
        EXPECT_TRUE(std::regex_match(printed[i], pattern_of(all[i].expected)))
            << page << ": " << all[i].line << "\nprints\n" << printed[i] << "and not\n" << all[i].expected;
    }
  EXPECT_GE(shown, 5u);
  fs::remove_all(folder);
}

TEST(pages, compare_what_commands_print) {
  const auto matches = [](const char* printed, const char* expected) {
    return std::regex_match(printed, pattern_of(expected));
  };
  EXPECT_TRUE(matches("a (b)\nc\nd\n", "a (b)\n...\nd\n"));
  EXPECT_TRUE(matches("a 17 b\n", "a ... b\n"));
  EXPECT_FALSE(matches("a 17 b\nc\n", "a ... b\n"));
  EXPECT_FALSE(matches("ab\n", "a.\n"));
}

TEST(pages, link_to_what_is_there) {
  const std::regex link(R"(\]\(([^)#: ]+)(#[^)]*)?\))");
  for (const auto& page : pages()) {
    const auto text = text_of(page);
    for (std::sregex_iterator it(text.begin(), text.end(), link), end; it != end; ++it)
      EXPECT_TRUE(fs::exists(page.parent_path() / (*it)[1].str())) << page << ": " << (*it)[1];
  }
}

}  // namespace
