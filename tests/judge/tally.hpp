// Counting cases, and the tables that say how they came out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "opinions.hpp"

namespace iso20022::judge {

/// How many cases there were, and of what sort. Value type; `+=` joins those of two threads.
struct counts {
  std::uint64_t cases = 0, valid = 0, explained = 0, unexplained = 0;
  std::uint64_t fast[3] = {};  // valid ones that the fast reader read, by instruction set

  void add(const comparison&);
  counts& operator+=(const counts&);
};

struct tally {
  counts all;
  std::map<std::string, std::map<std::string_view, counts>> by_kind;            // kind, group
  std::map<std::pair<std::string_view, std::string_view>, counts> by_mutation;  // group, name
  std::map<std::string_view, std::uint64_t> by_known;

  void add(const std::string& kind, std::string_view group, std::string_view mutation, const comparison&);
  tally& operator+=(const tally&);

  /// Kinds down, groups of mutations across.
  std::string kind_table() const;
  std::string mutation_table() const;
  std::string group_table(const std::vector<std::string>& isas) const;
  std::string known_table() const;
};

}  // namespace iso20022::judge
