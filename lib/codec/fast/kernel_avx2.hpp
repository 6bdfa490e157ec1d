// AVX2 and BMI2: 32 bytes at a time. Compiled only in avx2.cpp (and as the base of the AVX-512 kernel).
#pragma once

#include "codec/fast/kernel_portable.hpp"

#include <immintrin.h>

namespace iso20022::fast {
namespace {

struct avx2_kernel : portable_kernel {
  static std::uint64_t bits(__m256i low, __m256i high) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(high))) << 32;
  }
  static __m256i load(const char* p) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)); }

  [[gnu::always_inline]] static block_masks masks(const char* s) {
    const __m256i a = load(s), b = load(s + 32);
    const auto equal = [&](char c) {
      const __m256i v = _mm256_set1_epi8(c);
      return bits(_mm256_cmpeq_epi8(a, v), _mm256_cmpeq_epi8(b, v));
    };
    // a table by low nibble gives back the byte itself when it is white space (a permitted control, a mark)
    const __m256i white_table = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(' ', -1, -1, -1, -1, -1, -1, -1, -1, '\t', '\n', -1, -1, '\r', -1, -1));
    const __m256i fine_table = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, -1, '\t', '\n', -1, -1, -1, -1, -1));
    const __m256i mark_table = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(-1, -1, -1, -1, -1, -1, '&', -1, -1, -1, -1, -1, -1, ']', -1, -1));
    const auto white = [&](__m256i v) { return _mm256_cmpeq_epi8(_mm256_shuffle_epi8(white_table, v), v); };
    const auto special = [&](__m256i v) {  // signed compare: bytes beyond ASCII are below ' ' too
      const __m256i low = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), v);
      const __m256i fine = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(fine_table, v), v);
      const __m256i mark = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(mark_table, v), v);
      return _mm256_or_si256(mark, _mm256_andnot_si256(fine, low));
    };
    return {equal('<'), equal('>'), bits(white(a), white(b)), bits(special(a), special(b))};
  }

  [[gnu::always_inline]] static entry* flatten(std::uint64_t open, std::uint64_t flagged, std::uint32_t base, entry* out) {
    const auto count = __builtin_popcountll(open);
    const std::uint32_t twice = base * 2;
    std::uint64_t rest = open;
    entry* q = out;
    do {  // how many there are is hard to foresee: four at a time
#pragma GCC unroll 4
      for (int k = 0; k < 4; ++k) q[k] = twice + 2 * static_cast<std::uint32_t>(_tzcnt_u64(rest)), rest = _blsr_u64(rest);
      q += 4;
    } while (rest != 0);
    if (flagged) [[unlikely]]
      for (std::uint64_t f = _pext_u64(flagged, open); f; f &= f - 1) out[__builtin_ctzll(f)] |= 1;
    return out + count;
  }

  [[gnu::always_inline]] static void copy(char* to, const char* from) {
    const __m256i low = load(from), high = load(from + 32);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), low);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 32), high);
  }
  [[gnu::always_inline]] static void zero(std::byte* p) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), _mm256_setzero_si256());
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p + 32), _mm256_setzero_si256());
  }

  [[gnu::always_inline]] static bool differs(const char* p, const char* tag, std::uint32_t mask) {
    const auto equal = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(load(p), load(tag))));
    return (~equal & mask) != 0;
  }
  [[gnu::always_inline]] static bool differs_both(const char* start, const char* end, const char* tag, std::uint64_t mask) {
    const __m256i t = load(tag);
    return (~bits(_mm256_cmpeq_epi8(load(start), t), _mm256_cmpeq_epi8(load(end), t)) & mask) != 0;
  }

  static std::uint64_t extract(std::uint64_t v, std::uint64_t key) { return _pext_u64(v, key); }

  [[gnu::always_inline]] static bool matches_form(const schema::positional* form, const char* s, std::uint32_t n) {
    for (std::uint32_t at = 0; at < n; at += 32) {
      const __m256i v = load(s + at);
      __m256i in = _mm256_setzero_si256();
      for (std::uint32_t r = 0; r < form->ranges; ++r) {
        const __m256i d = _mm256_sub_epi8(v, load(reinterpret_cast<const char*>(form->low[r] + at)));
        const __m256i w = load(reinterpret_cast<const char*>(form->width[r] + at));
        in = _mm256_or_si256(in, _mm256_cmpeq_epi8(_mm256_min_epu8(d, w), d));
      }
      if (_bzhi_u32(~static_cast<std::uint32_t>(_mm256_movemask_epi8(in)), n - at < 32 ? n - at : 32)) return false;
    }
    return true;
  }
  [[gnu::always_inline]] static bool matches(const schema::positional* form, const char* s, std::uint32_t n) {
    for (std::uint32_t more = form->alternatives + 1; more; --more, ++form)
      if (n < 64 && (form->lengths >> n & 1) && matches_form(form, s, n)) return true;
    return false;
  }

  [[gnu::always_inline]] static __m128i load16(const void* p) { return _mm_loadu_si128(static_cast<const __m128i*>(p)); }

  /// At most 16 bytes, loaded so that they end at the register's end; the point is squeezed out, then three multiply-adds.
  [[gnu::always_inline]] static bool read_decimal(const char* s, const char* e, const schema::row& r, decimal& out) {
    alignas(64) static constexpr std::uint8_t window[48] = {0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
                                                            0,   0,   0,   0,   255, 255, 255, 255, 255, 255, 255, 255,
                                                            255, 255, 255, 255, 255, 255, 255, 255};
    const auto n = static_cast<std::uint32_t>(e - s);
    if (n > 16 || n == 0) [[unlikely]] return false;
    const __m128i v = load16(e - 16), d = _mm_sub_epi8(v, _mm_set1_epi8('0'));
    const std::uint32_t in = (0xffffu << (16 - n)) & 0xffff;
    const std::uint32_t digit = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(d, _mm_set1_epi8(9)), d))) & in;
    const std::uint32_t point = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')))) & in;
    const std::uint32_t fraction = point ? static_cast<std::uint32_t>(__builtin_clz(point)) - 16 : 0;
    const std::uint32_t digits = n - (point ? 1 : 0);
    if ((digit | point) != in || (point & (point - 1)) || digits <= fraction || (point && !fraction) ||
        digits > r.total_digits || fraction > r.fraction_digits) [[unlikely]]
      return false;
    const __m128i keep = load16(window + (point ? fraction : 16));
    __m128i x = _mm_blendv_epi8(_mm_slli_si128(d, 1), d, keep);
    x = _mm_and_si128(x, load16(window + digits));
    x = _mm_maddubs_epi16(x, _mm_set1_epi16(0x010a));
    x = _mm_madd_epi16(x, _mm_set1_epi32(0x00010064));
    x = _mm_packus_epi32(x, x);
    x = _mm_madd_epi16(x, _mm_set1_epi32(0x00012710));
    const auto w = static_cast<std::uint64_t>(_mm_cvtsi128_si64(x));
    out.units = static_cast<std::int64_t>((w & 0xffffffffu) * 100000000u + (w >> 32));
    out.digits_after_point = static_cast<std::uint8_t>(fraction);
    out.state = decimal::number;
    return true;
  }

  /// Bytes of "YYYY-MM-DDThh:mm" minus a template; wrong where the difference exceeds the width.
  struct ymd { std::uint32_t wrong; std::uint64_t pairs; std::uint32_t hours_minutes; };
  [[gnu::always_inline]] static ymd split_date(const char* s) {
    const __m128i low = _mm_setr_epi8('0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0');
    const __m128i width = _mm_setr_epi8(9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9);
    const __m128i d = _mm_sub_epi8(load16(s), low);
    const auto fits = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(d, width), d)));
    const __m128i digits = _mm_shuffle_epi8(d, _mm_setr_epi8(0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, -1, -1, -1, -1));
    const __m128i pairs = _mm_maddubs_epi16(digits, _mm_set1_epi16(0x010a));
    return {~fits & 0xffff, static_cast<std::uint64_t>(_mm_cvtsi128_si64(pairs)),
            static_cast<std::uint32_t>(_mm_extract_epi32(pairs, 2))};
  }
  template <class D>
  [[gnu::always_inline]] static bool set_ymd(std::uint64_t pairs, D& out) {
    const auto y = static_cast<std::uint32_t>((pairs & 0xffff) * 100 + (pairs >> 16 & 0xffff));
    const auto m = static_cast<std::uint32_t>(pairs >> 32 & 0xffff), d = static_cast<std::uint32_t>(pairs >> 48);
    out.year = static_cast<std::int32_t>(y), out.month = static_cast<std::uint8_t>(m), out.day = static_cast<std::uint8_t>(d);
    return valid_day(y, m, d);
  }
  [[gnu::always_inline]] static bool read_date(const char* s, std::uint32_t n, date& out) {
    const ymd f = split_date(s);
    out.zone = no_zone;
    return n == 10 && (f.wrong & 0x3ff) == 0 && set_ymd(f.pairs, out);
  }
  [[gnu::always_inline]] static bool read_date_time(const char* s, std::uint32_t n, date_time& out) {
    const ymd f = split_date(s);
    const std::uint32_t h = f.hours_minutes & 0xffff, m = f.hours_minutes >> 16;
    if (n < 19 || f.wrong || s[16] != ':' || !is_digit(s[17]) || !is_digit(s[18]) || h > 23 || m > 59 || s[17] > '5' ||
        !set_ymd(f.pairs, out)) [[unlikely]]
      return false;
    out.hour = static_cast<std::uint8_t>(h), out.minute = static_cast<std::uint8_t>(m);
    out.second = static_cast<std::uint8_t>(two_digits(s + 17)), out.state = 1;
    const char *p = s + 19, *const e = s + n;
    if (p < e && *p == '.') {
      if (is_digit(p[1]) && is_digit(p[2]) && is_digit(p[3]) && !is_digit(p[4])) {
        out.nanos = (two_digits(p + 1) * 10 + static_cast<unsigned>(p[3] - '0')) * 1000000;
        p += 4;
      } else {
        std::uint32_t scale = 100000000;
        const char* const first = ++p;
        for (out.nanos = 0; p < e && is_digit(*p) && scale; ++p, scale /= 10)
          out.nanos += static_cast<std::uint32_t>(*p - '0') * scale;
        if (p == first) return false;
      }
    }
    return read_zone(p, e, out.zone);
  }

  [[gnu::always_inline]] static bool currency(const char* p) {
    const __m128i low = _mm_setr_epi8(' ', 'C', 'c', 'y', '=', '"', 'A', 'A', 'A', '"', '>', 0, 0, 0, 0, 0);
    const __m128i width = _mm_setr_epi8(0, 0, 0, 0, 0, 0, 25, 25, 25, 0, 0, 0, 0, 0, 0, 0);
    const __m128i d = _mm_sub_epi8(load16(p), low);
    return (_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(d, width), d)) & 0x7ff) == 0x7ff;
  }
};

}  // namespace
}  // namespace iso20022::fast
