// Names of schemas as names in C++.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace iso20022::schemac {

/// Dots, dashes and everything else that C++ does not allow become `_`; a digit in front gets one before it, a keyword
/// or a macro one behind it.
std::string identifier(std::string_view name);

/// Gives each name once: the second `Id` is `Id_2`. Names put in beforehand are taken.
class unique_names {
 public:
  unique_names(std::initializer_list<std::string> taken = {}) : taken_(taken) {}
  std::string operator()(const std::string& name);

 private:
  std::set<std::string> taken_;
};

}  // namespace iso20022::schemac
