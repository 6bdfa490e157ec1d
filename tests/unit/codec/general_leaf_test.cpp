// Values: lexical forms and facets, one row a value.
#include "codec/leaf.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/text.hpp>

#include <gtest/gtest.h>

#include <cstring>

namespace iso20022::codec {
namespace {

using schema::builtin;
using schema::value_kind;
using enum leaf_status;

schema::simple type_of(builtin base, value_kind value) {
  schema::simple t{};
  t.base = base;
  t.value = value;
  t.white_space = base == builtin::string ? 0 : base == builtin::normalized_string ? 1 : 2;
  t.max_len = t.total_digits = t.fraction_digits = schema::unbounded;
  return t;
}

struct row { builtin base; value_kind value; std::string_view text; leaf_status expected; };

constexpr auto d = value_kind::date;
constexpr auto dt = value_kind::date_time;
constexpr auto n = value_kind::decimal;
constexpr auto t = value_kind::text;

const row rows[] = {
    {builtin::date, d, "2024-02-29", ok}, {builtin::date, d, " 2024-02-29\n", ok}, {builtin::date, d, "2023-02-29", date},
    {builtin::date, d, "1900-02-29", date}, {builtin::date, d, "2000-02-29", ok}, {builtin::date, d, "2024-04-31", date},
    {builtin::date, d, "2024-13-01", date}, {builtin::date, d, "2024-00-01", date}, {builtin::date, d, "2024-01-00", date},
    {builtin::date, d, "0000-01-01", date}, {builtin::date, d, "-0001-01-01", ok}, {builtin::date, d, "+2024-01-01", date},
    {builtin::date, d, "12024-01-01", ok}, {builtin::date, d, "02024-01-01", date}, {builtin::date, d, "999999999-01-01", ok},
    {builtin::date, d, "1234567890-01-01", year_too_long}, {builtin::date, d, "2024-1-1", date}, {builtin::date, d, "", date},
    {builtin::date, d, "2024-01-01Z", ok}, {builtin::date, d, "2024-01-01+14:00", ok}, {builtin::date, d, "2024-01-01-14:00", ok},
    {builtin::date, d, "2024-01-01+14:01", date}, {builtin::date, d, "2024-01-01+13:60", date}, {builtin::date, d, "2024-01-01z", date},
    {builtin::date, d, "2024-01-01 Z", date}, {builtin::date, d, "2024-01-01+1:00", date},
    {builtin::date_time, dt, "2024-01-01T00:00:00", ok}, {builtin::date_time, dt, "2024-01-01t00:00:00", date_time},
    {builtin::date_time, dt, "2024-01-01T24:00:00", ok}, {builtin::date_time, dt, "2024-01-01T24:00:00.000", ok},
    {builtin::date_time, dt, "2024-01-01T24:00:00.001", date_time}, {builtin::date_time, dt, "2024-01-01T24:00:01", date_time},
    {builtin::date_time, dt, "2024-01-01T25:00:00", date_time}, {builtin::date_time, dt, "2024-01-01T23:60:00", date_time},
    {builtin::date_time, dt, "2024-01-01T23:59:60", date_time},  // Xerces accepts it
    {builtin::date_time, dt, "2024-01-01T23:59:59.", date_time}, {builtin::date_time, dt, "2024-01-01T23:59:59.Z", date_time},  // so it does this
    {builtin::date_time, dt, "2024-01-01T23:59:59.123456789123Z", ok}, {builtin::date_time, dt, "2024-01-01", date_time},
    {builtin::time, dt, "23:59:59", ok}, {builtin::time, dt, "24:00:00Z", ok}, {builtin::time, dt, "1:00:00", time},
    {builtin::g_year, d, "2024", ok}, {builtin::g_year, d, "2024Z", ok}, {builtin::g_year, d, "24", date},
    {builtin::g_year_month, d, "2024-12", ok}, {builtin::g_year_month, d, "2024-13", date}, {builtin::g_year_month, d, "2024-12-01", date},
    {builtin::decimal, n, "1", ok}, {builtin::decimal, n, "+1", ok}, {builtin::decimal, n, "-0", ok}, {builtin::decimal, n, ".5", ok},
    {builtin::decimal, n, "5.", ok}, {builtin::decimal, n, ".", number}, {builtin::decimal, n, "", number}, {builtin::decimal, n, "1e3", number},
    {builtin::decimal, n, "1,0", number}, {builtin::decimal, n, "1 0", number}, {builtin::decimal, n, "--1", number},
    {builtin::integer, n, "5.", number}, {builtin::integer, n, "-007", ok},
    {builtin::boolean, value_kind::boolean, "true", ok}, {builtin::boolean, value_kind::boolean, " 0 ", ok},
    {builtin::boolean, value_kind::boolean, "True", leaf_status::boolean}, {builtin::boolean, value_kind::boolean, "", leaf_status::boolean},
    {builtin::base64_binary, t, "", ok}, {builtin::base64_binary, t, "QUJD", ok}, {builtin::base64_binary, t, "QUI=", ok},
    {builtin::base64_binary, t, "QQ==", ok}, {builtin::base64_binary, t, "Q Q = =", ok}, {builtin::base64_binary, t, "QQ\n==", ok},
    {builtin::base64_binary, t, "QR==", base64}, {builtin::base64_binary, t, "QUJ=", base64}, {builtin::base64_binary, t, "QUJ", base64},
    {builtin::base64_binary, t, "AAC=", base64}, {builtin::base64_binary, t, "AAE=", ok}, {builtin::base64_binary, t, "AC==", base64},
    {builtin::base64_binary, t, "AE==", base64}, {builtin::base64_binary, t, "AI==", base64}, {builtin::base64_binary, t, "AQ==", ok},
    {builtin::base64_binary, t, "Q===", base64}, {builtin::base64_binary, t, "QQ==QUJD", base64}, {builtin::base64_binary, t, "QU_D", base64},
    {builtin::any_uri, t, "", ok}, {builtin::any_uri, t, "http://a@b.c:80/d%20e?f#g", ok}, {builtin::any_uri, t, "a b", ok},
    {builtin::any_uri, t, "%zz", uri}, {builtin::any_uri, t, ":a", uri}, {builtin::any_uri, t, "http://[::1]/", ok},
    {builtin::any_uri, t, "http://[::1", uri}, {builtin::any_uri, t, "a:", uri},
    {builtin::id, t, "_a-1.b", ok}, {builtin::id, t, "1a", id}, {builtin::id, t, "a:b", id}, {builtin::id, t, "", id},
};

TEST(general_leaf, lexical_forms) {
  arena memory;
  for (const auto& r : rows) {
    alignas(8) std::byte slot[32] = {};
    EXPECT_EQ(static_cast<int>(check_leaf({}, type_of(r.base, r.value), r.text, slot, &memory)), static_cast<int>(r.expected)) << r.text;
    EXPECT_EQ(static_cast<int>(check_leaf({}, type_of(r.base, r.value), r.text, nullptr, nullptr)), static_cast<int>(r.expected)) << r.text;
  }
}

TEST(general_leaf, dates_and_times_fill_their_fields) {
  iso20022::date_time v;
  arena memory;
  ASSERT_EQ(check_leaf({}, type_of(builtin::date_time, dt), " -0045-03-15T23:00:00.120-05:30 ", &v, &memory), ok);
  EXPECT_EQ(v.year, -45);
  EXPECT_EQ(v.month, 3);
  EXPECT_EQ(v.day, 15);
  EXPECT_EQ(v.hour, 23);
  EXPECT_EQ(v.nanos, 120'000'000u);
  EXPECT_EQ(v.zone, -330);
  EXPECT_EQ(v.lexical(), "-0045-03-15T23:00:00.120-05:30");
  iso20022::date day;
  ASSERT_EQ(check_leaf({}, type_of(builtin::date, d), "2024-02-29", &day, &memory), ok);
  EXPECT_EQ(day, iso20022::date(2024, 2, 29));
}

TEST(general_leaf, decimals_keep_text_and_value) {
  arena memory;
  decimal v;
  ASSERT_EQ(check_leaf({}, type_of(builtin::decimal, n), " 007.50 ", &v, &memory), ok);
  EXPECT_EQ(v.value(), 750);
  EXPECT_EQ(v.scale(), 2u);
  EXPECT_EQ(v.lexical(), "007.50");
  v = {};
  ASSERT_EQ(check_leaf({}, type_of(builtin::decimal, n), "12345678901234567890.5", &v, &memory), ok);
  EXPECT_FALSE(v.exact());
  EXPECT_EQ(v.lexical(), "12345678901234567890.5");
}

TEST(general_leaf, digits_that_count) {
  auto amount = type_of(builtin::decimal, n);
  amount.total_digits = 5, amount.fraction_digits = 2;
  const auto status = [&](std::string_view s) { return check_leaf({}, amount, s, nullptr, nullptr); };
  EXPECT_EQ(status("12345"), ok);
  EXPECT_EQ(status("0012345.0000"), ok);
  EXPECT_EQ(status("123456"), total_digits);
  EXPECT_EQ(status("1.234"), fraction_digits);
  EXPECT_EQ(status("1234.56"), total_digits);
  EXPECT_EQ(status("0.01"), ok);
}

TEST(general_leaf, bounds_of_numbers_of_any_length) {
  auto bounded = type_of(builtin::decimal, n);
  bounded.lower_kind = schema::bound_kind::exclusive, bounded.lower = -150, bounded.lower_scale = 1;
  bounded.upper_kind = schema::bound_kind::inclusive, bounded.upper = 999999999999999999, bounded.upper_scale = 0;
  const auto status = [&](std::string_view s) { return check_leaf({}, bounded, s, nullptr, nullptr); };
  EXPECT_EQ(status("-15"), range);
  EXPECT_EQ(status("-14.999999999999999999999999"), ok);
  EXPECT_EQ(status("-15.000000000000000000000001"), range);
  EXPECT_EQ(status("999999999999999999"), ok);
  EXPECT_EQ(status("1000000000000000000"), range);
  EXPECT_EQ(status("999999999999999999.0000000000000000001"), range);
}

TEST(general_leaf, lengths_count_code_points_and_bytes) {
  auto text = type_of(builtin::string, t);
  text.min_len = 2, text.max_len = 3;
  const auto status = [&](std::string_view s) { return check_leaf({}, text, s, nullptr, nullptr); };
  EXPECT_EQ(status("\xC3\xA9"), min_length);
  EXPECT_EQ(status("\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"), ok);  // Xerces counts six
  EXPECT_EQ(status("abcd"), max_length);
  text.min_len = 3;
  EXPECT_EQ(status("ab"), length);
  auto binary = type_of(builtin::base64_binary, t);
  binary.min_len = binary.max_len = 1;
  EXPECT_EQ(check_leaf({}, binary, "QQ==", nullptr, nullptr), ok);
  EXPECT_EQ(check_leaf({}, binary, "QUI=", nullptr, nullptr), length);
}

TEST(general_leaf, white_space) {
  arena memory;
  const std::string_view raw = "  a\n b\t";
  memory.source = raw.data();
  iso20022::text v;
  ASSERT_EQ(check_leaf({}, type_of(builtin::string, t), raw, &v, &memory), ok);
  EXPECT_EQ(v.ptr, raw.data());
  ASSERT_EQ(check_leaf({}, type_of(builtin::normalized_string, t), raw, &v, &memory), ok);
  EXPECT_EQ(v.view(), "  a  b ");
  ASSERT_EQ(check_leaf({}, type_of(builtin::token, t), raw, &v, &memory), ok);
  EXPECT_EQ(v.view(), "a b");
  EXPECT_EQ(arena::source_of(v.ptr), 2u);
  ASSERT_EQ(check_leaf({}, type_of(builtin::token, t), " a b ", &v, &memory), ok);
  EXPECT_FALSE(memory.owns(v.ptr)) << "trimming needs no copy";
}

TEST(general_arena, a_message_of_the_same_size_needs_no_new_memory) {
  arena memory;
  const auto use = [&] {
    for (int i = 0; i < 1000; ++i) std::memset(memory.allocate_zeroed(200), 1, 200);
  };
  use();
  memory.reset();
  const auto* const first = memory.cur;
  use();
  EXPECT_TRUE(memory.cur > first && memory.cur <= memory.end) << "one chunk now";
  memory.reset();
  EXPECT_EQ(memory.cur, first);
}

}  // namespace
}  // namespace iso20022::codec
