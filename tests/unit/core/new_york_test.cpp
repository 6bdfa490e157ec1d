#include <iso20022/core/new_york.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace iso20022 {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

constexpr sys_seconds utc(int y, unsigned m, unsigned d, int hour, int minute = 0, int second = 0) {
  return sys_days(year(y) / month(m) / day(d)) + hours(hour) + minutes(minute) + seconds(second);
}

TEST(NewYork, ChangesItsClocksTwiceAYear) {
  const struct { sys_seconds at; int offset; } all[] = {
      {utc(2026, 3, 8, 6, 59, 59), -300}, {utc(2026, 3, 8, 7), -240},    {utc(2026, 11, 1, 5, 59, 59), -240}, {utc(2026, 11, 1, 6), -300},
      {utc(2027, 3, 14, 7), -240},        {utc(2027, 11, 7, 5, 59, 59), -240}, {utc(2027, 1, 1, 0), -300},   {utc(2027, 7, 4, 12), -240},
      {utc(2020, 3, 8, 7), -240},         {utc(2020, 11, 1, 6), -300},
  };
  for (const auto& a : all) EXPECT_EQ(new_york_offset(a.at), a.offset) << a.at.time_since_epoch().count();
}

TEST(NewYork, StampsTimesWithTheirOffset) {
  const auto t = new_york_time(sys_time<nanoseconds>(utc(2026, 4, 1, 3, 15, 6)) + 587228300ns);
  EXPECT_EQ(t, date_time(date(2026, 3, 31), 23, 15, 6, 587228300, -240));
  EXPECT_EQ(new_york_time(sys_time<nanoseconds>(utc(2026, 1, 1, 4, 59, 59))), date_time(date(2025, 12, 31), 23, 59, 59, 0, -300));
  EXPECT_EQ(new_york_date(utc(2026, 1, 1, 4, 59, 59)), 2025y / 12 / 31);
  EXPECT_EQ(new_york_date(utc(2026, 1, 1, 5)), 2026y / 1 / 1);
}

// As the Federal Reserve Banks publish them.
TEST(NewYork, KeepsTheHolidaysOfTheFederalReserve) {
  const year_month_day of_2026[] = {2026y / 1 / 1,  2026y / 1 / 19, 2026y / 2 / 16,  2026y / 5 / 25,  2026y / 6 / 19, 2026y / 9 / 7,
                                    2026y / 10 / 12, 2026y / 11 / 11, 2026y / 11 / 26, 2026y / 12 / 25};  // July 4 is a Saturday
  const year_month_day of_2027[] = {2027y / 1 / 1,  2027y / 1 / 18,  2027y / 2 / 15, 2027y / 5 / 31, 2027y / 7 / 5,
                                    2027y / 9 / 6,  2027y / 10 / 11, 2027y / 11 / 11, 2027y / 11 / 25};  // June 19, December 25: Saturdays
  for (sys_days d = 2026y / 1 / 1; d < sys_days(2028y / 1 / 1); d += days(1)) {
    const year_month_day day(d);
    EXPECT_EQ(is_federal_reserve_holiday(day), std::ranges::count(of_2026, day) + std::ranges::count(of_2027, day) == 1) << d.time_since_epoch().count();
  }
  EXPECT_FALSE(is_federal_reserve_holiday(2021y / 6 / 18));
  EXPECT_TRUE(is_federal_reserve_holiday(2022y / 6 / 20));  // a Sunday, kept on Monday
  EXPECT_TRUE(is_federal_reserve_holiday(2023y / 1 / 2));
}

TEST(NewYork, CountsStandardBusinessDays) {
  EXPECT_EQ(next_standard_business_day(2026y / 11 / 25), 2026y / 11 / 27);  // over Thanksgiving
  EXPECT_EQ(next_standard_business_day(2026y / 12 / 24), 2026y / 12 / 28);  // over Christmas and a weekend
  EXPECT_EQ(next_standard_business_day(2026y / 7 / 2), 2026y / 7 / 3);      // Independence Day on a Saturday is not kept
  EXPECT_FALSE(is_standard_business_day(2026y / 11 / 28));
}

TEST(NewYork, TheCycleDayMovesWhenFedNowSaysSo) {
  cycle_day day(2026y / 2 / 28);
  day.roll();
  EXPECT_EQ(day.day(), 2026y / 3 / 1);
  day.see(2026y / 2 / 28);
  EXPECT_EQ(day.day(), 2026y / 3 / 1);
  day.see(2026y / 3 / 3);
  EXPECT_EQ(day.day(), 2026y / 3 / 3);
}

}  // namespace
}  // namespace iso20022
