#include "builder_messages.hpp"

#include <gtest/gtest.h>

namespace writing_test {

using namespace iso20022;
using namespace iso20022::model;

namespace {

constexpr std::int16_t new_york = -5 * 60;

FinancialInstitutionIdentification18 routing_number(builder& b, text rtn) {
  return {.ClrSysMmbId = b.opt(ClearingSystemMemberIdentification2{
              .ClrSysId = b.opt(ClearingSystemIdentification2Choice::Cd("USABA")), .MmbId = rtn})};
}

BranchAndFinancialInstitutionIdentification6 agent(builder& b, text rtn) { return {.FinInstnId = routing_number(b, rtn)}; }

opt<CashAccount38> account(builder& b, text number) {
  return b.opt(CashAccount38{.Id = AccountIdentification4Choice::Othr({.Id = number})});
}

CreditTransferTransaction39 transaction(builder& b) {
  return {
      .PmtId = {.EndToEndId = "E2E-1", .UETR = "8a562c67-ca16-48ba-b074-65581be6f001"},
      .IntrBkSttlmAmt = {.value = decimal(10050, 2), .Ccy = "USD"},
      .IntrBkSttlmDt = date(2024, 1, 2),
      .ChrgBr = ChargeBearerType1Code::SLEV,
      .InstgAgt = b.opt(agent(b, "021040078")),
      .InstdAgt = b.opt(agent(b, "021150706")),
      .Dbtr = {.Nm = "Fisher & Sons <Boston>",
               .PstlAdr = b.opt(PostalAddress24{.StrtNm = "West Street",
                                                .Ctry = "US",
                                                .AdrLine = b.list<text>({"Suite 200", "Boston"})})},
      .DbtrAcct = account(b, "123456"),
      .DbtrAgt = agent(b, "021040078"),
      .CdtrAgt = agent(b, "021150706"),
      .Cdtr = {.Nm = "Alice"},
      .CdtrAcct = account(b, "987654"),
  };
}

}  // namespace

pacs_008_001_08::Document credit_transfer(builder& b) {
  return {.FIToFICstmrCdtTrf = {
              .GrpHdr = {.MsgId = "M-1",
                         .CreDtTm = date_time({2024, 1, 2}, 10, 10, 0, 500'000'000, new_york),
                         .BtchBookg = false,
                         .NbOfTxs = "1",
                         .SttlmInf = {.SttlmMtd = SettlementMethod1Code::CLRG,
                                      .ClrSys = b.opt(ClearingSystemIdentification3Choice::Cd("FDN"))}},
              .CdtTrfTxInf = b.list({transaction(b)})}};
}

const std::string_view credit_transfer_xml =
    R"(<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">)"
    "<FIToFICstmrCdtTrf><GrpHdr><MsgId>M-1</MsgId><CreDtTm>2024-01-02T10:10:00.5-05:00</CreDtTm><BtchBookg>false</"
    "BtchBookg>"
    "<NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>CLRG</SttlmMtd><ClrSys><Cd>FDN</Cd></ClrSys></SttlmInf></GrpHdr>"
    "<CdtTrfTxInf><PmtId><EndToEndId>E2E-1</EndToEndId><UETR>8a562c67-ca16-48ba-b074-65581be6f001</UETR></PmtId>"
    R"(<IntrBkSttlmAmt Ccy="USD">100.50</IntrBkSttlmAmt><IntrBkSttlmDt>2024-01-02</IntrBkSttlmDt><ChrgBr>SLEV</ChrgBr>)"
    "<InstgAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021040078</MmbId></ClrSysMmbId></"
    "FinInstnId>"
    "</InstgAgt><InstdAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021150706</MmbId></"
    "ClrSysMmbId>"
    "</FinInstnId></InstdAgt><Dbtr><Nm>Fisher &amp; Sons &lt;Boston&gt;</Nm><PstlAdr><StrtNm>West Street</StrtNm>"
    "<Ctry>US</Ctry><AdrLine>Suite 200</AdrLine><AdrLine>Boston</AdrLine></PstlAdr></Dbtr>"
    "<DbtrAcct><Id><Othr><Id>123456</Id></Othr></Id></DbtrAcct><DbtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>USABA</"
    "Cd>"
    "</ClrSysId><MmbId>021040078</MmbId></ClrSysMmbId></FinInstnId></"
    "DbtrAgt><CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId>"
    "<Cd>USABA</Cd></ClrSysId><MmbId>021150706</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt><Cdtr><Nm>Alice</Nm></Cdtr>"
    "<CdtrAcct><Id><Othr><Id>987654</Id></Othr></Id></CdtrAcct></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>";

pacs_002_001_10::Document accepted(builder& b) {
  return {.FIToFIPmtStsRpt = {
              .GrpHdr = {.MsgId = "M-2", .CreDtTm = date_time({2024, 1, 2}, 10, 10, 1, 0, new_york)},
              .TxInfAndSts = b.list({PaymentTransaction110{
                  .OrgnlGrpInf = b.opt(OriginalGroupInformation29{.OrgnlMsgId = "M-1",
                                                                  .OrgnlMsgNmId = "pacs.008.001.08",
                                                                  .OrgnlCreDtTm = date_time({2024, 1, 2}, 10, 10, 0, 0, 0)}),
                  .OrgnlEndToEndId = "E2E-1",
                  .OrgnlUETR = "8a562c67-ca16-48ba-b074-65581be6f001",
                  .TxSts = "ACTC",
                  .InstgAgt = b.opt(agent(b, "021150706")),
              }})}};
}

const std::string_view accepted_xml =
    R"(<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">)"
    "<FIToFIPmtStsRpt><GrpHdr><MsgId>M-2</MsgId><CreDtTm>2024-01-02T10:10:01-05:00</CreDtTm></GrpHdr><TxInfAndSts>"
    "<OrgnlGrpInf><OrgnlMsgId>M-1</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId>"
    "<OrgnlCreDtTm>2024-01-02T10:10:00Z</OrgnlCreDtTm></OrgnlGrpInf><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId>"
    "<OrgnlUETR>8a562c67-ca16-48ba-b074-65581be6f001</OrgnlUETR><TxSts>ACTC</TxSts><InstgAgt><FinInstnId><ClrSysMmbId>"
    "<ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021150706</MmbId></ClrSysMmbId></FinInstnId></InstgAgt></TxInfAndSts>"
    "</FIToFIPmtStsRpt></Document>";

std::string written(const message& m, write_options o) {
  std::string xml;
  EXPECT_TRUE(writer(o).write(m, xml)) << check(m).to_text();
  return xml;
}

}  // namespace writing_test
