// The command line of schemac.
#pragma once

#include "schemac/emit.hpp"

namespace iso20022::schemac {

struct options {
  std::vector<std::string> schemas;
  std::string out;  // folder; empty: only check
  sharing how = sharing::one_meaning_a_name;
  provenance from;
  bool help = false;
};
options read_options(const std::vector<std::string>& arguments);

extern const char* const help_text;

}  // namespace iso20022::schemac
