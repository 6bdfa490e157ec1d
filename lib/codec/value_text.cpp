#include "codec/value_text.hpp"

#include <iso20022/codec/to_text.hpp>

#include <cstring>
#include <ostream>

namespace iso20022::codec {

using schema::builtin;
using schema::u64;

namespace {

/// At least `width` digits of `n`, zeros in front.
char* put_digits(char* o, u64 n, unsigned width) {
  char reversed[64];
  unsigned count = 0;
  for (; n != 0; n /= 10) reversed[count++] = static_cast<char>('0' + n % 10);
  while (count < width) reversed[count++] = '0';
  while (count != 0) *o++ = reversed[--count];
  return o;
}

}  // namespace

char* put_decimal(char* o, const decimal& d) {
  constexpr unsigned most_digits = 40;  // a scale beyond it was never a number: `check` refuses it
  if (d.digits_after_point > most_digits) return o;
  const bool negative = d.units < 0;
  const u64 magnitude = negative ? u64{0} - static_cast<u64>(d.units) : static_cast<u64>(d.units);
  if (negative) *o++ = '-';
  char* const first = o;
  o = put_digits(o, magnitude, d.digits_after_point + 1u);
  if (d.digits_after_point == 0) return o;
  char* const point = o - d.digits_after_point;
  std::memmove(point + 1, point, d.digits_after_point);
  *point = '.';
  return point > first ? o + 1 : first;
}

namespace {

char* put_zone(char* o, std::int16_t zone) {
  if (zone == no_zone) return o;
  if (zone == 0) return *o++ = 'Z', o;
  const auto minutes = static_cast<unsigned>(zone < 0 ? -zone : zone);
  *o++ = zone < 0 ? '-' : '+';
  o = put_digits(o, minutes / 60, 2);
  *o++ = ':';
  return put_digits(o, minutes % 60, 2);
}

char* put_year(char* o, std::int32_t year) {
  const auto y = static_cast<std::int64_t>(year);
  if (y < 0) *o++ = '-';
  return put_digits(o, static_cast<u64>(y < 0 ? -y : y), 4);
}

char* put_day(char* o, builtin base, std::int32_t year, unsigned month, unsigned day) {
  o = put_year(o, year);
  if (base == builtin::g_year) return o;
  *o++ = '-';
  o = put_digits(o, month, 2);
  if (base == builtin::g_year_month) return o;
  *o++ = '-';
  return put_digits(o, day, 2);
}

}  // namespace

char* put_date(char* o, builtin base, const date& d) {
  return put_zone(put_day(o, base, d.year, d.month, d.day), d.zone);
}

char* put_date_time(char* o, builtin base, const date_time& t) {
  if (base != builtin::time) {
    o = put_day(o, builtin::date, t.year, t.month, t.day);
    *o++ = 'T';
  }
  o = put_digits(o, t.hour, 2);
  *o++ = ':';
  o = put_digits(o, t.minute, 2);
  *o++ = ':';
  o = put_digits(o, t.second, 2);
  if (t.nanos != 0) {
    *o++ = '.';
    o = put_digits(o, t.nanos, 9);
    while (o[-1] == '0') --o;
  }
  return put_zone(o, t.zone);
}

}  // namespace iso20022::codec

namespace iso20022 {
namespace {

using schema::builtin;

/// Which type of XSD a value is of, told by what is not set in it.
builtin type_of(const date& d) {
  return d.month == 0 ? builtin::g_year : d.day == 0 ? builtin::g_year_month : builtin::date;
}
builtin type_of(const date_time& t) {
  return t.year == 0 && t.month == 0 && t.day == 0 ? builtin::time : builtin::date_time;
}

template <class T, class Put>
std::string text_or(const T& value, Put put) {
  if (value.ptr) return std::string(value.lexical());
  codec::value_text room;
  return value ? std::string(room.bytes, put(room.bytes)) : std::string();
}

}  // namespace

std::string to_text(const decimal& d) {
  return text_or(d, [&](char* o) { return codec::put_decimal(o, d); });
}
std::string to_text(const date& d) {
  return text_or(d, [&](char* o) { return codec::put_date(o, type_of(d), d); });
}
std::string to_text(const date_time& t) {
  return text_or(t, [&](char* o) { return codec::put_date_time(o, type_of(t), t); });
}
std::string to_text(const boolean& b) {
  if (b.ptr) return std::string(b.lexical());
  return !b.present() ? "" : b.value() ? "true" : "false";
}

std::ostream& operator<<(std::ostream& out, const text& t) { return out << t.view(); }
std::ostream& operator<<(std::ostream& out, const decimal& d) { return out << to_text(d); }
std::ostream& operator<<(std::ostream& out, const date& d) { return out << to_text(d); }
std::ostream& operator<<(std::ostream& out, const date_time& t) { return out << to_text(t); }
std::ostream& operator<<(std::ostream& out, const boolean& b) { return out << to_text(b); }

}  // namespace iso20022
