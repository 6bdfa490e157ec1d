// Exact decimal numbers that keep the text they were read from.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace iso20022 {

/// An exact decimal (xs:decimal and the integer types): `value()` x 10^-`scale()`. Never binary floating point.
///
/// Value type, 24 bytes. `10.00` has value 1000 and scale 2 and stays `10.00` when it is written again; `007.50`, `+1`,
/// `.5`, `5.` and `-0` keep their text likewise. `==` compares numbers (10 == 10.00); `same_text` compares forms.
/// Numbers of more than 18 significant digits (possible only where a schema sets no totalDigits) keep their text but
/// have no `value()`: `exact()` is false.
struct decimal {
  enum : std::uint8_t { absent = 0, number = 1, text_only = 2 };

  const char* ptr = nullptr;  // lexical form, null when built from a number
  std::uint32_t len = 0;
  std::uint8_t digits_after_point = 0;
  std::uint8_t state = absent;
  std::uint16_t reserved = 0;
  std::int64_t units = 0;

  constexpr decimal() = default;
  /// `units` x 10^-`scale`: decimal(10050, 2) is 100.50.
  constexpr decimal(std::int64_t units_, unsigned scale_)
      : digits_after_point(static_cast<std::uint8_t>(scale_)), state(number), units(units_) {}
  /// From its text form, which is kept: decimal("100.50"). Text that is no decimal gives an absent value.
  constexpr decimal(std::string_view s);
  constexpr decimal(const char* s) : decimal(std::string_view(s)) {}

  constexpr std::int64_t value() const { return units; }
  constexpr unsigned scale() const { return digits_after_point; }
  constexpr bool exact() const { return state == number; }
  constexpr explicit operator bool() const { return state != absent; }
  /// The text that it was read from; empty when it was built from a number.
  constexpr std::string_view lexical() const { return ptr ? std::string_view(ptr, len) : std::string_view(); }

  friend constexpr bool same_text(const decimal& a, const decimal& b) { return a.lexical() == b.lexical(); }
  friend constexpr bool operator==(const decimal& a, const decimal& b);
};

static_assert(sizeof(decimal) == 24 && std::is_trivially_copyable_v<decimal>);

namespace detail {

struct scanned_decimal {
  bool ok = false;        // a decimal at all
  bool fits = false;      // at most 18 significant digits: units and scale are set
  std::int64_t units = 0;
  unsigned scale = 0;     // digits behind the point, as written
  unsigned total = 0;     // significant digits: without leading zeros, without trailing zeros of the fraction
  unsigned fraction = 0;  // significant digits behind the point
};

/// Reads `s` as xs:decimal (no white space around it).
constexpr scanned_decimal scan_decimal(std::string_view s) {
  scanned_decimal r;
  std::size_t i = 0;
  bool negative = false;
  if (i < s.size() && (s[i] == '-' || s[i] == '+')) negative = s[i++] == '-';
  const std::size_t first = i;
  std::uint64_t n = 0;
  unsigned digits = 0, written = 0, whole = 0, trailing = 0;
  bool point = false;
  for (; i < s.size(); ++i) {
    const char c = s[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return r;
    ++written;
    if (point) {
      ++r.scale;
      trailing = c == '0' ? trailing + 1 : 0;
    }
    if (digits == 0 && c == '0') continue;
    if (++digits <= 18) n = n * 10 + static_cast<std::uint64_t>(c - '0');
    if (!point) ++whole;
  }
  if (written == 0 || i == first) return r;
  r.ok = true;
  r.fraction = r.scale - trailing;
  r.total = whole + r.fraction;
  r.fits = digits <= 18 && r.scale <= 18;
  r.units = negative ? -static_cast<std::int64_t>(n) : static_cast<std::int64_t>(n);
  return r;
}

constexpr int compare_decimals(std::int64_t a, unsigned as, std::int64_t b, unsigned bs) {
  const bool an = a < 0, bn = b < 0;
  if (an != bn) return an ? -1 : 1;
  __extension__ typedef unsigned __int128 wide;  // quiet under -Wpedantic
  wide x = an ? -static_cast<wide>(a) : static_cast<wide>(a), y = bn ? -static_cast<wide>(b) : static_cast<wide>(b);
  x &= ~std::uint64_t{0};
  y &= ~std::uint64_t{0};
  for (; as < bs; ++as) x *= 10;
  for (; bs < as; ++bs) y *= 10;
  const int magnitude = x < y ? -1 : x > y ? 1 : 0;
  return an ? -magnitude : magnitude;
}

}  // namespace detail

constexpr decimal::decimal(std::string_view s) {
  const auto r = detail::scan_decimal(s);
  if (!r.ok) return;
  ptr = s.data();
  len = static_cast<std::uint32_t>(s.size());
  state = r.fits ? number : text_only;
  if (!r.fits) return;
  units = r.units;
  digits_after_point = static_cast<std::uint8_t>(r.scale);
}

constexpr bool operator==(const decimal& a, const decimal& b) {
  if (a.state != b.state) return false;
  if (a.state == decimal::number)
    return detail::compare_decimals(a.units, a.digits_after_point, b.units, b.digits_after_point) == 0;
  return a.lexical() == b.lexical();
}

}  // namespace iso20022
