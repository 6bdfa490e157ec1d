// Deep copies: equal to the original, and alive when everything that it stood on is gone (the sanitizer build proves it).
#include "builder_messages.hpp"
#include "codec/cpp_name.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <gtest/gtest.h>

#include <memory>

namespace writing_test {

using namespace iso20022;

namespace {

/// A message with open content that uses an outer prefix, and one that is a message itself.
constexpr std::string_view with_open_content =
    R"(<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10" xmlns:x="urn:x"><FIToFIPmtStsRpt><GrpHdr><MsgId>M</MsgId>)"
    "<CreDtTm>2024-01-02T10:10:01</CreDtTm></GrpHdr><SplmtryData><Envlp><x:note x:kind='a'>A &amp; "
    "B</x:note></Envlp></SplmtryData>"
    "</FIToFIPmtStsRpt></Document>";

}  // namespace

TEST(own, outlives_reader_and_input) {
  owned_message copy;
  {
    const auto input = std::make_unique<std::string>(credit_transfer_xml);
    reader r;
    const auto m = r.read(*input).valid();
    copy = own(m);
    EXPECT_TRUE(equal(copy, m));
    EXPECT_TRUE(same_text(copy, m));
  }
  EXPECT_EQ(written(copy), credit_transfer_xml);
  ASSERT_NE(copy.as<pacs_008_001_08::Document>(), nullptr);
  EXPECT_EQ(copy.as<pacs_008_001_08::Document>()->FIToFICstmrCdtTrf.GrpHdr.MsgId.view(), "M-1");
}

TEST(own, outlives_the_builder) {
  owned_message copy;
  {
    builder b;
    copy = own(b.message(credit_transfer(b)));
  }
  EXPECT_EQ(written(copy), credit_transfer_xml);
}

TEST(own, keeps_open_content_and_its_bindings) {
  owned_message copy;
  std::string before;
  {
    reader r;
    const auto m = r.read(with_open_content).valid();
    ASSERT_TRUE(m);
    before = written(m);
    copy = own(m);
  }
  EXPECT_EQ(written(copy), before);
  EXPECT_NE(before.find(R"(<Envlp xmlns:x="urn:x"><x:note x:kind='a'>A &amp; B</x:note></Envlp>)"), before.npos) << before;
}

TEST(own, points_at_nothing_of_the_original) {
  reader r;
  const auto m = r.read(with_open_content).valid();
  const auto copy = own(m);
  const auto open_content = [](const message& in) {
    const any* found = nullptr;
    visit(in, [&](const node& n) { if (n.type == value_type::any) found = n.as<any>(); });
    return found;
  };
  const auto *before = open_content(m), *after = open_content(copy);
  ASSERT_TRUE(before && after && before->binding_count == 1 && after->binding_count == 1);
  EXPECT_NE(before->ptr, after->ptr);
  EXPECT_NE(before->bindings, after->bindings);
  EXPECT_NE(before->bindings->prefix, after->bindings->prefix);
  EXPECT_NE(before->bindings->uri, after->bindings->uri);
}

TEST(own, knows_a_component_by_its_whole_name) {
  EXPECT_TRUE(codec::is_identifier_of("ReportEntry10", "ReportEntry10"));
  EXPECT_FALSE(codec::is_identifier_of("ReportEntry10", "ReportEntry1"));
  EXPECT_FALSE(codec::is_identifier_of("ReportEntry1", "ReportEntry10"));
  EXPECT_TRUE(codec::is_identifier_of("Max_35_Text", "Max-35.Text"));
  EXPECT_TRUE(codec::is_identifier_of("union_", "union"));
}

TEST(own, copies_components) {
  owned<model::PartyIdentification135> debtor;
  {
    reader r;
    const auto* const doc = r.read(credit_transfer_xml).valid<pacs_008_001_08::Document>();
    debtor = own(doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front().Dbtr);
  }
  ASSERT_TRUE(static_cast<bool>(debtor));
  EXPECT_EQ(debtor->Nm.view(), "Fisher & Sons <Boston>");
  EXPECT_EQ(debtor->PstlAdr->AdrLine[1].view(), "Boston");
}

TEST(own, copies_root_structs) {
  owned<pacs_008_001_08::Document> doc;
  {
    reader r;
    doc = own(*r.read(credit_transfer_xml).valid<pacs_008_001_08::Document>());
  }
  builder b;
  EXPECT_EQ(written(b.message(*doc)), credit_transfer_xml);
}

TEST(own, a_list_of_a_copy_can_grow) {
  reader r;
  auto doc = own(*r.read(credit_transfer_xml).valid<pacs_008_001_08::Document>());
  builder b;
  auto& lines = doc->FIToFICstmrCdtTrf.CdtTrfTxInf.front().Dbtr.PstlAdr->AdrLine;
  for (int i = 0; i < 5; ++i) b.push(lines, text("more"));
  EXPECT_EQ(lines.size(), 7u);
  EXPECT_EQ(lines[6].view(), "more");
}

TEST(own, long_lists) {
  builder b;
  auto doc = credit_transfer(b);
  auto& all = doc.FIToFICstmrCdtTrf.CdtTrfTxInf;
  const auto first = all.front();
  for (int i = 1; i < 1000; ++i) b.push(all, first);
  const auto m = b.message(doc);
  EXPECT_TRUE(same_text(own(m), m));
}

TEST(own, nothing_stays_nothing) {
  EXPECT_FALSE(own(message()));
  EXPECT_FALSE(owned_message().get());
  EXPECT_FALSE(owned<model::PostalAddress24>());
}

TEST(own, moves_without_moving_the_message) {
  reader r;
  auto a = own(r.read(credit_transfer_xml).valid());
  const void* const object = a.get().object();
  const auto b = std::move(a);
  EXPECT_EQ(b.get().object(), object);
  EXPECT_GT(b.bytes(), 0u);
}

}  // namespace writing_test
