// Dates and times: lexical forms of XML Schema Part 2, 3.2.7 to 3.2.11.
//
// A year has four digits or more (more only without leading zeros), may be negative, and is not 0000. Seconds are 00 to
// 59: a leap second (:60) is refused, as XML Schema 1.1 says and Xerces does not. 24:00:00 is allowed, without a fraction
// other than zeros.
#include "codec/leaf.hpp"

namespace iso20022::codec {
namespace {

constexpr int longest_zone = 14 * 60;

bool is_digit(char c) { return static_cast<unsigned char>(c - '0') <= 9; }

/// Takes from the front of a text; every take says whether it was there.
struct scanner {
  const char* p;
  const char* end;

  explicit scanner(std::string_view s) : p(s.data()), end(s.data() + s.size()) {}

  bool done() const { return p == end; }
  bool take(char c) {
    if (p == end || *p != c) return false;
    ++p;
    return true;
  }
  bool take_two(unsigned& n) {
    if (end - p < 2 || !is_digit(p[0]) || !is_digit(p[1])) return false;
    n = static_cast<unsigned>((p[0] - '0') * 10 + (p[1] - '0'));
    p += 2;
    return true;
  }
};

enum class year_form : std::uint8_t { ok, wrong, too_long };

year_form take_year(scanner& s, std::int32_t& year) {
  const bool negative = s.take('-');
  const char* const first = s.p;
  std::int32_t n = 0;
  while (!s.done() && is_digit(*s.p) && s.p - first < 10) {
    if (s.p - first < 9) n = n * 10 + (*s.p - '0');
    ++s.p;
  }
  const auto digits = s.p - first;
  if (digits < 4 || (digits > 4 && *first == '0') || n == 0) return year_form::wrong;
  if (digits > 9) return year_form::too_long;
  year = negative ? -n : n;
  return year_form::ok;
}

/// Nothing, Z, or +hh:mm to the end.
bool take_zone(scanner& s, std::int16_t& zone) {
  zone = no_zone;
  if (s.done()) return true;
  if (s.take('Z')) {
    zone = 0;
    return s.done();
  }
  const bool west = s.take('-');
  unsigned hours, minutes;
  if (!west && !s.take('+')) return false;
  if (!s.take_two(hours) || !s.take(':') || !s.take_two(minutes) || !s.done() || minutes > 59) return false;
  const int total = static_cast<int>(hours * 60 + minutes);
  if (total > longest_zone) return false;
  zone = static_cast<std::int16_t>(west ? -total : total);
  return true;
}

bool is_leap(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool is_day(std::int32_t year, unsigned month, unsigned day) {
  static constexpr std::uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= days[month - 1] + (month == 2 && is_leap(year) ? 1u : 0u);
}

year_form take_date(scanner& s, std::int32_t& year, std::uint8_t& month, std::uint8_t& day) {
  unsigned m, d;
  if (const auto form = take_year(s, year); form != year_form::ok) return form;
  if (!s.take('-') || !s.take_two(m) || !s.take('-') || !s.take_two(d) || !is_day(year, m, d)) return year_form::wrong;
  month = static_cast<std::uint8_t>(m);
  day = static_cast<std::uint8_t>(d);
  return year_form::ok;
}

bool take_clock(scanner& s, date_time& out) {
  unsigned hour, minute, second;
  if (!s.take_two(hour) || !s.take(':') || !s.take_two(minute) || !s.take(':') || !s.take_two(second)) return false;
  if (hour > 24 || minute > 59 || second > 59) return false;
  bool zero = minute == 0 && second == 0;
  std::uint32_t nanos = 0, weight = 100'000'000;
  if (s.take('.')) {
    const char* const first = s.p;
    for (; !s.done() && is_digit(*s.p); ++s.p, weight /= 10) {
      nanos += static_cast<std::uint32_t>(*s.p - '0') * weight;
      zero &= *s.p == '0';
    }
    if (s.p == first) return false;
  }
  if (hour == 24 && !zero) return false;
  out.hour = static_cast<std::uint8_t>(hour);
  out.minute = static_cast<std::uint8_t>(minute);
  out.second = static_cast<std::uint8_t>(second);
  out.nanos = nanos;
  return true;
}

constexpr std::int64_t day_seconds = 24 * 60 * 60;

/// Days from some day on, in the calendar that reaches back before its introduction.
std::int64_t day_number(std::int64_t year, int month, int day) {
  if (month < 3) --year, month += 12;
  const auto century = (year >= 0 ? year : year - 99) / 100;
  const auto fourth = (year >= 0 ? year : year - 3) / 4, era = (year >= 0 ? year : year - 399) / 400;
  return 365 * year + fourth - century + era + (153 * (month - 3) + 2) / 5 + day;
}

/// Seconds from some moment on, in UTC when there is a zone.
std::int64_t second_number(const date_time& t, bool every_day) {
  const std::int64_t zone = t.zone == no_zone ? 0 : t.zone;
  const std::int64_t clock = (t.hour * 60 + t.minute - zone) * 60 + t.second;
  if (every_day) return (clock % day_seconds + day_seconds) % day_seconds;
  // no year 0: -0001 is the one before 0001
  return day_number(t.year < 0 ? t.year + 1 : t.year, t.month, t.day) * day_seconds + clock;
}

/// Digits behind the point of seconds, without zeros at the end.
std::string_view fraction(std::string_view s) {
  const auto point = s.find('.');
  if (point == s.npos) return {};
  s.remove_prefix(point + 1);
  s = s.substr(0, s.find_first_not_of("0123456789"));
  return s.substr(0, s.find_last_not_of('0') + 1);
}

leaf_status read_moment(schema::builtin base, std::string_view s, date_time& out) {
  if (base == schema::builtin::date_time) return read_date_time(s, out);
  if (base == schema::builtin::time) return read_time(s, out);
  date d;
  auto status = leaf_status::date;
  if (base == schema::builtin::date) status = read_date(s, d);
  if (base == schema::builtin::g_year_month) status = read_year_month(s, d), d.day = 1;
  if (base == schema::builtin::g_year) status = read_year(s, d), d.month = d.day = 1;
  out = date_time(d, 0, 0, 0, 0, d.zone);
  return status;
}

leaf_status outcome(year_form form, bool rest, leaf_status failure) {
  if (form == year_form::too_long) return leaf_status::year_too_long;
  return form == year_form::ok && rest ? leaf_status::ok : failure;
}

}  // namespace

leaf_status read_date(std::string_view text, date& out) {
  scanner s(text);
  const auto form = take_date(s, out.year, out.month, out.day);
  return outcome(form, form == year_form::ok && take_zone(s, out.zone), leaf_status::date);
}

leaf_status read_year_month(std::string_view text, date& out) {
  scanner s(text);
  unsigned month = 0;
  const auto form = take_year(s, out.year);
  const bool rest = form == year_form::ok && s.take('-') && s.take_two(month) && month >= 1 && month <= 12 &&
                    take_zone(s, out.zone);
  out.month = static_cast<std::uint8_t>(month);
  return outcome(form, rest, leaf_status::date);
}

leaf_status read_year(std::string_view text, date& out) {
  scanner s(text);
  const auto form = take_year(s, out.year);
  return outcome(form, form == year_form::ok && take_zone(s, out.zone), leaf_status::date);
}

leaf_status read_date_time(std::string_view text, date_time& out) {
  scanner s(text);
  const auto form = take_date(s, out.year, out.month, out.day);
  const bool rest = form == year_form::ok && s.take('T') && take_clock(s, out) && take_zone(s, out.zone);
  out.state = 1;
  return outcome(form, rest, leaf_status::date_time);
}

leaf_status read_time(std::string_view text, date_time& out) {
  scanner s(text);
  const bool ok = take_clock(s, out) && take_zone(s, out.zone);
  out.state = 1;
  return ok ? leaf_status::ok : leaf_status::time;
}

bool same_moment(schema::builtin base, std::string_view a, std::string_view b) {
  date_time x, y;
  if (read_moment(base, a, x) != leaf_status::ok || read_moment(base, b, y) != leaf_status::ok) return false;
  const bool every_day = base == schema::builtin::time;
  return (x.zone == no_zone) == (y.zone == no_zone) && second_number(x, every_day) == second_number(y, every_day) &&
         fraction(a) == fraction(b);
}

}  // namespace iso20022::codec
