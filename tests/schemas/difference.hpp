// Two lists of facts side by side, and the differences that are meant.
#pragma once

#include "schema_facts.hpp"

#include <string>
#include <vector>

namespace check_schemas {

inline constexpr const char* absent = "(absent)";

struct difference {
  std::string path;
  std::string ours;
  std::string reference;

  bool operator==(const difference&) const = default;
};

std::vector<difference> differences(const facts& ours, const facts& reference);

struct listed_exception {
  std::string message;
  difference expected;
  std::string reason;
};

// Where ours differs from the reference on purpose. Each must occur exactly as written.
const std::vector<listed_exception>& listed_exceptions();

}  // namespace check_schemas
