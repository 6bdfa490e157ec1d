// Signatures over exact bytes, kept beside them.
//
// Sign what will be sent, and verify what came: slices of `envelope::split`, never a message that was written again. FedNow's
// placement of signatures is not public; bytes beside a message with the key's name is ours, and where they travel (a message
// queue's header, a file) is the caller's.
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/sign/key.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::sign {

struct signature {
  std::vector<unsigned char> bytes;
  std::string key_id;
};

/// Over all of `bytes`. Any thread may use one key.
signature sign(std::string_view bytes, const private_key&, std::string key_id);

/// Nothing when `key_id` signed these very bytes with a key that is good at `now`. Else why not: SIG-KEY-UNKNOWN, SIG-KEY-EXPIRED,
/// SIG-KEY-EARLY, SIG-KEY-REVOKED, SIG-WRONG (altered bytes, another key, another algorithm, no signature at all).
std::optional<error> verify(std::string_view bytes, const signature&, const key_ring&, std::chrono::sys_seconds now);

}  // namespace iso20022::sign
