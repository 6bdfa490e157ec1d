// What docs/guide/reading.md shows.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/to_text.hpp>
#include <iso20022/messages/fednow_outgoing_v001.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

using namespace iso20022;

static void print_payment(const model::CreditTransferTransaction39& tx) {
  std::cout << tx.PmtId.EndToEndId << ": " << tx.IntrBkSttlmAmt.value << ' ' << tx.IntrBkSttlmAmt.Ccy << '\n';
  if (tx.IntrBkSttlmDt) std::cout << "settled on " << tx.IntrBkSttlmDt << '\n';     // a value: false when absent
  if (tx.Cdtr.PstlAdr) std::cout << "in " << tx.Cdtr.PstlAdr->Ctry << '\n';         // opt<T>: a pointer that may be null
  for (const auto& note : tx.InstrForCdtrAgt) std::cout << note.InstrInf << '\n';   // list<T>: a range, often empty
  if (tx.CdtrAcct)
    if (const auto* other = tx.CdtrAcct->Id.Othr()) std::cout << "account " << other->Id << '\n';  // a choice: null if IBAN
  if (tx.ChrgBr == model::ChargeBearerType1Code::SLEV) std::cout << "as agreed\n";
  const decimal& amount = tx.IntrBkSttlmAmt.value;  // 1250.00 is 125000 x 10^-2: exact, and never a double
  std::cout << amount.value() << " x 10^-" << amount.scale() << '\n';
}

int main(int argc, char** argv) {
  if (argc != 2) return std::cout << "usage: example_reading FILE\n", 2;
  std::ifstream file(argv[1]);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  reader in;
  const auto read = in.read(bytes);
  const message received = read.partial();
  std::cout << received.id() << (read.ok() ? ", valid" : ", with errors") << '\n';

  const auto* outgoing = received.as<fednow_outgoing_v001::FedNowOutgoing>();
  const auto* payment = outgoing ? outgoing->FedNowOutgoingMessage.FedNowCustomerCreditTransfer() : nullptr;
  if (!payment) return std::cout << "no credit transfer\n", 1;
  const auto& tx = payment->Document.FIToFICstmrCdtTrf.CdtTrfTxInf.front();
  print_payment(tx);

  const std::string payments = "/FedNowOutgoing/FedNowOutgoingMessage/FedNowCustomerCreditTransfer";
  if (const auto bank = get(received, payments + "/AppHdr/Fr/FIId/FinInstnId/ClrSysMmbId/MmbId"))
    std::cout << "from " << *bank << '\n';
  if (const auto where = in.locate(tx.ChrgBr.ptr))
    std::cout << "line " << where->line << ", column " << where->column << '\n';
  std::cout << in.slice(payments + "/Document").size() << " bytes to be signed\n";

  std::vector<owned_message> inbox;
  inbox.push_back(own(received));  // one block of memory; reader and bytes may go
  const auto creditor = own(tx.Cdtr);
  in.read("the next message");  // received, tx and payment are gone now
  std::cout << "kept: " << inbox[0].get().id() << ", " << creditor->Nm << '\n';
}
