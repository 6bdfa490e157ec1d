#include <iso20022/check/json.hpp>

#include <iso20022/check/report.hpp>

#include <gtest/gtest.h>

namespace {

std::string json(std::string_view s) {
  std::string out;
  iso20022::append_json(out, s);
  return out;
}

TEST(json, escapes_what_json_must_escape) {
  EXPECT_EQ(json(""), "\"\"");
  EXPECT_EQ(json("a\"b\\c/"), R"("a\"b\\c/")");
  EXPECT_EQ(json(std::string_view("\0\n\x1f\x7f", 4)), "\"\\u0000\\u000a\\u001f\x7f\"");
  EXPECT_EQ(json("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"");
}

TEST(json, is_utf8_whatever_comes) {
  EXPECT_EQ(json("a\xE9z"), "\"a\xEF\xBF\xBDz\"");
  EXPECT_EQ(json("\xE2\x82"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");          // cut off
  EXPECT_EQ(json("\xED\xA0\x80").size(), 2u + 9u);                      // a surrogate
  EXPECT_EQ(json("\xC0\xA2"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");          // an overlong quote
  EXPECT_EQ(json("\xF5\"\xFF"), "\"\xEF\xBF\xBD\\\"\xEF\xBF\xBD\"");
}

TEST(json, of_a_report_is_utf8_too) {
  iso20022::report r;
  iso20022::issue i{};
  i.path = "/\xFF";
  i.found = "\x80";
  r.issues.push_back(i);
  const auto text = r.to_json();
  EXPECT_NE(text.find("\"path\":\"/\xEF\xBF\xBD\""), text.npos) << text;
  EXPECT_NE(text.find("\"found\":\"\xEF\xBF\xBD\""), text.npos) << text;
  EXPECT_EQ(text.find('\xFF'), text.npos);
}

}  // namespace
