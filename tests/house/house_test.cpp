// Each rule holds for the repository, and each is shown something that breaks it.
#include <gtest/gtest.h>

#include "rules.hpp"

namespace iso20022::house {
namespace {

const std::filesystem::path root = ISO20022_ROOT;
const std::filesystem::path generated = ISO20022_GENERATED;

const banned_words no_floating_point{{"float", "double"}, "amounts are exact: no binary floating point"};
const banned_words no_printing{
    {"iostream", "cstdio", "printf", "fprintf", "vprintf", "vfprintf", "puts", "fputs", "putchar", "cout", "cerr", "clog"},
    "the library prints nothing",
    {"lib/schemac/main.cpp", "lib/schemac/options.cpp"}};  // a program
const banned_words no_waiting{{"sleep", "usleep", "nanosleep", "sleep_for", "sleep_until"}, "a test waits for nothing",
                              {"tests/judge/difftest.cpp"}};  // a program: shows its progress now and then

std::string text_of(const findings& all) {
  std::string s;
  for (const auto& f : all) s += f + "\n";
  return s;
}

findings stairs_of(const char* path, const char* text) {
  return against_stairs(stairs::parse(read_file(root / "tests/house/stairs.txt")), {{path, text}});
}

TEST(stairs, are_kept) {
  const auto rules = stairs::parse(read_file(root / "tests/house/stairs.txt"));
  auto files = sources(root, {"include", "lib", "bindings"});
  std::erase_if(files, [](const source& s) { return s.path.ends_with(".txt") || s.path.ends_with(".cmake"); });
  ASSERT_GT(files.size(), 100u);
  EXPECT_EQ(text_of(against_stairs(rules, files)), "");
  const auto made = sources(generated, {"include"});
  ASSERT_GT(made.size(), 40u);
  EXPECT_EQ(text_of(against_stairs(rules, made)), "");
}

TEST(stairs, are_seen_when_climbed) {
  EXPECT_EQ(text_of(stairs_of("lib/xml/a.cpp", "  #include \"codec/leaf.hpp\"\n")),
            "lib/xml/a.cpp: codec/leaf.hpp: xml may not include codec\n");
  EXPECT_EQ(text_of(stairs_of("lib/codec/a.cpp", "#include <iso20022/messages/pacs_008_001_08.hpp>\n")),
            "lib/codec/a.cpp: iso20022/messages/pacs_008_001_08.hpp: codec may not include model\n");
  EXPECT_EQ(text_of(stairs_of("lib/codec/a.cpp", "#include <xercesc/dom/DOM.hpp>\n")),
            "lib/codec/a.cpp: xercesc/dom/DOM.hpp: codec may not include <xercesc/>\n");
  EXPECT_EQ(text_of(stairs_of("include/iso20022/codec/a.hpp", "#include \"xml/chars.hpp\"\n")),
            "include/iso20022/codec/a.hpp: xml/chars.hpp: a public header includes a private one\n");
  EXPECT_EQ(text_of(stairs_of("include/iso20022/core/a.hpp", "#include <sys/mman.h>\n")),
            "include/iso20022/core/a.hpp: sys/mman.h: a public header includes other people's\n");
  EXPECT_EQ(text_of(stairs_of("bindings/cli/a.cpp", "#include \"codec/leaf.hpp\"\n")),
            "bindings/cli/a.cpp: codec/leaf.hpp: a binding includes a private header\n");
  EXPECT_EQ(text_of(stairs_of("lib/attic/a.cpp", "")), "lib/attic/a.cpp: the room attic has no line in stairs.txt\n");
}

TEST(stairs, allow_what_they_say) {
  EXPECT_EQ(text_of(stairs_of("lib/codec/a.cpp",
                              "#include <vector>\n#include \"xml/chars.hpp\"\n#include <iso20022/core/any.hpp>\n")),
            "");
  EXPECT_EQ(text_of(stairs_of("lib/schemac/a.cpp", "#include <xercesc/dom/DOM.hpp>\n#include \"beside.hpp\"\n")), "");
}

TEST(words, hold_no_floating_point_in_the_library) {
  EXPECT_EQ(text_of(against_words(no_floating_point, sources(root, {"include", "lib"}))), "");
  EXPECT_EQ(text_of(against_words(no_floating_point, sources(generated, {"include"}))), "");
}

TEST(words, print_nothing_in_the_library) {
  EXPECT_EQ(text_of(against_words(no_printing, sources(root, {"include", "lib"}))), "");
}

TEST(words, wait_for_nothing_in_tests) {
  auto files = sources(root, {"tests"});
  std::erase_if(files, [](const source& s) { return s.path == "tests/house/house_test.cpp"; });
  EXPECT_EQ(text_of(against_words(no_waiting, files)), "");
}

TEST(words, are_seen_in_code_only) {
  const source code{"lib/a.cpp", "// a double\nint doubled; /* float\n float */ auto s = \"double\\\"float\";\n"
                                 "auto n = 1'000; const double x = 1;\nauto r = R\"x(float)x\"; float y;\n"};
  EXPECT_EQ(text_of(against_words(no_floating_point, {code})),
            "lib/a.cpp:4: double: amounts are exact: no binary floating point\n"
            "lib/a.cpp:5: float: amounts are exact: no binary floating point\n");
  EXPECT_EQ(text_of(against_words(no_printing, {{"lib/b.cpp", "#include <iostream>\nvoid f() { std::printf(\"\"); }\n"}})),
            "lib/b.cpp:1: iostream: the library prints nothing\nlib/b.cpp:2: printf: the library prints nothing\n");
  EXPECT_EQ(text_of(against_words(no_printing, {{"lib/schemac/main.cpp", "#include <cstdio>\n"}})), "");
  EXPECT_EQ(against_words(no_waiting, {{"tests/a.cpp", "std::this_thread::sleep_for(1s);"}}).size(), 1u);
}

TEST(lengths, stay_below_300_lines) {
  const auto files = sources(root, {"include", "lib", "bindings", "tests", "benchmarks", "infra"});
  EXPECT_EQ(text_of(against_length(300, read_file(root / "tests/house/long_files.txt"), files)), "");
}

TEST(lengths, are_seen_when_they_grow) {
  const source three{"lib/a.cpp", "1\n2\n3\n"};
  EXPECT_EQ(text_of(against_length(3, "", {three})), "");
  EXPECT_EQ(text_of(against_length(2, "", {three})), "lib/a.cpp: 3 lines, allowed 2\n");
  EXPECT_EQ(text_of(against_length(1, "lib/a.cpp 2\n", {three})), "lib/a.cpp: 3 lines, allowed 2\n");
  EXPECT_EQ(text_of(against_length(1, "# why\nlib/a.cpp 3\n", {three})), "");
  EXPECT_EQ(text_of(against_length(3, "lib/a.cpp 9\n", {three})), "lib/a.cpp: no longer needs its line in long_files.txt\n");
  EXPECT_EQ(text_of(against_length(1, "lib/a.cpp 3\nlib/gone.cpp 9\n", {three})),
            "lib/gone.cpp: no longer needs its line in long_files.txt\n");
}

}  // namespace
}  // namespace iso20022::house
