// The text of values as a program prints them: as it was read, or the canonical form of what was built.
#include <iso20022/codec/to_text.hpp>
#include <iso20022/model/codes.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace iso20022 {
namespace {

template <class T>
std::string printed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

/// Both ways say the same.
template <class T>
std::string both(const T& value) {
  EXPECT_EQ(printed(value), to_text(value));
  return to_text(value);
}

TEST(to_text, is_what_was_read) {
  EXPECT_EQ(both(decimal("007.50")), "007.50");
  EXPECT_EQ(printed(text("Jane & Co")), "Jane & Co");
  date d(2026, 4, 1);
  d.ptr = "2026-04-01+00:00", d.len = 16;
  EXPECT_EQ(both(d), "2026-04-01+00:00");
  date_time t(date(2026, 4, 1), 24, 0, 0, 0, no_zone);
  t.ptr = "2026-04-01T24:00:00.000", t.len = 23;
  EXPECT_EQ(both(t), "2026-04-01T24:00:00.000");
  boolean b(true);
  b.ptr = "1", b.len = 1;
  EXPECT_EQ(both(b), "1");
  code<model::ChargeBearerType1Code> unknown;
  unknown.ptr = "SLEX", unknown.len = 4;
  EXPECT_EQ(both(unknown), "SLEX");
}

TEST(to_text, is_the_canonical_form_of_what_was_built) {
  EXPECT_EQ(both(decimal(10050, 2)), "100.50");
  EXPECT_EQ(both(decimal(-5, 2)), "-0.05");
  EXPECT_EQ(both(decimal(0, 0)), "0");
  EXPECT_EQ(both(decimal(INT64_MIN, 18)), "-9.223372036854775808");
  EXPECT_EQ(both(date(2026, 4, 1)), "2026-04-01");
  EXPECT_EQ(both(date(2026, 4, 0)), "2026-04");
  EXPECT_EQ(both(date(2026, 0, 0, 0)), "2026Z");
  EXPECT_EQ(both(date_time(date(2026, 4, 1), 10, 55, 27, 120000000, -240)), "2026-04-01T10:55:27.12-04:00");
  EXPECT_EQ(both(date_time(date(), 0, 0, 0, 0, no_zone)), "00:00:00");
  EXPECT_EQ(both(date_time(date(), 23, 59, 59, 1, 330)), "23:59:59.000000001+05:30");
  EXPECT_EQ(both(boolean(true)), "true");
  EXPECT_EQ(both(boolean(false)), "false");
  EXPECT_EQ(both(code<model::ChargeBearerType1Code>(model::ChargeBearerType1Code::SLEV)), "SLEV");
  EXPECT_EQ(both(code<model::ChargeBearerType1Code>(model::ChargeBearerType1Code::CRED)), "CRED");
}

TEST(to_text, is_empty_for_what_is_absent) {
  EXPECT_EQ(printed(text()), "");
  EXPECT_EQ(both(decimal()), "");
  EXPECT_EQ(both(date()), "");
  EXPECT_EQ(both(date_time()), "");
  EXPECT_EQ(both(boolean()), "");
  EXPECT_EQ(both(code<model::ChargeBearerType1Code>()), "");
  EXPECT_EQ(code_text(static_cast<model::ChargeBearerType1Code>(999)), "");
}

}  // namespace
}  // namespace iso20022
