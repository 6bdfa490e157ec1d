// Paths of forms: local names with '/' between them.
#pragma once

#include <string_view>
#include <vector>

namespace iso20022::envelope {

inline std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> all;
  while (!path.empty()) {
    const auto end = path.find('/');
    all.push_back(path.substr(0, end));
    path.remove_prefix(end == path.npos ? path.size() : end + 1);
  }
  return all;
}

inline constexpr std::string_view any_element = "*";

}  // namespace iso20022::envelope
