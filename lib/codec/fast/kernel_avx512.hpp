// AVX-512 with VBMI and VBMI2: 64 bytes at a time, the index written by compressing.
#pragma once

#include "codec/fast/kernel_avx2.hpp"

namespace iso20022::fast {
namespace {

struct class_table {  // 4: white space, 8: special; every byte beyond ASCII looks up DEL
  alignas(64) std::uint8_t of[128] = {};
  constexpr class_table() {
    for (int i = 0; i < 32; ++i) of[i] = 8;
    of['\t'] = of['\n'] = of[' '] = 4;
    of['\r'] = 12;
    of['&'] = of[']'] = of[127] = 8;
  }
};
inline constexpr class_table byte_classes;
struct steps {
  alignas(64) std::uint8_t of[64] = {};
  constexpr steps() {
    for (int i = 0; i < 64; ++i) of[i] = static_cast<std::uint8_t>(i * 2);
  }
};
inline constexpr steps twice;

struct avx512_kernel : avx2_kernel {
  [[gnu::always_inline]] static block_masks masks(const char* s) {
    const __m512i v = _mm512_loadu_si512(s);
    const __m512i c = _mm512_permutex2var_epi8(_mm512_load_si512(byte_classes.of),
                                               _mm512_min_epu8(v, _mm512_set1_epi8(127)),
                                               _mm512_load_si512(byte_classes.of + 64));
    return {_mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('<')), _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('>')),
            _mm512_test_epi8_mask(c, _mm512_set1_epi8(4)), _mm512_test_epi8_mask(c, _mm512_set1_epi8(8))};
  }

  [[gnu::always_inline]] static entry* flatten(std::uint64_t open, std::uint64_t flagged, std::uint32_t base, entry* out) {
    const __m512i at = _mm512_mask_add_epi8(_mm512_load_si512(twice.of), flagged, _mm512_load_si512(twice.of), _mm512_set1_epi8(1));
    const __m512i packed = _mm512_maskz_compress_epi8(open, at);
    const __m512i start = _mm512_set1_epi32(static_cast<int>(base * 2));
    _mm512_storeu_si512(out, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
    const int count = __builtin_popcountll(open);
    if (count > 16) [[unlikely]] {
      _mm512_storeu_si512(out + 16, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1))));
      _mm512_storeu_si512(out + 32, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2))));
      _mm512_storeu_si512(out + 48, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3))));
    }
    return out + count;
  }

  [[gnu::always_inline]] static void copy(char* to, const char* from) { _mm512_storeu_si512(to, _mm512_loadu_si512(from)); }
  [[gnu::always_inline]] static void zero(std::byte* p) { _mm512_storeu_si512(p, _mm512_setzero_si512()); }

  [[gnu::always_inline]] static bool differs(const char* p, const char* tag, std::uint32_t mask) {
    return _mm256_mask_cmpneq_epi8_mask(mask, load(p), load(tag)) != 0;
  }
  [[gnu::always_inline]] static bool differs_both(const char* start, const char* end, const char* tag, std::uint64_t mask) {
    const __m512i both = _mm512_inserti64x4(_mm512_castsi256_si512(load(start)), load(end), 1);
    return _mm512_mask_cmpneq_epi8_mask(mask, both, _mm512_broadcast_i64x4(load(tag))) != 0;
  }

  [[gnu::always_inline]] static bool matches(const schema::positional* form, const char* s, std::uint32_t n) {
    const __m512i v = _mm512_loadu_si512(s);
    for (std::uint32_t more = form->alternatives + 1; more; --more, ++form) {
      if (n >= 64 || !(form->lengths >> n & 1)) continue;
      std::uint64_t in = 0;
      for (std::uint32_t r = 0; r < form->ranges; ++r)
        in |= _mm512_cmple_epu8_mask(_mm512_sub_epi8(v, _mm512_load_si512(form->low[r])), _mm512_load_si512(form->width[r]));
      if (_bzhi_u64(~in, n) == 0) return true;
    }
    return false;
  }
};

}  // namespace
}  // namespace iso20022::fast
