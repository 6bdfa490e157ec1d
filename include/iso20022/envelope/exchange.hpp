// What travels between a participant and the FedNow Service: 28 exchanges, each a message in a wrapper.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace iso20022::envelope {

/// Seen from a participant (the envelopes' names are seen from the service: what goes to FedNow is FedNowIncoming).
enum class direction : std::uint8_t { to_fednow, from_fednow };

/// What a message does. Only `value` moves money and runs against the payment clock.
enum class purpose : std::uint8_t { value, status, request, report, system, security };

/// One row. A message that both sides send has two.
struct exchange {
  enum direction direction;
  std::string_view wrapper;          // the element around header and document: "FedNowCustomerCreditTransfer"
  std::string_view business_name;    // "Customer credit transfer"
  std::string_view message_id;       // "pacs.008.001.08"; "" for the key exchange, which is no ISO message
  std::string_view namespace_uri;    // of its Document
  std::string_view market_practice;  // AppHdr/MktPrctc/Id: "frb.fednow.01"; some are inferred from their initials
  enum purpose purpose;
  /// Whoever receives it must answer with a receipt acknowledgement (admi.007) at once.
  bool needs_acknowledgement;
  /// The message that says no for business reasons ("pacs.002.001.10"); a technical no is always admi.002.
  std::string_view negative_answer;
};

/// All of them.
std::span<const exchange> exchanges();
/// That of a wrapper; null when there is none.
const exchange* find_exchange(direction, std::string_view wrapper);
/// The first one that carries the message; null when none does. Where several do (camt.029, camt.052), `market_practice` says
/// which; "" takes the first.
const exchange* find_exchange_of(direction, std::string_view message_id, std::string_view market_practice = {});

}  // namespace iso20022::envelope
