// What `difftest` was asked to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iso20022::judge {

struct difftest_options {
  std::uint64_t count = 20'000;
  std::uint64_t seed = 1;
  std::vector<std::string> kinds;   // message ids; empty: all
  std::vector<std::string> isas;    // empty: all that the processor has
  std::vector<std::string> groups;  // groups of mutations; empty: all
  std::string schemas;
  std::vector<std::string> load;    // files and folders: judge by these, loaded at run time, instead
  std::optional<std::uint64_t> restricted;  // seed: what is loaded is restricted like a usage guideline first
  std::string out = "difftest-findings";
  std::string judge_file;  // judge one file and say what everybody says
  unsigned threads = 2;
  bool by_mutation = false;
  bool list = false;
  std::optional<std::uint64_t> only;
};

/// From the command line; empty when the program is to end now with `status` (help was asked for, or a word is wrong).
std::optional<difftest_options> parse_options(int argc, char** argv, int& status);

}  // namespace iso20022::judge
