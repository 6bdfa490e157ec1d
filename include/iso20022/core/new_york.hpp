// The clock and the calendar of the FedNow Service: New York's wall clock and the holidays of the Federal Reserve. Pure
// functions of an instant or a day; who asks brings the clock.
#pragma once

#include <iso20022/core/date.hpp>

#include <chrono>

namespace iso20022 {

namespace detail {

/// A day that is told by its weekday: the second Sunday of March, the last Monday (nth 0) of May.
constexpr std::chrono::sys_days nth_weekday(std::chrono::year y, unsigned month, std::chrono::weekday day, unsigned nth) {
  const std::chrono::month m(month);
  return nth ? std::chrono::sys_days(y / m / day[nth]) : std::chrono::sys_days(y / m / day[std::chrono::last]);
}

}  // namespace detail

/// Minutes east of UTC of New York's wall clock at `t`: -240 in daylight saving time, else -300. (Energy Policy Act of 2005:
/// from the second Sunday of March to the first of November, at 2 in the morning. Earlier years had other rules.)
constexpr std::int16_t new_york_offset(std::chrono::sys_seconds t) {
  using namespace std::chrono;
  const auto year = year_month_day(floor<days>(t - hours(5))).year();
  const sys_seconds begins = detail::nth_weekday(year, 3, Sunday, 2) + hours(2 + 5);
  const sys_seconds ends = detail::nth_weekday(year, 11, Sunday, 1) + hours(2 + 4);
  return begins <= t && t < ends ? -240 : -300;
}

/// The instant as New York's wall clock shows it, with its offset: how FedNow stamps times.
constexpr date_time new_york_time(std::chrono::sys_time<std::chrono::nanoseconds> t) {
  using namespace std::chrono;
  const auto seconds_ = floor<seconds>(t);
  const auto offset = new_york_offset(seconds_);
  const auto local = seconds_ + minutes(offset);
  const auto midnight = floor<days>(local);
  const year_month_day day(midnight);
  const hh_mm_ss clock(local - midnight);
  return {date(int(day.year()), unsigned(day.month()), unsigned(day.day())), static_cast<unsigned>(clock.hours().count()),
          static_cast<unsigned>(clock.minutes().count()), static_cast<unsigned>(clock.seconds().count()),
          static_cast<std::uint32_t>((t - seconds_).count()), offset};
}

/// The calendar date in New York at `t`. (The cycle day is another thing: see `cycle_day`.)
constexpr std::chrono::year_month_day new_york_date(std::chrono::sys_seconds t) {
  using namespace std::chrono;
  return floor<days>(t + minutes(new_york_offset(t)));
}

/// Whether the Reserve Banks are closed: the eleven holidays (Juneteenth since 2022). One on a Sunday is kept on Monday; one
/// on a Saturday is not kept.
constexpr bool is_federal_reserve_holiday(std::chrono::year_month_day day) {
  using namespace std::chrono;
  const sys_days d = day;
  const auto y = day.year();
  const auto fixed = [&](unsigned month_, unsigned day_) {
    const sys_days holiday = y / month(month_) / std::chrono::day(day_);
    return d == (weekday(holiday) == Sunday ? holiday + days(1) : holiday) && weekday(holiday) != Saturday;
  };
  const auto floating = [&](unsigned month_, weekday which, unsigned nth) { return d == detail::nth_weekday(y, month_, which, nth); };
  return fixed(1, 1) || floating(1, Monday, 3) || floating(2, Monday, 3) || floating(5, Monday, 0) ||
         (y >= year(2022) && fixed(6, 19)) || fixed(7, 4) || floating(9, Monday, 1) || floating(10, Monday, 2) || fixed(11, 11) ||
         floating(11, Thursday, 4) || fixed(12, 25);
}

/// Monday to Friday except holidays: the days that FedNow's deadlines count. (Payments settle on every day.)
constexpr bool is_standard_business_day(std::chrono::year_month_day day) {
  const std::chrono::weekday w{std::chrono::sys_days(day)};
  return w != std::chrono::Saturday && w != std::chrono::Sunday && !is_federal_reserve_holiday(day);
}

constexpr std::chrono::year_month_day next_standard_business_day(std::chrono::year_month_day day) {
  do day = std::chrono::sys_days(day) + std::chrono::days(1);
  while (!is_standard_business_day(day));
  return day;
}

/// FedNow's business day. It ends when FedNow says so (about 19:00, later when Fedwire is extended), never by the clock: it is
/// moved by the ROLL broadcast, and corrected by any settlement date that FedNow tells. Value type.
class cycle_day {
 public:
  constexpr explicit cycle_day(std::chrono::year_month_day known) : day_(known) {}
  constexpr std::chrono::year_month_day day() const { return day_; }
  /// ROLL: the next calendar day, weekends and holidays included.
  constexpr void roll() { day_ = std::chrono::sys_days(day_) + std::chrono::days(1); }
  /// A settlement date (FctvIntrBkSttlmDt) of FedNow's: whichever is later is right, since days never go back.
  constexpr void see(std::chrono::year_month_day settled) {
    if (day_ < settled) day_ = settled;
  }

 private:
  std::chrono::year_month_day day_;
};

}  // namespace iso20022
