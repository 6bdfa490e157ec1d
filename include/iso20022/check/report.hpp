// Everything that was found in one message.
#pragma once

#include <iso20022/check/issue.hpp>

#include <string>
#include <vector>

namespace iso20022 {

/// All issues of one read, in document order. Resource; reused by its reader.
struct report {
  std::vector<issue> issues;
  bool truncated = false;  // the limit on issues was reached

  bool ok() const { return errors() == 0; }
  std::size_t errors() const;
  void clear() { issues.clear(); truncated = false; }

  /// For people: one block an issue, with snippet and caret.
  std::string to_text(std::string_view file_name = {}) const;
  /// For programs: a JSON array of
  /// {"code","severity","layer","path","line","column","offset","name","found","expected","message"}.
  std::string to_json() const;
};

}  // namespace iso20022
