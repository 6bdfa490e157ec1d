// Envelopes taken apart and put together.
#include <iso20022/envelope/exchange.hpp>
#include <iso20022/envelope/seal.hpp>
#include <iso20022/envelope/split.hpp>
#include <iso20022/schema/registry.hpp>

#include <gtest/gtest.h>

#include <list>
#include <set>

namespace iso20022::envelope {
namespace {

const std::string header = "<AppHdr xmlns=\"urn:iso:std:iso:20022:tech:xsd:head.001.001.02\">\n <Fr/> <!-- > --> </AppHdr>";
const std::string document = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"><Document/><AppHdr>&lt;</AppHdr></Document >";

std::string fednow(std::string_view inside) {
  return "<?xml version=\"1.0\"?>\n<!-- c --><FedNowIncoming xmlns=\"urn:fednow:incoming:v001\">" + std::string(inside) + "</FedNowIncoming>\n";
}
std::string wrapped(std::string_view inside, std::string_view wrapper = "FedNowCustomerCreditTransfer") {
  const std::string name(wrapper);
  return "<FedNowIncomingMessage>\n<" + name + ">" + std::string(inside) + "\r\n</" + name + "></FedNowIncomingMessage>";
}

/// The parts are views of what is kept here.
parts whole(std::string text) {
  static std::list<std::string> kept;
  const std::string_view bytes = kept.emplace_back(std::move(text));
  auto found = split(bytes);
  EXPECT_TRUE(found) << (found ? "" : found.error().code + " " + found.error().message + " at " + found.error().where) << "\n" << bytes;
  return found ? *found : parts();
}
std::string refused(std::string_view bytes) {
  const auto found = split(bytes);
  return found ? "" : found.error().code + " at " + found.error().where + ": " + found.error().message;
}

TEST(Split, FindsTheBytesOfEveryPart) {
  const std::string technical = "<FedNowTechnicalHeader><a:b xmlns:a='urn:a'/></FedNowTechnicalHeader>";
  const auto text = fednow(technical + wrapped("\n" + header + document));
  const auto p = whole(text);
  ASSERT_NE(p.form, nullptr);
  EXPECT_EQ(p.form->name, "FedNowIncoming");
  EXPECT_EQ(p.technical_header.bytes, technical);
  EXPECT_EQ(p.wrapper, "FedNowCustomerCreditTransfer");
  EXPECT_TRUE(p.wrapper_bytes.starts_with("<FedNowCustomerCreditTransfer>\n<AppHdr") && p.wrapper_bytes.ends_with("</FedNowCustomerCreditTransfer>"));
  EXPECT_EQ(p.header.bytes, header);
  EXPECT_EQ(p.header.namespace_uri, "urn:iso:std:iso:20022:tech:xsd:head.001.001.02");
  EXPECT_EQ(p.document.bytes, document);
  EXPECT_EQ(p.document.namespace_uri, "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08");
  EXPECT_TRUE(p.root.starts_with("<FedNowIncoming ") && p.root.ends_with("</FedNowIncoming>"));
  const auto again = split(text);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->document.bytes.data(), text.data() + text.find("<Document")) << "a view of the input";
}

TEST(Split, KnowsOtherEnvelopes) {
  const auto business = whole("<BizMsgEnvlp xmlns=\"urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01\"><Hdr>" + header + "</Hdr><Doc>" + document + "</Doc></BizMsgEnvlp>");
  EXPECT_EQ(business.form->name, "BizMsgEnvlp");
  EXPECT_EQ(business.document.bytes, document);
  const auto payload = whole("<RequestPayload>" + header + document + "</RequestPayload>");
  EXPECT_EQ(payload.header.bytes, header);
  const auto pdu = whole("<Saa:DataPDU xmlns:Saa=\"urn:swift:saa:xsd:saa.2.0\"><Saa:Header>h</Saa:Header><Saa:Body>" + header + document + "</Saa:Body></Saa:DataPDU>");
  EXPECT_EQ(pdu.technical_header.bytes, "<Saa:Header>h</Saa:Header>");
  EXPECT_EQ(pdu.document.around.size(), 1u);
  const auto pair = whole(header + "\n" + document);
  EXPECT_EQ(pair.header.bytes, header);
  EXPECT_EQ(pair.document.bytes, document);
  EXPECT_EQ(pair.root, header + "\n" + document);
  EXPECT_EQ(whole(document).document.bytes, document);
  EXPECT_EQ(whole(header).header.bytes, header);
  const wire_form own[] = {{"Own", "urn:own", "", "Own/H/AppHdr", "Own/*/Document"}};
  const std::string own_text = "<o:Own xmlns:o='urn:own'><H>" + header + "</H><X>" + document + "</X></o:Own>";
  const auto mine = split(own_text, own);
  ASSERT_TRUE(mine);
  EXPECT_EQ(mine->wrapper, "X") << "the element that stands for * and holds the document";
  EXPECT_EQ(mine->document.bytes, document);
}

TEST(Split, LeavesKeyExchangesWhole) {
  const auto p = whole(fednow(wrapped("<SenderId>990000027</SenderId>", "FedNowIncomingMessageSignatureManagement")));
  EXPECT_EQ(p.wrapper, "FedNowIncomingMessageSignatureManagement");
  EXPECT_FALSE(p.header);
  EXPECT_FALSE(p.document);
}

TEST(Split, TellsWhatIsWrongAndWhere) {
  EXPECT_EQ(refused("<x/>"), "ENV-FORM at 1:1: no envelope starts with x of the namespace \"\"");
  EXPECT_EQ(refused("<FedNowIncoming xmlns=\"urn:other\"/>"), "ENV-FORM at 1:1: no envelope starts with FedNowIncoming of the namespace \"urn:other\"");
  EXPECT_EQ(refused(fednow(wrapped(header + document + "\n" + document))), "ENV-FORM at 5:1: a second Document");
  EXPECT_NE(refused(fednow(wrapped(header))).find("FedNowIncoming without a document"), std::string::npos);
  EXPECT_NE(refused(fednow(wrapped(document))).find("FedNowIncoming without a header"), std::string::npos);
  EXPECT_EQ(refused(""), "ENV-XML at 1:1: there is no element");
  EXPECT_EQ(refused("<Document>\n<a></b></Document>"), "ENV-XML at 2:4: </b> ends <a>");
  EXPECT_EQ(refused("<Document>"), "ENV-XML at 1:11: the end comes before </Document>");
  EXPECT_EQ(refused("<Document/>x"), "ENV-XML at 1:12: text outside of the root");
  EXPECT_EQ(refused("<Document/><Document/>"), "ENV-XML at 1:12: a second root, Document");
  EXPECT_NE(refused("<!DOCTYPE Document><Document/>"), "");
  EXPECT_NE(refused("<Document a=\"\xFF\"/>"), "");
  EXPECT_EQ(refused(std::string(200, '<')).substr(0, 7), "ENV-XML");
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += i ? "<a>" : "<Document>";
  EXPECT_EQ(refused(deep).substr(0, 9), "ENV-LIMIT");
}

TEST(Split, AcceptsNoTruncation) {
  const auto text = fednow(wrapped(header + document));
  const auto last = text.rfind('>');
  for (std::size_t n = 0; n <= last; ++n) EXPECT_FALSE(split(std::string_view(text).substr(0, n))) << n;
}

TEST(Seal, GivesTheSameBytesBack) {
  for (const std::string& text : {fednow("<FedNowTechnicalHeader/>" + wrapped(header + document)), header + document, document,
                                  "<RequestPayload>" + header + document + "</RequestPayload>"}) {
    const auto before = whole(text);
    const auto sealed = seal(before);
    ASSERT_TRUE(sealed) << sealed.error().message;
    const auto after = whole(*sealed);
    EXPECT_EQ(after.form, before.form);
    EXPECT_EQ(after.wrapper, before.wrapper);
    EXPECT_EQ(after.technical_header.bytes, before.technical_header.bytes);
    EXPECT_EQ(after.header.bytes, before.header.bytes);
    EXPECT_EQ(after.document.bytes, before.document.bytes);
    EXPECT_EQ(after.document.namespace_uri, before.document.namespace_uri);
  }
}

TEST(Seal, WritesThePlainForm) {
  parts p;
  p.form = find_form("FedNowOutgoing");
  p.wrapper = "FedNowCustomerCreditTransfer";
  p.header.bytes = header;
  p.document.bytes = document;
  const auto sealed = seal(p);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(*sealed, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FedNowOutgoing xmlns=\"urn:fednow:outgoing:v001\"><FedNowOutgoingMessage>"
                     "<FedNowCustomerCreditTransfer>" + header + document + "</FedNowCustomerCreditTransfer></FedNowOutgoingMessage></FedNowOutgoing>");
}

TEST(Seal, BringsAlongWhatWasDeclaredAround) {
  const auto text = "<RequestPayload xmlns:h=\"urn:h\" xmlns=\"urn:d\" xmlns:unused=\"urn:u\"><h:AppHdr><h:Fr/></h:AppHdr><Document><a/></Document></RequestPayload>";
  auto p = whole(text);
  p.form = find_form("FedNowIncoming");
  p.wrapper = "W";
  const auto sealed = seal(p);
  ASSERT_TRUE(sealed) << sealed.error().message;
  EXPECT_NE(sealed->find("<e:FedNowIncoming xmlns:e=\"urn:fednow:incoming:v001\" xmlns:h=\"urn:h\" xmlns=\"urn:d\">"), std::string::npos) << *sealed;
  const auto again = whole(*sealed);
  EXPECT_EQ(again.header.bytes, p.header.bytes);
  EXPECT_EQ(again.header.namespace_uri, "urn:h");
  EXPECT_EQ(again.document.namespace_uri, "urn:d");
}

TEST(Seal, RefusesWhatWouldChangeItsMeaning) {
  parts p;
  EXPECT_FALSE(seal(p));
  p.form = find_form("FedNowIncoming");
  EXPECT_EQ(seal(p).error().message, "there is nothing to seal");
  p.header.bytes = header;
  p.document.bytes = document;
  EXPECT_EQ(seal(p).error().message, "the wrapper has no name");
  p.wrapper = "W><x";
  EXPECT_EQ(seal(p).error().message, "the wrapper has no name");
  p.wrapper = "W";
  p.header = {"<p:AppHdr/>", "urn:1", {{"p", "urn:1"}}};
  p.document = {"<p:Document/>", "urn:2", {{"p", "urn:2"}}};
  EXPECT_EQ(seal(p).error().message, "the prefix \"p\" means two namespaces");
  p.header = {"<AppHdr/>", "urn:1", {{"", "urn:1"}}};
  p.document = {"<Document/>", "", {}};
  EXPECT_EQ(seal(p).error().message, "names without a prefix mean two namespaces");
  p.header = {header, {}, {}};
  p.document = {document, {}, {}};
  p.form = find_form("RequestPayload");
  p.technical_header.bytes = "<t/>";
  EXPECT_EQ(seal(p).error().message, "RequestPayload has no place for a technical header");
}

// The registry of messages and the table of exchanges say the same.
TEST(Exchanges, AreThoseOfTheEnvelopes) {
  const auto& known = schema::registry::builtin();
  std::size_t to = 0, from = 0;
  std::set<std::pair<bool, std::string_view>> seen;
  for (const auto& e : exchanges()) {
    const bool is_to = e.direction == direction::to_fednow;
    ++(is_to ? to : from);
    EXPECT_TRUE(seen.insert({is_to, e.wrapper}).second) << e.wrapper;
    EXPECT_EQ(find_exchange(e.direction, e.wrapper), &e);
    if (e.message_id.empty()) continue;
    const int root = known.find_root(e.namespace_uri, "Document");
    ASSERT_GE(root, 0) << e.namespace_uri;
    EXPECT_EQ(known.spec(static_cast<std::uint32_t>(root)).id, e.message_id);
    EXPECT_EQ(find_exchange_of(e.direction, e.message_id, e.market_practice)->message_id, e.message_id);
    EXPECT_TRUE(e.negative_answer.empty() || known.find_message(e.negative_answer) >= 0) << e.negative_answer;
    EXPECT_TRUE(!e.needs_acknowledgement || e.purpose == purpose::request) << e.wrapper;
  }
  EXPECT_EQ(to, 20u);
  EXPECT_EQ(from, 24u);
  EXPECT_EQ(find_exchange(direction::to_fednow, "FedNowBroadcast"), nullptr);
  EXPECT_EQ(find_exchange_of(direction::to_fednow, "camt.029.001.09", "frb.fednow.rrr.01")->wrapper, "FedNowReturnRequestResponse");
}

}  // namespace
}  // namespace iso20022::envelope
