// Regular expression to nondeterministic automaton.
#include "schemac/automaton.hpp"

#include <algorithm>
#include <map>

namespace iso20022::schemac {
namespace {

using schema::u32;
using schema::u8;

/// Edges for a set of characters, byte by byte of their UTF-8 form. Lead bytes with the same tails share their states.
class set_builder {
 public:
  set_builder(automaton& a, u32 to) : a_(a), to_(to) {}

  void add(u32 from, const code_points& set) {
    static constexpr struct { u32 first, last, lead; } lengths[] = {
        {0, 0x7F, 0}, {0x80, 0x7FF, 0xC0}, {0x800, 0xFFFF, 0xE0}, {0x10000, 0x10FFFF, 0xF0}};
    for (unsigned tails = 0; tails < 4; ++tails)
      edges(from, part(set.ranges, lengths[tails].first, lengths[tails].last, 0), tails, lengths[tails].lead);
  }

 private:
  using ranges = std::vector<code_points::range>;

  /// What of `all` lies in [first, last], seen from `origin`.
  static ranges part(const ranges& all, u32 first, u32 last, u32 origin) {
    ranges out;
    for (auto r = std::ranges::lower_bound(all, first, {}, &code_points::range::last);
         r != all.end() && r->first <= last; ++r)
      out.push_back({std::max(r->first, first) - origin, std::min(r->last, last) - origin});
    return out;
  }

  void edges(u32 from, const ranges& all, unsigned tails, u32 lead) {
    if (all.empty()) return;
    const unsigned shift = 6 * tails;
    if (tails == 0) {
      for (const auto& r : all) edge(from, lead + r.first, lead + r.last, to_);
      return;
    }
    for (u32 i = all.front().first >> shift; i <= all.back().last >> shift; ++i) {
      const auto rest = part(all, i << shift, ((i + 1) << shift) - 1, i << shift);
      if (!rest.empty()) edge(from, lead + i, lead + i, state_before(rest, tails - 1));
    }
  }
  void edge(u32 from, u32 first, u32 last, u32 to) {
    auto& all = a_.states[from].edges;
    if (!all.empty() && all.back().to == to && all.back().last + 1u == first) all.back().last = static_cast<u8>(last);
    else all.push_back({static_cast<u8>(first), static_cast<u8>(last), to});
  }
  /// A state from which the tails `all` lead to the end.
  u32 state_before(const ranges& all, unsigned tails) {
    std::vector<u32> key{tails};
    for (const auto& r : all) key.insert(key.end(), {r.first, r.last});
    const auto [at, fresh] = known_.try_emplace(std::move(key), 0);
    if (!fresh) return at->second;
    const u32 state = at->second = static_cast<u32>(a_.states.size());
    a_.states.emplace_back();
    edges(state, all, tails, 0x80);
    return state;
  }

  automaton& a_;
  u32 to_;
  std::map<std::vector<u32>, u32> known_;
};

class builder {
 public:
  /// Adds what matches `r` from state `from` on; the state behind it.
  u32 add(const regex& r, u32 from) {
    if (is_full()) return from;
    switch (r.kind) {
      case regex::form::set: {
        const u32 to = state();
        set_builder(made, to).add(from, r.set);
        return to;
      }
      case regex::form::sequence:
        for (const auto& part : r.parts) from = add(part, from);
        return from;
      case regex::form::choice: return choice(r, from);
      case regex::form::repeat: return repeat(r, from);
    }
    return from;
  }

  u32 state() {
    made.states.emplace_back();
    return static_cast<u32>(made.states.size() - 1);
  }
  bool is_full() const { return made.states.size() > max_free_states; }

  automaton made;

 private:
  u32 choice(const regex& r, u32 from) {
    const u32 end = state();
    for (const auto& part : r.parts) {
      const u32 start = state();
      free_edge(from, start);
      free_edge(add(part, start), end);
    }
    return end;
  }

  u32 repeat(const regex& r, u32 from) {
    for (u32 i = 0; i < r.min && !is_full(); ++i) from = add(r.parts[0], from);
    if (r.max == schema::unbounded) {
      const u32 loop = state();
      free_edge(from, loop);
      free_edge(add(r.parts[0], loop), loop);
      return loop;
    }
    std::vector<u32> exits{from};
    for (u32 i = r.min; i < r.max && !is_full(); ++i) exits.push_back(from = add(r.parts[0], from));
    const u32 end = state();
    for (const u32 e : exits) free_edge(e, end);
    return end;
  }

  void free_edge(u32 from, u32 to) { made.states[from].free.push_back(to); }
};

}  // namespace

result<automaton> build_automaton(const regex& r) {
  builder b;
  b.made.final = b.add(r, b.state());
  if (b.is_full()) return error{"PATTERN", "needs too many states", ""};
  return std::move(b.made);
}

}  // namespace iso20022::schemac
