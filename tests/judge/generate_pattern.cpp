// Values that patterns accept: walks through automata that end where they may end. And what else facets ask of a value.
#include <algorithm>

#include "generate_value.hpp"

namespace iso20022::judge {

namespace {

constexpr unsigned dead = 0, initial = 1, never = ~0u;

/// An automaton with its sections looked up.
struct machine {
  const schema::u8* class_of;
  const schema::u16* transitions;
  const schema::u8* accepting;
  unsigned classes, states;

  machine(schema::image i, const schema::dfa& d)
      : class_of(i.bytes() + d.classes),
        transitions(i.halves() + d.transitions),
        accepting(i.bytes() + d.accepting),
        classes(d.class_count),
        states(d.state_count) {}
  unsigned step(unsigned state, unsigned byte) const { return transitions[state * classes + class_of[byte]]; }
};

}  // namespace

bool accepts(schema::image i, const schema::dfa& d, std::string_view s) {
  const machine m(i, d);
  unsigned state = initial;
  for (const char c : s) state = m.step(state, static_cast<unsigned char>(c));
  return m.accepting[state] != 0;
}

// How many bytes each state is away from acceptance; relaxed until nothing changes (automata are small).
const std::vector<unsigned>& value_source::distances(const schema::dfa& d) {
  auto& r = distances_[&d];
  if (!r.empty()) return r;
  const machine m(image_, d);
  r.assign(m.states, never);
  for (unsigned s = 0; s < m.states; ++s)
    if (m.accepting[s]) r[s] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (unsigned s = m.states; s-- > 1;)
      for (unsigned c = 0; c < m.classes; ++c) {
        const unsigned to = m.transitions[s * m.classes + c];
        if (to == dead || r[to] == never || r[to] + 1 >= r[s]) continue;
        r[s] = r[to] + 1;
        changed = true;
      }
  }
  return r;
}

// A byte that leads on and leaves a way to acceptance within `room` more bytes; printable ASCII where there is one.
unsigned value_source::next_byte(const schema::dfa& d, unsigned state, unsigned room) {
  const machine m(image_, d);
  const auto& far = distances(d);
  unsigned found[256], n = 0;
  const auto collect = [&](unsigned lo, unsigned hi) {
    for (unsigned b = lo; b <= hi; ++b) {
      const unsigned to = m.step(state, b);
      if (to != dead && far[to] <= room) found[n++] = b;
    }
  };
  collect(0x21, 0x7e);
  if (n == 0) collect(0x20, 0x20);
  if (n == 0) collect(0x80, 0xf4);
  return n == 0 ? 0 : found[r_.below(n)];
}

std::optional<std::string> value_source::by_pattern(const schema::dfa& d, unsigned min, unsigned max) {
  const machine m(image_, d);
  const auto& far = distances(d);
  const unsigned top = std::min(max, std::max(min, options_.how == richness::maximal ? 300u : 60u));
  const unsigned goal = options_.how == richness::minimal   ? min
                        : options_.how == richness::maximal ? top
                                                            : r_.between(min, top);
  std::string s;
  for (unsigned state = initial;;) {
    if (m.accepting[state] && s.size() >= goal) return s;
    const unsigned room = s.size() < top ? top - static_cast<unsigned>(s.size()) - 1 : std::max(far[state], 1u) - 1;
    const unsigned byte = s.size() < 4096 ? next_byte(d, state, room) : 0;
    if (byte == 0) return m.accepting[state] && s.size() >= min && s.size() <= max ? std::optional(s) : std::nullopt;
    s += static_cast<char>(byte);
    state = m.step(state, byte);
  }
}

unsigned code_points(std::string_view s) {
  return static_cast<unsigned>(std::ranges::count_if(s, [](char c) { return (c & 0xc0) != 0x80; }));
}

bool within(const schema::simple& s, std::string_view d) {
  __int128 units = 0;
  unsigned scale = 0;
  bool point = false, negative = false;
  for (const char c : d) {
    if (c == '-')
      negative = true;
    else if (c == '.')
      point = true;
    else if (c != '+')
      units = units * 10 + (c - '0'), scale += point;
  }
  if (negative) units = -units;
  const auto compare = [&](std::int64_t bound, unsigned bound_scale) {
    __int128 a = units, b = bound;
    for (unsigned i = scale; i < bound_scale; ++i) a *= 10;
    for (unsigned i = bound_scale; i < scale; ++i) b *= 10;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  using enum schema::bound_kind;
  const int low = s.lower_kind == none ? 1 : compare(s.lower, s.lower_scale);
  const int high = s.upper_kind == none ? -1 : compare(s.upper, s.upper_scale);
  return (low > 0 || (low == 0 && s.lower_kind == inclusive)) && (high < 0 || (high == 0 && s.upper_kind == inclusive));
}

std::string to_xml(std::string_view text, random* r) {
  std::string x;
  for (const char c : text) {
    if (c == '&')
      x += r && r->one_in(3) ? "&#38;" : "&amp;";
    else if (c == '<')
      x += r && r->one_in(3) ? "&#x3C;" : "&lt;";
    else if (c == '>')
      x += r && r->one_in(3) ? ">" : "&gt;";
    else if (c == '"' && r && r->one_in(2))
      x += "&quot;";
    else if (c == '\'' && r && r->one_in(2))
      x += "&apos;";
    else if (c > ' ' && r && r->one_in(20))
      x += "&#" + std::to_string(static_cast<int>(c)) + ";";
    else
      x += c;
  }
  // "]]>" must not stand in text; a '>' left as it is could complete it.
  for (std::size_t at; (at = x.find("]]>")) != std::string::npos;) x.replace(at + 2, 1, "&gt;");
  return x;
}

}  // namespace iso20022::judge
