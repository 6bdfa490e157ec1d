// The transaction of a pacs.008: who pays whom, and what for.
#include "pacs008.hpp"

namespace iso20022::bench {

constexpr std::string_view usd = R"(Ccy="USD")";

void pacs008::transaction() {
  x_.open("CdtTrfTxInf");
  payment_id();
  payment_type();
  amounts();
  parties();
  instructions();
  if (want(5)) regulatory();
  if (want(8)) related_remittance();
  if (want(85)) remittance();
  x_.close();
}

void pacs008::parties() {
  if (want(4)) agent("PrvsInstgAgt1", true);
  agent("InstgAgt", false);
  agent("InstdAgt", false);
  if (want(6)) agent("IntrmyAgt1", true);
  if (want(15)) party("UltmtDbtr", r_.one_in(2));
  if (want(12)) party("InitgPty", false);
  party("Dbtr", true);
  account("DbtrAcct");
  agent("DbtrAgt", true);
  if (want(8)) account("DbtrAgtAcct");
  agent("CdtrAgt", want(40));
  party("Cdtr", true);
  account("CdtrAcct");
  if (want(15)) party("UltmtCdtr", r_.one_in(2));
}

void pacs008::instructions() {
  if (want(6)) {
    x_.open("InstrForCdtrAgt");
    x_.leaf("Cd", "PHOB");
    x_.leaf("InstrInf", v_.remittance());
    x_.close();
  }
  if (want(30)) {
    x_.open("Purp");
    if (r_.one_in(2))
      x_.leaf("Cd", "GDDS");
    else
      x_.leaf("Prtry", v_.reference("PURPOSE", r_.between(8, 20)));
    x_.close();
  }
}

void pacs008::regulatory() {
  x_.open("RgltryRptg");
  x_.leaf("DbtCdtRptgInd", "DEBT");
  x_.open("Dtls");
  x_.leaf("Tp", "DECLARATION");
  x_.leaf("Dt", v_.date());
  x_.leaf("Ctry", "US");
  x_.leaf("Amt", v_.amount(), usd);
  x_.close();
  x_.close();
}

void pacs008::related_remittance() {
  x_.open("RltdRmtInf");
  x_.leaf("RmtId", v_.reference("RMT", r_.between(10, 30)));
  x_.open("RmtLctnDtls");
  x_.leaf("Mtd", "EMAL");
  x_.leaf("ElctrncAdr", v_.e_mail());
  x_.close();
  x_.close();
}

void pacs008::remittance() {
  x_.open("RmtInf");
  if (how_ == richness::plain) {
    x_.leaf("Ustrd", v_.remittance());
  } else {
    if (want(50))
      for (unsigned i = r_.between(1, 3); i; --i) x_.leaf("Ustrd", v_.remittance());
    if (want(60)) structured();
    if (how_ == richness::everything) structured();
  }
  x_.close();
}

void pacs008::structured() {
  x_.open("Strd");
  referred_document();
  if (want(50)) referred_amounts();
  if (want(25)) {
    x_.open("CdtrRefInf");
    x_.open("Tp");
    x_.open("CdOrPrtry");
    x_.leaf("Cd", "SCOR");
    x_.close();
    x_.close();
    x_.leaf("Ref", "RF" + v_.digits(r_.between(8, 20)));
    x_.close();
  }
  if (want(8)) party("Invcr", true);
  if (want(8)) party("Invcee", false);
  if (want(25)) x_.leaf("AddtlRmtInf", v_.remittance());
  x_.close();
}

void pacs008::referred_document() {
  x_.open("RfrdDocInf");
  x_.open("Tp");
  x_.open("CdOrPrtry");
  x_.leaf("Cd", r_.one_in(3) ? "CREN" : "CINV");
  x_.close();
  x_.close();
  x_.leaf("Nb", v_.reference("INV", r_.between(5, 20)));
  x_.leaf("RltdDt", v_.date());
  x_.close();
}

void pacs008::referred_amounts() {
  x_.open("RfrdDocAmt");
  x_.leaf("DuePyblAmt", v_.amount(), usd);
  if (want(20)) {
    x_.open("DscntApldAmt");
    x_.leaf("Amt", v_.amount(), usd);
    x_.close();
  }
  if (want(15)) {
    x_.open("AdjstmntAmtAndRsn");
    x_.leaf("Amt", v_.amount(), usd);
    x_.leaf("CdtDbtInd", "DBIT");
    x_.leaf("Rsn", "ADJ");
    x_.leaf("AddtlInf", v_.remittance());
    x_.close();
  }
  if (want(40)) x_.leaf("RmtdAmt", v_.amount(), usd);
  x_.close();
}

}  // namespace iso20022::bench
