#include "envelope.hpp"

#include "pacs008.hpp"

namespace iso20022::bench {

namespace {

constexpr std::string_view head_ns = "urn:iso:std:iso:20022:tech:xsd:head.001.001.02";
constexpr std::string_view incoming_ns = "urn:fednow:incoming:v001";
constexpr std::string_view pacs002_ns = "urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10";

void member(judge::xml_out& x, std::string_view number, bool system) {
  x.open("FinInstnId");
  x.open("ClrSysMmbId");
  if (system) {
    x.open("ClrSysId");
    x.leaf("Cd", "USABA");
    x.close();
  }
  x.leaf("MmbId", number);
  x.close();
  x.close();
}

void header_side(judge::xml_out& x, std::string_view tag, std::string_view number) {
  x.open(tag);
  x.open("FIId");
  member(x, number, false);
  x.close();
  x.close();
}

void business_header(judge::xml_out& x, vocabulary& v, std::string_view definition) {
  x.open_in(head_ns, "AppHdr");
  header_side(x, "Fr", v.routing_number());
  header_side(x, "To", v.routing_number());
  x.leaf("BizMsgIdr", v.reference("20261104", 33));
  x.leaf("MsgDefIdr", definition);
  x.open("MktPrctc");
  x.leaf("Regy", "www2.swift.com/mystandards/#/group/Federal_Reserve_Financial_Services/FedNow_Service");
  x.leaf("Id", "frb.fednow.01");
  x.close();
  x.leaf("CreDt", v.date_time());
  x.close();
}

}  // namespace

void write_envelope(judge::xml_out& x, random& r, vocabulary& v) {
  x.open_in(incoming_ns, "FedNowIncoming");
  x.open("FedNowIncomingMessage");
  x.open("FedNowCustomerCreditTransfer");
  business_header(x, v, "pacs.008.001.08");
  pacs008(x, r, v, richness::plain).document();
  x.close();
  x.close();
  x.close();
}

void write_status(judge::xml_out& x, random&, vocabulary& v) {
  x.open_in(pacs002_ns, "Document");
  x.open("FIToFIPmtStsRpt");
  x.open("GrpHdr");
  x.leaf("MsgId", v.reference("20261104", 33));
  x.leaf("CreDtTm", v.date_time());
  x.close();
  x.open("TxInfAndSts");
  x.open("OrgnlGrpInf");
  x.leaf("OrgnlMsgId", v.reference("20261104", 33));
  x.leaf("OrgnlMsgNmId", "pacs.008.001.08");
  x.leaf("OrgnlCreDtTm", v.date_time());
  x.close();
  x.leaf("OrgnlInstrId", v.reference("INSTR", 20));
  x.leaf("OrgnlEndToEndId", v.reference("E2E", 20));
  x.leaf("OrgnlUETR", v.uetr());
  x.leaf("TxSts", "ACTC");
  x.leaf("AccptncDtTm", v.date_time());
  for (const std::string_view tag : {"InstgAgt", "InstdAgt"}) {
    x.open(tag);
    member(x, v.routing_number(), true);
    x.close();
  }
  x.close();
  x.close();
  x.close();
}

}  // namespace iso20022::bench
