#include <cstdio>
#include <cstdlib>

#include "fuzz.hpp"

namespace iso20022::fuzz {

void must(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace iso20022::fuzz
