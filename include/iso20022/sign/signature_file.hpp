// A signature as a small text, for files and queues beside the message. The form is ours.
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/sign/signature.hpp>

#include <string>
#include <string_view>

namespace iso20022::sign {

/// Two lines: "key-id: ..." and "signature: " with base64 (RFC 4648).
std::string to_text(const signature&);
/// Back. SIG-FILE: a line is missing, there twice or another one, or the base64 is none.
result<signature> signature_from_text(std::string_view);

}  // namespace iso20022::sign
