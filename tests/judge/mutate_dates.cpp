// Dates, times and zones at the edges of the calendar.
#include <cstdio>

#include "mutate.hpp"

namespace iso20022::judge {

namespace {

using schema::builtin;

// clang-format off
constexpr std::string_view dates[] = {
    "2024-02-29", "2023-02-29", "2000-02-29", "1900-02-29", "2100-02-29", "2400-02-29", "2026-00-10", "2026-13-01",
    "2026-12-31", "2026-04-31", "2026-04-30", "2026-06-31", "2026-09-31", "2026-11-31", "2026-01-32", "2026-01-00",
    "0001-01-01", "0000-01-01", "-0001-01-01", "-2026-01-01", "+2026-01-01", "9999-12-31", "10000-01-01",
    "012026-01-01", "99999-02-29", "123456789-01-01", "1234567890-01-01", "2147483648-01-01", "-10000-02-29",
    "02026-01-01", "226-01-01", "26-01-01", "2026-1-01", "2026-01-1", "2026/01/01", "20260101", "2026-01", "2026",
    "2026-01-01-", "2026-01-010", "2026--1-01", "2026-01-0a", "2026-O1-01", "2026-01-01T00:00:00", "", "-",
    "2026-W01-1", "2026-366", "\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA6-01-01", "2026\342\200\22001-01", "-0004-02-29",
    "-0005-02-29", "0004-02-29", "2026-02-30", "2026-02-28", "1999-12-31"};
constexpr std::string_view times[] = {
    "00:00:00", "23:59:59", "24:00:00", "24:00:00.0", "24:00:00.000", "24:00:01", "24:01:00", "24:00:00.1",
    "25:00:00", "23:60:00", "23:59:60", "23:59:61", "12:30:60", "23:59:60.5", "12:34", "12:34:5", "1:23:45",
    "123456", "12:34:56.", "12:34:56.1", "12:34:56.12", "12:34:56.123456789", "12:34:56.1234567890123456789012345",
    "12:34:56,5", ".5", "12:34:56.-1", "-12:34:56", "12:34:56.a", "12-34-56", "12:34:56:00", "", "2a:00:00",
    "12:34:5 ", "00:00:60", "12:34:56.0", "12:34:56.000", "12:34:56.100"};
constexpr std::string_view zones[] = {
    "", "Z", "z", "+00:00", "-00:00", "+14:00", "-14:00", "+14:01", "-14:01", "+13:59", "+15:00", "+00:60", "+05:30",
    "-05:00", "+0500", "+05", "+5:00", "05:00", "Z+01:00", "ZZ", " Z", "+24:00", "+99:99", "+05:3", "+05:300", "UTC",
    "GMT", "+-5:00", "-", "+", "+:", "+13:60", "-13:60", "+1a:00", "\342\210\22205:00"};
// clang-format on

std::string some(edits& e, std::span<const std::string_view> of) { return std::string(e.r.pick(of)); }

// Most of the time only one part is odd: else nothing would be learnt about the others.
std::string one_odd_part(edits& e, builtin b, std::string_view good_date, std::string_view good_time) {
  const unsigned odd = e.r.below(4);
  const std::string d = odd == 0 || odd == 3 ? some(e, dates) : std::string(good_date);
  const std::string t = odd == 1 || odd == 3 ? some(e, times) : std::string(good_time);
  const std::string z = odd == 2 || odd == 3 ? some(e, zones) : e.r.one_in(2) ? "" : "Z";
  switch (b) {
    case builtin::date:
      return d + z;
    case builtin::time:
      return t + z;
    case builtin::date_time:
      return d + "T" + t + z;
    case builtin::g_year:
      return d.substr(0, d.find('-', 1)) + z;
    default:
      return d.substr(0, d.rfind('-')) + z;
  }
}

bool is_date_like(const schema::simple& s) {
  return s.value == schema::value_kind::date || s.value == schema::value_kind::date_time;
}
template <builtin B>
bool is(const schema::simple& s) {
  return s.base == B;
}

template <class F>
bool change(edits& e, F f) {
  const auto* l = e.leaf_where(is_date_like);
  if (!l) return false;
  e.set_text(*l, f(std::string(e.text(*l))));
  return true;
}

template <builtin B>
bool odd(edits& e) {
  const auto* l = e.leaf_where(is<B>);
  if (!l) return false;
  e.set_text(*l, one_odd_part(e, B, "2026-07-04", "12:34:56"));
  return true;
}

std::string any_day(random& r) {
  char b[64];
  static constexpr unsigned years[] = {1, 4, 100, 400, 1900, 1999, 2000, 2023, 2024, 2026, 2100, 9999};
  std::snprintf(b, sizeof b, "%04u-%02u-%02u", r.pick(years), r.below(14), r.below(33));
  return b;
}

constexpr mutation table[] = {
    {"dates", "date at an edge", odd<builtin::date>},
    {"dates", "date-time at an edge", odd<builtin::date_time>},
    {"dates", "time at an edge", odd<builtin::time>},
    {"dates", "year, or year and month, at an edge",
     [](edits& e) { return odd<builtin::g_year_month>(e) || odd<builtin::g_year>(e); }},
    {"dates", "any day of any month",
     [](edits& e) {
       const auto* l =
           e.leaf_where([](const auto& s) { return s.base == builtin::date || s.base == builtin::date_time; });
       if (!l) return false;
       e.set_text(*l, any_day(e.r) + (e.simple_of(*l)->base == builtin::date ? "" : "T10:00:00Z"));
       return true;
     }},
    {"dates", "any time of day",
     [](edits& e) {
       const auto* l =
           e.leaf_where([](const auto& s) { return s.base == builtin::time || s.base == builtin::date_time; });
       if (!l) return false;
       char b[64];
       std::snprintf(b, sizeof b, "%s%02u:%02u:%02u", e.simple_of(*l)->base == builtin::time ? "" : "2026-03-08T",
                     e.r.below(26), e.r.below(62), e.r.below(62));
       e.set_text(*l, b + some(e, zones));
       return true;
     }},
    {"dates", "zone",
     [](edits& e) {
       return change(e, [&](std::string v) {
         const auto t = v.find('T');
         const auto z = v.find_first_of("Z+", 8);
         const auto cut = z != v.npos ? z : t != v.npos ? v.find('-', t) : v.npos;
         return v.substr(0, cut) + some(e, zones);
       });
     }},
    {"dates", "another separator",
     [](edits& e) {
       static constexpr std::string_view with[] = {" ", "t", "", "TT", "_", "T ", " T", "\n", "\xC3\x97"};
       return change(e, [&](std::string v) {
         const auto t = v.find('T');
         return t == v.npos ? v + "T00:00:00" : v.replace(t, 1, some(e, with));
       });
     }},
    {"dates", "space around",
     [](edits& e) {
       static constexpr std::string_view with[] = {" ", "\n", "\t", "  ", "\r\n", "&#32;", "\xC2\xA0", "\x0B"};
       return change(e, [&](std::string v) { return e.r.one_in(2) ? some(e, with) + v : v + some(e, with); });
     }},
    {"dates", "space inside",
     [](edits& e) {
       return change(e, [&](std::string v) { return v.insert(e.r.below(v.size() + 1), 1, " \n"[e.r.below(2)]); });
     }},
    {"dates", "a byte of it changed",
     [](edits& e) {
       static constexpr std::string_view near = "/:;.,+-TZt 0123456789\t\xA0\xB2";
       return change(e, [&](std::string v) {
         if (!v.empty()) v[e.r.below(v.size())] = near[e.r.below(near.size())];
         return v;
       });
     }},
    {"dates", "a byte of it lost or doubled",
     [](edits& e) {
       return change(e, [&](std::string v) {
         if (v.empty()) return v;
         const auto at = e.r.below(v.size());
         return e.r.one_in(2) ? v.erase(at, 1) : v.insert(at, 1, v[at]);
       });
     }},
    {"dates", "another kind of date",
     [](edits& e) {
       static constexpr std::string_view some_kinds[] = {
           "2026-07-04", "2026-07-04T12:00:00", "12:00:00",        "2026", "2026-07", "--07-04", "---04",
           "P1D",        "2026-07-04Z",         "2026-07-04+01:00"};
       return change(e, [&](std::string) { return some(e, some_kinds); });
     }},
    {"dates", "digit as reference",
     [](edits& e) {
       return change(e, [&](std::string v) {
         const auto at = v.find_first_of("0123456789");
         return at == v.npos ? v : v.replace(at, 1, "&#" + std::to_string(static_cast<int>(v[at])) + ";");
       });
     }},
    {"dates", "fraction of a second",
     [](edits& e) {
       const auto* l =
           e.leaf_where([](const auto& s) { return s.base == builtin::date_time || s.base == builtin::time; });
       if (!l) return false;
       std::string digits;
       for (unsigned n = e.r.below(14); n; --n) digits += static_cast<char>('0' + e.r.below(10));
       const std::string day = e.simple_of(*l)->base == builtin::time ? "" : "2026-01-31T";
       e.set_text(*l, day + (e.r.one_in(8) ? "24:00:00." : "23:59:59.") + digits + (e.r.one_in(2) ? "Z" : ""));
       return true;
     }},
};

}  // namespace

std::span<const mutation> date_mutations() { return table; }

}  // namespace iso20022::judge
