#include "codec/leaf.hpp"

#include "xml/chars.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/text.hpp>

#include <cstring>

namespace iso20022::codec {
namespace {

using schema::bound_kind;
using schema::builtin;
using schema::image;
using schema::simple;
using schema::unbounded;
using schema::value_kind;

/// Every value starts with pointer and length of its text.
void set_text(void* slot, std::string_view s) {
  text head(s);
  std::memcpy(slot, &head, 12);
}

/// The value's place, or a spare one when only a verdict is wanted.
template <class T>
class target {
 public:
  explicit target(void* slot) : at_(slot ? static_cast<T*>(slot) : &spare_) {}
  T& operator*() { return *at_; }
  T* operator->() { return at_; }

 private:
  T spare_;
  T* at_;
};

// ---- text

leaf_status check_length(const simple& t, std::size_t n) {
  if (n >= t.min_len && n <= t.max_len) return leaf_status::ok;
  if (t.min_len == t.max_len) return leaf_status::length;
  return n < t.min_len ? leaf_status::min_length : leaf_status::max_length;
}

leaf_status check_text(const simple& t, std::string_view s) {
  if (t.base == builtin::any_uri && !is_uri(s)) return leaf_status::uri;
  if (t.base == builtin::id && !xml::is_ncname(s)) return leaf_status::id;
  std::int64_t bytes = 0;
  if (t.base == builtin::base64_binary && (bytes = base64_size(s)) < 0) return leaf_status::base64;
  if (t.min_len == 0 && t.max_len == unbounded) return leaf_status::ok;
  if (t.base == builtin::base64_binary) return check_length(t, static_cast<std::size_t>(bytes));
  if (t.base != builtin::any_uri && s.size() >= t.min_len && s.size() <= t.max_len && s.size() == 1) return leaf_status::ok;
  return check_length(t, xml::count_code_points(s));
}

// ---- numbers

/// The digits of a decimal without signs, leading zeros and trailing zeros of the fraction.
struct magnitude {
  std::string_view whole, fraction;
  bool negative = false;
};

magnitude split(std::string_view s) {
  magnitude m;
  if (!s.empty() && (s[0] == '-' || s[0] == '+')) {
    m.negative = s[0] == '-';
    s.remove_prefix(1);
  }
  const auto point = s.find('.');
  m.whole = s.substr(0, point);
  if (point != s.npos) m.fraction = s.substr(point + 1);
  while (!m.whole.empty() && m.whole.front() == '0') m.whole.remove_prefix(1);
  while (!m.fraction.empty() && m.fraction.back() == '0') m.fraction.remove_suffix(1);
  if (m.whole.empty() && m.fraction.empty()) m.negative = false;
  return m;
}

/// Any two decimals, of any length.
int compare_text(std::string_view a, std::string_view b) {
  const magnitude x = split(a), y = split(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = x.whole.size() < y.whole.size() ? -1 : x.whole.size() > y.whole.size() ? 1 : x.whole.compare(y.whole);
  if (order == 0) order = x.fraction.compare(y.fraction);
  return x.negative ? -order : order;
}

/// units x 10^-scale as text.
std::string_view write_decimal(std::int64_t units, unsigned scale, char (&room)[32]) {
  char* const end = room + sizeof room;
  char* p = end;
  auto n = units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
  for (unsigned digits = 0; n != 0 || digits <= scale; n /= 10, ++digits) {
    if (digits == scale && scale != 0) *--p = '.';
    *--p = static_cast<char>('0' + n % 10);
  }
  if (units < 0) *--p = '-';
  return {p, static_cast<std::size_t>(end - p)};
}

int compare_with_bound(const detail::scanned_decimal& v, std::string_view s, std::int64_t units, unsigned scale) {
  if (v.fits) return detail::compare_decimals(v.units, v.scale, units, scale);
  char room[32];
  return compare_text(s, write_decimal(units, scale, room));
}

bool in_bounds(const simple& t, const detail::scanned_decimal& v, std::string_view s) {
  if (t.lower_kind != bound_kind::none) {
    const int order = compare_with_bound(v, s, t.lower, t.lower_scale);
    if (order < 0 || (order == 0 && t.lower_kind == bound_kind::exclusive)) return false;
  }
  if (t.upper_kind != bound_kind::none) {
    const int order = compare_with_bound(v, s, t.upper, t.upper_scale);
    if (order > 0 || (order == 0 && t.upper_kind == bound_kind::exclusive)) return false;
  }
  return true;
}

leaf_status check_decimal(const simple& t, std::string_view s, void* slot) {
  const auto v = detail::scan_decimal(s);
  if (!v.ok || (t.base == builtin::integer && s.find('.') != s.npos)) return leaf_status::number;
  if (t.total_digits != unbounded && v.total > t.total_digits) return leaf_status::total_digits;
  if (t.fraction_digits != unbounded && v.fraction > t.fraction_digits) return leaf_status::fraction_digits;
  if (!in_bounds(t, v, s)) return leaf_status::range;
  if (!slot) return leaf_status::ok;
  auto& out = *static_cast<decimal*>(slot);
  out.state = v.fits ? decimal::number : decimal::text_only;
  if (!v.fits) return leaf_status::ok;
  out.units = v.units;
  out.digits_after_point = static_cast<std::uint8_t>(v.scale);
  return leaf_status::ok;
}

// ---- the other values

leaf_status check_boolean(std::string_view s, void* slot) {
  const bool yes = s == "true" || s == "1";
  if (!yes && s != "false" && s != "0") return leaf_status::boolean;
  if (slot) static_cast<boolean*>(slot)->state = yes ? 2 : 1;
  return leaf_status::ok;
}

/// Copies the fields of a value that was read, not its text.
template <class T, leaf_status (*Read)(std::string_view, T&)>
leaf_status read_value(std::string_view s, void* slot) {
  T value;
  const auto status = Read(s, value);
  if (status == leaf_status::ok && slot) {
    set_text(&value, s);
    std::memcpy(slot, &value, sizeof value);
  }
  return status;
}

/// Index of an enumeration value from 1, 0: none.
std::uint32_t find_code(const image& tables, const simple& t, std::string_view s) {
  if (t.fast_shift != 0 && !s.empty() && s.size() <= 8) {
    std::uint64_t key = 0;
    std::memcpy(&key, s.data(), s.size());
    const auto& slot = tables.code_slots()[t.fast_codes + (key * t.fast_multiplier >> t.fast_shift)];
    if (slot.key == key) return static_cast<std::uint32_t>(slot.index);
  }
  const auto* const values = tables.enums() + t.first_enum;
  const bool numbers = t.value == value_kind::decimal;
  for (std::uint32_t i = 0; i < t.enum_count; ++i) {
    const auto value = tables.string(values[i]);
    if (value == s || (numbers && compare_text(value, s) == 0)) return i + 1;
  }
  return 0;
}

leaf_status check_value(const simple& t, std::string_view s, void* slot) {
  switch (t.base) {
    case builtin::boolean: return check_boolean(s, slot);
    case builtin::decimal:
    case builtin::integer: return check_decimal(t, s, slot);
    case builtin::date: return read_value<date, read_date>(s, slot);
    case builtin::g_year: return read_value<date, read_year>(s, slot);
    case builtin::g_year_month: return read_value<date, read_year_month>(s, slot);
    case builtin::date_time: return read_value<date_time, read_date_time>(s, slot);
    case builtin::time: return read_value<date_time, read_time>(s, slot);
    default: return check_text(t, s);
  }
}

/// What follows the lexical form: patterns, then the enumeration.
leaf_status check_sets(const image& tables, const simple& t, std::string_view s, std::uint32_t& index) {
  for (std::uint32_t i = 0; i < t.pattern_count; ++i)
    if (!matches_pattern(tables, tables.dfas()[t.first_pattern + i], s)) return leaf_status::pattern;
  if (t.enum_count == 0) return leaf_status::ok;
  index = find_code(tables, t, s);
  return index ? leaf_status::ok : leaf_status::enumeration;
}

std::size_t size_of(value_kind v) {
  switch (v) {
    case value_kind::decimal: return sizeof(decimal);
    case value_kind::date: return sizeof(date);
    case value_kind::date_time: return sizeof(date_time);
    default: return sizeof(text);
  }
}

leaf_status check_normalized(const image& tables, const simple& t, std::string_view s, void* slot) {
  std::uint32_t index = 0;
  auto status = check_value(t, s, slot);
  if (status == leaf_status::ok) status = check_sets(tables, t, s, index);
  if (!slot) return status;
  if (status != leaf_status::ok) std::memset(slot, 0, size_of(t.value));
  else if (t.value == value_kind::code) static_cast<code<std::uint16_t>*>(slot)->index = static_cast<std::uint16_t>(index);
  set_text(slot, s);
  return status;
}

}  // namespace

leaf_status check_leaf(const image& tables, const simple& t, std::string_view content, void* slot, arena* memory) {
  bool changed = false;
  const auto s = apply_white_space(t.white_space, content, memory, changed);
  if (!changed || memory) return check_normalized(tables, t, s, slot);
  // judged without memory: blanks inside a token; a short-lived copy will do
  arena spare;
  const auto copy = apply_white_space(t.white_space, content, &spare, changed);
  return check_normalized(tables, t, copy, nullptr);
}

bool equals_fixed(const image& tables, const simple& t, std::string_view content, std::string_view fixed) {
  arena spare;
  bool changed;
  const auto a = apply_white_space(t.white_space, content, &spare, changed);
  const auto b = apply_white_space(t.white_space, fixed, &spare, changed);
  if (t.value == value_kind::decimal && check_normalized(tables, t, a, nullptr) == leaf_status::ok)
    return compare_text(a, b) == 0;
  if (t.value == value_kind::boolean) {
    boolean x, y;
    return check_boolean(a, &x) == leaf_status::ok && check_boolean(b, &y) == leaf_status::ok && x == y;
  }
  const bool has_calendar = t.value == value_kind::date || t.value == value_kind::date_time;
  return a == b || (has_calendar && same_moment(t.base, a, b));
}

void set_raw_text(void* slot, std::string_view content) { set_text(slot, content); }

std::size_t facet_length(const simple& t, std::string_view s) {
  if (t.base == builtin::base64_binary) return static_cast<std::size_t>(std::max<std::int64_t>(base64_size(s), 0));
  return xml::count_code_points(s);
}

}  // namespace iso20022::codec
