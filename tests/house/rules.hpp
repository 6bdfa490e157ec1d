// The rules of the house: each looks at source and says, one line a finding, where it is broken.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source.hpp"

namespace iso20022::house {

using findings = std::vector<std::string>;

/// Who may include what, from stairs.txt.
struct stairs {
  std::map<std::string, std::set<std::string>> rooms;     // room -> rooms that it may include
  std::map<std::string, std::set<std::string>> strangers;  // "xercesc/", "dlfcn.h" -> rooms that may include it

  static stairs parse(std::string_view text);
};

/// Includes that climb the stairs; public headers that include anything but public headers and the standard library.
findings against_stairs(const stairs&, const std::vector<source>&);

/// Words that must not stand in code (comments and literals may hold them).
struct banned_words {
  std::set<std::string, std::less<>> words;
  std::string why;
  std::set<std::string, std::less<>> except = {};  // files
};
findings against_words(const banned_words&, const std::vector<source>&);

/// Files longer than `most` that are not in `listed` (text of long_files.txt), or longer than listed; entries that are
/// no longer needed.
findings against_length(std::size_t most, std::string_view listed, const std::vector<source>&);

}  // namespace iso20022::house
