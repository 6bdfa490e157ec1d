// The canonical text of values that were built from numbers, codes and dates.
#include "codec/access_slot.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>

namespace iso20022::codec {
namespace {

using schema::builtin;

/// At least `width` digits of `n`, zeros in front.
char* put_digits(char* o, u64 n, unsigned width) {
  char reversed[64];
  unsigned count = 0;
  for (; n != 0; n /= 10) reversed[count++] = static_cast<char>('0' + n % 10);
  while (count < width) reversed[count++] = '0';
  while (count != 0) *o++ = reversed[--count];
  return o;
}

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

std::string_view code_text(schema::image tables, const schema::simple& s, const std::byte* slot) {
  const u32 index = at<code<u16>>(slot).index;
  return index - 1 < s.enum_count ? tables.string(tables.enums()[s.first_enum + index - 1]) : std::string_view();
}

}  // namespace

std::string_view text_of(schema::image tables, const schema::simple& s, const std::byte* slot, value_text& room) {
  using schema::value_kind;
  const auto& head = at<value_head>(slot);
  if (head.ptr) return {head.ptr, head.len};
  char* const o = room.bytes;
  char* end = o;
  switch (s.value) {
    case value_kind::code: return code_text(tables, s, slot);
    case value_kind::boolean: {
      const auto state = at<boolean>(slot).state;
      return state == 2 ? "true" : state == 1 ? "false" : "";
    }
    case value_kind::decimal: end = put_decimal(o, at<decimal>(slot)); break;
    case value_kind::date: {
      const auto& d = at<date>(slot);
      end = put_zone(put_day(o, s.base, d.year, d.month, d.day), d.zone);
      break;
    }
    case value_kind::date_time: end = put_date_time(o, s.base, at<date_time>(slot)); break;
    default: break;
  }
  return {o, static_cast<std::size_t>(end - o)};
}

}  // namespace iso20022::codec
