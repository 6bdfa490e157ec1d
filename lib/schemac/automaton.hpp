// From a regular expression to automata over UTF-8 bytes. Every step has a bound, so that no pattern, however it is made,
// takes more than a second or some hundred megabytes to compile or to refuse.
#pragma once

#include "schemac/regex.hpp"

#include <string_view>
#include <vector>

namespace iso20022::schemac {

/// What a pattern may need. All patterns of ISO 20022 and CBPR+ together stay below a hundredth of it.
inline constexpr std::size_t max_states = 60'000;         // of the deterministic automaton
inline constexpr std::size_t max_free_states = 240'000;   // of the nondeterministic one
inline constexpr std::size_t max_table = 8'000'000;       // states times classes
inline constexpr std::size_t max_steps = 30'000'000;      // from a set of states to another

/// A nondeterministic automaton over bytes: states with byte-range edges and free edges. Starts at 0.
struct automaton {
  struct edge { schema::u8 first, last; schema::u32 to; };
  struct state {
    std::vector<edge> edges;
    std::vector<schema::u32> free;
  };
  std::vector<state> states;
  schema::u32 final = 0;
};

/// Byte -> class: bytes that nothing tells apart share one. `count` of them.
struct byte_classes {
  std::vector<schema::u8> of;
  unsigned count = 0;
};

/// A deterministic one. State 0 is dead, 1 the start.
struct deterministic {
  unsigned class_count = 0;
  std::vector<schema::u32> next;      // state * class_count + class -> state
  std::vector<schema::u8> accepting;  // by state
  std::size_t size() const { return accepting.size(); }
};

/// Error "PATTERN": too many states.
result<automaton> build_automaton(const regex&);
byte_classes classes_of(const automaton&);
/// Error "PATTERN": more states, table or steps than the bounds.
result<deterministic> determine(const automaton&, const byte_classes&);
/// The smallest automaton that accepts the same. States are numbered in the order in which they are first met.
deterministic minimal(const deterministic&);

}  // namespace iso20022::schemac
