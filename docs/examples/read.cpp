// Every transfer in a message from FedNow, or everything that is wrong with it.
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/to_text.hpp>
#include <iso20022/messages/fednow_outgoing_v001.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) return std::cout << "usage: example_read FILE\n", 2;
  std::ifstream file(argv[1]);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  iso20022::reader in;  // keep it: it reuses its memory
  const auto read = in.read(bytes);
  const auto* received = read.valid<iso20022::fednow_outgoing_v001::FedNowOutgoing>();
  if (!received) return std::cout << read.report().to_text(argv[1]), 1;
  if (const auto* payment = received->FedNowOutgoingMessage.FedNowCustomerCreditTransfer())  // a choice: or null
    for (const auto& tx : payment->Document.FIToFICstmrCdtTrf.CdtTrfTxInf)
      std::cout << tx.PmtId.EndToEndId << ": " << tx.IntrBkSttlmAmt.value << ' ' << tx.IntrBkSttlmAmt.Ccy << '\n';
}
