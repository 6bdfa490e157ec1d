// Where our verdict is not Xerces' and that is meant: each difference has a name, a reason, and a test that shows both
// sides (known_differences_test.cpp). What is not here is a mistake of somebody.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "opinions.hpp"

namespace iso20022::judge {

struct known {
  std::string_view name;
  std::string_view reason;
  /// Is this why the verdicts about `xml` differ? As precise as it can be: where one can, the document is changed so
  /// that only the reason goes away, and then the verdicts must agree.
  bool (*explains)(std::string_view xml, opinions&, const verdict& xerces, const our_verdict& ours);
};

std::span<const known> known_differences();

/// The name of the first known difference that explains it; empty: none does.
std::string_view known_difference(std::string_view xml, opinions&, const verdict& xerces, const our_verdict& ours);

}  // namespace iso20022::judge
