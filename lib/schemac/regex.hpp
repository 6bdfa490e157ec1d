// The syntax of XSD regular expressions.
#pragma once

#include "schema/tables.hpp"

#include <iso20022/core/result.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace iso20022::schemac {

/// Inclusive ranges of code points, sorted, apart from each other.
struct code_points {
  struct range { schema::u32 first, last; };
  std::vector<range> ranges;

  void add(schema::u32 first, schema::u32 last);
  code_points complement() const;
  code_points without(const code_points&) const;
};

struct regex {
  enum class form { set, sequence, choice, repeat } kind = form::sequence;
  code_points set;
  std::vector<regex> parts;
  schema::u32 min = 1, max = 1;  // repeat; max may be schema::unbounded
};

result<regex> parse_regex(std::string_view);

}  // namespace iso20022::schemac
