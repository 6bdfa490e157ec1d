// What the writer writes, the reader reads as the same; and it writes it in one way.
#include "builder_messages.hpp"
#include "codec/writer_text.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <gtest/gtest.h>

namespace writing_test {

using namespace iso20022;

namespace {

const write_options every_way[] = {
    {}, {.indent = 2}, {.prefix = "p8"}, {.prefix = "a", .indent = 1}, {.prefix = "ns", .declaration = false},
    {.declaration = false}, {.indent = 4, .declaration = false}};

/// `xml` read, written in every way and read again is the same; gives its compact form.
std::string round_trip(std::string_view xml) {
  reader first, second;
  const auto read = first.read(xml);
  EXPECT_TRUE(read.ok()) << read.report().to_text();
  if (!read.ok()) return {};
  const auto m = read.valid();
  const auto compact = written(m);
  for (const auto& o : every_way) {
    const auto once = written(m, o);
    const auto again = second.read(once);
    EXPECT_TRUE(again.ok()) << once << "\n" << again.report().to_text();
    if (!again.ok()) continue;
    EXPECT_TRUE(equal(again.valid(), m)) << once;
    EXPECT_TRUE(same_text(again.valid(), m)) << once;
    EXPECT_EQ(written(again.valid(), o), once);
    if (compact.find("xmlns:") == compact.npos) { EXPECT_EQ(written(again.valid()), compact); }
  }
  return compact;
}

/// A status report with `envelope` as supplementary data; `root` stands in the root's start tag.
std::string with_envelope(std::string_view envelope, std::string_view root = "", std::string_view p = "") {
  const std::string colon = p.empty() ? "" : std::string(p) + ":";
  std::string xml =
      "<" + colon + "Document " + (p.empty() ? "xmlns" : "xmlns:" + std::string(p)) +
      R"(="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10" )" + std::string(root) +
      "><$FIToFIPmtStsRpt><$GrpHdr><$MsgId>M</$MsgId><$CreDtTm>2024-01-02T10:10:01</$CreDtTm></$GrpHdr><$SplmtryData>" +
      std::string(envelope) + "</$SplmtryData></$FIToFIPmtStsRpt></$Document>";
  for (auto i = xml.find('$'); i != xml.npos; i = xml.find('$', i)) xml.replace(i, 1, colon);
  return xml;
}

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";

std::string envelope_of(const std::string& xml) {
  const auto from = xml.find("Envlp");
  const auto begin = xml.rfind('<', from), end = xml.find('>', xml.rfind("Envlp"));
  return xml.substr(begin, end + 1 - begin);
}

}  // namespace

TEST(writer, round_trips_what_was_built) {
  EXPECT_EQ(round_trip(credit_transfer_xml), credit_transfer_xml);
  EXPECT_EQ(round_trip(accepted_xml), accepted_xml);
}

TEST(writer, appends) {
  builder b;
  std::string out = "before ";
  out.shrink_to_fit();
  EXPECT_TRUE(writer().write(b.message(accepted(b)), out));
  EXPECT_EQ(out, "before " + std::string(accepted_xml));
  EXPECT_EQ(out.c_str()[out.size()], '\0');
}

TEST(writer, grows_wherever_the_string_ends) {
  builder b;
  const auto m = b.message(credit_transfer(b));
  for (const auto& o : every_way) {
    const auto expected = written(m, o);
    for (std::size_t room = 0; room < expected.size() + 1024; ++room) {
      std::string out;
      out.reserve(room);
      writer(o).write_checked(m, out);
      ASSERT_EQ(out, expected) << room;
    }
  }
}

TEST(writer, indents) {
  reader r;
  const auto m = r.read(with_envelope("<$Envlp><a xmlns=''/></$Envlp>")).valid();
  EXPECT_EQ(written(m, {.indent = 2}), std::string(declaration) + R"(
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
  <FIToFIPmtStsRpt>
    <GrpHdr>
      <MsgId>M</MsgId>
      <CreDtTm>2024-01-02T10:10:01</CreDtTm>
    </GrpHdr>
    <SplmtryData>
      <Envlp>
        <a xmlns=''/>
      </Envlp>
    </SplmtryData>
  </FIToFIPmtStsRpt>
</Document>
)");
}

TEST(writer, prefixes) {
  reader r;
  const auto m = r.read(with_envelope("<$Envlp><x:a xmlns:x='urn:x'/></$Envlp>")).valid();
  EXPECT_EQ(
      written(m, {.prefix = "p2", .declaration = false}),
      R"(<p2:Document xmlns:p2="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><p2:FIToFIPmtStsRpt><p2:GrpHdr><p2:MsgId>M</p2:MsgId>)"
      "<p2:CreDtTm>2024-01-02T10:10:01</p2:CreDtTm></p2:GrpHdr><p2:SplmtryData><p2:Envlp><x:a "
      "xmlns:x='urn:x'/></p2:Envlp>"
      "</p2:SplmtryData></p2:FIToFIPmtStsRpt></p2:Document>");
}

TEST(writer, refuses_what_is_no_prefix) {
  builder b;
  const auto m = b.message(accepted(b));
  std::string out;
  for (const auto* prefix : {"1a", "a b", "a:b", "xml", "xmlns", "<"})
    EXPECT_FALSE(writer({.prefix = prefix}).write(m, out)) << prefix;
  EXPECT_EQ(out, "");
}

TEST(writer, envelopes_number_their_prefixes) {
  const std::string header =
      R"(<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><Fr><FIId><FinInstnId><ClrSysMmbId><MmbId>021040078</MmbId>)"
      "</ClrSysMmbId></FinInstnId></FIId></Fr><To><FIId><FinInstnId><ClrSysMmbId><MmbId>021150706</MmbId></ClrSysMmbId></FinInstnId>"
      "</FIId></To><BizMsgIdr>M-1</BizMsgIdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr><CreDt>2024-01-02T10:10:00-05:00</"
      "CreDt></AppHdr>";
  const std::string message(credit_transfer_xml.substr(declaration.size()));
  const auto xml = std::string(declaration) + R"(<FedNowIncoming xmlns="urn:fednow:incoming:v001"><FedNowIncomingMessage>)" +
                   "<FedNowCustomerCreditTransfer>" + header + message +
                   "</FedNowCustomerCreditTransfer></FedNowIncomingMessage></FedNowIncoming>";
  EXPECT_EQ(round_trip(xml), xml);
  reader r;
  const auto prefixed = written(r.read(xml).valid(), {.prefix = "f", .declaration = false});
  EXPECT_TRUE(prefixed.starts_with(R"(<f:FedNowIncoming xmlns:f="urn:fednow:incoming:v001"><f:FedNowIncomingMessage>)"))
      << prefixed;
  EXPECT_NE(prefixed.find(R"(<f1:AppHdr xmlns:f1="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><f1:Fr>)"),
            prefixed.npos)
      << prefixed;
  EXPECT_NE(prefixed.find(R"(<f2:Document xmlns:f2="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">)"), prefixed.npos)
      << prefixed;
  EXPECT_TRUE(prefixed.ends_with(
      "</f2:Document></f:FedNowCustomerCreditTransfer></f:FedNowIncomingMessage></f:FedNowIncoming>"));
}

/// Every character of interest at every place of texts of every size class.
TEST(writer, escapes) {
  for (const std::string_view special :
       {"&", "<", ">", "\r", "\"", "'", "]]>", "\t", "\n", "\xc3\xa9", "\xf0\x9f\x92\xb8"}) {
    for (std::size_t n = 1; n <= 140; n += n < 40 ? 1 : 17) {
      for (std::size_t at = 0; at + special.size() <= n; ++at) {
        std::string name(n, 'n');
        name.replace(at, special.size(), special);
        builder b;
        auto doc = credit_transfer(b);
        doc.FIToFICstmrCdtTrf.CdtTrfTxInf.front().Cdtr.Nm = std::string_view(name);
        const auto m = b.message(doc);
        std::string xml;
        ASSERT_TRUE(writer().write(m, xml)) << check(m).to_text();
        reader r;
        ASSERT_TRUE(equal(r.read(xml).valid(), m)) << xml;
        ASSERT_EQ(xml.find("]]>"), xml.npos);
      }
    }
  }
}

TEST(writer, escapes_more_in_attributes) {
  const std::string_view all = "a&b<c>d\re\"f\tg\nh'";
  char room[200];
  const auto written_by = [&](char* (*put)(char*, const char*, std::size_t)) {
    return std::string(room, static_cast<std::size_t>(put(room, all.data(), all.size()) - room));
  };
  EXPECT_EQ(written_by(codec::put_escaped), "a&amp;b&lt;c&gt;d&#13;e\"f\tg\nh'");
  EXPECT_EQ(written_by(codec::put_escaped_value), "a&amp;b&lt;c&gt;d&#13;e&quot;f&#9;g&#10;h'");
}

TEST(writer, long_texts_and_growing_output) {
  for (const std::size_t n : {200u, 255u, 256u, 257u, 2000u, 70'000u}) {
    for (const char c : {'x', '&'}) {
      builder b;
      auto doc = credit_transfer(b);
      const std::string name(n, c);
      auto& all = doc.FIToFICstmrCdtTrf.CdtTrfTxInf;
      for (int i = 0; i < 50; ++i)
        b.push(all, all.front()).Cdtr.Nm = std::string_view(name);  // too long for its type: not checked here
      std::string xml;
      writer().write_checked(b.message(doc), xml);
      reader r;
      const auto m = r.read(xml).partial();
      ASSERT_TRUE(m) << n << c;
      EXPECT_EQ(get(m, "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[51]/Cdtr/Nm"), name);
      std::string indented;
      writer({.prefix = "p", .indent = 3}).write_checked(b.message(doc), indented);
      EXPECT_EQ(get(r.read(indented).partial(), "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[51]/Cdtr/Nm"), name);
    }
  }
}

TEST(writer, keeps_the_forms_of_values) {
  std::string xml(credit_transfer_xml);
  const auto put = [&](std::string_view from, std::string_view to) { xml.replace(xml.find(from), from.size(), to); };
  put(">100.50<", ">+0100.500<");
  put("2024-01-02T10:10:00.5-05:00", "2024-01-02T10:10:00.500000000000-05:00");
  put(">false<", ">0<");
  put("<IntrBkSttlmDt>2024-01-02<", "<IntrBkSttlmDt>2024-01-02Z<");
  EXPECT_EQ(round_trip(xml), xml);
}

TEST(writer, empty_components_stay) {
  const auto xml = round_trip(
      R"(<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><FIToFIPmtStsRpt><GrpHdr><MsgId>M</MsgId>)"
      "<CreDtTm>2024-01-02T10:10:01</CreDtTm></GrpHdr><TxInfAndSts><OrgnlTxRef><RmtInf/><Dbtr><Pty/></Dbtr>"
      "</OrgnlTxRef></TxInfAndSts><TxInfAndSts/></FIToFIPmtStsRpt></Document>");
  EXPECT_NE(xml.find("<RmtInf></RmtInf><Dbtr><Pty></Pty></Dbtr>"), xml.npos) << xml;
  EXPECT_NE(xml.find("<TxInfAndSts></TxInfAndSts></FIToFIPmtStsRpt>"), xml.npos) << xml;
}

struct content {
  const char* name;
  std::string xml;
  const char* envelope;  // as the compact form has it
};

/// Bytes stay, and what their prefixes mean stays.
TEST(writer, open_content) {
  const content table[] = {
      {"declares all itself", with_envelope("<$Envlp><x:a xmlns:x='urn:x'> <!-- -->\n</x:a></$Envlp>"),
       "<Envlp><x:a xmlns:x='urn:x'> <!-- -->\n</x:a></Envlp>"},
      {"outer prefix", with_envelope("<$Envlp><x:a/></$Envlp>", "xmlns:x='urn:x'"),
       R"(<Envlp xmlns:x="urn:x"><x:a/></Envlp>)"},
      {"outer prefix of an attribute",
       with_envelope("<$Envlp><a xmlns='' x:b='1'/></$Envlp>", "xmlns:x='urn:x?a&amp;b'"),
       R"(<Envlp xmlns:x="urn:x?a&amp;b"><a xmlns='' x:b='1'/></Envlp>)"},
      {"the message's own default", with_envelope("<$Envlp><a/></$Envlp>"), "<Envlp><a/></Envlp>"},
      {"another default", with_envelope("<$Envlp xmlns='urn:y'><a/></$Envlp>", "", "p"),
       R"(<ns1:Envlp xmlns:ns1="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10" xmlns="urn:y"><a/></ns1:Envlp>)"},
      {"no default", with_envelope("<$Envlp><a/></$Envlp>", "", "p"),
       R"(<ns1:Envlp xmlns:ns1="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10" xmlns=""><a/></ns1:Envlp>)"},
      {"another default and our prefix",
       with_envelope("<$Envlp xmlns='urn:y' xmlns:ns1='urn:z'><a><ns1:b/></a></$Envlp>", "", "p"), nullptr},
      {"prefixes like ours",
       with_envelope("<$Envlp><p8:w><a:b/><ns:c/></p8:w></$Envlp>",
                     "xmlns:p8='urn:1' xmlns:a='urn:2' xmlns:ns='urn:3'"),
       R"(<Envlp xmlns:p8="urn:1" xmlns:a="urn:2" xmlns:ns="urn:3"><p8:w><a:b/><ns:c/></p8:w></Envlp>)"},
      {"the message's prefix", with_envelope("<$Envlp><q:a/></$Envlp>", "", "q"),
       R"(<Envlp xmlns:q="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10"><q:a/></Envlp>)"},
      {"CDATA and comments with tags in them",
       with_envelope("<$Envlp><x:a xmlns:x='urn:x'><![CDATA[<b>]]><!-- <c> --><?p <d>?><x:e f='/>'/></x:a></$Envlp>",
                     "", "p"),
       "<Envlp><x:a xmlns:x='urn:x'><![CDATA[<b>]]><!-- <c> --><?p <d>?><x:e f='/>'/></x:a></Envlp>"},
  };
  for (const auto& row : table) {
    SCOPED_TRACE(row.name);
    const auto compact = round_trip(row.xml);
    if (row.envelope) { EXPECT_EQ(envelope_of(compact), row.envelope); }
  }
}

TEST(writer, a_message_in_open_content) {
  builder b;
  auto doc = accepted(b);
  const auto inner = b.message(credit_transfer(b));
  b.push(doc.FIToFIPmtStsRpt.SplmtryData, model::SupplementaryData1{.Envlp = {.any_content = b.any(inner)}});
  const auto m = b.message(doc);
  const auto xml = written(m);
  EXPECT_NE(xml.find("<Envlp>" + std::string(credit_transfer_xml.substr(declaration.size())) + "</Envlp>"), xml.npos);
  reader r;
  EXPECT_TRUE(equal(r.read(xml).valid(), m));
  EXPECT_EQ(get(m, "/Document/FIToFIPmtStsRpt/SplmtryData/Envlp/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId"), "M-1");
}

TEST(writer, an_empty_message_is_not_written) {
  std::string out = "before";
  EXPECT_FALSE(writer().write(message(), out));
  writer().write_checked(message(), out);
  EXPECT_EQ(out, "before");
}

/// A registry of its own, as the loader makes them: written by a writer that knows it, and by one that does not.
TEST(writer, any_registry) {
  const auto own = schema::registry::from_image(schema::registry::builtin().image_base(), std::make_shared<int>(0));
  reader r(own);
  const auto m = r.read(accepted_xml).valid();
  std::string out;
  EXPECT_TRUE(writer(own).write(m, out));
  EXPECT_EQ(out, accepted_xml);
}

}  // namespace writing_test
