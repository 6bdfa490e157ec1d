// Patterns: our automata and positional forms say what Xerces' regular expressions say.
#include "schemac/pattern.hpp"

#include <gtest/gtest.h>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLString.hpp>
#include <xercesc/util/regx/RegularExpression.hpp>

#include <random>
#include <string>

namespace iso20022::schemac {
namespace {

const char* const iso_patterns[] = {
    "[A-Z]{3,3}", "[A-Z]{2,2}", "[A-Z0-9]{4,4}[A-Z]{2,2}[A-Z0-9]{2,2}([A-Z0-9]{3,3}){0,1}", "[A-Z0-9]{18,18}[0-9]{2,2}",
    "[a-zA-Z0-9]{4}", "\\+[0-9]{1,3}-[0-9()+\\-]{1,30}", "[A-Z]{2,2}[0-9]{2,2}[a-zA-Z0-9]{1,30}",
    "[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}", "[0-9]{1,15}", "[0-9]", "[0-9]{8,28}",
    "[\\+]{0,1}[0-9]{1,15}", "[a-z]{4,4}[.]{1,1}[0-9]{3,3}[.]{1,1}001[.]{1,1}[0-9]{2,2}", "[a-zA-Z0-9]{1,4}"};
const char* const other_patterns[] = {"(ab|a)(bc)?", "[^a-c]+x*",          "a{2,}b|c", "([a-z-[m-p]]|1)+",
                                      "a.c",         "(a|b|cd){1,3}",      "\\s*a\\S", "",
                                      "[a\\-z]{2}",  "(USD|EUR)[0-9]{1,3}"};

bool automaton_matches(const compiled_pattern& p, std::string_view s) {
  unsigned state = 1;
  for (const char c : s) state = p.transitions[state * p.class_count + p.classes[static_cast<unsigned char>(c)]];
  return p.accepting[state];
}

bool forms_match(const std::vector<schema::positional>& forms, std::string_view s) {
  for (const auto& f : forms) {
    bool ok = s.size() < 64 && (f.lengths >> s.size() & 1);
    for (std::size_t i = 0; ok && i < s.size(); ++i) {
      bool in = false;
      for (unsigned r = 0; r < f.ranges; ++r) in |= static_cast<std::uint8_t>(s[i] - f.low[r][i]) <= f.width[r][i];
      ok = in;
    }
    if (ok) return true;
  }
  return false;
}

/// A text that walks towards acceptance most of the time.
std::string walk(const compiled_pattern& p, std::mt19937& random) {
  std::string s;
  for (unsigned state = 1; s.size() < 70; ) {
    if (p.accepting[state] && random() % 4 == 0) break;
    std::string next;
    for (int c = 32; c < 127; ++c)
      if (p.transitions[state * p.class_count + p.classes[static_cast<unsigned>(c)]]) next += static_cast<char>(c);
    if (next.empty()) break;
    s += next[random() % next.size()];
    state = p.transitions[state * p.class_count + p.classes[static_cast<unsigned char>(s.back())]];
  }
  if (random() % 2) return s;
  static constexpr std::string_view noise = "aA0-+.z9_ b(c";
  switch (random() % 3) {
    case 0: return s + noise[random() % noise.size()];
    case 1: return s.empty() ? s : s.substr(0, s.size() - 1);
    default: if (!s.empty()) s[random() % s.size()] = noise[random() % noise.size()]; return s;
  }
}

class Patterns : public testing::Test {
 protected:
  static void SetUpTestSuite() { xercesc::XMLPlatformUtils::Initialize(); }
  static void TearDownTestSuite() { xercesc::XMLPlatformUtils::Terminate(); }
};

void compare(const char* pattern, bool with_forms) {
  const auto compiled = compile_pattern(pattern);
  ASSERT_TRUE(compiled) << compiled.error().message;
  const auto forms = positional_forms(pattern, 0, schema::unbounded);
  if (with_forms) {
    ASSERT_FALSE(forms.empty()) << pattern;
  }
  const xercesc::RegularExpression judge(pattern, "X");
  std::mt19937 random(7);
  int accepted = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string s = walk(*compiled, random);
    const bool mine = automaton_matches(*compiled, s);
    accepted += mine;
    ASSERT_EQ(mine, judge.matches(s.c_str())) << pattern << " on '" << s << "'";
    if (!forms.empty()) {
      ASSERT_EQ(forms_match(forms, s), mine) << pattern << " forms on '" << s << "'";
    }
  }
  EXPECT_GT(accepted, 100) << pattern;
}

TEST_F(Patterns, OfTheMessagesAgreeWithXerces) {
  for (const char* p : iso_patterns) compare(p, true);
}
TEST_F(Patterns, OfOtherKindsAgreeWithXerces) {
  for (const char* p : other_patterns) compare(p, false);
}

TEST(PatternRefusals, AreNamed) {
  for (const char* bad : {"[a-z", "(a", "a)", "a{3,2}", "*a", "\\p{Xx}", "\\pL", "\\p{Lu", "\\e", "[a-\\d]", "[]",
                          "a{99999}", "((((a{100}){100}){100}){100})", "[z-a]"})
    EXPECT_FALSE(compile_pattern(bad)) << bad;
  EXPECT_NE(compile_pattern("\\p{Nonsense}+").error().message.find("Nonsense"), std::string::npos);
}

// Each of these took from seconds to hours before every step had a bound: they are refused, or small.
TEST(PatternBounds, HoldForRepetitionsOfRepetitions) {
  for (const char* bad : {"(((){10000}){10000}){10000}", "(a?){10000}", "(a{1,100}){1,100}", "((a{1,50}){1,50}){1,50}",
                          "(a|b)*a(a|b){1000}"})
    EXPECT_FALSE(compile_pattern(bad)) << bad;
  const auto states = [](const char* pattern) { return compile_pattern(pattern)->state_count; };
  EXPECT_EQ(states("[a-z]{9000}"), 9002u);
  EXPECT_EQ(states("(ab|cd|ef|gh){1,2000}"), 10002u);
  EXPECT_EQ(states("(a?){1000}"), 1002u);
  EXPECT_EQ(states("(a|b)*a(a|b){12}"), 8193u);
  EXPECT_EQ(states("[A-Z0-1]{4,6}[A-Z]{22,}[A-Z0-9]{2,2}([A-Z0-9]{303}){0,1}"), 46995u);
}

TEST(PatternTables, AreMinimal) {
  const auto states = [](const char* pattern) { return compile_pattern(pattern)->state_count; };
  EXPECT_EQ(states("(a|b)*"), 2u);
  EXPECT_EQ(states("a*a*a*"), 2u);
  EXPECT_EQ(states("ab|cb|db"), 4u);
  EXPECT_EQ(states("[^\\s\\S]"), 2u);  // nothing at all
}

TEST(PatternTables, BeyondAsciiGoByBytes) {
  const auto p = compile_pattern("[\xC3\xA0-\xC3\xBC]{2}\xE2\x82\xAC");
  ASSERT_TRUE(p);
  EXPECT_TRUE(automaton_matches(*p, "\xC3\xA0\xC3\xBC\xE2\x82\xAC"));
  EXPECT_FALSE(automaton_matches(*p, "\xC3\xA0\xC3\xBD\xE2\x82\xAC"));
  EXPECT_FALSE(automaton_matches(*p, "\xC3\xA0\xC3\xBC\xE2\x82"));
  EXPECT_TRUE(positional_forms("[\xC3\xA0-\xC3\xBC]{2}", 0, 10).empty());
  EXPECT_EQ(positional_forms("[0-9]{1,5}", 2, 4).at(0).lengths, 0b11100u);
}

}  // namespace
}  // namespace iso20022::schemac
