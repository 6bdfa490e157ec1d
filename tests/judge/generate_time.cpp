// Booleans, dates and times that are valid.
#include <cstdio>

#include "generate_value.hpp"

namespace iso20022::judge {

namespace {

std::string two(unsigned n) {
  char b[16];
  std::snprintf(b, sizeof b, "%02u", n);
  return b;
}

constexpr bool leap(unsigned y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); }
unsigned days_in(unsigned y, unsigned m) {
  static constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return m == 2 && leap(y) ? 29 : days[m - 1];
}

}  // namespace

std::string value_source::boolean() {
  static constexpr std::string_view forms[] = {"true", "false", "true", "false", "1", "0"};
  return std::string(r_.pick(forms));
}

std::string value_source::zone() {
  static constexpr std::string_view zones[] = {"",       "",       "Z",      "-05:00", "-04:00",
                                               "+00:00", "+14:00", "-14:00", "+05:30", "-00:00"};
  return std::string(options_.how == richness::minimal ? "" : r_.pick(zones));
}

std::string value_source::year() {
  return std::to_string(r_.one_in(20) ? r_.between(1000, 9999) : r_.between(1990, 2040));
}

std::string value_source::month() { return year() + "-" + two(r_.between(1, 12)); }

std::string value_source::date() {
  const std::string y = year();
  const unsigned m = r_.between(1, 12);
  const unsigned last = days_in(static_cast<unsigned>(std::stoul(y)), m);
  return y + "-" + two(m) + "-" + two(r_.one_in(5) ? last : r_.between(1, last));
}

std::string value_source::time() {
  if (r_.one_in(50)) return "24:00:00";
  std::string t = two(r_.below(24)) + ":" + two(r_.below(60)) + ":" + two(r_.below(60));
  if (options_.how == richness::minimal || !r_.one_in(3)) return t;
  t += ".";
  for (unsigned n = r_.one_in(5) ? r_.between(4, 12) : 3; n; --n) t += static_cast<char>('0' + r_.below(10));
  return t;
}

}  // namespace iso20022::judge
