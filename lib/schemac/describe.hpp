// A component or simple type in lines of text: equal texts, equal meaning. For finding equal types and for saying where
// two differ.
#pragma once

#include <functional>
#include <string>

#include "schemac/dictionary.hpp"

namespace iso20022::schemac {

std::string describe(const simple_type&);

/// `child` gives the word for a field's type; `leaf` for a simple type.
struct describe_words {
  std::function<std::string(const field&)> child;
  std::function<std::string(int simple)> leaf;
};
std::string describe(const dictionary&, const component&, const describe_words&);

/// The first line in which the two texts differ, as "`this` here, `that` there".
std::string first_difference(const std::string& here, const std::string& there);

}  // namespace iso20022::schemac
