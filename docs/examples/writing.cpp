// What docs/guide/writing.md shows.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/builder.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <iso20022/messages/fednow_outgoing_v001.hpp>
#include <iso20022/messages/pacs_002_001_10.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

using namespace iso20022;

int main(int argc, char** argv) {
  if (argc != 2) return std::cout << "usage: example_writing FILE\n", 2;
  std::ifstream file(argv[1]);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  reader in;
  const auto read = in.read(bytes);
  const auto* outgoing = read.valid<fednow_outgoing_v001::FedNowOutgoing>();
  const auto* payment = outgoing ? outgoing->FedNowOutgoingMessage.FedNowCustomerCreditTransfer() : nullptr;
  if (!payment) return std::cout << "no credit transfer\n", 1;
  const auto& tx = payment->Document.FIToFICstmrCdtTrf.CdtTrfTxInf.front();

  builder b;
  pacs_002_001_10::Document answer;
  answer.FIToFIPmtStsRpt.GrpHdr.MsgId = b.text("REPORT-" + std::to_string(1));   // copied: the string does not live on
  answer.FIToFIPmtStsRpt.GrpHdr.CreDtTm = date_time({2026, 4, 1}, 10, 55, 27, 0, -240);  // minutes east of UTC
  auto& status = b.push(answer.FIToFIPmtStsRpt.TxInfAndSts);                       // one more of a list; it never moves
  status.OrgnlEndToEndId = tx.PmtId.EndToEndId;                                    // views of what was read
  status.TxSts = "RJCT";
  b.push(status.StsRsnInf).Rsn = b.opt(model::StatusReason6Choice::Cd("AC04"));    // a choice is made by its alternative
  status.OrgnlTxRef = b.opt(model::OriginalTransactionReference28{
      .Cdtr = b.opt(model::Party40Choice::Pty(tx.Cdtr))});                         // a component of another message

  auto message = b.message(answer);
  if (const auto wrong = set(b, message, "/Document/FIToFIPmtStsRpt/TxInfAndSts[1]/InstgAgt/FinInstnId/BICFI", "nobody"))
    std::cout << wrong->message << '\n';  // refused, and the message is as before

  const report found = check(message);
  std::string xml;
  if (found.ok()) writer({.prefix = "r", .indent = 2}).write_checked(message, xml);
  std::cout << found.to_text() << xml << '\n';
}
