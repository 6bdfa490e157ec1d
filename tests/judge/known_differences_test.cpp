// Both sides of every known difference: what Xerces says, what we say, and that a document next to it is not excused.
#include "known_differences.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "judged_set.hpp"

namespace iso20022::judge {

namespace {

opinions& everybody() {
  static const xerces_grammars grammars({ISO20022_SCHEMAS});
  static opinions all(grammars, {ISO20022_SCHEMAS}, isa_reader::available());
  return all;
}

/// Of the schemas in constructs/, which are loaded.
opinions& everybody_about_constructs() {
  static const auto set = loaded_set({ISO20022_CONSTRUCTS});
  static const xerces_grammars grammars(set.value().files);
  static opinions all(grammars, set.value().files, isa_reader::available(), set.value().registry);
  return all;
}
opinions& everybody_about(const std::string& xml) {
  return xml.find("urn:constructs") == xml.npos ? everybody() : everybody_about_constructs();
}

std::string construct(const std::string& content) {
  return "<Document xmlns=\"urn:constructs:document\">" + content + "</Document>";
}

/// A small message with `id` as its identification and `more` behind it.
std::string message_with(const std::string& id, const std::string& more = {}, const std::string& before = {}) {
  return before + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:admi.011.001.01\"><SysEvtAck><MsgId>" + id +
         "</MsgId>" + more + "</SysEvtAck></Document>";
}

std::string times(unsigned n, const std::string& s) {
  std::string r;
  for (; n; --n) r += s;
  return r;
}

std::string open_construct(const std::string& xml) { return construct("<Opn><Any>" + xml + "</Any></Opn>"); }
std::string values(const std::string& xml) { return construct("<Vls><Fxd>x y</Fxd>" + xml + "</Vls>"); }

std::string counts(const std::string& xml) {
  return construct("<Cnts>" + times(2, "<Two>a</Two>") + times(3, "<ThreeToFive><Nm>a</Nm></ThreeToFive>") + xml + "</Cnts>");
}

std::string open_content(const std::string& xml) { return "<SplmtryData><Envlp>" + xml + "</Envlp></SplmtryData>"; }

/// Elements within each other, each with 50 declarations.
std::string declaring(unsigned depth) {
  std::string start = "<a", all;
  for (unsigned i = 0; i < 50; ++i) start += " xmlns:n" + std::to_string(i) + "=\"urn:n\"";
  return times(depth, start + ">") + times(depth, "</a>");
}

std::string utf16(const std::string& ascii) {
  std::string r = "\xFE\xFF";
  for (const char c : ascii) r += std::string{'\0', c};
  return r;
}

std::string numbered(unsigned n) {
  std::string r;
  for (unsigned i = 0; i < n; ++i) r += " a" + std::to_string(i) + "=\"\"";
  return r;
}

/// The names matter: Xerces loses the second declaration in a table of theirs.
std::string tag_with_many_attributes() {
  std::string tag = "<p81:Document";
  for (const char* name : {"x0", "x1", "x2", "n3", "n4", "s",  "n6", "n7", "m",  "mn", "x",  "n",   "s2", "l",
                           "x4", "x5", "ln", "m7", "x8", "n9", "s0", "n1", "n2", "m3", "n24", "n5", "n26", "x7"})
    tag += " " + std::string(name) + "=''";
  return tag + " xmlns:p81='u' xmlns:p81='u'/>";
}

std::string event_at(const std::string& time) {
  return message_with("a", "<AckDtls><EvtCd>a</EvtCd><EvtTm>" + time + "</EvtTm></AckDtls>");
}

/// A transfer between institutions with a control sum.
std::string transfer_with(const std::string& sum) {
  return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.009.001.08\"><FICdtTrf><GrpHdr><MsgId>a</MsgId>"
         "<CreDtTm>2026-11-04T10:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><CtrlSum>" +
         sum +
         "</CtrlSum><SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf></GrpHdr><CdtTrfTxInf><PmtId><EndToEndId>a</"
         "EndToEndId></PmtId>"
         "<IntrBkSttlmAmt "
         "Ccy=\"USD\">1</IntrBkSttlmAmt><Dbtr><FinInstnId/></Dbtr><Cdtr><FinInstnId/></Cdtr></CdtTrfTxInf>"
         "</FICdtTrf></Document>";
}

/// A request for payment with an enclosed file.
std::string enclosing(const std::string& base64) {
  const std::string agent = "<FinInstnId/>";
  return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.013.001.07\"><CdtrPmtActvtnReq><GrpHdr><MsgId>a</MsgId>"
         "<CreDtTm>2026-11-04T10:00:00Z</CreDtTm><NbOfTxs>1</NbOfTxs><InitgPty/></GrpHdr><PmtInf><PmtMtd>TRF</PmtMtd>"
         "<ReqdExctnDt><Dt>2026-11-05</Dt></ReqdExctnDt><Dbtr/><DbtrAgt>" +
         agent +
         "</DbtrAgt><CdtTrfTx><PmtId><EndToEndId>a"
         "</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"USD\">1</InstdAmt></Amt><ChrgBr>SLEV</ChrgBr><CdtrAgt>" +
         agent +
         "</CdtrAgt><Cdtr/><NclsdFile><Tp><Cd>a</Cd></Tp><Id>a</Id><IsseDt><Dt>2026-11-04</Dt></IsseDt><Frmt><Cd>a</"
         "Cd></Frmt><Nclsr>" +
         base64 + "</Nclsr></NclsdFile></CdtTrfTx></PmtInf></CdtrPmtActvtnReq></Document>";
}

const std::string xsi = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

struct side {
  std::string_view name;
  std::string xml;
  bool xerces, ours;
};

const std::string emoji = "\xF0\x9F\x98\x80";

std::vector<side> sides() {
  return {
      {"character beyond U+FFFF counts once", message_with(times(34, "a") + emoji), false, true},
      {"character beyond U+FFFF counts once", message_with(times(34, "a") + "&#x1F600;"), false, true},
      {"document type refused", message_with("a", "", "<!DOCTYPE Document [<!ELEMENT Document ANY>]>"), true, false},
      {"encoding other than UTF-8 refused", message_with("a", "", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"),
       true, false},
      {"encoding other than UTF-8 refused", message_with("\xC3", "", "<?xml version=\"1.0\" encoding=\"UTF_8\"?>"),
       true, false},
      {"encoding other than UTF-8 refused", message_with("\xE9", "", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"),
       true, false},
      {"encoding other than UTF-8 refused", utf16(message_with("a")), true, false},
      {"version other than 1.0 refused", message_with("a", "", "<?xml version=\"1.1\"?>"), true, false},
      {"version other than 1.0 refused", message_with("a", "", "<?xml version=\"1.\"?>"), true, false},
      {"limit on depth reached", message_with("a", open_content(times(120, "<a>") + times(120, "</a>"))), true, false},
      {"limit on attributes reached", message_with("a", open_content("<a" + numbered(70) + "/>")), true, false},
      {"limit on namespaces reached", message_with("a", open_content(declaring(11))), true, false},
      {"prefix declared twice among many attributes",
       message_with("a", open_content(tag_with_many_attributes())), true, false},
      {"one value is no message", "<Stamp xmlns=\"urn:constructs:other\">2026-01-31T23:59:59</Stamp>", true, false},
      {"decimal point without digits refused", transfer_with("."), true, false},
      {"decimal point without digits refused", transfer_with(" -. "), true, false},
      {"fraction of a second without digits refused", event_at("2026-01-31T23:59:59.Z"), true, false},
      {"character beyond ASCII in base64 refused", enclosing("VY6/&#xE00;"), true, false},
      {"character beyond ASCII in base64 refused", enclosing("VY6/\xE0\xB8\x80"), true, false},
      {"line separators are characters like others", construct("<Pttrns><Dot>a&#x2028;</Dot></Pttrns>"), false, true},
      {"line separators are characters like others", construct("<Pttrns><Dot>\xE2\x80\xA9</Dot></Pttrns>"), false, true},
      {"second 60 refused", event_at("2026-06-30T23:59:60Z"), true, false},
      {"year of more than nine digits refused", event_at("1234567890-01-01T12:34:56"), true, false},
      {"bytes F5 and above refused", message_with("a\xF5\x80\x80\x80"), true, false},
      {"bytes F5 and above refused",
       message_with("\xF7\xBF\xBF\xBF"
                    "b"),
       true, false},
      {"zero bytes in the declaration or behind the root refused", message_with("a") + std::string(1, '\0'), true,
       false},
      {"zero bytes in the declaration or behind the root refused",
       message_with("a", "", "<?xml version" + std::string(1, '\0') + "=\"1.0\"?>"), true, false},
      {"broken character at the very end refused", message_with("a") + "\xED", true, false},
      {"broken character at the very end refused", message_with("a") + "\n\xFA", true, false},
      {"xsi:type that names a simple type refused on a component",
       message_with("a", "<AckDtls" + xsi + " xsi:type=\"Max35Text\"><EvtCd>a</EvtCd></AckDtls>"), true, false},
      {"number of names in xsi:schemaLocation",
       message_with("a", "<AckDtls" + xsi + " xsi:schemaLocation=\"x\"><EvtCd>a</EvtCd></AckDtls>"), false, true},
      {"instance attributes in open content", message_with("a", open_content("<x" + xsi + " xsi:type=\"y\"/>")), false,
       true},
      {"instance attributes in open content",
       open_construct("<y xmlns=\"urn:y\" xmlns:x=\"urn:constructs:document\"" + xsi + " xsi:type=\"x:ShortText\">" + times(100, "a") + "</y>"), false, true},
      {"instance attributes in open content",
       construct("<Opn><Strct><y xmlns=\"urn:constructs:other\" xmlns:x=\"urn:constructs:document\"" + xsi + " xsi:type=\"x:ShortText\">a</y></Strct></Opn>"), true, false},
      {"blanks are no default value", values("<Dflt>a</Dflt><Nmbr> </Nmbr>"), true, false},
      {"fixed attributes are compared as values", values("<Rt Nmbr=\"07\"/>"), false, true},
      {"an element that may come 0 times is none", counts("<None>a</None>"), true, false},
      {"references in the namespace of xsi",
       message_with("a", "<AckDtls xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instanc&#101;\" xsi:nil=\"true\"><EvtCd>a</EvtCd></AckDtls>"), true, false},
      {"instance attributes in open content", message_with("a", open_content("<x" + xsi + " xsi:nil=\"true\">t</x>")),
       false, true},
  };
}

/// Next to a difference, but nobody disagrees.
std::vector<side> twins() {
  return {
      {"", message_with(times(35, "\xE2\x82\xAC")), true, true},
      {"", message_with(times(35, "a") + emoji), false, false},
      {"", message_with(emoji), true, true},
      {"", message_with("a", "", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>"), true, true},
      {"", message_with("a", "", "<?xml version=\"1.0\" encoding=\"UTF_8\"?>"), true, true},
      {"", message_with("\xC3", "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), false, false},
      {"", message_with("a", "", "<?xml version=\"1.0\" encoding=\"nonsense-1\"?>"), false, false},
      {"", message_with("a", "", "<?xml version=\"2.0\"?>"), false, false},
      {"", message_with("a", open_content(times(60, "<a>") + times(60, "</a>"))), true, true},
      {"", message_with("a", open_content("<a" + numbered(50) + "/>")), true, true},
      {"", message_with("a", open_content(declaring(10))), true, true},
      {"", "<Stamp xmlns=\"urn:constructs:other\">31.01.2026</Stamp>", false, false},
      {"", values("<Dflt>a</Dflt><Nmbr/>"), true, true},
      {"", values("<Nmbr> x</Nmbr>"), false, false},
      {"", values("<FxdTm>2026-02-01T00:30:00.5+01:00</FxdTm>"), true, true},
      {"", values("<FxdTm>2026-02-01T00:30:00.5+00:00</FxdTm>"), false, false},
      {"", values("<FxdTm>2026-01-31T23:30:00.5</FxdTm>"), false, false},
      {"", values("<Rt Nmbr=\"7\"/>"), true, true},
      {"", values("<Rt Nmbr=\"8\"/>"), false, false},
      {"", counts("<Nought>a</Nought>"), false, false},
      {"", transfer_with(".0"), true, true},
      {"", transfer_with("-"), false, false},
      {"", event_at("2026-01-31T23:59:59.0Z"), true, true},
      {"", event_at("2026-01-31T24:00:00Z"), true, true},
      {"", enclosing("VY6/"), true, true},
      {"", enclosing("VY6"), false, false},
      {"", enclosing("VY6/\xC3\xA9"), false, false},
      {"", event_at("2026-06-30T23:59:61Z"), false, false},
      {"", event_at("123456789-01-01T12:34:56"), true, true},
      {"", message_with("\xF4\x8F\xBF\xBF"), true, true},
      {"", message_with("\xF0\x82\x82\xAC"), false, false},
      {"", message_with("\xF4\x90\x80\x80"), false, false},
      {"", message_with("a") + " \n", true, true},
      {"", message_with("a") + "\xED\n\n", false, false},
      {"", message_with("a", "<AckDtls" + xsi + " xsi:type=\"EventAcknowledgement1\"><EvtCd>a</EvtCd></AckDtls>"),
       false, false},
      {"", message_with("a", "<AckDtls" + xsi + " xsi:schemaLocation=\"x y\"><EvtCd>a</EvtCd></AckDtls>"), true, true},
      {"", message_with("a", "<AckDtls" + xsi + " xsi:nil=\"false\"><EvtCd>a</EvtCd></AckDtls>"), false, false},
  };
}

TEST(known_differences, show_both_sides) {
  for (const auto& s : sides()) {
    const auto c = everybody_about(s.xml).compare(s.xml, true);
    EXPECT_EQ(c.xerces_valid, s.xerces) << s.name << "\n" << everybody_about(s.xml).all(s.xml);
    EXPECT_EQ(c.ours_valid, s.ours) << s.name << "\n" << everybody_about(s.xml).all(s.xml);
    EXPECT_EQ(c.known, s.name) << everybody_about(s.xml).all(s.xml);
  }
}

TEST(known_differences, do_not_reach_further) {
  for (const auto& s : twins()) {
    const auto c = everybody_about(s.xml).compare(s.xml, true);
    EXPECT_EQ(c.what, finding::none) << everybody_about(s.xml).all(s.xml);
    EXPECT_EQ(c.xerces_valid, s.xerces) << everybody_about(s.xml).all(s.xml);
    EXPECT_EQ(c.ours_valid, s.ours) << everybody_about(s.xml).all(s.xml);
  }
}

TEST(known_differences, are_all_shown) {
  const auto shown = sides();
  for (const auto& k : known_differences()) {
    EXPECT_TRUE(std::ranges::any_of(shown, [&](const side& s) { return s.name == k.name; })) << k.name;
    EXPECT_FALSE(k.reason.empty()) << k.name;
  }
}

}  // namespace

}  // namespace iso20022::judge
