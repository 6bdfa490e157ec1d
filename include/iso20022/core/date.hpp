// Dates and times as ISO 20022 uses them (xs:date, xs:dateTime, xs:time, xs:gYear, xs:gYearMonth), text kept.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace iso20022 {

/// Minutes east of UTC when the text has no zone ("local time, zone unknown").
inline constexpr std::int16_t no_zone = 0x7fff;

/// xs:date, xs:gYearMonth (day 0) and xs:gYear (month and day 0). Value type, 24 bytes. Present when the year or the
/// text is set. `zone` in minutes east of UTC, or `no_zone`.
struct date {
  const char* ptr = nullptr;
  std::uint32_t len = 0;
  std::int16_t zone = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::int32_t year = 0;
  std::uint32_t reserved = 0;

  constexpr date() = default;
  constexpr date(int y, unsigned m, unsigned d, std::int16_t zone_minutes = no_zone)
      : zone(zone_minutes), month(static_cast<std::uint8_t>(m)), day(static_cast<std::uint8_t>(d)), year(y) {}

  constexpr explicit operator bool() const { return ptr != nullptr || year != 0; }
  constexpr std::string_view lexical() const { return ptr ? std::string_view(ptr, len) : std::string_view(); }
  friend constexpr bool same_text(const date& a, const date& b) { return a.lexical() == b.lexical(); }
  friend constexpr bool operator==(const date& a, const date& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day && a.zone == b.zone;
  }
};

/// xs:dateTime, and xs:time (year, month and day 0). Value type, 32 bytes. Fractions of a second to the nanosecond;
/// further digits stay in the text. `24:00:00` stays hour 24.
struct date_time {
  const char* ptr = nullptr;
  std::uint32_t len = 0;
  std::int16_t zone = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::int32_t year = 0;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint8_t state = 0;  // 1: a value is there (midnight of xs:time is all zero otherwise)
  std::uint32_t nanos = 0;
  std::uint32_t reserved = 0;

  constexpr date_time() = default;
  constexpr date_time(date d, unsigned h, unsigned m, unsigned s, std::uint32_t nanoseconds, std::int16_t zone_minutes)
      : zone(zone_minutes), month(d.month), day(d.day), year(d.year), hour(static_cast<std::uint8_t>(h)),
        minute(static_cast<std::uint8_t>(m)), second(static_cast<std::uint8_t>(s)), state(1), nanos(nanoseconds) {}

  constexpr explicit operator bool() const { return ptr != nullptr || state != 0; }
  constexpr std::string_view lexical() const { return ptr ? std::string_view(ptr, len) : std::string_view(); }
  friend constexpr bool same_text(const date_time& a, const date_time& b) { return a.lexical() == b.lexical(); }
  /// Same fields and same zone. Two instants that differ only in zone are different values here: nothing is normalised.
  friend constexpr bool operator==(const date_time& a, const date_time& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day && a.hour == b.hour && a.minute == b.minute &&
           a.second == b.second && a.nanos == b.nanos && a.zone == b.zone;
  }
};

static_assert(sizeof(date) == 24 && std::is_trivially_copyable_v<date>);
static_assert(sizeof(date_time) == 32 && std::is_trivially_copyable_v<date_time>);

}  // namespace iso20022
