// A payment status report, from nothing to checked XML.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/writer.hpp>
#include <iso20022/messages/pacs_002_001_10.hpp>

#include <iostream>

int main() {
  iso20022::builder b;  // holds what is optional or repeated
  auto message = b.message(iso20022::pacs_002_001_10::Document{
      .FIToFIPmtStsRpt = {.GrpHdr = {.MsgId = "REPORT-1", .CreDtTm = iso20022::date_time({2026, 4, 1}, 10, 55, 27, 0, -240)},
                          .TxInfAndSts = b.list({iso20022::model::PaymentTransaction110{
                              .OrgnlEndToEndId = "INVOICE-4711", .TxSts = "ACTC"}})}});
  set(b, message, "/Document/FIToFIPmtStsRpt/TxInfAndSts[1]/OrgnlTxId", "TX-1");  // the same data, by path

  std::string xml;
  if (!iso20022::writer({.indent = 2}).write(message, xml)) return std::cout << check(message).to_text(), 1;
  std::cout << xml << '\n';
}
