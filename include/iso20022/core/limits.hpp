// What a reader accepts at most, and which attack each limit stops.
#pragma once

#include <cstdint>

namespace iso20022 {

/// Limits of one read. Each has a default that no message of the FedNow Service comes near; raising one is a decision.
struct read_limits {
  /// Bytes of one whole message. Stops memory exhaustion by size; at most 1 GiB, larger input is streamed.
  std::uint64_t bytes = 64u << 20;
  /// Open elements at once. Stops stack and memory exhaustion by nesting ("<a><a><a>...").
  std::uint32_t depth = 96;
  /// Elements of one message. Stops quadratic or memory blow-up by huge counts of tiny elements.
  std::uint32_t elements = 4u << 20;
  /// Attributes of one element, namespace declarations included. Stops quadratic duplicate checks.
  std::uint32_t attributes = 64;
  /// Namespace declarations in force at once, those of open elements. Stops long searches for the meaning of each prefix.
  std::uint32_t namespaces = 512;
  /// Bytes of one text after decoding. Stops a single field from filling the memory of what reads it next.
  std::uint32_t text_bytes = 16u << 20;
  /// Issues collected before reading stops. Stops reports that are larger than the message.
  std::uint32_t issues = 1000;
};

}  // namespace iso20022
