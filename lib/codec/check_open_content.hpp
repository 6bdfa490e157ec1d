// Open content (xs:any) that was built or read, judged before it is written.
#pragma once

#include "codec/access_slot.hpp"

#include <iso20022/check/issue.hpp>
#include <iso20022/schema/registry.hpp>

#include <string>

namespace iso20022::codec {

/// issue_code::count_ when the content may stand there: well-formed with the bindings it names, and what the wildcard
/// allows. Otherwise the code, and in `why`, unless null, what is expected.
issue_code check_open_content(const schema::registry&, const field& wildcard, const any&, std::string* why);

}  // namespace iso20022::codec
