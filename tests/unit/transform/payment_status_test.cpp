// A status report names the original's ids exactly, goes back where the payment came from, and is valid.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <iso20022/transform/payment_status.hpp>

#include <gtest/gtest.h>

namespace iso20022::transform {
namespace {

constexpr std::string_view payment_xml = R"(<FedNowOutgoing xmlns="urn:fednow:outgoing:v001"><FedNowOutgoingMessage>
<FedNowCustomerCreditTransfer><AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
<Fr><FIId><FinInstnId><ClrSysMmbId><MmbId>021150706</MmbId></ClrSysMmbId></FinInstnId></FIId></Fr>
<To><FIId><FinInstnId><ClrSysMmbId><MmbId>990000027</MmbId></ClrSysMmbId></FinInstnId></FIId></To>
<BizMsgIdr>B-1</BizMsgIdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr>
<MktPrctc><Regy>market practice</Regy><Id>frb.fednow.01</Id></MktPrctc><CreDt>2026-04-01T10:55:26-04:00</CreDt></AppHdr>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M &amp; 1</MsgId>
<CreDtTm>2026-04-01T10:55:26.0700-04:00</CreDtTm><NbOfTxs>1</NbOfTxs><SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
<InstgAgt><FinInstnId><ClrSysMmbId><MmbId>990000014</MmbId></ClrSysMmbId></FinInstnId></InstgAgt></GrpHdr>
<CdtTrfTxInf><PmtId><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId><UETR>0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f</UETR></PmtId>
<IntrBkSttlmAmt Ccy="USD">1.00</IntrBkSttlmAmt><ChrgBr>SLEV</ChrgBr>
<InstdAgt><FinInstnId><ClrSysMmbId><MmbId>990000027</MmbId></ClrSysMmbId></FinInstnId></InstdAgt>
<Dbtr/><DbtrAgt><FinInstnId/></DbtrAgt><CdtrAgt><FinInstnId/></CdtrAgt><Cdtr/></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>
</FedNowCustomerCreditTransfer></FedNowOutgoingMessage></FedNowOutgoing>)";

constexpr date_time noon({2026, 4, 1}, 12, 0, 0, 0, -240);

class payment_status_report : public testing::Test {
 protected:
  void SetUp() override {
    const auto read = in.read(payment_xml);
    ASSERT_TRUE(read.ok()) << read.report().to_text();
    received = read.valid<fednow_outgoing_v001::FedNowOutgoing>();
  }
  /// Writes the reply, reads it again.
  message reply(const status_answer& answer) {
    const auto report = payment_status(*received, answer, b);
    if (!report) return {};
    const auto m = b.message(*report);
    if (!writer().write(m, xml)) return ADD_FAILURE() << check(m).to_text(), message();
    return back.read(xml).valid();
  }
  std::string at(const message& m, const std::string& path) {
    return std::string(get(m, "/FedNowIncoming/FedNowIncomingMessage/FedNowPaymentStatus/" + path).value_or("(none)"));
  }

  reader in, back;
  builder b;
  std::string xml;
  const fednow_outgoing_v001::FedNowOutgoing* received = nullptr;
};

TEST_F(payment_status_report, explains_without_a_reason_too) {
  const auto m = reply({.MsgId = "R-1", .CreDtTm = noon, .TxSts = "ACWP", .explanation = "tomorrow"});
  ASSERT_TRUE(m) << xml;
  const std::string reasons = "Document/FIToFIPmtStsRpt/TxInfAndSts[1]/StsRsnInf[1]/";
  EXPECT_EQ(at(m, reasons + "AddtlInf[1]"), "tomorrow");
  EXPECT_EQ(at(m, reasons + "Rsn/Cd"), "(none)");
}

TEST_F(payment_status_report, names_the_original_exactly_and_goes_back) {
  const auto m = reply({.MsgId = "R-1", .CreDtTm = noon, .TxSts = "ACTC"});
  ASSERT_TRUE(m) << xml;
  const std::string tx = "Document/FIToFIPmtStsRpt/TxInfAndSts[1]/", member = "/FinInstnId/ClrSysMmbId/MmbId";
  EXPECT_EQ(at(m, "AppHdr/Fr/FIId" + member), "990000027");
  EXPECT_EQ(at(m, "AppHdr/To/FIId" + member), "021150706");
  EXPECT_EQ(at(m, "AppHdr/BizMsgIdr"), "R-1");
  EXPECT_EQ(at(m, "AppHdr/MsgDefIdr"), "pacs.002.001.10");
  EXPECT_EQ(at(m, "AppHdr/MktPrctc/Id"), "frb.fednow.01");
  EXPECT_EQ(at(m, "AppHdr/CreDt"), "2026-04-01T12:00:00-04:00");
  EXPECT_EQ(at(m, tx + "OrgnlGrpInf/OrgnlMsgId"), "M & 1");
  EXPECT_EQ(at(m, tx + "OrgnlGrpInf/OrgnlMsgNmId"), "pacs.008.001.08");
  EXPECT_EQ(at(m, tx + "OrgnlGrpInf/OrgnlCreDtTm"), "2026-04-01T10:55:26.0700-04:00");
  EXPECT_EQ(at(m, tx + "OrgnlInstrId"), "I-1");
  EXPECT_EQ(at(m, tx + "OrgnlEndToEndId"), "E-1");
  EXPECT_EQ(at(m, tx + "OrgnlTxId"), "(none)");
  EXPECT_EQ(at(m, tx + "OrgnlUETR"), "0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f");
  EXPECT_EQ(at(m, tx + "TxSts"), "ACTC");
  EXPECT_EQ(at(m, tx + "InstgAgt" + member), "990000027");
  EXPECT_EQ(at(m, tx + "InstdAgt" + member), "990000014") << "named for all transactions in the group header";
}

TEST_F(payment_status_report, prefers_what_the_transaction_says_of_itself) {
  std::string own(payment_xml);
  const auto put = [&](std::string_view before, std::string_view what) { own.insert(own.find(before), what); };
  put("<UETR>", "<TxId>T-1</TxId>");
  put("<InstdAgt>", "<InstgAgt><FinInstnId><ClrSysMmbId><MmbId>021150706</MmbId></ClrSysMmbId></FinInstnId></InstgAgt>");
  const auto read = in.read(own);
  ASSERT_TRUE(read.ok()) << read.report().to_text();
  received = read.valid<fednow_outgoing_v001::FedNowOutgoing>();
  const auto m = reply({.MsgId = "R-6", .CreDtTm = noon, .TxSts = "ACTC"});
  const std::string tx = "Document/FIToFIPmtStsRpt/TxInfAndSts[1]/";
  EXPECT_EQ(at(m, tx + "OrgnlTxId"), "T-1");
  EXPECT_EQ(at(m, tx + "InstdAgt/FinInstnId/ClrSysMmbId/MmbId"), "021150706");
}

TEST_F(payment_status_report, a_rejection_carries_its_reason) {
  const auto m =
      reply({.MsgId = "R-2", .CreDtTm = noon, .TxSts = "RJCT", .reason = "AC04", .explanation = "closed in March"});
  ASSERT_TRUE(m) << xml;
  const std::string info = "Document/FIToFIPmtStsRpt/TxInfAndSts[1]/StsRsnInf[1]/";
  EXPECT_EQ(at(m, info + "Rsn/Cd"), "AC04");
  EXPECT_EQ(at(m, info + "AddtlInf[1]"), "closed in March");
}

TEST_F(payment_status_report, a_wrong_answer_is_refused_by_the_writer) {
  const auto report = payment_status(*received, {.MsgId = "R-3", .CreDtTm = noon, .TxSts = "ACCEPTED"}, b);
  ASSERT_TRUE(report);
  const auto m = b.message(*report);
  EXPECT_FALSE(writer().write(m, xml));
  EXPECT_TRUE(xml.empty());
  EXPECT_NE(check(m).to_text().find("TxSts"), std::string::npos);
}

TEST_F(payment_status_report, answers_credit_transfers_only) {
  const auto accepted = payment_status(*received, {.MsgId = "R-4", .CreDtTm = noon, .TxSts = "ACTC"}, b);
  ASSERT_TRUE(accepted);
  EXPECT_FALSE(payment_status(*accepted, {.MsgId = "R-5", .CreDtTm = noon, .TxSts = "ACTC"}, b));
}

}  // namespace
}  // namespace iso20022::transform
