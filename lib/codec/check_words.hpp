// Issues about values and structs, with every field filled.
#pragma once

#include "codec/check_value.hpp"

#include <iso20022/check/issue.hpp>

#include <string>

namespace iso20022::codec {

/// What an issue is about.
struct subject {
  std::string path;
  std::string tag;             // "IntrBkSttlmAmt", "@Ccy"
  std::string_view name;       // business name
  std::string_view parent;     // tag of the element around it
};

issue make_issue(issue_code, const subject&, std::string found, std::string expected);

/// Between quotes, shortened, control characters escaped.
std::string quoted(std::string_view);

issue_code code_of(leaf_status);
/// What a value of this type must be, as far as `status` is about it: "3 to 35 characters", "one of the codes ...".
std::string expectation(const schema::image&, const schema::simple&, leaf_status);

/// What `check_value` found.
issue value_issue(const schema::image&, const schema::simple&, const std::byte* slot, std::string_view text, value_finding, const subject&);

}  // namespace iso20022::codec
