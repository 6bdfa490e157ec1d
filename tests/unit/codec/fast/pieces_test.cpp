// Messages with odd places: the fast reader has those read by the general one and goes on, and what is read then equals
// what the general reader reads alone.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/schema/registry.hpp>

#include "../general_messages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace iso20022 {
namespace {

const std::string report_with_places =
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10\">@1\n"
    "  <FIToFIPmtStsRpt>@2\n"
    "    <GrpHdr>@3\n"
    "      <MsgId>20260401111111111Reply0001</MsgId>@4\n"
    "      <CreDtTm>2026-04-01T10:55:27.250-04:00</CreDtTm>@5\n"
    "    </GrpHdr>@6\n"
    "    <TxInfAndSts>\n"
    "      <OrgnlInstrId>Instr 1</OrgnlInstrId>\n"
    "      <TxSts>RJCT</TxSts>\n"
    "      <StsRsnInf>\n"
    "        <Rsn>@7<Cd>AC04</Cd>@8</Rsn>\n"
    "        <AddtlInf>first line</AddtlInf>@9\n"
    "        <AddtlInf>second line</AddtlInf>\n"
    "      </StsRsnInf>\n"
    "    </TxInfAndSts>\n"
    "    @a\n"
    "  </FIToFIPmtStsRpt>@b\n"
    "</Document>";

/// The report with `what` at the place `name`.
std::string report_with(char name, std::string_view what) {
  std::string text;
  for (std::size_t i = 0; i < report_with_places.size(); ++i) {
    if (report_with_places[i] != '@') text += report_with_places[i];
    else if (report_with_places[++i] == name) text += what;
  }
  return text;
}

class FastPieces : public testing::Test {
 protected:
  /// Whether the fast reader accepts it; then it must equal what the general reader reads.
  bool reads_fast(const std::string& text) {
    const auto before = fast_.statistics().fast;
    const auto fast = fast_.read(text);
    const auto general = general_.read(text);
    EXPECT_EQ(fast.ok(), general.ok()) << text;
    if (fast.ok() && general.ok()) EXPECT_TRUE(equal(fast.valid(), general.valid())) << text;
    else EXPECT_EQ(fast.report().to_text(), general.report().to_text());
    return fast_.statistics().fast == before + 1;
  }

  reader fast_;
  reader general_ = general_test::general_reader();
};

TEST_F(FastPieces, TakeCommentsAndInstructionsAnywhere) {
  for (const char place : std::string("123456789ab"))
    for (const char* what : {"<!-- a <b> & c -->", "<?pi <x> ?>", "<!--1--><!--2-->\n<!--3-->"})
      EXPECT_TRUE(reads_fast(report_with(place, what))) << place << what;
}

TEST_F(FastPieces, TakeWholeChildren) {
  for (const char* what : {"<TxInfAndSts ><TxSts><![CDATA[ACSC]]></TxSts></TxInfAndSts >", "<TxInfAndSts/>",
                           "<TxInfAndSts\n><!-- > --><OrgnlInstrId>x<!-- > -->y</OrgnlInstrId></TxInfAndSts>",
                           "<x:TxInfAndSts xmlns:x='urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10'/>"})
    EXPECT_TRUE(reads_fast(report_with('a', what))) << what;
  for (const char* what :
       {"<AddtlInf>a<!-- -->b</AddtlInf>", "<AddtlInf>a &gt; b</AddtlInf><AddtlInf ><![CDATA[<]]></AddtlInf>"})
    EXPECT_TRUE(reads_fast(report_with('9', what))) << what;
}

TEST_F(FastPieces, HideNothingThatIsWrong) {
  for (const char* what :
       {"<!-- -- -->", "<!-- ", "<?xml version=\"1.0\"?>", "<![CDATA[x]]>", "x<!-- -->", "<!-- -->x", "<?pi?>&amp;",
        "<Nothing/>", "<MsgId/>", "</MsgId>", "<!DOCTYPE x>", "<!-- \x01 -->", "<!-- \xC3 -->"})
    for (const char place : std::string("123456789ab")) EXPECT_FALSE(reads_fast(report_with(place, what))) << place << what;
  for (const char* what :
       {"<Rsn/>", "<TxInfAndSts><TxSts>?</TxSts></TxInfAndSts>x", "<TxInfAndSts><TxSts/></TxInfAndSts>",
        "<TxInfAndSts x=\"y\"/>", "<TxInfAndSts xmlns=\"\"/>", "<TxInfAndSts><TxSts >ACSC</TxSts>", "<GrpHdr/>"})
    EXPECT_FALSE(reads_fast(report_with('a', what))) << what;
}

TEST_F(FastPieces, OfAListAreCountedOnce) {
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "<AddtlInf>a&#x20;b" + std::string(i % 2 ? "<!-- -->" : "") + "</AddtlInf >";
  EXPECT_TRUE(reads_fast(report_with('9', lines)));
}

TEST_F(FastPieces, StandBesideTextsThatHoldTheEndOfATag) {
  const auto with = [](std::string_view first, std::string_view piece, std::string_view last) {
    auto text = report_with('9', piece);
    text.replace(text.find("first line"), 10, first);
    return text.replace(text.find("second line"), 11, last);
  };
  EXPECT_TRUE(reads_fast(with("a > b", "<!-- a > b > c -->", "c")));
  EXPECT_TRUE(reads_fast(with("a", "<!-- <a> > <b> -->", "b > c > d")));
  EXPECT_TRUE(reads_fast(with(">", "<AddtlInf>a > <!-- <c> -->b ></AddtlInf >", ">")));
  EXPECT_FALSE(reads_fast(with("a > b", "<!-- a > b > c -->x", "c")));
  EXPECT_FALSE(reads_fast(with("a", "<!-- <a> > <b> -->>", "b > c > d")));
  EXPECT_FALSE(reads_fast(with(">", "x<!-- > -->", ">")));
}

TEST_F(FastPieces, LeaveTheEndToTheReader) {
  EXPECT_FALSE(reads_fast(report_with('a', "<TxInfAndSts >")));
  const auto whole = report_with('a', "<TxInfAndSts ></TxInfAndSts>");
  for (std::size_t n = 0; n < whole.size(); ++n) EXPECT_FALSE(reads_fast(whole.substr(0, n))) << n;
}

TEST_F(FastPieces, AreReadIntoStructsAfterAVerdictToo) {
  EXPECT_FALSE(fast_.validate("<Document/>").issues.empty());  // by the general reader, which fills nothing then
  EXPECT_TRUE(reads_fast(report_with('a', "<TxInfAndSts ><TxSts>ACSC</TxSts></TxInfAndSts>")));
}

TEST_F(FastPieces, KeepTheLimitOfDepth) {
  const auto text = report_with('a', "<TxInfAndSts ><StsRsnInf ><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>");
  for (const std::uint32_t depth : {3u, 4u, 5u, 6u, 7u}) {
    read_options options;
    options.limits.depth = depth;
    reader fast(schema::registry::builtin(), options);
    EXPECT_EQ(fast.read(text).ok(), depth >= 6) << depth;
  }
}

TEST_F(FastPieces, CountForTheLimitOfElements) {
  std::string open;
  for (int i = 0; i < 500; ++i) open += "<a/>";
  std::string text = report_with('a', "<SplmtryData><Envlp><x>" + open + "</x></Envlp></SplmtryData><SplmtryData><Envlp><x>" + open +
                                          "</x></Envlp></SplmtryData><SplmtryData><Envlp><x>" + open + "</x></Envlp></SplmtryData>");
  for (const std::uint32_t elements : {1200u, 1510u, 10'000u}) {
    read_options options;
    options.limits.elements = elements;
    reader fast(schema::registry::builtin(), options);
    options.general_only = true;
    EXPECT_EQ(fast.read(text).ok(), reader(schema::registry::builtin(), options).read(text).ok()) << elements;
    EXPECT_EQ(fast.read(text).ok(), elements > 1510u) << elements;
  }
}

TEST_F(FastPieces, LeaveSmallLimitsToTheGeneralReader) {
  const auto text = "<Document xmlns:a=\"urn:a\" xmlns:b=\"urn:b\"" + report_with('a', "").substr(9);
  for (const std::uint32_t most : {1u, 2u, 3u, 1000u}) {
    for (const auto limit : {&read_limits::attributes, &read_limits::namespaces}) {
      read_options options;
      options.limits.*limit = most;
      EXPECT_EQ(reader(schema::registry::builtin(), options).read(text).ok(), most >= 3) << most;
    }
  }
}

TEST_F(FastPieces, OfOneKindAreAsManyAsTheSchemaAllows) {
  const std::string
      head =
          "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:admi.007.001.01\"><RctAck><MsgId><MsgId>M</MsgId></MsgId>",
      odd = "<Rpt ><RltdRef><Ref>R</Ref></RltdRef><ReqHdlg><StsCd>S</StsCd></ReqHdlg></Rpt>",
      tail = "</RctAck></Document>";
  EXPECT_FALSE(reads_fast(head + tail));
  EXPECT_TRUE(reads_fast(head + odd + odd + odd + tail));
}

}  // namespace
}  // namespace iso20022
