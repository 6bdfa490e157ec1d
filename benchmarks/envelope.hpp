// The documents around and after a credit transfer: FedNow envelope, business header, payment status.
#pragma once

#include "vocabulary.hpp"
#include "xml_out.hpp"

namespace iso20022::bench {

/// FedNowIncoming with a business header and a plain pacs.008: what a participant sends.
void write_envelope(judge::xml_out&, random&, vocabulary&);
/// A bare pacs.002.001.10 that accepts a payment.
void write_status(judge::xml_out&, random&, vocabulary&);
/// A camt.052.001.08 account report with `entries` entries of 1.5 KB each (indented by two).
void write_account_report(judge::xml_out&, random&, vocabulary&, unsigned entries);

}  // namespace iso20022::bench
