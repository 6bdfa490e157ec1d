#include "pacs008.hpp"

namespace iso20022::bench {

constexpr std::string_view usd = R"(Ccy="USD")";

bool pacs008::want(unsigned percent) {
  if (how_ == richness::usual) return r_.percent(percent);
  return how_ == richness::everything || percent >= 70;
}

void pacs008::document() {
  x_.open_in(pacs008_ns, "Document");
  x_.open("FIToFICstmrCdtTrf");
  header();
  transaction();
  if (how_ == richness::usual && r_.one_in(25)) transaction();
  x_.close();
  x_.close();
}

void pacs008::header() {
  x_.open("GrpHdr");
  x_.leaf("MsgId", v_.reference("20261104", r_.between(20, 35)));
  x_.leaf("CreDtTm", v_.date_time());
  x_.leaf("NbOfTxs", "1");
  if (want(20)) x_.leaf("TtlIntrBkSttlmAmt", v_.amount(), usd);
  if (want(20)) x_.leaf("IntrBkSttlmDt", v_.date());
  x_.open("SttlmInf");
  x_.leaf("SttlmMtd", "CLRG");
  x_.open("ClrSys");
  if (want(90))
    x_.leaf("Cd", "FDN");
  else
    x_.leaf("Prtry", "FedNow");
  x_.close();
  x_.close();
  x_.close();
}

void pacs008::payment_id() {
  x_.open("PmtId");
  if (want(80)) x_.leaf("InstrId", v_.reference("INSTR", r_.between(8, 35)));
  x_.leaf("EndToEndId", v_.reference("E2E", r_.between(6, 35)));
  if (want(30)) x_.leaf("TxId", v_.reference("TX", r_.between(8, 35)));
  if (want(90)) x_.leaf("UETR", v_.uetr());
  if (want(10)) x_.leaf("ClrSysRef", v_.alphanumeric(r_.between(8, 20)));
  x_.close();
}

void pacs008::payment_type() {
  x_.open("PmtTpInf");
  if (want(15)) x_.leaf("InstrPrty", r_.one_in(2) ? "NORM" : "HIGH");
  if (want(20)) {
    x_.open("SvcLvl");
    x_.leaf("Cd", "URGP");
    x_.close();
  }
  x_.open("LclInstrm");
  x_.leaf("Prtry", "FDNA");
  x_.close();
  x_.open("CtgyPurp");
  x_.leaf("Prtry", r_.one_in(2) ? "CONS" : "BIZZ");
  x_.close();
  x_.close();
}

void pacs008::amounts() {
  x_.leaf("IntrBkSttlmAmt", v_.amount(), usd);
  x_.leaf("IntrBkSttlmDt", v_.date());
  if (want(30)) x_.leaf("AccptncDtTm", v_.date_time());
  if (want(25)) x_.leaf("InstdAmt", v_.amount(), usd);
  x_.leaf("ChrgBr", "SLEV");
  if (want(10)) charges();
}

void pacs008::charges() {
  x_.open("ChrgsInf");
  x_.leaf("Amt", v_.amount(), usd);
  agent("Agt", false);
  x_.close();
}

void pacs008::agent(std::string_view tag, bool named) {
  x_.open(tag);
  x_.open("FinInstnId");
  if (named && want(10)) x_.leaf("BICFI", "ZZZZUS33XXX");
  x_.open("ClrSysMmbId");
  x_.open("ClrSysId");
  x_.leaf("Cd", "USABA");
  x_.close();
  x_.leaf("MmbId", v_.routing_number());
  x_.close();
  if (named) x_.leaf("Nm", v_.bank());
  if (named && want(8)) address();
  x_.close();
  x_.close();
}

void pacs008::address() {
  x_.open("PstlAdr");
  if (how_ == richness::usual && r_.one_in(6)) {  // the old way: lines
    x_.leaf("Ctry", "US");
    for (unsigned i = r_.between(1, 3); i; --i) x_.leaf("AdrLine", v_.street() + " " + v_.digits(3));
    x_.close();
    return;
  }
  if (want(8)) x_.leaf("Dept", "Accounts Payable");
  x_.leaf("StrtNm", v_.street());
  x_.leaf("BldgNb", v_.digits(r_.between(1, 4)));
  if (want(15)) x_.leaf("Flr", v_.digits(2));
  if (want(10)) x_.leaf("PstBx", v_.digits(4));
  if (want(25)) x_.leaf("Room", v_.digits(3));
  x_.leaf("PstCd", v_.digits(5));
  x_.leaf("TwnNm", v_.town());
  x_.leaf("CtrySubDvsn", v_.state());
  x_.leaf("Ctry", "US");
  x_.close();
}

void pacs008::party(std::string_view tag, bool with_address) {
  const bool person = r_.percent(60);
  x_.open(tag);
  x_.leaf("Nm", person ? v_.person() : v_.company());
  if (with_address) address();
  if (want(30)) identification(person);
  if (want(8)) x_.leaf("CtryOfRes", "US");
  if (want(15)) contact();
  x_.close();
}

void pacs008::identification(bool person) {
  x_.open("Id");
  x_.open(person ? "PrvtId" : "OrgId");
  if (!person && want(20)) x_.leaf("LEI", v_.alphanumeric(18) + v_.digits(2));
  x_.open("Othr");
  x_.leaf("Id", v_.alphanumeric(r_.between(6, 20)));
  x_.open("SchmeNm");
  x_.leaf("Cd", person ? "CUST" : "TXID");
  x_.close();
  if (want(20)) x_.leaf("Issr", v_.bank());
  x_.close();
  x_.close();
  x_.close();
}

void pacs008::contact() {
  x_.open("CtctDtls");
  if (want(50)) x_.leaf("Nm", v_.person());
  if (want(50)) x_.leaf("PhneNb", v_.phone());
  if (want(30)) x_.leaf("MobNb", v_.phone());
  x_.leaf("EmailAdr", v_.e_mail());
  x_.close();
}

void pacs008::account(std::string_view tag) {
  x_.open(tag);
  x_.open("Id");
  if (how_ == richness::usual && r_.one_in(10)) {
    x_.leaf("IBAN", "XX" + v_.digits(2) + v_.alphanumeric(r_.between(12, 26)));
  } else {
    x_.open("Othr");
    x_.leaf("Id", v_.digits(r_.between(6, 17)));
    x_.close();
  }
  x_.close();
  if (want(20)) {
    x_.open("Tp");
    x_.leaf("Cd", r_.one_in(2) ? "CACC" : "SVGS");
    x_.close();
  }
  if (want(6)) x_.leaf("Nm", v_.person());
  x_.close();
}

}  // namespace iso20022::bench
