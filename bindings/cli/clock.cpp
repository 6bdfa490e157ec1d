#include "clock.hpp"

#include <cstdlib>
#include <ctime>

namespace iso20022::cli {

date_time eastern_now() {
  // The rule itself, so that no time zone database has to be installed: 2nd Sunday of March to 1st of November.
  setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
  tzset();
  const std::time_t now = std::time(nullptr);
  std::tm t{};
  localtime_r(&now, &t);
  const date day(t.tm_year + 1900, static_cast<unsigned>(t.tm_mon + 1), static_cast<unsigned>(t.tm_mday));
  return date_time(day, static_cast<unsigned>(t.tm_hour), static_cast<unsigned>(t.tm_min),
                   static_cast<unsigned>(t.tm_sec % 60), 0, static_cast<std::int16_t>(t.tm_gmtoff / 60));
}

}  // namespace iso20022::cli
