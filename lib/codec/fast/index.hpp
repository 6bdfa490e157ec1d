// Stage 1: where every '<' is. A template over a kernel that turns 64 bytes into four masks.
#pragma once

#include "codec/fast/fast_reader.hpp"

#include <algorithm>

namespace iso20022::fast {
namespace {  // one copy an instruction set

struct block_masks {
  std::uint64_t open;     // '<'
  std::uint64_t close;    // '>'
  std::uint64_t white;    // space, tab, CR, LF
  std::uint64_t special;  // & ] CR, control characters other than tab and LF, everything beyond ASCII; DEL or not
};

inline std::uint64_t add_carry(std::uint64_t a, std::uint64_t b, std::uint64_t& carry) {
  std::uint64_t sum;
  const bool c1 = __builtin_add_overflow(a, b, &sum);
  const bool c2 = __builtin_add_overflow(sum, carry, &sum);
  carry = c1 | c2;
  return sum;
}

template <class Kernel>
[[gnu::always_inline]] inline entry* index_block(const block_masks& m, std::uint32_t base, index_state& st, entry* out) {
  const std::uint64_t starts = m.close << 1 | st.after_close;
  st.after_close = m.close >> 63;
  const std::uint64_t landed = add_carry(starts, m.white, st.blank);
  st.texts += static_cast<std::uint32_t>(__builtin_popcountll(landed & ~m.white & ~m.open));
  const std::uint64_t flagged = add_carry(m.special, ~m.open, st.special) & m.open;
  return Kernel::flatten(m.open, flagged, base, out);
}

/// Indexes on from where the window before ended, until this one is full or the input ends. `kept` entries at its start
/// are there already. With a source, the bytes are copied on the way, and some more: tags are compared beyond their ends.
template <class Kernel>
void fill(session& s, std::size_t kept) {
  index_window& w = s.window;
  index_state st = w.carried;
  const char* const from = w.source ? w.source : s.begin;
  char* const to = w.source ? const_cast<char*>(s.begin) : nullptr;
  const auto size = static_cast<std::size_t>(s.end - s.begin);
  entry* out = w.entries.get() + kept;
  entry* const full = w.entries.get() + index_window::capacity;
  std::size_t i = w.indexed;
  const std::size_t last = std::min(size & ~std::size_t{63}, i + w.bytes);
  for (; i < last && out < full; i += 64) {
    __builtin_prefetch(from + i + index_window::prefetched);
    if (to) __builtin_prefetch(to + i + index_window::prefetched, 1), Kernel::copy(to + i, from + i);
    out = index_block<Kernel>(Kernel::masks(from + i), static_cast<std::uint32_t>(i), st, out);
  }
  if (size - i < 64 && out < full) {
    alignas(64) char rest[64];
    __builtin_memset(rest, ' ', 64);
    __builtin_memcpy(rest, from + i, size - i);
    if (to) Kernel::copy(to + i, rest);
    out = index_block<Kernel>(Kernel::masks(rest), static_cast<std::uint32_t>(i), st, out);
    i = size;
  } else if (to) {
    __builtin_memcpy(to + i, from + i, std::min(size - i, index_window::copied_ahead));
  }
  // Behind the last one: the root's '<' again. It is no end tag and nobody's child, so a walk that comes here stops here.
  for (int k = 0; k < 4; ++k) out[k] = 0;
  w.end = out;
  w.indexed = i;
  w.carried = st;
}

/// Goes on with the next piece of the input; entries from `unread` on are kept. Where they are now.
template <class Kernel>
[[gnu::noinline]] const entry* next_window(session& s, const entry* unread) {
  entry* const first = s.window.entries.get();
  const auto kept = static_cast<std::size_t>(s.window.end - unread);
  std::copy(unread, static_cast<const entry*>(s.window.end), first);
  fill<Kernel>(s, kept);
  return first;
}

}  // namespace
}  // namespace iso20022::fast
