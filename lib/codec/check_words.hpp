// Issues about values and structs, with every field filled. The words are those of the readers.
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

/// `is_value`: what was found is a value, quoted in the sentence.
issue make_issue(issue_code, const subject&, std::string_view found, std::string expected, bool is_value = false);

/// What `check_value` found.
issue value_issue(const schema::image&, const schema::simple&, const std::byte* slot, std::string_view text, value_finding,
                  const subject&);
/// What a type allows, in words.
std::string expectation(const schema::image&, const schema::simple&);

}  // namespace iso20022::codec
