// XML that is broken: what is said, and that what follows is still judged.
#include "general_messages.hpp"

#include <gtest/gtest.h>

namespace general_test {
namespace {

#define GRP "/Document/FIToFICstmrCdtTrf/GrpHdr"
#define TX "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]"

struct row {
  const char* name;
  std::vector<change> changes;
  const char* expected;  // besides the mark: an error at the end of the message that must still be found
};

const row rows[] = {
    {"end tag misspelt", {{"</MsgId>", "</MsgID>"}}, "XML-END-TAG-MISMATCH " GRP "/MsgId\n"},
    {"end tag of a leaf forgotten", {{"</MsgId>", ""}}, "XML-END-TAG-MISMATCH " GRP "/MsgId\n"},
    {"end tag of a component forgotten", {{"</ClrSys>", ""}}, "XML-END-TAG-MISMATCH " GRP "/SttlmInf/ClrSys\n"},
    {"end tag of a component forgotten, others behind it", {{"</PmtId>", ""}}, "XML-END-TAG-MISMATCH " TX "/PmtId\n"},
    {"two end tags forgotten",
     {{"</FinInstnId></DbtrAgt>", ""}},
     "XML-END-TAG-MISMATCH " TX "/DbtrAgt/FinInstnId\nXML-END-TAG-MISMATCH " TX "/DbtrAgt\n"},
    {"end tag there, element of its parent inside",
     {{"</PmtId>", "<ChrgBr>SLEV</ChrgBr></PmtId>"}},
     "SCH-UNKNOWN-ELEMENT " TX "/PmtId/ChrgBr\n"},
    {"end tags crossed",
     {{"</UETR>\n      </PmtId>", "</PmtId>\n      </UETR>"}},
     "XML-END-TAG-MISMATCH " TX "/PmtId/UETR\n"},
    {"end tags of the same name crossed",
     {{"</Id></Othr></Id>", "</Othr></Id></Id>"}},
     "XML-END-TAG-MISMATCH " TX "/DbtrAcct/Id/Othr/Id\n"},
    {"start tag forgotten", {{"<MsgId>", ""}}, "SCH-TEXT-BETWEEN " GRP "\n"},
    {"start tag of a component forgotten",
     {{"<CdtTrfTxInf>", ""}},
     "XML-END-TAG-MISMATCH /Document/FIToFICstmrCdtTrf\n"},
    {"start tag misspelt", {{"<PmtId>", "<PaymentId>"}}, "SCH-UNKNOWN-ELEMENT " TX "/PaymentId\n"},
    {"start tag of a leaf misspelt", {{"<UETR>", "<UTER>"}}, "SCH-UNKNOWN-ELEMENT " TX "/PmtId/UTER\n"},
    {"two letters swapped", {{"<Dbtr>", "<Dtbr>"}, {"</Dbtr>", "</Dtbr>"}}, "SCH-UNKNOWN-ELEMENT " TX "/Dtbr\n"},
    {"end tag too many", {{"</SttlmInf>", "</SttlmInf></SttlmInf>"}}, "XML-END-TAG-MISMATCH " GRP "\n"},
    {"end tag with another prefix", {{"</GrpHdr>", "</p:GrpHdr>"}}, "XML-END-TAG-MISMATCH " GRP "\n"},
    {"less-than in a text", {{"West Street", "West < Street"}}, "XML-SYNTAX " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"ampersand in a text", {{"West Street", "West & Street"}}, "XML-ENTITY " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"unknown entity", {{"West Street", "&nbsp;"}}, "XML-ENTITY " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"reference to no character",
     {{"West Street", "&#0;"}},
     "XML-CHARACTER-REFERENCE " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"end of CDATA in a text", {{"West Street", "]]>"}}, "XML-CDATA-END-IN-TEXT " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"Latin-1", {{"West Street", "Stra\xDF\x65 \xE4"}}, "XML-NOT-UTF8 " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"overlong", {{"West Street", "\xC0\xAF"}}, "XML-NOT-UTF8 " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"surrogate", {{"West Street", "\xED\xA0\x80"}}, "XML-NOT-UTF8 " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"control character", {{"West Street", "a\x01\x02z"}}, "XML-CHARACTER " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"not a character", {{"West Street", "\xEF\xBF\xBE"}}, "XML-CHARACTER " TX "/Dbtr/PstlAdr/AdrLine[1]\n"},
    {"attribute without a value", {{"Ccy=\"USD\"", "Ccy"}}, "XML-ATTRIBUTE-SYNTAX " TX "\n"},
    {"attribute without quotes", {{"Ccy=\"USD\"", "Ccy=USD"}}, "XML-ATTRIBUTE-SYNTAX " TX "\n"},
    {"attribute without its closing quote", {{"Ccy=\"USD\"", "Ccy=\"USD"}}, "XML-ATTRIBUTE-SYNTAX " TX "\n"},
    {"attribute behind no blank", {{"Ccy=\"USD\"", "Ccy=\"USD\"xmlns:a=\"b\""}}, "XML-ATTRIBUTE-SYNTAX " TX "\n"},
    {"less-than in a value", {{"USD", "<"}}, "XML-ATTRIBUTE-SYNTAX " TX "\n"},
    {"tag that is not closed", {{"<MsgId>", "<MsgId "}}, "XML-ATTRIBUTE-SYNTAX " GRP "\n"},
    {"tag cut in two", {{"<NbOfTxs>", "<NbOf Txs>"}}, "XML-ATTRIBUTE-SYNTAX " GRP "\n"},
    {"two colons", {{"<NbOfTxs>", "<a:b:NbOfTxs>"}}, "XML-NAME " GRP "\n"},
    {"prefix of nobody", {{"<NbOfTxs>1</NbOfTxs>", "<x:NbOfTxs>1</x:NbOfTxs>"}}, "XML-PREFIX-UNBOUND " GRP "\n"},
    {"reserved prefix", {{"<NbOfTxs>", "<NbOfTxs xmlns:xml=\"urn:x\">"}}, "XML-NAMESPACE " GRP "\n"},
    {"two dashes", {{"<NbOfTxs>", "<!-- a -- b --><NbOfTxs>"}}, "XML-COMMENT " GRP "\n"},
    {"instruction without a name", {{"<NbOfTxs>", "<? a?><NbOfTxs>"}}, "XML-PROCESSING-INSTRUCTION " GRP "\n"},
    {"declaration inside", {{"<NbOfTxs>", "<?xml version=\"1.0\"?><NbOfTxs>"}}, "XML-DECLARATION " GRP "\n"},
    {"a bang", {{"<NbOfTxs>", "<!NbOfTxs>"}}, "XML-SYNTAX " GRP "\nXML-END-TAG-MISMATCH " GRP "\n"},
    {"document type with entity",
     {{"<Document", "<!DOCTYPE a [<!ENTITY b \"c>\">]>\n<Document"}, {"West Street", "&b;"}},
     "XML-DOCTYPE \n"},
    {"another encoding", {{"UTF-8", "ISO-8859-1"}, {"West Street", "\xDF"}}, "XML-ENCODING \n"},
    {"XML 1.1", {{"1.0", "1.1"}}, "XML-VERSION \n"},
    {"declaration without version", {{"version=\"1.0\" ", ""}}, "XML-DECLARATION \n"},
    {"blank before the declaration", {{"<?xml", " <?xml"}}, "XML-DECLARATION \n"},
    {"text before the root", {{"<Document", "x<Document"}}, "XML-TEXT-OUTSIDE-ROOT \n"},
};

TEST(general_recovery, goes_on_behind_a_fault) {
  auto reader = general_reader();
  const std::string mark = "SCH-MAX-LENGTH " TX "/RmtInf/Ustrd[1]\n";
  for (const auto& r : rows) {
    auto xml = changed(payment, r.changes);
    EXPECT_EQ(summary(reader.read(xml).report()), r.expected) << r.name << "\n" << reader.read(xml).report().to_text();
    xml = changed(xml, {{"Consulting", std::string(141, 'x')}});
    EXPECT_EQ(summary(reader.read(xml).report()), r.expected + mark) << r.name << ", and another error behind it";
  }
}

TEST(general_recovery, nothing_to_read) {
  auto reader = general_reader();
  for (const std::string_view xml : {"", "  \n", "<?xml version=\"1.0\"?>", "<!-- a -->", "\xEF\xBB\xBF"})
    EXPECT_EQ(summary(reader.read(xml).report()), "XML-EMPTY \n") << xml;
  for (const std::string_view xml :
       {std::string_view("\xFF\xFE<\0", 4), std::string_view("\0<\0?", 4), std::string_view("\x4C\x6F\xA7\x94", 4)})
    EXPECT_EQ(summary(reader.read(xml).report()), "XML-ENCODING \n") << xml.size();
}

TEST(general_recovery, behind_the_root) {
  auto reader = general_reader();
  const std::string whole(payment);
  EXPECT_EQ(summary(reader.read(whole + "<!-- a --><?b?>\n").report()), "");
  EXPECT_EQ(summary(reader.read(whole + "<a/>").report()), "XML-AFTER-ROOT \n");
  EXPECT_EQ(summary(reader.read(whole + "</a>").report()), "XML-AFTER-ROOT \n");
  EXPECT_EQ(summary(reader.read(whole + "x").report()), "XML-TEXT-OUTSIDE-ROOT \n");
  EXPECT_EQ(summary(reader.read(whole + "<![CDATA[]]>").report()), "XML-TEXT-OUTSIDE-ROOT \n");
}

// Cut off anywhere: one issue for the end, of the xml layer, and no complaint of what is missing.
TEST(general_recovery, every_prefix_of_a_message) {
  auto reader = general_reader();
  const auto end = payment.find("</Document>") + 11;
  for (std::size_t n = 1; n < end; ++n) {
    const auto& report = reader.read(std::string(payment.substr(0, n))).report();
    EXPECT_EQ(report.issues.size(), 1u) << n << report.to_text();
    for (const auto& i : report.issues) EXPECT_EQ(i.layer, iso20022::layer::xml) << n;
  }
}

}  // namespace
}  // namespace general_test
