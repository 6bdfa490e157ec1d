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

constexpr std::size_t max_states = 20000;

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

struct utf8 { std::array<u8, 4> bytes; unsigned size; };
utf8 encode(u32 c) {
  const auto tail = [&](unsigned shift) { return static_cast<u8>(0x80 | (c >> shift & 63)); };
  if (c < 0x80) return {{static_cast<u8>(c)}, 1};
  if (c < 0x800) return {{static_cast<u8>(0xC0 | c >> 6), tail(0)}, 2};
  if (c < 0x10000) return {{static_cast<u8>(0xE0 | c >> 12), tail(6), tail(0)}, 3};
  return {{static_cast<u8>(0xF0 | c >> 18), tail(12), tail(6), tail(0)}, 4};
}

/// Edges for the code points first..last, split until all bytes but a common head range over everything.
void add_range(automaton& a, u32 from, u32 to, u32 first, u32 last) {
  for (const u32 border : {0x7Fu, 0x7FFu, 0xFFFFu})
    if (first <= border && last > border) return add_range(a, from, to, first, border), add_range(a, from, to, border + 1, last);
  for (unsigned tails = 1; tails < 4 && last > 0x7F; ++tails) {
    const u32 mask = (1u << 6 * tails) - 1;
    if ((first & ~mask) == (last & ~mask)) continue;
    if (first & mask) return add_range(a, from, to, first, first | mask), add_range(a, from, to, (first | mask) + 1, last);
    if ((last & mask) != mask) return add_range(a, from, to, first, (last & ~mask) - 1), add_range(a, from, to, last & ~mask, last);
  }
  const utf8 low = encode(first), high = encode(last);
  for (unsigned i = 0; i < low.size; ++i) {
    const u32 next = i + 1 == low.size ? to : a.add();
    a.states[from].edges.push_back({low.bytes[i], high.bytes[i], next});
    from = next;
  }
}

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
      for (const auto& range : r.set.ranges) add_range(a, from, to, range.first, range.last);
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
    return error{"PATTERN", "pattern '" + std::string(s) + "' needs more than 20,000 states", ""};
  minimize(d);
  out.state_count = static_cast<unsigned>(d.next.size());
  out.accepting = d.accepting;
  for (const auto& row : d.next)
    for (const u32 to : row) out.transitions.push_back(static_cast<u16>(to));
  return out;
}

}  // namespace iso20022::schemac
