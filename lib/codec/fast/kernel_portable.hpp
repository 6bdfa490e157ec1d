// The reference kernel: no intrinsics, every processor. The others must agree with it bit for bit.
#pragma once

#include "codec/fast/index.hpp"

#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>

#include <cstring>

namespace iso20022::fast {
namespace {  // one copy an instruction set

inline std::uint64_t load8(const char* p) {
  std::uint64_t v;
  std::memcpy(&v, p, 8);
  return v;
}
inline bool is_digit(char c) { return static_cast<unsigned char>(c - '0') <= 9; }
inline unsigned two_digits(const char* s) { return static_cast<unsigned>((s[0] - '0') * 10 + (s[1] - '0')); }
inline bool valid_day(unsigned year, unsigned month, unsigned day) {
  static constexpr std::uint8_t days[16] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0};
  if (month > 12 || day - 1 >= days[month & 15] || year == 0) return false;
  return month != 2 || day != 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

struct portable_kernel {
  using bytes16 = unsigned char __attribute__((vector_size(16)));

  static std::uint64_t gather_bits(bytes16 v) {  // one bit a byte of a comparison's result
    std::uint64_t half[2];
    std::memcpy(half, &v, 16);
    constexpr std::uint64_t pick = 0x8040201008040201u, sum = 0x0101010101010101u;
    return ((half[0] & pick) * sum >> 56) | ((half[1] & pick) * sum >> 56) << 8;
  }

  static block_masks masks(const char* s) {
    block_masks m{};
    for (unsigned i = 0; i < 4; ++i) {
      bytes16 v;
      std::memcpy(&v, s + 16 * i, 16);
      const bytes16 cr = (bytes16)(v == '\r'), lf_tab = (bytes16)((v == '\n') | (v == '\t'));
      const bytes16 special = (bytes16)((v == '&') | (v == ']') | (v >= 127)) | ((bytes16)(v < ' ') & ~lf_tab);
      m.open |= gather_bits((bytes16)(v == '<')) << 16 * i;
      m.close |= gather_bits((bytes16)(v == '>')) << 16 * i;
      m.white |= gather_bits((bytes16)(v == ' ') | cr | lf_tab) << 16 * i;
      m.special |= gather_bits(special) << 16 * i;
    }
    return m;
  }

  static entry* flatten(std::uint64_t open, std::uint64_t flagged, std::uint32_t base, entry* out) {
    for (; open; open &= open - 1) {
      const auto bit = static_cast<std::uint32_t>(__builtin_ctzll(open));
      *out++ = (base + bit) * 2 + static_cast<std::uint32_t>(flagged >> bit & 1);
    }
    return out;
  }

  static void copy(char* to, const char* from) { std::memcpy(to, from, 64); }
  static void zero(std::byte* p) { std::memset(p, 0, 64); }

  /// Whether bytes of `p` differ from `tag` where the mask says that they count (32 bytes).
  static bool differs(const char* p, const char* tag, std::uint32_t mask) {
    for (unsigned i = 0; i < 32; i += 8, mask >>= 8) {
      const std::uint32_t part = mask & 0xff;
      if (part == 0) return false;
      const std::uint64_t spread = ((part & 0x7f) * 0x02040810204081u | static_cast<std::uint64_t>(part & 0x80) << 49) &
                                   0x0101010101010101u;
      if ((load8(p + i) ^ load8(tag + i)) & spread * 0xff) return true;
    }
    return false;
  }
  static bool differs_both(const char* start, const char* end, const char* tag, std::uint64_t mask) {
    return differs(start, tag, static_cast<std::uint32_t>(mask)) || differs(end, tag, static_cast<std::uint32_t>(mask >> 32));
  }

  static std::uint64_t extract(std::uint64_t v, std::uint64_t key) {
    std::uint64_t r = 0;
    for (std::uint64_t at = 1; key; key &= key - 1, at <<= 1)
      if (v & key & -key) r |= at;
    return r;
  }

  static bool matches(const schema::positional* form, const char* s, std::uint32_t n) {
    for (std::uint32_t more = form->alternatives + 1; more; --more, ++form) {
      if (n >= 64 || !(form->lengths >> n & 1)) continue;
      std::uint32_t i = 0;
      for (; i < n; ++i) {
        bool in = false;
        for (std::uint32_t r = 0; r < form->ranges; ++r)
          in |= static_cast<std::uint8_t>(s[i] - form->low[r][i]) <= form->width[r][i];
        if (!in) break;
      }
      if (i == n) return true;
    }
    return false;
  }

  /// Digits with at most one point in the middle, no sign; false: look closer.
  static bool read_decimal(const char* s, const char* e, const schema::row& r, decimal& out) {
    std::uint64_t v = 0;
    unsigned digits = 0, fraction = 0;
    const char* point = nullptr;
    if (e - s > 19) return false;
    for (const char* p = s; p < e; ++p) {
      if (*p == '.' && !point) point = p;
      else if (is_digit(*p)) v = v * 10 + static_cast<unsigned>(*p - '0'), ++digits;
      else return false;
    }
    if (point) fraction = static_cast<unsigned>(e - point - 1);
    if (digits == 0 || (point && fraction == 0) || digits == fraction || digits > r.total_digits || fraction > r.fraction_digits)
      return false;
    out.units = static_cast<std::int64_t>(v);
    out.digits_after_point = static_cast<std::uint8_t>(fraction);
    out.state = decimal::number;
    return true;
  }

  static bool read_ymd(const char* s, date& out) {
    static constexpr char shape[] = "0000-00-00";
    for (unsigned i = 0; i < 10; ++i)
      if (shape[i] == '-' ? s[i] != '-' : !is_digit(s[i])) return false;
    const unsigned y = two_digits(s) * 100 + two_digits(s + 2), m = two_digits(s + 5), d = two_digits(s + 8);
    if (!valid_day(y, m, d)) return false;
    out.year = static_cast<std::int32_t>(y), out.month = static_cast<std::uint8_t>(m), out.day = static_cast<std::uint8_t>(d);
    return true;
  }
  /// YYYY-MM-DD; false: look closer.
  static bool read_date(const char* s, std::uint32_t n, date& out) {
    out.zone = no_zone;
    return n == 10 && read_ymd(s, out);
  }

  static bool read_zone(const char* s, const char* e, std::int16_t& zone) {
    if (s == e) return zone = no_zone, true;
    if (*s == 'Z') return zone = 0, s + 1 == e;
    if (e - s != 6 || (*s != '+' && *s != '-') || s[3] != ':' || !is_digit(s[1]) || !is_digit(s[2]) || !is_digit(s[4]) ||
        !is_digit(s[5]))
      return false;
    const int minutes = static_cast<int>(two_digits(s + 1) * 60 + two_digits(s + 4));
    if (two_digits(s + 4) > 59 || minutes > 840) return false;
    zone = static_cast<std::int16_t>(*s == '-' ? -minutes : minutes);
    return true;
  }
  /// YYYY-MM-DDThh:mm:ss[.f{1,9}][zone], hours below 24; false: look closer.
  static bool read_date_time(const char* s, std::uint32_t n, date_time& out) {
    if (n < 19 || s[10] != 'T' || s[13] != ':' || s[16] != ':') return false;
    for (unsigned i : {11u, 12u, 14u, 15u, 17u, 18u})
      if (!is_digit(s[i])) return false;
    date d;
    const unsigned h = two_digits(s + 11), m = two_digits(s + 14), sec = two_digits(s + 17);
    if (h > 23 || m > 59 || sec > 59 || !read_ymd(s, d)) return false;
    const char *p = s + 19, *const e = s + n;
    std::uint32_t nanos = 0, scale = 100000000;
    if (p < e && *p == '.') {
      const char* const first = ++p;
      for (; p < e && is_digit(*p) && scale; ++p, scale /= 10) nanos += static_cast<std::uint32_t>(*p - '0') * scale;
      if (p == first) return false;
    }
    if (!read_zone(p, e, out.zone)) return false;
    out.year = d.year, out.month = d.month, out.day = d.day;
    out.hour = static_cast<std::uint8_t>(h), out.minute = static_cast<std::uint8_t>(m);
    out.second = static_cast<std::uint8_t>(sec), out.state = 1, out.nanos = nanos;
    return true;
  }

  /// ` Ccy="XXX">` at p, three capital letters.
  static bool currency(const char* p) {
    const auto capital = [](char c) { return static_cast<unsigned char>(c - 'A') <= 25; };
    return std::memcmp(p, " Ccy=\"", 6) == 0 && capital(p[6]) && capital(p[7]) && capital(p[8]) && p[9] == '"' && p[10] == '>';
  }
};

}  // namespace
}  // namespace iso20022::fast
