// Messages from scratch.
#include "builder_messages.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <gtest/gtest.h>

namespace writing_test {

using namespace iso20022;
using namespace iso20022::model;

TEST(builder, makes_a_credit_transfer) {
  builder b;
  const auto doc = credit_transfer(b);
  const auto m = b.message(doc);
  EXPECT_EQ(m.id(), "pacs.008.001.08");
  EXPECT_EQ(check(m).to_text(), "");
  std::string xml;
  ASSERT_TRUE(writer().write(m, xml));
  EXPECT_EQ(xml, credit_transfer_xml);
  reader r;
  EXPECT_TRUE(equal(r.read(xml).valid(), m));
}

TEST(builder, makes_a_status_report) {
  builder b;
  const auto m = b.message(accepted(b));
  std::string xml;
  ASSERT_TRUE(writer().write(m, xml)) << check(m).to_text();
  EXPECT_EQ(xml, accepted_xml);
  reader r;
  EXPECT_TRUE(equal(r.read(xml).valid(), m));
}

TEST(builder, takes_components_of_a_message_that_was_read) {
  reader r;
  const auto* const payment = r.read(credit_transfer_xml).valid<pacs_008_001_08::Document>();
  ASSERT_NE(payment, nullptr);
  builder b;
  auto doc = credit_transfer(b);
  const auto& from = payment->FIToFICstmrCdtTrf.CdtTrfTxInf.front();
  auto& to = doc.FIToFICstmrCdtTrf.CdtTrfTxInf.front();
  to.Cdtr = from.Dbtr;
  to.CdtrAcct = from.DbtrAcct;
  std::string xml;
  ASSERT_TRUE(writer().write(b.message(doc), xml));
  EXPECT_NE(xml.find("<Cdtr><Nm>Fisher &amp; Sons &lt;Boston&gt;</Nm><PstlAdr>"), xml.npos);
}

TEST(builder, a_list_grows_without_moving) {
  builder b;
  list<text> lines;
  text* const first = &b.push(lines, text("line 0"));
  for (int i = 1; i < 1000; ++i) b.push(lines, b.text("line " + std::to_string(i)));
  EXPECT_EQ(first, &lines.front());
  EXPECT_EQ(lines.size(), 1000u);
  unsigned n = 0;
  for (const text& t : lines) EXPECT_EQ(t.view(), "line " + std::to_string(n++));
  EXPECT_EQ(n, 1000u);
  EXPECT_EQ(lines[998].view(), "line 998");
}

TEST(builder, a_choice_is_one_thing) {
  auto c = Party38Choice::OrgId(OrganisationIdentification29{.AnyBIC = "BANKUS33"});
  ASSERT_NE(c.OrgId(), nullptr);
  EXPECT_EQ(c.PrvtId(), nullptr);
  EXPECT_EQ(c.OrgId()->AnyBIC.view(), "BANKUS33");
  c = Party38Choice::PrvtId({});
  EXPECT_EQ(c.OrgId(), nullptr);
  EXPECT_NE(c.PrvtId(), nullptr);
}

TEST(builder, text_is_copied) {
  builder b;
  text t;
  {
    std::string s = "short-lived";
    t = b.text(s);
    s.assign(s.size(), 'x');
  }
  EXPECT_EQ(t.view(), "short-lived");
  EXPECT_TRUE(static_cast<bool>(b.text("")));
}

TEST(builder, moves_with_what_it_made) {
  builder a;
  const auto m = a.message(accepted(a));
  const builder b = std::move(a);
  std::string xml;
  EXPECT_TRUE(writer().write(m, xml));
  EXPECT_EQ(xml, accepted_xml);
}

TEST(builder, knows_only_the_registry_s_messages) {
  builder b;
  EXPECT_TRUE(b.message(schema::registry::builtin(), "pacs.008.001.08"));
  EXPECT_FALSE(b.message(schema::registry::builtin(), "pacs.008.001.99"));
}

TEST(builder, zones_of_built_times_keep_their_minutes) {
  builder b;
  auto document = credit_transfer(b);
  const auto text = [&](std::int16_t zone) {
    document.FIToFICstmrCdtTrf.GrpHdr.CreDtTm = date_time({2024, 1, 2}, 3, 4, 5, 0, zone);
    return get(b.message(document), "/Document/FIToFICstmrCdtTrf/GrpHdr/CreDtTm");
  };
  EXPECT_EQ(text(330), "2024-01-02T03:04:05+05:30");
  EXPECT_EQ(text(-210), "2024-01-02T03:04:05-03:30");
  EXPECT_EQ(text(0), "2024-01-02T03:04:05Z");
  EXPECT_EQ(text(no_zone), "2024-01-02T03:04:05");
}

TEST(builder, keeps_what_open_content_is_made_of) {
  builder b;
  std::string xml = "<x:a/>", prefix = "x", uri = "urn:1";
  const any a = b.any(xml, {{prefix, uri}});
  xml = prefix = uri = "overwritten";
  ASSERT_EQ(a.binding_count, 1u);
  EXPECT_EQ(a.view(), "<x:a/>");
  EXPECT_EQ(std::string_view(a.bindings->prefix, a.bindings->prefix_len), "x");
  EXPECT_EQ(std::string_view(a.bindings->uri, a.bindings->uri_len), "urn:1");
}

TEST(builder, open_content_is_equal_with_the_same_bindings_only) {
  builder b;
  using bindings = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  const auto with = [&](bindings all) {
    auto document = credit_transfer(b);
    model::SupplementaryData1 more;
    more.Envlp.any_content = b.any("<x:a/>", all);
    b.push(document.FIToFICstmrCdtTrf.SplmtryData, more);
    return b.message(document);
  };
  EXPECT_TRUE(equal(with({{"x", "urn:1"}}), with({{"x", "urn:1"}})));
  EXPECT_FALSE(equal(with({{"x", "urn:1"}}), with({{"x", "urn:2"}})));
  EXPECT_FALSE(equal(with({{"x", "urn:1"}}), with({{"x", "urn:1"}, {"y", "urn:2"}})));
  EXPECT_FALSE(equal(with({{"x", "urn:1"}, {"y", "urn:2"}}), with({{"x", "urn:1"}})));
}

}  // namespace writing_test
