// Where our verdict is not Xerces' and that is meant: each difference has a name, a reason, and a test that shows both
// sides (known_differences_test.cpp). What is not here is a mistake of somebody.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "opinions.hpp"

namespace iso20022::judge {

/// Who refuses the documents that a difference is about.
enum class refused_by { us, xerces, either };

struct known {
  std::string_view name;
  std::string_view reason;
  refused_by who;
  /// We refuse with this code; `count_`: with whatever code.
  issue_code code;
  /// Is it there? Null: `without` tells.
  bool (*present)(std::string_view xml, const our_verdict&);
  /// The document without it: then Xerces and we must agree, else it is not the reason. Null: our code is reason
  /// enough.
  std::string (*without)(std::string_view xml, schema::image);
};

std::span<const known> known_differences();

/// The name of the first known difference that explains it; empty: none does.
std::string_view known_difference(std::string_view xml, opinions&, const verdict& xerces, const our_verdict& ours);

}  // namespace iso20022::judge
