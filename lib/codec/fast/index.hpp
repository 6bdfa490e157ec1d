// Stage 1: where every '<' is. A template over a kernel that turns 64 bytes into four masks.
#pragma once

#include "codec/fast/fast_reader.hpp"

namespace iso20022::fast {
namespace {  // one copy an instruction set

struct block_masks {
  std::uint64_t open;     // '<'
  std::uint64_t close;    // '>'
  std::uint64_t white;    // space, tab, CR, LF
  std::uint64_t special;  // & ] CR, control characters other than tab and LF, DEL and everything beyond ASCII
};

struct index_result {
  std::uint32_t entries;
  std::uint32_t texts;    // runs between '>' and '<' that are not blank
  bool complete;          // false: more '<' than the index holds
};

inline std::uint64_t add_carry(std::uint64_t a, std::uint64_t b, std::uint64_t& carry) {
  std::uint64_t sum;
  const bool c1 = __builtin_add_overflow(a, b, &sum);
  const bool c2 = __builtin_add_overflow(sum, carry, &sum);
  carry = c1 | c2;
  return sum;
}

/// Carries that run through the whole input: adding (mask, everything that is not '<') moves a special byte's bit to the
/// next '<'; adding (starts, white) moves the start of a text over its blanks to its first other byte.
struct index_state {
  std::uint64_t special = 0, blank = 0, after_close = 0;
  std::uint32_t texts = 0;
};

template <class Kernel>
[[gnu::always_inline]] inline entry* index_block(const block_masks& m, std::uint32_t base, index_state& st, entry* out) {
  const std::uint64_t starts = m.close << 1 | st.after_close;
  st.after_close = m.close >> 63;
  const std::uint64_t landed = add_carry(starts, m.white, st.blank);
  st.texts += static_cast<std::uint32_t>(__builtin_popcountll(landed & ~m.white & ~m.open));
  const std::uint64_t flagged = add_carry(m.special, ~m.open, st.special) & m.open;
  return Kernel::flatten(m.open, flagged, base, out);
}

template <class Kernel>
index_result make_index(const char* s, std::size_t n, entry* out, std::size_t capacity) {
  index_state st;
  entry* const first = out;
  entry* const limit = out + capacity - 72;  // one block writes at most 64 entries, kernels round up to 16
  std::size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    out = index_block<Kernel>(Kernel::masks(s + i), static_cast<std::uint32_t>(i), st, out);
    if (out > limit) [[unlikely]] return {0, 0, false};
  }
  if (i < n) {
    alignas(64) char last[64];
    __builtin_memset(last, ' ', 64);
    __builtin_memcpy(last, s + i, n - i);
    out = index_block<Kernel>(Kernel::masks(last), static_cast<std::uint32_t>(i), st, out);
  }
  // Behind the last one: the root's '<' again. It is no end tag and nobody's child, so a walk that comes here stops here.
  for (int k = 0; k < 4; ++k) out[k] = 0;
  return {static_cast<std::uint32_t>(out - first), st.texts, true};
}

}  // namespace
}  // namespace iso20022::fast
