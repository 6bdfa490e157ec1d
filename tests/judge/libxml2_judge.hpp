// A second opinion, asked where the first judge and we disagree. Built only where libxml2 is there.
#pragma once

#include "xerces_judge.hpp"

namespace iso20022::judge {

/// libxml2 with the same schemas; one per thread. Resource. Without libxml2 `available` is false and nothing is judged.
class libxml2_judge {
 public:
  explicit libxml2_judge(const std::vector<std::string>& schemas);
  ~libxml2_judge();
  static bool available();
  verdict judge(std::string_view document);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace iso20022::judge
