// What `check` finds in structs: each row changes one thing of a message that is right.
#include "builder_messages.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <gtest/gtest.h>

namespace writing_test {

using namespace iso20022;
using namespace iso20022::model;
using document = pacs_008_001_08::Document;

namespace {

struct broken {
  const char* name;
  void (*change)(builder&, document&);
  const char* issues;
};

CreditTransferTransaction39& transaction_of(document& d) { return d.FIToFICstmrCdtTrf.CdtTrfTxInf.front(); }
GroupHeader93& header_of(document& d) { return d.FIToFICstmrCdtTrf.GrpHdr; }

#define TX "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]"
#define HDR "/Document/FIToFICstmrCdtTrf/GrpHdr"

const broken table[] = {
    {"missing text", [](builder&, document& d) { header_of(d).MsgId = {}; }, "SCH-MISSING " HDR "/MsgId\n"},
    {"two missing", [](builder&, document& d) { header_of(d).MsgId = {}, header_of(d).CreDtTm = {}; },
     "SCH-MISSING " HDR "/MsgId\nSCH-MISSING " HDR "/CreDtTm\n"},
    {"missing at the end", [](builder&, document& d) { d.FIToFICstmrCdtTrf.CdtTrfTxInf = {}; },
     "SCH-MISSING /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]\n"},
    {"empty text", [](builder&, document& d) { header_of(d).MsgId = ""; }, "SCH-MIN-LENGTH " HDR "/MsgId\n"},
    {"long text", [](builder&, document& d) { header_of(d).MsgId = "123456789-123456789-123456789-123456"; },
     "SCH-MAX-LENGTH " HDR "/MsgId\n"},
    {"pattern", [](builder&, document& d) { header_of(d).NbOfTxs = "one"; }, "SCH-PATTERN " HDR "/NbOfTxs\n"},
    {"unknown code", [](builder&, document& d) { transaction_of(d).ChrgBr = static_cast<ChargeBearerType1Code>(99); },
     "SCH-ENUMERATION " TX "/ChrgBr\n"},
    {"missing code", [](builder&, document& d) { transaction_of(d).ChrgBr = {}; }, "SCH-MISSING " TX "/ChrgBr\n"},
    {"missing attribute", [](builder&, document& d) { transaction_of(d).IntrBkSttlmAmt.Ccy = {}; },
     "SCH-ATTRIBUTE-MISSING " TX "/IntrBkSttlmAmt/@Ccy\n"},
    {"bad attribute", [](builder&, document& d) { transaction_of(d).IntrBkSttlmAmt.Ccy = "usd"; },
     "SCH-PATTERN " TX "/IntrBkSttlmAmt/@Ccy\n"},
    {"attribute without value", [](builder&, document& d) { transaction_of(d).InstdAmt.Ccy = "USD"; },
     "SCH-MISSING " TX "/InstdAmt\n"},
    {"negative amount", [](builder&, document& d) { transaction_of(d).IntrBkSttlmAmt.value = decimal(-1, 2); },
     "SCH-RANGE " TX "/IntrBkSttlmAmt\n"},
    {"fraction digits", [](builder&, document& d) { transaction_of(d).IntrBkSttlmAmt.value = decimal(1, 6); },
     "SCH-FRACTION-DIGITS " TX "/IntrBkSttlmAmt\n"},
    {"absurd scale", [](builder&, document& d) { transaction_of(d).IntrBkSttlmAmt.value = decimal(1, 200); },
     "SCH-NUMBER " TX "/IntrBkSttlmAmt\n"},
    {"no day", [](builder&, document& d) { transaction_of(d).IntrBkSttlmDt = date(2023, 2, 29); },
     "SCH-DATE " TX "/IntrBkSttlmDt\n"},
    {"no time", [](builder&, document& d) { header_of(d).CreDtTm.hour = 25; }, "SCH-DATE-TIME " HDR "/CreDtTm\n"},
    {"control character", [](builder&, document& d) { transaction_of(d).Cdtr.Nm = "a\1b"; },
     "XML-CHARACTER " TX "/Cdtr/Nm\n"},
    {"not UTF-8", [](builder&, document& d) { transaction_of(d).Cdtr.Nm = "caf\xe9"; },
     "XML-NOT-UTF8 " TX "/Cdtr/Nm\n"},
    {"not a character", [](builder&, document& d) { transaction_of(d).Cdtr.Nm = "\xef\xbf\xbf"; },
     "XML-CHARACTER " TX "/Cdtr/Nm\n"},
    {"choice without value", [](builder& b, document& d) { transaction_of(d).Purp = b.opt(Purpose2Choice{}); },
     "SCH-INCOMPLETE-CHOICE " TX "/Purp\n"},
    {"alternative without value",
     [](builder& b, document& d) { transaction_of(d).Purp = b.opt(Purpose2Choice::Cd({})); },
     "SCH-MISSING " TX "/Purp/Cd\n"},
    {"too many",
     [](builder& b, document& d) {
       for (int i = 0; i < 11; ++i) b.push(transaction_of(d).Dbtr.PstlAdr->AdrLine, text("line"));
     },
     "SCH-TOO-MANY " TX "/Dbtr/PstlAdr/AdrLine[8]\n"},
    {"hole in a list", [](builder& b, document& d) { b.push(transaction_of(d).Dbtr.PstlAdr->AdrLine, text()); },
     "SCH-MISSING " TX "/Dbtr/PstlAdr/AdrLine[3]\n"},
    {"text and value differ",
     [](builder&, document& d) {
       transaction_of(d).IntrBkSttlmAmt.value = "5.00";
       transaction_of(d).IntrBkSttlmAmt.value.units = 700;
     },
     "SCH-FIXED " TX "/IntrBkSttlmAmt\n"},
    {"open content that is no XML",
     [](builder& b, document& d) {
       b.push(transaction_of(d).SplmtryData, SupplementaryData1{.Envlp = {.any_content = b.any("<a></b>")}});
     },
     "XML-END-TAG-MISMATCH"},
    {"open content that breaks out",
     [](builder& b, document& d) {
       const char* const out =
           "<a xmlns=''/></Envlp></SplmtryData><SplmtryData xmlns='urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08'>"
           "<Envlp><b xmlns=''/>";
       b.push(transaction_of(d).SplmtryData, SupplementaryData1{.Envlp = {.any_content = b.any(out)}});
     },
     "SCH-WILDCARD /Document\n"},
    {"open content without its prefix",
     [](builder& b, document& d) {
       b.push(transaction_of(d).SplmtryData, SupplementaryData1{.Envlp = {.any_content = b.any("<p:a/>")}});
     },
     "XML-PREFIX-UNBOUND"},
};

std::string summary(const report& r) {
  std::string out;
  for (const auto& i : r.issues) out += std::string(code_text(i.code)) + " " + i.path + "\n";
  return out;
}

}  // namespace

TEST(check, finds_what_is_wrong) {
  for (const auto& row : table) {
    SCOPED_TRACE(row.name);
    builder b;
    auto doc = credit_transfer(b);
    row.change(b, doc);
    const auto m = b.message(doc);
    const auto found = check(m);
    EXPECT_FALSE(found.ok());
    const bool whole = std::string_view(row.issues).ends_with('\n');  // else: only how it begins
    EXPECT_EQ(whole ? summary(found) : summary(found).substr(0, std::string_view(row.issues).size()), row.issues)
        << found.to_text();
    std::string out = "before";
    EXPECT_FALSE(writer().write(m, out));
    EXPECT_EQ(out, "before");
  }
}

TEST(check, says_it_in_sentences) {
  builder b;
  auto doc = credit_transfer(b);
  transaction_of(doc).IntrBkSttlmAmt.Ccy = "usd";
  const auto found = check(b.message(doc));
  ASSERT_EQ(found.issues.size(), 1u);
  const auto& i = found.issues[0];
  EXPECT_EQ(i.business_name, "Currency");
  EXPECT_EQ(i.found, "usd");
  EXPECT_EQ(i.expected, "3 letters A-Z, for example USD");
  EXPECT_EQ(i.message, R"(Currency (@Ccy) has the wrong form: "usd"; it must be 3 letters A-Z, for example USD.)");
  EXPECT_EQ(i.line, 0u);
}

TEST(check, finds_nothing_in_what_is_right) {
  builder b;
  EXPECT_TRUE(check(b.message(credit_transfer(b))).ok());
  EXPECT_TRUE(check(b.message(accepted(b))).ok());
  reader r;
  EXPECT_TRUE(check(r.read(credit_transfer_xml).valid()).ok());
}

TEST(check, an_empty_message_is_none) { EXPECT_EQ(summary(check(message())), "XML-EMPTY \n"); }

/// Everything that readers call valid may be written, in whatever form its values came.
TEST(check, accepts_unusual_forms) {
  std::string xml(credit_transfer_xml);
  const auto put = [&](std::string_view from, std::string_view to) { xml.replace(xml.find(from), from.size(), to); };
  put(">100.50<", ">+0100.500<");
  put(">Alice<", "> Ali&#13;ce\xc3\xa9\t<");
  put("2024-01-02T10:10:00.5-05:00", "2024-01-02T24:00:00.000Z");
  put(">false<", ">0<");
  reader r;
  const auto m = r.read(xml).valid();
  ASSERT_TRUE(m);
  EXPECT_EQ(check(m).to_text(), "");
  std::string out;
  ASSERT_TRUE(writer().write(m, out));
  EXPECT_EQ(out, xml);
}

}  // namespace writing_test
