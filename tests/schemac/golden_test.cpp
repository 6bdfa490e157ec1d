// What is written for the small schemas, compared with golden/. The target schemac_golden_update writes it anew.
#include <fstream>
#include <set>
#include <sstream>

#include "schemac/emit.hpp"
#include "small_schemas.hpp"

using namespace schemac_test;
namespace fs = std::filesystem;

namespace {

files emit_small() {
  fs::current_path(SCHEMAC_TESTS);  // so that no file names a folder of this machine
  problems found;
  const auto d = compile({"small"}, sharing::one_meaning_a_name, found);
  const provenance from{"schemac --out golden small", "small"};
  files out;
  emit_cpp(d, from, out);
  emit_xsd(d, from, out, found);
  EXPECT_TRUE(found.empty()) << to_lines(found);
  return out;
}

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST(golden, is_what_is_written) {
  const auto now = emit_small();
  if (std::getenv("SCHEMAC_UPDATE_GOLDEN")) {
    fs::remove_all("golden");
    problems found;
    write_files("golden", now, found);
    GTEST_SKIP() << "golden files written";
  }
  std::set<std::string> there;
  for (const auto& e : fs::recursive_directory_iterator("golden"))
    if (e.is_regular_file()) there.insert(fs::relative(e.path(), "golden").string());
  there.erase("files.txt");
  for (const auto& [name, text] : now) {
    EXPECT_EQ(there.erase(name), 1u) << name << " is new";
    EXPECT_EQ(content("golden/" + name), text) << name;
  }
  EXPECT_TRUE(there.empty()) << *there.begin() << " is not written any more";
}

TEST(golden, is_the_same_every_time) { EXPECT_EQ(emit_small(), emit_small()); }

TEST(golden, files_are_written_only_where_they_differ) {
  const schema_folder folder;
  problems found;
  write_files(folder.path(), {{"a/b.txt", "one"}}, found);
  const auto first = fs::last_write_time(folder.file("a/b.txt"));
  write_files(folder.path(), {{"a/b.txt", "one"}}, found);
  EXPECT_EQ(fs::last_write_time(folder.file("a/b.txt")), first);
  write_files(folder.path(), {{"a/b.txt", "two"}}, found);
  EXPECT_EQ(content(folder.file("a/b.txt")), "two");
  EXPECT_TRUE(found.empty());
}

}  // namespace
