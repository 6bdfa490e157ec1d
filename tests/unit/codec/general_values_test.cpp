// What the general reader puts into structs: texts as views, decoded texts, lists, choices, open content, positions.
#include "general_messages.hpp"

#include <iso20022/messages/pacs_008_001_08.hpp>

#include <gtest/gtest.h>

#include <cstring>

namespace general_test {
namespace {

using iso20022::pacs_008_001_08::Document;

class general_values : public testing::Test {
 protected:
  const Document* read(std::initializer_list<change> changes) {
    xml = changed(payment, changes);
    xml.append(iso20022::input_padding, '\0');
    const auto result = reader.read(
        iso20022::padded_input{reinterpret_cast<const std::byte*>(xml.data()), xml.size() - iso20022::input_padding});
    text = result.report().to_text();
    return result.partial<Document>();
  }
  iso20022::reader reader = general_reader();
  std::string xml, text;
};

TEST_F(general_values, a_whole_message) {
  const auto* doc = read({});
  ASSERT_TRUE(doc);
  const auto& msg = doc->FIToFICstmrCdtTrf;
  EXPECT_EQ(msg.GrpHdr.MsgId.view(), "20240102-1");
  EXPECT_EQ(msg.GrpHdr.CreDtTm.hour, 10);
  ASSERT_EQ(msg.CdtTrfTxInf.size(), 1u);
  const auto& tx = msg.CdtTrfTxInf.front();
  EXPECT_EQ(tx.IntrBkSttlmAmt.value.value(), 120000);
  EXPECT_EQ(tx.IntrBkSttlmAmt.Ccy.view(), "USD");
  EXPECT_EQ(tx.ChrgBr.lexical(), "SLEV");
  EXPECT_NE(tx.ChrgBr.index, 0);
  ASSERT_TRUE(tx.Dbtr.PstlAdr);
  ASSERT_EQ(tx.Dbtr.PstlAdr->AdrLine.size(), 2u);
  EXPECT_EQ(tx.Dbtr.PstlAdr->AdrLine[1].view(), "Boston");
  ASSERT_TRUE(tx.DbtrAcct);
  ASSERT_TRUE(tx.DbtrAcct->Id.Othr());
  EXPECT_EQ(tx.DbtrAcct->Id.Othr()->Id.view(), "123456");
  EXPECT_FALSE(tx.DbtrAcct->Id.IBAN());
}

TEST_F(general_values, texts_are_views_of_the_input) {
  const auto* doc = read({{"Alice Smith", "<![CDATA[Alice <Smith>]]>"}});
  const auto& name = doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front().Cdtr.Nm;
  EXPECT_EQ(name.view(), "Alice <Smith>");
  EXPECT_EQ(name.ptr, xml.data() + xml.find("Alice <Smith>"));
}

TEST_F(general_values, decoded_texts_know_where_they_came_from) {
  const auto* doc = read({{"Alice Smith", "A&amp;<!-- b -->&#x20ac;\r\n<![CDATA[<c>\r]]><?d?>e"}});
  const auto& name = doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front().Cdtr.Nm;
  EXPECT_EQ(name.view(), "A&\xE2\x82\xAC\n<c>\ne");
  const auto where = reader.locate(name.ptr);
  ASSERT_TRUE(where);
  EXPECT_EQ(where->offset, xml.find("A&amp;"));
  EXPECT_EQ(where->column, 17u);
}

TEST_F(general_values, every_value_can_be_located) {
  const auto* doc = read({{"\"USD\"", "\"U&#83;D\""}});
  const auto& tx = doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front();
  EXPECT_EQ(reader.locate(tx.IntrBkSttlmAmt.Ccy.ptr)->offset, xml.find("U&#83;D"));
  EXPECT_EQ(reader.locate(tx.IntrBkSttlmAmt.value.ptr)->line, 15u);
  EXPECT_EQ(reader.locate(tx.IntrBkSttlmDt.ptr)->offset, xml.find("2024-01-02<"));
  EXPECT_EQ(reader.locate(tx.ChrgBr.ptr)->offset, xml.find("SLEV"));
  EXPECT_FALSE(reader.locate("elsewhere"));
  EXPECT_FALSE(reader.locate(static_cast<const void*>(nullptr)));
}

TEST_F(general_values, paths) {
  read({});
  const auto at = [&](std::string_view path) { return reader.locate(path).value_or(iso20022::position{}).offset; };
  const std::string tx = "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]";
  EXPECT_EQ(at("/Document"), xml.find("<Document"));
  EXPECT_EQ(at(tx + "/Dbtr/PstlAdr/AdrLine[2]"), xml.find("<AdrLine>Boston"));
  EXPECT_EQ(at(tx + "/IntrBkSttlmAmt/@Ccy"), xml.find("Ccy="));
  EXPECT_EQ(reader.slice(tx + "/Cdtr"), "<Cdtr><Nm>Alice Smith</Nm></Cdtr>");
  EXPECT_EQ(reader.slice(tx + "/IntrBkSttlmAmt/@Ccy"), "Ccy=\"USD\"");
  for (const std::string none :
       {"", "Document", "/", "/Document/", "/Foo", "/Document[2]", "/Document/GrpHdr", "/Document[0]", "/Document[x]",
        "/Document/@FIToFICstmrCdtTrf/GrpHdr", "/Document/FIToFICstmrCdtTrf[1", "/@Document"})
    EXPECT_FALSE(reader.locate(std::string_view(none))) << none;
  EXPECT_FALSE(reader.locate(std::string_view(tx + "/Cdtr/@Ccy")));
}

TEST_F(general_values, a_path_leads_into_the_one_that_it_counts) {
  iso20022::reader any;
  any.read("<r><a/><a><b/></a><a><b/><b>2</b></a></r>");
  EXPECT_EQ(any.slice("/r/a[1]/b"), "");
  EXPECT_EQ(any.slice("/r/a[2]/b"), "<b/>");
  EXPECT_EQ(any.slice("/r/a[2]/b[2]"), "");
  EXPECT_EQ(any.slice("/r/a[3]/b[2]"), "<b>2</b>");
}

TEST_F(general_values, what_is_wrong_is_kept_as_text) {
  const auto* doc =
      read({{"1200.00", "10x.00"}, {"SLEV", "XXXX"}, {"2024-01-02<", "2024-02-30<"}, {"Alice Smith", "A & B"}});
  const auto& tx = doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front();
  EXPECT_FALSE(tx.IntrBkSttlmAmt.value.exact());
  EXPECT_EQ(tx.IntrBkSttlmAmt.value.lexical(), "10x.00");
  EXPECT_EQ(tx.ChrgBr.index, 0);
  EXPECT_EQ(tx.ChrgBr.lexical(), "XXXX");
  EXPECT_EQ(tx.IntrBkSttlmDt.lexical(), "2024-02-30");
  EXPECT_EQ(tx.IntrBkSttlmDt.month, 0);
  EXPECT_EQ(tx.Cdtr.Nm.view(), "A & B");
}

TEST_F(general_values, a_second_value_does_not_take_the_place_of_the_first) {
  const auto* doc = read({{"</MsgId>", "</MsgId><MsgId>other</MsgId>"}, {"</Othr>", "</Othr><IBAN>US12ABC</IBAN>"}});
  EXPECT_EQ(doc->FIToFICstmrCdtTrf.GrpHdr.MsgId.view(), "20240102-1");
  ASSERT_TRUE(doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front().DbtrAcct->Id.Othr());
}

TEST_F(general_values, any_prefix_and_redeclaration) {
  std::string prefixed = changed(payment, {{"<Document xmlns=", "<Document xmlns:p="}});
  for (std::size_t at = 0; (at = prefixed.find('<', at)) != prefixed.npos; ++at)
    if (prefixed[at + 1] != '?') prefixed.insert(at + (prefixed[at + 1] == '/' ? 2 : 1), "p:");
  auto result = reader.read(prefixed);
  EXPECT_TRUE(result.ok()) << result.report().to_text();
  const auto redeclared =
      changed(payment, {{"<GrpHdr>", "<q:GrpHdr xmlns:q=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\">"},
                        {"</GrpHdr>", "</q:GrpHdr>"}});
  result = reader.read(redeclared);
  EXPECT_TRUE(result.ok()) << result.report().to_text();
  const auto hidden = changed(payment, {{"<GrpHdr>", "<GrpHdr xmlns=\"\" xmlns:q=\"urn:q\">"}});
  EXPECT_EQ(summary(reader.read(hidden).report()), "SCH-WRONG-NAMESPACE /Document/FIToFICstmrCdtTrf/GrpHdr\n");
}

// ---- open content

std::string with_envelope(std::string_view content) {
  const auto data = "</CdtTrfTxInf><SplmtryData><Envlp>" + std::string(content) + "</Envlp></SplmtryData>";
  return changed(payment, {{"<Document ", "<Document xmlns:o=\"urn:outer\" xmlns:unused=\"urn:unused\" "},
                           {"</CdtTrfTxInf>", data}});
}

TEST(general_open_content, is_kept_byte_for_byte) {
  auto reader = general_reader();
  const std::string content = "<o:a  b = '1'><c xmlns=''>&#65;<![CDATA[x]]></c><!-- d --><e o:f=\"g\"/></o:a>";
  const auto xml = with_envelope(content);
  const auto result = reader.read(xml);
  ASSERT_TRUE(result.ok()) << result.report().to_text();
  const auto& any = result.valid<Document>()->FIToFICstmrCdtTrf.SplmtryData.front().Envlp.any_content;
  EXPECT_EQ(any.view(), content);
  EXPECT_EQ(any.elements, 1u);
  EXPECT_EQ(any.root, 0u);
  ASSERT_EQ(any.binding_count, 2u) << "the outer prefix, and the default namespace that <e> is in";
  EXPECT_EQ(std::string_view(any.bindings[0].prefix, any.bindings[0].prefix_len), "o");
  EXPECT_EQ(std::string_view(any.bindings[0].uri, any.bindings[0].uri_len), "urn:outer");
  EXPECT_EQ(any.bindings[1].prefix_len, 0u);
}

TEST(general_open_content, a_known_root_is_judged_and_typed) {
  auto reader = general_reader();
  const std::string inner = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:admi.004.001.02\"><SysEvtNtfctn><EvtInf>"
                            "<EvtCd>PING</EvtCd></EvtInf></SysEvtNtfctn></Document>";
  auto result = reader.read(with_envelope(inner));
  ASSERT_TRUE(result.ok()) << result.report().to_text();
  const auto& any = result.valid<Document>()->FIToFICstmrCdtTrf.SplmtryData.front().Envlp.any_content;
  EXPECT_EQ(any.view(), inner);
  ASSERT_NE(any.root, 0u);
  EXPECT_EQ(iso20022::schema::registry::builtin().spec(any.root - 1).id, "admi.004.001.02");
  EXPECT_TRUE(any.object);
  EXPECT_EQ(any.binding_count, 0u);

  result = reader.read(with_envelope(changed(inner, {{"PING", "PI-G"}})));
  EXPECT_EQ(summary(result.report()),
            "SCH-PATTERN /Document/FIToFICstmrCdtTrf/SplmtryData[1]/Envlp/Document/SysEvtNtfctn/EvtInf/EvtCd\n");
  // inside of what is not known nothing is judged but XML
  EXPECT_TRUE(reader.read(with_envelope("<a xmlns=\"\">" + changed(inner, {{"PING", "PI-G"}}) + "</a>")).ok());
}

TEST(general_open_content, counts_and_texts) {
  auto reader = general_reader();
  const std::string path = "/Document/FIToFICstmrCdtTrf/SplmtryData[1]/Envlp";
  EXPECT_EQ(summary(reader.read(with_envelope("")).report()), "SCH-MISSING " + path + "/any element\n");
  EXPECT_EQ(summary(reader.read(with_envelope("<a/>x")).report()), "SCH-TEXT-BETWEEN " + path + "\n");
  EXPECT_EQ(summary(reader.read(with_envelope("<a/><b/>")).report()), "SCH-UNKNOWN-ELEMENT " + path + "/b\n");
  EXPECT_EQ(summary(reader.read(with_envelope("<x:a/>")).report()), "XML-PREFIX-UNBOUND " + path + "\n");
}

}  // namespace
}  // namespace general_test
