// The answer to a credit transfer: pacs.008 in, pacs.002 out.
//
//   builder b;
//   transform::status_answer yes{.MsgId = "20260401990000027R0001", .CreDtTm = now, .TxSts = "ACTC"};
//   auto answer = transform::payment_status(*read.valid<fednow_outgoing_v001::FedNowOutgoing>(), yes, b);
//   if (answer) writer().write(b.message(*answer), xml);
#pragma once

#include <iso20022/codec/builder.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/text.hpp>
#include <iso20022/messages/fednow_incoming_v001.hpp>
#include <iso20022/messages/fednow_outgoing_v001.hpp>
#include <iso20022/messages/pacs_002_001_10.hpp>
#include <iso20022/messages/pacs_008_001_08.hpp>

#include <optional>

namespace iso20022::transform {

/// What the one who answers decided. Texts are not copied: they must live as long as the report.
struct status_answer {
  text MsgId{};          // of the report, and of its business header: 1 to 35 characters, used once
  date_time CreDtTm{};   // when it was made, with its offset from UTC
  text TxSts{};          // ACTC accepted, ACWP accepted without posting, RJCT rejected, or a later ACCC, PDNG, BLCK
  text reason{};         // code of the reason (AC04, ...); with RJCT there must be one. Null: none
  text explanation{};    // up to 105 characters beside the reason. Null: none
};

/// The report on every transaction of `payment`. It names the ids of the original exactly as they were, and its instructing
/// agent is the original's instructed one and the other way round. It holds views of `payment` and memory of the builder,
/// and must be checked like any built message (`writer::write` does): `payment` may have been partial.
pacs_002_001_10::Document payment_status(const pacs_008_001_08::Document& payment, const status_answer&, builder&);

/// The same in the envelope that a participant sends to FedNow: header with sender and receiver exchanged, market practice
/// kept. None when it is not a credit transfer that was received.
std::optional<fednow_incoming_v001::FedNowIncoming> payment_status(const fednow_outgoing_v001::FedNowOutgoing& received,
                                                                   const status_answer&, builder&);
/// The other way round, for simulators: what the sender of a credit transfer gets back.
std::optional<fednow_outgoing_v001::FedNowOutgoing> payment_status(const fednow_incoming_v001::FedNowIncoming& sent,
                                                                   const status_answer&, builder&);

}  // namespace iso20022::transform
