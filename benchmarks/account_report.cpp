// A long account report (camt.052): the large document of the benchmarks.
#include "envelope.hpp"

namespace iso20022::bench {

namespace {

constexpr std::string_view camt052_ns = "urn:iso:std:iso:20022:tech:xsd:camt.052.001.08";
constexpr std::string_view usd = R"(Ccy="USD")";

void wrapped(judge::xml_out& x, std::string_view tag, std::string_view inner, std::string_view text) {
  x.open(tag);
  x.leaf(inner, text);
  x.close();
}

void agent(judge::xml_out& x, std::string_view tag, vocabulary& v) {
  x.open(tag);
  x.open("FinInstnId");
  x.open("ClrSysMmbId");
  wrapped(x, "ClrSysId", "Cd", "USABA");
  x.leaf("MmbId", v.routing_number());
  x.close();
  x.close();
  x.close();
}

void party(judge::xml_out& x, std::string_view tag, random& r, vocabulary& v) {
  x.open(tag);
  x.open("Pty");
  x.leaf("Nm", r.one_in(2) ? v.person() : v.company());
  x.close();
  x.close();
}

void references(judge::xml_out& x, random& r, vocabulary& v) {
  x.open("Refs");
  x.leaf("MsgId", v.reference("20261104", 30));
  x.leaf("InstrId", v.reference("INSTR", r.between(10, 30)));
  x.leaf("EndToEndId", v.reference("E2E", r.between(10, 30)));
  x.leaf("UETR", v.uetr());
  x.close();
}

void details(judge::xml_out& x, random& r, vocabulary& v, std::string_view amount, bool credit) {
  x.open("NtryDtls");
  x.open("TxDtls");
  references(x, r, v);
  x.leaf("Amt", amount, usd);
  x.leaf("CdtDbtInd", credit ? "CRDT" : "DBIT");
  x.open("RltdPties");
  party(x, "Dbtr", r, v);
  if (r.one_in(6)) party(x, "Cdtr", r, v);
  x.close();
  x.open("RltdAgts");
  agent(x, credit ? "InstgAgt" : "InstdAgt", v);
  x.close();
  if (r.one_in(4)) wrapped(x, "RmtInf", "Ustrd", v.remittance());
  x.close();
  x.close();
}

void entry(judge::xml_out& x, random& r, vocabulary& v) {
  const std::string amount = v.amount(), day = v.date();
  const bool credit = r.one_in(2);
  x.open("Ntry");
  x.leaf("NtryRef", v.reference("N", r.between(6, 16)));
  x.leaf("Amt", amount, usd);
  x.leaf("CdtDbtInd", credit ? "CRDT" : "DBIT");
  wrapped(x, "Sts", "Cd", "BOOK");
  wrapped(x, "BookgDt", "DtTm", v.date_time());
  wrapped(x, "ValDt", "Dt", day);
  if (r.one_in(8)) x.leaf("AcctSvcrRef", v.alphanumeric(16));
  x.open("BkTxCd");
  x.open("Domn");
  x.leaf("Cd", "PMNT");
  x.open("Fmly");
  x.leaf("Cd", credit ? "RRCT" : "IRCT");
  x.leaf("SubFmlyCd", "DMCT");
  x.close();
  x.close();
  x.close();
  details(x, r, v, amount, credit);
  x.close();
}

void balance(judge::xml_out& x, vocabulary& v, std::string_view code) {
  x.open("Bal");
  x.open("Tp");
  wrapped(x, "CdOrPrtry", "Cd", code);
  x.close();
  x.leaf("Amt", v.amount(), usd);
  x.leaf("CdtDbtInd", "CRDT");
  wrapped(x, "Dt", "Dt", v.date());
  x.close();
}

}  // namespace

void write_account_report(judge::xml_out& x, random& r, vocabulary& v, unsigned entries) {
  x.open_in(camt052_ns, "Document");
  x.open("BkToCstmrAcctRpt");
  x.open("GrpHdr");
  x.leaf("MsgId", v.reference("20261104", 30));
  x.leaf("CreDtTm", v.date_time());
  x.close();
  x.open("Rpt");
  x.leaf("Id", v.reference("RPT", 12));
  x.leaf("CreDtTm", v.date_time());
  x.open("Acct");
  x.open("Id");
  wrapped(x, "Othr", "Id", v.digits(9));
  x.close();
  x.close();
  balance(x, v, "OPBD");
  balance(x, v, "CLBD");
  for (unsigned i = 0; i < entries; ++i) entry(x, r, v);
  x.close();
  x.close();
  x.close();
}

}  // namespace iso20022::bench
