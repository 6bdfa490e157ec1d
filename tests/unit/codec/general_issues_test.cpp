// What is said about broken messages: one row a message.
#include "general_messages.hpp"

#include <gtest/gtest.h>

namespace general_test {
namespace {

struct row {
  const char* name;
  std::vector<change> changes;
  const char* expected;
};

#define GRP "/Document/FIToFICstmrCdtTrf/GrpHdr"
#define TX "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]"

const row rows[] = {
    {"valid", {}, ""},
    // the six cases of the peers
    {"six fraction digits", {{"1200.00", "1200.123456"}}, "SCH-FRACTION-DIGITS " TX "/IntrBkSttlmAmt\n"},
    {"mandatory missing", {{"<NbOfTxs>1</NbOfTxs>", ""}}, "SCH-MISSING " GRP "/NbOfTxs\n"},
    {"wrong order",
     {{"<NbOfTxs>1</NbOfTxs>", ""}, {"<MsgId>", "<NbOfTxs>1</NbOfTxs><MsgId>"}},
     "SCH-ORDER " GRP "/MsgId\n"},
    {"unknown element", {{"<NbOfTxs>", "<Foo><Bar>1</Bar></Foo><NbOfTxs>"}}, "SCH-UNKNOWN-ELEMENT " GRP "/Foo\n"},
    {"amount that is none", {{"1200.00", "10x.00"}}, "SCH-NUMBER " TX "/IntrBkSttlmAmt\n"},
    {"unknown code", {{"SLEV", "XXXX"}}, "SCH-ENUMERATION " TX "/ChrgBr\n"},
    {"wrong namespace", {{"pacs.008.001.08", "pacs.008.001.99"}}, "SCH-UNKNOWN-ROOT /Document\n"},
    {"pattern is anchored", {{"8a562c67", "zz8a562c67"}}, "SCH-PATTERN " TX "/PmtId/UETR\n"},

    // content model
    {"several missing",
     {{"<MsgId>20240102-1</MsgId>", ""}, {"<SttlmMtd>CLRG</SttlmMtd>", ""}},
     "SCH-MISSING " GRP "/MsgId\nSCH-MISSING " GRP "/SttlmInf/SttlmMtd\n"},
    {"missing at the end",
     {{"<SttlmInf><SttlmMtd>CLRG</SttlmMtd><ClrSys><Cd>FDN</Cd></ClrSys></SttlmInf>", ""}},
     "SCH-MISSING " GRP "/SttlmInf\n"},
    {"early, then what was skipped",
     {{"<MsgId>", "<SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf><MsgId>"}},
     "SCH-ORDER " GRP "/MsgId\nSCH-TOO-MANY " GRP "/SttlmInf\n"},
    {"twice", {{"<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>1</NbOfTxs><NbOfTxs>1</NbOfTxs>"}}, "SCH-TOO-MANY " GRP "/NbOfTxs\n"},
    {"list interrupted",
     {{"<Ctry>US</Ctry><AdrLine>West Street</AdrLine>", "<AdrLine>West Street</AdrLine><Ctry>US</Ctry>"}},
     "SCH-ORDER " TX "/Dbtr/PstlAdr/Ctry\n"},
    {"too many of a list",
     {{"<AdrLine>Boston</AdrLine>",
       "<AdrLine>2</AdrLine><AdrLine>3</AdrLine><AdrLine>4</AdrLine><AdrLine>5</AdrLine>"
       "<AdrLine>6</AdrLine><AdrLine>7</AdrLine><AdrLine>8</AdrLine><AdrLine>9</AdrLine>"}},
     "SCH-TOO-MANY " TX "/Dbtr/PstlAdr/AdrLine[8]\n"},
    {"empty choice", {{"<Othr><Id>123456</Id></Othr>", ""}}, "SCH-INCOMPLETE-CHOICE " TX "/DbtrAcct/Id\n"},
    {"two alternatives", {{"</Othr>", "</Othr><IBAN>US12ABC</IBAN>"}}, "SCH-TOO-MANY " TX "/DbtrAcct/Id/IBAN\n"},
    {"misspelt",
     {{"<NbOfTxs>1</NbOfTxs>", "<NbOfTx>x</NbOfTx>"}},
     "SCH-UNKNOWN-ELEMENT " GRP "/NbOfTx\nSCH-PATTERN " GRP "/NbOfTx\n"},
    {"text between", {{"<GrpHdr>", "<GrpHdr>hello"}}, "SCH-TEXT-BETWEEN " GRP "\n"},
    {"CDATA between", {{"<GrpHdr>", "<GrpHdr><![CDATA[ ]]>"}}, "SCH-TEXT-BETWEEN " GRP "\n"},
    {"blank reference between", {{"<GrpHdr>", "<GrpHdr>&#10;"}}, ""},
    {"comment without an end", {{"<NbOfTxs>1</NbOfTxs>", "<!-- -- <NbOfTxs>1</NbOfTxs>"}}, "XML-COMMENT " GRP "\n"},
    {"element in a text", {{"Alice Smith", "Alice <b>S</b> <i>x</i>"}}, "SCH-ELEMENT-IN-TEXT " TX "/Cdtr/Nm/b\n"},
    {"child of another namespace", {{"<GrpHdr>", "<GrpHdr xmlns=\"urn:x\">"}}, "SCH-WRONG-NAMESPACE " GRP "\n"},

    // attributes
    {"attribute missing", {{" Ccy=\"USD\"", ""}}, "SCH-ATTRIBUTE-MISSING " TX "/IntrBkSttlmAmt/@Ccy\n"},
    {"attribute wrong", {{"USD", "US"}}, "SCH-PATTERN " TX "/IntrBkSttlmAmt/@Ccy\n"},
    {"attribute unknown", {{"<MsgId>", "<MsgId id=\"1\">"}}, "SCH-ATTRIBUTE-UNKNOWN " GRP "/MsgId/@id\n"},
    {"attribute of XML", {{"<MsgId>", "<MsgId xml:lang=\"en\">"}}, "SCH-ATTRIBUTE-UNKNOWN " GRP "/MsgId/@lang\n"},
    {"attribute twice",
     {{"Ccy=\"USD\"", "Ccy=\"USD\" Ccy=\"USD\""}},
     "XML-DUPLICATE-ATTRIBUTE " TX "/IntrBkSttlmAmt\n"},
    {"attribute twice, by two prefixes",
     {{"<MsgId", "<MsgId xmlns:a=\"u\" xmlns:b=\"&#117;\" a:x=\"1\" b:x=\"2\""}},
     "SCH-ATTRIBUTE-UNKNOWN " GRP "/MsgId/@x\nXML-DUPLICATE-ATTRIBUTE " GRP "/MsgId\n"},
    {"attribute by reference", {{"USD", "U&#83;D"}}, ""},

    // xsi:*
    {"schema location",
     {{"<Document", "<Document xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\""}},
     ""},
    {"declared type",
     {{"<MsgId", "<MsgId xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\" Max35Text \""}},
     ""},
    {"another type",
     {{"<MsgId", "<MsgId xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"Max70Text\""}},
     "SCH-TYPE " GRP "/MsgId/@type\n"},
    {"nil",
     {{"<MsgId", "<MsgId xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"false\""}},
     "SCH-NIL " GRP "/MsgId/@nil\n"},
    {"no such xsi attribute",
     {{"<MsgId", "<MsgId xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:foo=\"1\""}},
     "SCH-ATTRIBUTE-UNKNOWN " GRP "/MsgId/@foo\n"},

    // values
    {"many at once",
     {{"10:10:00", "25:10:00"},
      {"8a562c67", "8A562c67"},
      {"2024-01-02<", "2024-02-30<"},
      {"12345", ""},
      {">US<", ">us<"}},
     "SCH-DATE-TIME " GRP "/CreDtTm\nSCH-PATTERN " TX "/PmtId/UETR\nSCH-DATE " TX "/IntrBkSttlmDt\nSCH-MIN-LENGTH " TX
     "/Dbtr/PstlAdr/PstCd\nSCH-PATTERN " TX "/Dbtr/PstlAdr/Ctry\n"},
    {"negative", {{"1200.00", "-1200.00"}}, "SCH-RANGE " TX "/IntrBkSttlmAmt\n"},
    {"too many digits", {{"1200.00", "1234567890123456789"}}, "SCH-TOTAL-DIGITS " TX "/IntrBkSttlmAmt\n"},
    {"number with blanks and sign", {{"1200.00", " \n+001200.0000000 "}}, ""},
    {"characters, not bytes",
     {{"Alice Smith",
       "ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöü"
       "ßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß"}},
     ""},
};

TEST(general_issues, table) {
  auto reader = general_reader();
  for (const auto& r : rows) {
    const auto xml = changed(payment, r.changes);
    EXPECT_EQ(summary(reader.read(xml).report()), r.expected) << r.name << "\n" << reader.read(xml).report().to_text();
    EXPECT_EQ(summary(reader.validate(xml)), r.expected) << r.name << " (verdict only)";
  }
}

TEST(general_issues, every_field_of_an_issue) {
  auto reader = general_reader();
  const auto result = reader.read(changed(payment, {{"\"USD\"", "\"US\""}}));
  ASSERT_EQ(result.report().issues.size(), 1u);
  const auto& i = result.report().issues[0];
  EXPECT_EQ(i.code, iso20022::issue_code::schema_pattern);
  EXPECT_EQ(i.layer, iso20022::layer::schema);
  EXPECT_EQ(i.severity, iso20022::severity::error);
  EXPECT_EQ(i.line, 15u);
  EXPECT_EQ(i.column, 28u);
  EXPECT_EQ(i.offset, payment.find("USD"));
  EXPECT_EQ(i.business_name, "Currency");
  EXPECT_EQ(i.found, "US");
  EXPECT_EQ(i.expected, "3 letters A-Z, for example USD");
  EXPECT_EQ(i.message, "Currency (@Ccy) has the wrong form: \"US\"; it must be 3 letters A-Z, for example USD.");
  EXPECT_EQ(i.snippet, "      <IntrBkSttlmAmt Ccy=\"US\">1200.00</IntrBkSttlmAmt>\n                           ^");
  EXPECT_EQ(result.report().to_json().substr(0, 66),
            "[{\"code\":\"SCH-PATTERN\",\"severity\":\"error\",\"layer\":\"schema\",\"path\":");
}

TEST(general_issues, business_name_of_what_the_path_names) {
  struct { change what; const char* name; } const rows[] = {
      {{"Alex Fisher", "Fish & Chips"}, "Name"},
      {{"</MsgId>", "</MsgID>"}, "Message Identification"},
      {{"</PmtId>", ""}, "Payment Identification"},
      {{"<PmtId>", "<PmtId>x"}, "Payment Identification"},
      {{"<Othr><Id>123456</Id></Othr>", ""}, "Identification"},
      {{"<UETR>", "<UTER>"}, "UETR"},
      {{"<ChrgBr>", "<Foo/><ChrgBr>"}, ""},
  };
  auto reader = general_reader();
  for (const auto& r : rows) {
    const auto& report = reader.validate(changed(payment, {r.what}));
    ASSERT_EQ(report.issues.size(), 1u) << report.to_text();
    EXPECT_EQ(report.issues[0].business_name, r.name) << report.to_text();
  }
}

TEST(general_issues, columns_count_code_points_and_lines_end_in_three_ways) {
  auto reader = general_reader();
  const auto xml = changed(payment, {{"<Nm>Alex Fisher</Nm>", "<Nm>\xC3\xA9\xF0\x9F\x98\x80</Nm>\r<Foo/>"}});
  EXPECT_EQ(places(reader.read(xml).report()), "SCH-UNKNOWN-ELEMENT " TX "/Dbtr/Foo 20:1\n");
  const auto one_line = changed(payment, {{"<Nm>Alex Fisher</Nm>", "<Nm>\xC3\xA9\xF0\x9F\x98\x80</Nm><Foo/>"}});
  EXPECT_EQ(places(reader.read(one_line).report()), "SCH-UNKNOWN-ELEMENT " TX "/Dbtr/Foo 19:20\n");
}

TEST(general_issues, are_bounded) {
  iso20022::read_options options;
  options.limits.issues = 3;
  auto reader = general_reader(options);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "<Foo" + std::to_string(i) + "/>";
  const auto& report = reader.validate(changed(payment, {{"<GrpHdr>", "<GrpHdr>" + many}}));
  ASSERT_EQ(report.issues.size(), 4u);
  EXPECT_TRUE(report.truncated);
  EXPECT_EQ(report.issues.back().code, iso20022::issue_code::limit_issues);
}

/// Input that would make reports, or the time for them, much larger than itself.
TEST(general_issues, names_of_the_input_are_shortened) {
  const std::string name(100'000, 'a');
  const std::string xsi = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
  auto reader = general_reader();
  for (const auto& xml : {
           "<" + name + "></b></c>",
           "<" + name + ">",
           "<" + name + xsi + " xsi:nil=\"?\"/>",
           "<" + name + ":x/>",
           changed(payment, {{"<MsgId>", "<MsgId><" + name + "/>"}}),
           changed(payment, {{"<MsgId>", "<" + name + ">"}}),
           changed(payment, {{"<MsgId>", "<MsgId " + name + "=\"1\">"}}),
           changed(payment, {{"<MsgId>", "<MsgId" + xsi + " xsi:" + name + "=\"1\">"}}),
           changed(payment,
                   {{"<MsgId>20240102-1</MsgId>", "<" + name + ":MsgId xmlns:" + name + "=\"u\"></" + name + ":X>"}}),
       }) {
    const auto& report = reader.validate(xml);
    EXPECT_FALSE(report.ok());
    EXPECT_LT(report.to_json().size() + report.to_text().size(), 8000u) << xml.substr(0, 100);
  }
}

TEST(general_issues, shortened_names_are_utf8) {
  std::string name = "<a", attributes;
  for (int i = 0; i < 80; ++i) name += "\xC3\xA9", attributes += " a" + std::to_string(i) + "=\"\"";
  const auto report = general_reader().validate(name + "><b" + attributes + "/>");
  ASSERT_EQ(report.issues.back().code, iso20022::issue_code::limit_attributes);
  EXPECT_EQ(report.issues.back().message, name.substr(1, 127) + "... has more attributes than the limit of 64.");
}

TEST(general_issues, a_text_full_of_elements_is_read_in_one_pass) {
  std::string elements;
  for (int i = 0; i < 300'000; ++i) elements += "<b/>";  // took half a minute
  auto reader = general_reader();
  EXPECT_EQ(summary(reader.validate(changed(payment, {{"20240102-1", elements}}))), "SCH-ELEMENT-IN-TEXT " GRP "/MsgId/b\n");
}

TEST(general_issues, limits) {
  const auto first_code = [](auto set) {
    iso20022::read_options options;
    set(options.limits);
    const auto r = general_reader(options).validate(payment);
    return r.issues.empty() ? std::string() : std::string(code_text(r.issues[0].code));
  };
  using iso20022::read_limits;
  EXPECT_EQ(first_code([](read_limits& l) { l.bytes = 100; }), "LIM-BYTES");
  EXPECT_EQ(first_code([](read_limits& l) { l.depth = 4; }), "LIM-DEPTH");
  EXPECT_EQ(first_code([](read_limits& l) { l.elements = 10; }), "LIM-ELEMENTS");
  EXPECT_EQ(first_code([](read_limits& l) { l.attributes = 0; }), "LIM-ATTRIBUTES");
  EXPECT_EQ(first_code([](read_limits& l) { l.namespaces = 0; }), "LIM-NAMESPACES");
  EXPECT_EQ(first_code([](read_limits& l) { l.text_bytes = 12; }), "LIM-TEXT");
  EXPECT_EQ(first_code([](read_limits&) {}), "");

  // a text in pieces is one text
  std::string pieces(payment);
  pieces.replace(pieces.find("Alice Smith"), 11, std::string(30, 'x') + "<!-- -->" + std::string(30, 'x'));
  for (const std::uint32_t most : {59u, 60u}) {
    iso20022::read_options options;
    options.limits.text_bytes = most;
    const auto r = general_reader(options).validate(pieces);
    EXPECT_EQ(r.issues.empty() ? std::string_view() : code_text(r.issues[0].code),
              most == 59 ? "LIM-TEXT" : std::string_view());
  }
}

}  // namespace
}  // namespace general_test
