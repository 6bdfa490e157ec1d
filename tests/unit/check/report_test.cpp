// Reports, and how bytes are shown in them.
#include "check/excerpt.hpp"

#include <iso20022/check/report.hpp>

#include <gtest/gtest.h>

namespace iso20022 {
namespace {

TEST(report, is_ok_with_warnings_only) {
  report r;
  EXPECT_TRUE(r.ok());
  issue found{};
  found.code = issue_code::schema_pattern;
  found.severity = severity::warning;
  found.message = "look";
  r.issues.push_back(found);
  EXPECT_TRUE(r.ok());
  EXPECT_EQ(r.to_text("a.xml"), "a.xml: warning SCH-PATTERN\n  look\n");
  found.snippet = "<a>\n  ^";
  found.severity = severity::error;
  r.issues.push_back(found);
  EXPECT_FALSE(r.ok());
  EXPECT_EQ(r.errors(), 1u);
  EXPECT_TRUE(r.to_text().ends_with("error SCH-PATTERN\n  look\n    <a>\n      ^\n")) << r.to_text();
  r.issues.back().snippet = "\n^";
  EXPECT_TRUE(r.to_text().ends_with("error SCH-PATTERN\n  look\n")) << r.to_text();
}

TEST(excerpt, shows_no_character_that_turns_or_hides_text) {
  EXPECT_EQ(check::shorten("a\xE2\x81\xA6" "b\xE2\x81\xA9" "c"), "a\\xE2\\x81\\xA6" "b\\xE2\\x81\\xA9" "c");  // isolates
  EXPECT_EQ(check::shorten("a\xE2\x80\xAE" "b"), "a\\xE2\\x80\\xAE" "b");                                      // override
  EXPECT_EQ(check::shorten("\xEF\xBB\xBF\x7F\x01"), "\\xEF\\xBB\\xBF\\x7F\\x01");
  EXPECT_EQ(check::shorten("\xC3\xA9\xF0\x9F\x98\x80"), "\xC3\xA9\xF0\x9F\x98\x80");
}

}  // namespace
}  // namespace iso20022
