// The ids that FedNow asks for: of messages, and of transactions (UETR).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace iso20022::envelope {

/// A participant's message id: calendar date in New York, 9 characters of the connection party (a service provider's own, not its
/// bank's), 1 to 18 letters or digits of the sender's choice. Views of the id.
struct message_id {
  std::chrono::year_month_day day;
  std::string_view connection_party;
  std::string_view reference;
};

/// Nothing when `id` is not of that form, or its date is none. FedNow's own ids are any text: do not ask this of them.
std::optional<message_id> parse_message_id(std::string_view id);

/// Makes message ids that no other maker makes, in this process or another: the reference is a random number that the maker
/// was given (11 characters) and a count (7). Value of one thread; 62^7 ids.
class message_ids {
 public:
  /// `connection_party`: 9 letters or digits. `random`: 64 bits that no other maker has.
  message_ids(std::string_view connection_party, std::uint64_t random);
  /// With random bits of the operating system.
  explicit message_ids(std::string_view connection_party);

  /// An id for a message that is made at `now`.
  std::string next(std::chrono::sys_seconds now);

 private:
  std::string party_, maker_;
  std::uint64_t count_ = 0;
};

/// A universally unique id of version 4 (RFC 9562) in lower case, from 16 random bytes.
std::string make_uetr(std::span<const std::byte, 16> random);
/// From random bytes of the operating system.
std::string make_uetr();
/// Whether `id` is one.
bool is_uetr(std::string_view id);

}  // namespace iso20022::envelope
