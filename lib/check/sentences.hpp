// The words of the library: one row an issue code.
#pragma once

#include <iso20022/check/issue.hpp>

#include <string>
#include <string_view>

namespace iso20022::check {

/// What is fixed about a code. In `sentence`, {what} is "Business Name (Tag)", {tag}, {found}, {expected} and {parent}
/// are the parts below.
struct wording {
  issue_code number;
  std::string_view code;  // "SCH-PATTERN"
  iso20022::layer layer;
  std::string_view sentence;
};
const wording& wording_of(issue_code);

/// What a sentence is made of; all may be empty.
struct sentence_parts {
  std::string_view tag;       // "IntrBkSttlmAmt", "@Ccy"
  std::string_view name;      // "Interbank Settlement Amount"
  std::string_view found;
  std::string_view expected;
  std::string_view parent;    // the element around it
};
std::string make_sentence(issue_code, const sentence_parts&);

}  // namespace iso20022::check
