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
  std::string unknown;  // an option that there is not, or --out without a folder
};
options read_options(const std::vector<std::string>& arguments);

extern const char* const help_text;

}  // namespace iso20022::schemac
