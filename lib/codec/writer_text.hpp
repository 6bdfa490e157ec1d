// Text into the output: copied and checked in one go for what must be escaped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(ISO20022_READS_EXACTLY)
// asked for
#elif defined(__SANITIZE_ADDRESS__)
#define ISO20022_READS_EXACTLY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ISO20022_READS_EXACTLY
#endif
#endif

namespace iso20022::codec {

/// Bytes that one byte of content ("&amp;") or of an attribute value ("&quot;") may become.
inline constexpr std::size_t longest_escape = 6;

/// Writes content, escaped. Needs room for `longest_escape` times n.
char* put_escaped(char* o, const char* p, std::size_t n);
/// Writes an attribute value, escaped for double quotes; white space other than blanks as character references, since
/// readers turn it into blanks.
char* put_escaped_value(char* o, const char* p, std::size_t n);

namespace detail {

template <class T>
T load(const char* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

/// Non-zero when one of the eight bytes is & < > or CR.
inline std::uint64_t markup8(std::uint64_t w) {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  const std::uint64_t angle = (w | ones * 2) ^ ones * '>', amp = w ^ ones * '&', cr = w ^ ones * '\r';  // '<' | 2 is '>'
  return (((angle - ones) & ~angle) | ((amp - ones) & ~amp) | ((cr - ones) & ~cr)) & ones * 0x80;
}

#if defined(__SSE2__)
struct sixteen {
  __m128i v;
  static sixteen from(const char* p) { return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))}; }
  static sixteen from(std::uint64_t a, std::uint64_t b) {
    return {_mm_set_epi64x(static_cast<long long>(b), static_cast<long long>(a))};
  }
  /// Whether all bytes are ASCII from blank on.
  bool printable() const { return _mm_movemask_epi8(_mm_cmplt_epi8(v, _mm_set1_epi8(' '))) == 0; }
  void to(char* o) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(o), v); }
  /// A bit for each byte that is & < > or CR.
  std::uint64_t markup() const { return static_cast<std::uint64_t>(_mm_movemask_epi8(marks())); }
  static std::uint64_t markup_of(sixteen a, sixteen b) {
    return static_cast<std::uint64_t>(_mm_movemask_epi8(_mm_or_si128(a.marks(), b.marks())));
  }

 private:
  __m128i marks() const {
    const __m128i angle = _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(2)), _mm_set1_epi8('>'));
    const __m128i amp = _mm_cmpeq_epi8(v, _mm_set1_epi8('&')), cr = _mm_cmpeq_epi8(v, _mm_set1_epi8('\r'));
    return _mm_or_si128(_mm_or_si128(angle, amp), cr);
  }
};
#else
struct sixteen {
  std::uint64_t a, b;
  static sixteen from(const char* p) { return {load<std::uint64_t>(p), load<std::uint64_t>(p + 8)}; }
  static sixteen from(std::uint64_t a, std::uint64_t b) { return {a, b}; }
  bool printable() const {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    return ((a | (a - ones * ' ') | b | (b - ones * ' ')) & ones * 0x80) == 0;
  }
  void to(char* o) const { std::memcpy(o, this, 16); }
  std::uint64_t markup() const { return markup8(a) | markup8(b); }
  static std::uint64_t markup_of(sixteen x, sixteen y) { return x.markup() | y.markup(); }
};
#endif

}  // namespace detail

inline std::uint64_t copy_long_text(char* o, const char* p, std::size_t n) {
  using detail::sixteen;
  const auto tail = sixteen::from(p + n - 16);
  std::uint64_t found = 0;
  for (std::size_t i = 0; i + 32 < n; i += 32) {
    const auto a = sixteen::from(p + i), b = sixteen::from(p + i + 16);
    a.to(o + i);
    b.to(o + i + 16);
    found |= sixteen::markup_of(a, b);
  }
  const auto before = sixteen::from(p + n - 32);
  before.to(o + n - 32);
  tail.to(o + n - 16);
  return found | sixteen::markup_of(before, tail);
}

/// Copies n bytes, at most 32, exactly. Two loads that overlap cover every length of a size class, so that nothing is read
/// outside the text. `Check`: the result says whether any is & < > or CR.
template <bool Check>
[[gnu::always_inline]] inline std::uint64_t copy_short(char* o, const char* p, std::size_t n) {
  using detail::load;
  using detail::sixteen;
  if (n >= 16) {
    const auto a = sixteen::from(p), b = sixteen::from(p + n - 16);
    a.to(o);
    b.to(o + n - 16);
    return Check ? sixteen::markup_of(a, b) : 0;
  }
  if (n >= 8) {
    const auto a = load<std::uint64_t>(p), b = load<std::uint64_t>(p + n - 8);
    std::memcpy(o, &a, 8);
    std::memcpy(o + n - 8, &b, 8);
    return Check ? sixteen::from(a, b).markup() : 0;
  }
  if (n >= 4) {
    const auto a = load<std::uint32_t>(p), b = load<std::uint32_t>(p + n - 4);
    std::memcpy(o, &a, 4);
    std::memcpy(o + n - 4, &b, 4);
    return Check ? sixteen::from(a | std::uint64_t{b} << 32, 0).markup() : 0;
  }
  if (n == 0) return 0;
  const auto a = static_cast<unsigned char>(p[0]), b = static_cast<unsigned char>(p[n / 2]),
             c = static_cast<unsigned char>(p[n - 1]);
  o[0] = static_cast<char>(a);
  o[n / 2] = static_cast<char>(b);
  o[n - 1] = static_cast<char>(c);
  return Check ? sixteen::from(a | std::uint64_t{b} << 8 | std::uint64_t{c} << 16, 0).markup() : 0;
}

/// Texts up to this length are copied by `copy_whole`.
inline constexpr std::size_t whole_text = 32;

/// Whether `whole_text` bytes from p on are in one page of memory: where the first can be read, the others can too.
inline bool in_one_page(const char* p) { return (reinterpret_cast<std::uintptr_t>(p) & 4095) <= 4096 - whole_text; }

/// Copies the n bytes of a text that is `in_one_page`, 1 to `whole_text` of them, and what stands behind them: 32 bytes
/// whatever the length, so that no branch has to guess it. `Check`: the result says whether any of the n is & < > or CR.
/// (The address sanitizer rightly sees a read behind the text; for it the text is copied exactly.)
template <bool Check>
[[gnu::always_inline]] inline bool copy_whole(char* o, const char* p, std::size_t n) {
#if defined(__SSE2__) && !defined(ISO20022_READS_EXACTLY)
  const auto a = detail::sixteen::from(p), b = detail::sixteen::from(p + 16);
  a.to(o);
  b.to(o + 16);
  return Check && (a.markup() | b.markup() << 16) << (64 - n) != 0;
#else
  return copy_short<Check>(o, p, n) != 0;
#endif
}

/// The same as `copy_short` for any length.
inline std::uint64_t copy_text(char* o, const char* p, std::size_t n) {
  return n <= 32 ? copy_short<true>(o, p, n) : copy_long_text(o, p, n);
}

}  // namespace iso20022::codec
