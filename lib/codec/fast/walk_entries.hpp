// Stage 2 of a stream: from entry to entry. Templates over the walker, inlined into its loop.
#pragma once

#include "codec/fast/walker.hpp"

namespace iso20022::fast {
namespace {  // one copy an instruction set

/// Pushes the entry whose start tag stands at the walker's `<`: the first row to try in it; null: it is no entry.
template <class Walker>
[[gnu::always_inline]] inline const schema::row* open_entry(Walker& w) {
  auto& s = w.s;
  const schema::row* const r = s.entry_row;
  const char* const p = s.entry_begin = w.at(*w.ix);
  w.prefix = s.root_prefix;
  if (w.start_differs(r, p) || (r->tag_len > 32 && rest_differs(s, r, p + 1 + w.shift()))) return nullptr;
  std::byte* const object = w.allocate(r->size);
  s.entries->push_back({object, p});
  w.top->row = w.parent = w.rows;
  w.top->object = nullptr;
  w.push(r, object);
  return w.first_child();
}

/// An entry was closed: as `open_entry` for the one behind it; null at the end of the input too.
template <class Kernel, class Walker>
[[gnu::always_inline]] inline const schema::row* next_entry(Walker& w) {
  auto& s = w.s;
  while (w.ix >= s.window.end) {
    if (s.window.indexed == static_cast<std::size_t>(s.end - s.begin)) return nullptr;
    w.ix = next_window<Kernel>(s, w.ix);
  }
  return open_entry(w);
}

/// When there is no next entry: whether that is because the input ends, and nothing stood between those that were read.
template <class Walker>
outcome entries_outcome(const Walker& w) {
  const bool ends = w.ix >= w.s.window.end;
  return ends && w.texts == w.s.window.carried.texts ? outcome::valid : outcome::unknown;
}

}  // namespace
}  // namespace iso20022::fast
