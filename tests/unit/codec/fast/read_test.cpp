// The fast reader on whole messages: what it accepts it reads right, and it accepts nothing that is wrong.
#include "codec/fast/fast_reader.hpp"

#include <iso20022/messages/pacs_002_001_10.hpp>
#include <iso20022/schema/registry.hpp>

#include <gtest/gtest.h>

#include <string>

namespace iso20022::fast {
namespace {

const std::string status_report =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10\">\n"
    "  <FIToFIPmtStsRpt>\n"
    "    <GrpHdr>\n"
    "      <MsgId>20260401111111111Reply0001</MsgId>\n"
    "      <CreDtTm>2026-04-01T10:55:27.250-04:00</CreDtTm>\n"
    "    </GrpHdr>\n"
    "    <TxInfAndSts>\n"
    "      <OrgnlInstrId>Instr &amp; 1</OrgnlInstrId>\n"
    "      <OrgnlUETR>8a562c67-ca16-48ba-b074-65581be6f011</OrgnlUETR>\n"
    "      <TxSts>RJCT</TxSts>\n"
    "      <StsRsnInf>\n"
    "        <Rsn>\n"
    "          <Cd>AC04</Cd>\n"
    "        </Rsn>\n"
    "        <AddtlInf>Caf\xC3\xA9 closed&#33;</AddtlInf>\n"
    "        <AddtlInf>second line</AddtlInf>\n"
    "      </StsRsnInf>\n"
    "      <OrgnlTxRef>\n"
    "        <IntrBkSttlmAmt Ccy=\"USD\">51.70</IntrBkSttlmAmt>\n"
    "        <IntrBkSttlmDt>2026-04-01</IntrBkSttlmDt>\n"
    "      </OrgnlTxRef>\n"
    "    </TxInfAndSts>\n"
    "  </FIToFIPmtStsRpt>\n"
    "</Document>\n";

class FastReader : public testing::Test {
 protected:
  FastReader() { session_.prepare(schema::image(schema::registry::builtin().image_base()), memory_, {}); }

  const pacs_002_001_10::Document* read(std::string text) {
    memory_.reset();
    input_ = std::move(text);
    const auto size = input_.size();
    input_.append(padding, '<');
    memory_.source = input_.data();
    if (fast::read(session_, input_.data(), size) != outcome::valid) return nullptr;
    return reinterpret_cast<const pacs_002_001_10::Document*>(session_.object);
  }
  const pacs_002_001_10::Document* read_with(std::string_view what, std::string_view instead) {
    std::string text = status_report;
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return read(text.replace(at, what.size(), instead));
  }

  codec::arena memory_;
  session session_;
  std::string input_;
};

void expect_report(const pacs_002_001_10::Document* d) {
  ASSERT_NE(d, nullptr);
  const auto& report = d->FIToFIPmtStsRpt;
  EXPECT_EQ(report.GrpHdr.MsgId, "20260401111111111Reply0001");
  EXPECT_EQ(report.GrpHdr.CreDtTm, date_time(date(2026, 4, 1), 10, 55, 27, 250000000, -240));
  ASSERT_EQ(report.TxInfAndSts.size(), 1u);
  const auto& status = report.TxInfAndSts[0];
  EXPECT_EQ(status.OrgnlInstrId, "Instr & 1");
  EXPECT_EQ(status.TxSts, "RJCT");
  ASSERT_EQ(status.StsRsnInf.size(), 1u);
  ASSERT_EQ(status.StsRsnInf[0].AddtlInf.size(), 2u);
  EXPECT_EQ(status.StsRsnInf[0].AddtlInf[0], "Caf\xC3\xA9 closed!");
  EXPECT_EQ(status.StsRsnInf[0].AddtlInf[1], "second line");
  ASSERT_TRUE(status.OrgnlTxRef);
  EXPECT_EQ(status.OrgnlTxRef->IntrBkSttlmAmt.value, decimal("51.70"));
  EXPECT_EQ(status.OrgnlTxRef->IntrBkSttlmAmt.value.lexical(), "51.70");
  EXPECT_EQ(status.OrgnlTxRef->IntrBkSttlmAmt.Ccy, "USD");
  EXPECT_EQ(status.OrgnlTxRef->IntrBkSttlmDt, date(2026, 4, 1));
}

TEST_F(FastReader, FillsTheStructs) { expect_report(read(status_report)); }

TEST_F(FastReader, ReadsOnePrefixOnEveryTag) {
  std::string text = status_report;
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos; at += 2)
    if (text[at + 1] == '/') text.insert(at + 2, "p2:");
    else if (text[at + 1] != '?') text.insert(at + 1, "p2:");
  text.replace(text.find("xmlns="), 6, "xmlns:p2=");
  expect_report(read(text));
}

TEST_F(FastReader, ReadsTheSameAgain) {
  for (int i = 0; i < 3; ++i) expect_report(read(status_report));
}

TEST_F(FastReader, AcceptsWhatIsUsual) {
  EXPECT_TRUE(read_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "\xEF\xBB\xBF<!-- a sample -->\n"));
  EXPECT_TRUE(read_with("\n  <FIToFIPmtStsRpt>", "\r\n\t<FIToFIPmtStsRpt>"));
  EXPECT_TRUE(
      read_with("<Document xmlns=",
                "<Document xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation=\"a b\" xmlns="));
}

TEST_F(FastReader, AcceptsNothingThatIsWrong) {
  const struct { const char *what, *instead; } breaks[] = {
      {"<TxSts>RJCT</TxSts>", "<TxSts>RJCT</TxSts><TxSts>RJCT</TxSts>"},  // twice
      {"<MsgId>20260401111111111Reply0001</MsgId>", ""},                  // missing
      {"<TxSts>RJCT</TxSts>", "<TxSts>TOOLONG</TxSts>"},
      {"<TxSts>RJCT</TxSts>", "<TxSts></TxSts>"},
      {"<TxSts>RJCT</TxSts>", "<TxSts>RJCT</TxStS>"},
      {"<TxSts>RJCT</TxSts>", "<Unknown>RJCT</Unknown>"},
      {"<TxSts>RJCT</TxSts>", "<x:TxSts>RJCT</x:TxSts>"},
      {"<TxSts>RJCT</TxSts>", "text<TxSts>RJCT</TxSts>"},
      {"<TxSts>RJCT</TxSts>", "<TxSts>RJCT</TxSts>&#32;"},
      {"8a562c67-ca16-48ba", "8A562c67-ca16-48ba"},
      {"8a562c67-ca16-48ba", "8a562c67-ca16-58ba"},
      {"51.70", "51.123456"},
      {"51.70", "-51.70"},
      {"51.70", "1234567890123456.789"},
      {"51.70", "51,70"},
      {"Ccy=\"USD\"", "Ccy=\"usd\""},
      {" Ccy=\"USD\"", ""},
      {" Ccy=\"USD\"", " Ccy=\"USD\" Ccy=\"USD\""},
      {"2026-04-01<", "2026-02-30<"},
      {"10:55:27.250-04:00", "24:55:27.250-04:00"},
      {"10:55:27.250-04:00", "10:55:27.250-15:00"},
      {"&amp;", "&unknown;"},
      {"&amp;", "& "},
      {"&#33;", "&#0;"},
      {"&#33;", "]]>"},
      {"\xC3\xA9", "\xC3"},
      {"\xC3\xA9", "\xED\xA0\x80"},
      {"\xC3\xA9", "\x01"},
      {"<Cd>AC04</Cd>", "<Cd>AC04</Cd><Prtry>X</Prtry>"},  // both of a choice
      {"<Cd>AC04</Cd>", ""},                                // none of it
      {"pacs.002.001.10", "pacs.002.001.99"},
      {"</Document>\n", ""},
      {"</Document>\n", "</Document>\n<Document/>"},
      {"</Document>\n", "</Document>\nx"},
      {"  </FIToFIPmtStsRpt>\n", ""},
      {"    </TxInfAndSts>\n  </FIToFIPmtStsRpt>", "  </FIToFIPmtStsRpt>\n    </TxInfAndSts>"},
      {"<?xml", "<!DOCTYPE Document><?xml"},
  };
  for (const auto& b : breaks) EXPECT_EQ(read_with(b.what, b.instead), nullptr) << b.what << " -> " << b.instead;
}

TEST_F(FastReader, EndsOnTagsThatAreAlmostRight) {
  for (std::size_t at = 0; (at = status_report.find('>', at)) != std::string::npos; ++at)
    for (const char* extra : {" ", "/", " a=\"b\"", "x", ":"}) {
      auto text = status_report;
      read(text.insert(at, extra));
      EXPECT_NE(session_.begin, nullptr);
    }
}

TEST_F(FastReader, TakesTheEndOfATagInATextForAText) {
  const auto* const read = read_with("Instr &amp; 1", "a > b>c");
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->FIToFIPmtStsRpt.TxInfAndSts[0].OrgnlInstrId.view(), "a > b>c");
  EXPECT_NE(read_with("Instr &amp; 1", ">"), nullptr);
  EXPECT_EQ(read_with("<GrpHdr>", "<GrpHdr>>"), nullptr);
  EXPECT_EQ(read_with("</MsgId>", "</MsgId>>"), nullptr);
  EXPECT_EQ(read_with("</MsgId>", "</MsgId> > x"), nullptr);
  EXPECT_EQ(read_with("Instr &amp; 1", "]]>"), nullptr);
}

TEST_F(FastReader, AcceptsNoTruncation) {
  for (std::size_t n = 0; n + 2 < status_report.size(); ++n) ASSERT_EQ(read(status_report.substr(0, n)), nullptr) << n;
}

}  // namespace
}  // namespace iso20022::fast
