#include <iso20022/check/issue.hpp>

#include "check/sentences.hpp"

namespace iso20022 {

std::string_view code_text(issue_code c) { return check::wording_of(c).code; }

}  // namespace iso20022
