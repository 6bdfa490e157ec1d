#include "schemac/pattern.hpp"

#include "schemac/regex.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace iso20022::schemac {
namespace {

using schema::u16;
using schema::u32;
using schema::u8;

constexpr std::size_t max_states = 60000;

/// A nondeterministic automaton over bytes: states with byte-range edges and free edges.
struct automaton {
  struct edge { u8 first, last; u32 to; };
  struct state { std::vector<edge> edges; std::vector<u32> free; };
  std::vector<state> states;
  bool too_large = false;

  u32 add() {
    if (states.size() >= max_states * 4) too_large = true;
    else states.emplace_back();
    return static_cast<u32>(states.size() - 1);
  }
};

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
    for (auto r = std::ranges::lower_bound(all, first, {}, &code_points::range::last); r != all.end() && r->first <= last; ++r)
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
    const u32 state = at->second = a_.add();
    edges(state, all, tails, 0x80);
    return state;
  }

  automaton& a_;
  u32 to_;
  std::map<std::vector<u32>, u32> known_;
};

u32 build(automaton&, const regex&, u32 from);

u32 build_repeat(automaton& a, const regex& r, u32 from) {
  for (u32 i = 0; i < r.min && !a.too_large; ++i) from = build(a, r.parts[0], from);
  if (r.max == schema::unbounded) {
    const u32 loop = a.add(), back = (a.states[from].free.push_back(loop), build(a, r.parts[0], loop));
    a.states[back].free.push_back(loop);
    return loop;
  }
  std::vector<u32> exits{from};
  for (u32 i = r.min; i < r.max && !a.too_large; ++i) exits.push_back(from = build(a, r.parts[0], from));
  const u32 end = a.add();
  for (const u32 e : exits) a.states[e].free.push_back(end);
  return end;
}

/// Adds what matches `r` from state `from` on; the state behind it.
u32 build(automaton& a, const regex& r, u32 from) {
  if (a.too_large) return from;
  switch (r.kind) {
    case regex::form::set: {
      const u32 to = a.add();
      set_builder(a, to).add(from, r.set);
      return to;
    }
    case regex::form::sequence:
      for (const auto& part : r.parts) from = build(a, part, from);
      return from;
    case regex::form::choice: {
      const u32 end = a.add();
      for (const auto& part : r.parts) {
        const u32 start = a.add();
        a.states[from].free.push_back(start);
        const u32 last = build(a, part, start);
        a.states[last].free.push_back(end);
      }
      return end;
    }
    case regex::form::repeat: return build_repeat(a, r, from);
  }
  return from;
}

using state_set = std::vector<u32>;

void close_over_free_edges(const automaton& a, state_set& s) {
  for (std::size_t i = 0; i < s.size(); ++i)
    for (const u32 to : a.states[s[i]].free)
      if (std::find(s.begin(), s.end(), to) == s.end()) s.push_back(to);
  std::sort(s.begin(), s.end());
}

/// Bytes that no edge tells apart share a class.
unsigned byte_classes(const automaton& a, std::vector<u8>& classes) {
  std::array<bool, 257> border{};
  for (const auto& s : a.states)
    for (const auto& e : s.edges) border[e.first] = border[e.last + 1u] = true;
  classes.assign(256, 0);
  unsigned count = 0;
  for (unsigned b = 0; b < 256; ++b) classes[b] = static_cast<u8>(count += b && border[b]);
  return count + 1;
}

struct deterministic {
  std::vector<std::vector<u32>> next;  // by state, by class
  std::vector<u8> accepting;
};

bool determine(const automaton& a, u32 final, const std::vector<u8>& classes, unsigned class_count, deterministic& out) {
  std::vector<u8> sample(class_count);
  for (unsigned b = 256; b--;) sample[classes[b]] = static_cast<u8>(b);
  std::map<state_set, u32> known;
  std::vector<state_set> sets{{}, {0}};
  close_over_free_edges(a, sets[1]);
  known[sets[0]] = 0;
  known[sets[1]] = 1;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets.size() > max_states) return false;
    out.accepting.push_back(std::binary_search(sets[i].begin(), sets[i].end(), final));
    out.next.emplace_back(class_count, 0);
    for (unsigned c = 0; c < class_count; ++c) {
      state_set to;
      for (const u32 s : sets[i])
        for (const auto& e : a.states[s].edges)
          if (sample[c] >= e.first && sample[c] <= e.last && std::find(to.begin(), to.end(), e.to) == to.end()) to.push_back(e.to);
      close_over_free_edges(a, to);
      const auto [it, fresh] = known.try_emplace(to, static_cast<u32>(sets.size()));
      if (fresh) sets.push_back(std::move(to));
      out.next[i][c] = it->second;
    }
  }
  return true;
}

/// Moore's algorithm: states that nothing tells apart become one. The dead state stays 0, the start 1.
void minimize(deterministic& d) {
  std::vector<u32> block(d.accepting.begin(), d.accepting.end());
  for (std::size_t count = 0;;) {
    std::map<std::vector<u32>, u32> names;
    std::vector<u32> refined(block.size());
    for (std::size_t s = 0; s < block.size(); ++s) {
      std::vector<u32> look{block[s]};
      for (const u32 to : d.next[s]) look.push_back(block[to]);
      refined[s] = names.try_emplace(std::move(look), static_cast<u32>(names.size())).first->second;
    }
    block = std::move(refined);
    if (names.size() == count) break;
    count = names.size();
  }
  if (block[0] == block[1]) return;  // matches nothing: kept as it is
  deterministic small;
  std::vector<u32> renamed(block.size(), ~0u);
  for (std::size_t s = 0; s < block.size(); ++s) {  // blocks are numbered in order of their first state: 0 dead, 1 start
    if (block[s] != small.next.size()) continue;
    small.accepting.push_back(d.accepting[s]);
    small.next.push_back(d.next[s]);
  }
  for (auto& row : small.next)
    for (auto& to : row) to = block[to];
  d = std::move(small);
}

}  // namespace

result<compiled_pattern> compile_pattern(std::string_view s) {
  const auto parsed = parse_regex(s);
  if (!parsed) return parsed.error();
  automaton a;
  const u32 final = build(a, *parsed, a.add());
  compiled_pattern out;
  deterministic d;
  if (!a.too_large) out.class_count = byte_classes(a, out.classes);
  if (a.too_large || !determine(a, final, out.classes, out.class_count, d))
    return error{"PATTERN", "pattern '" + std::string(s) + "' needs more than 60,000 states", ""};
  minimize(d);
  out.state_count = static_cast<unsigned>(d.next.size());
  out.accepting = d.accepting;
  for (const auto& row : d.next)
    for (const u32 to : row) out.transitions.push_back(static_cast<u16>(to));
  return out;
}

}  // namespace iso20022::schemac
