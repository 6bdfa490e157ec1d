// Stage 2: from '<' to '<' over the rows. A template over the kernel; built once an instruction set.
#pragma once

#include "codec/fast/walk_entries.hpp"
#include "codec/fast/walker.hpp"

namespace iso20022::fast {
namespace {  // one copy an instruction set

/// From the root's start tag to its end tag; of a stream, from entry to entry. Every handler ends with its own jump to the
/// next one, so that the processor learns what follows what.
template <class Kernel, bool Prefixed, bool Entries>
[[gnu::noinline]] outcome walk(session& s) {
  static const void* const handlers[] = {&&general, &&close, &&component, &&component_opt, &&component_list,
                                         &&enter_namespace, &&text, &&pattern, &&code, &&amount, &&decimal, &&date,
                                         &&date_time, &&other_leaf, &&leaf_list, &&general};
  static_assert(sizeof handlers / sizeof *handlers == static_cast<std::size_t>(fast_kind::count_));
  using enum step;
  walker<Kernel, Prefixed> w(s);
  const row* r = Entries ? open_entry(w) : w.open_root();
  if (Entries && !r) return outcome::unknown;
  const char* p = w.at(*w.ix);
  step done;
#define ISO20022_JUMP() goto* handlers[static_cast<std::size_t>(r->kind)]
#define ISO20022_FIRST_CHILD() p = w.at(*w.ix), r = w.first_child(); ISO20022_JUMP()
#define ISO20022_NEXT() \
  p = w.at(*w.ix); \
  if (p[1] == '/') goto end_tag; \
  r = w.look_up(p); \
  ISO20022_JUMP()
#define ISO20022_LEAF(kind, in_list) \
  kind: if ((done = w.leaf(r, fast_kind::kind, p, in_list)) != next) [[unlikely]] goto unusual; \
  ISO20022_NEXT()
#define ISO20022_COMPONENT(kind) \
  kind: if ((done = w.component(r, fast_kind::kind, p)) != next) [[unlikely]] goto unusual; \
  ISO20022_FIRST_CHILD()

  ISO20022_JUMP();
  ISO20022_LEAF(text, false);
  ISO20022_LEAF(pattern, false);
  ISO20022_LEAF(code, false);
  ISO20022_LEAF(amount, false);
  ISO20022_LEAF(decimal, false);
  ISO20022_LEAF(date, false);
  ISO20022_LEAF(date_time, false);
  ISO20022_LEAF(other_leaf, false);
  ISO20022_LEAF(leaf_list, true);
  ISO20022_COMPONENT(component);
  ISO20022_COMPONENT(component_opt);
  ISO20022_COMPONENT(component_list);
enter_namespace:
  if ((done = w.enter_namespace(r, p)) != next) goto unusual;
  ISO20022_FIRST_CHILD();
close:  // an empty element was guessed
  if (p[1] != '/') [[unlikely]] {
    done = miss;
    goto unusual;
  }
end_tag:
  if ((done = w.close(p)) != next) [[unlikely]] goto unusual;
  if (w.top == s.frames) [[unlikely]] {
    if (Entries && (r = next_entry<Kernel>(w))) {
      p = w.at(*w.ix);
      ISO20022_JUMP();
    }
    if (Entries) return entries_outcome(w);
    while (s.window.indexed != static_cast<std::size_t>(s.end - s.begin)) w.ix = next_window<Kernel>(s, w.ix);
    const bool all_texts_read = w.texts == s.window.carried.texts || is_count_of_texts(s, w.texts);
    return w.close_root(p) && all_texts_read ? outcome::valid : outcome::unknown;
  }
  ISO20022_NEXT();
general:
  done = w.start_differs(r, p) ? miss : stop;  // only guessed, perhaps
unusual:
  // Nothing was done yet: where this window of the index ends, the same tag is tried again with the next one.
  if (w.ix + 1 >= s.window.end && s.window.indexed != static_cast<std::size_t>(s.end - s.begin)) {
    w.ix = next_window<Kernel>(s, w.ix);
    if (w.position == schema::start_position) {
      ISO20022_FIRST_CHILD();
    }
    ISO20022_NEXT();
  }
  if (done == miss && (r = w.another(r, p))) {
    ISO20022_JUMP();
  }
  if (!w.hand_over(p)) {
    s.gave_up = p;
    return outcome::unknown;
  }
  if (w.position == schema::start_position) {  // a comment
    ISO20022_FIRST_CHILD();
  }
  ISO20022_NEXT();
#undef ISO20022_JUMP
#undef ISO20022_FIRST_CHILD
#undef ISO20022_NEXT
#undef ISO20022_LEAF
#undef ISO20022_COMPONENT
}

template <class Kernel>
outcome read_with(session& s, bool prefixed) {
  fill<Kernel>(s, 0);
  if (s.entries) return prefixed ? walk<Kernel, true, true>(s) : walk<Kernel, false, true>(s);
  return prefixed ? walk<Kernel, true, false>(s) : walk<Kernel, false, false>(s);
}

}  // namespace
}  // namespace iso20022::fast
