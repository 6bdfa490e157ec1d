// Streams: pushed and pulled, what is handed out, what stops them.
#include "general_messages.hpp"
#include "stream_reports.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/stream.hpp>
#include <iso20022/messages/camt_052_001_08.hpp>
#include <iso20022/messages/pacs_008_001_08.hpp>

#include <gtest/gtest.h>

#include <cstdio>
#include <unistd.h>

namespace stream_test {
namespace {

using iso20022::issue_code;
using iso20022::stream;
using iso20022::stream_entry;
using iso20022::stream_options;
using iso20022::model::ReportEntry10;

const auto& builtin = iso20022::schema::registry::builtin();

std::string codes_of(const iso20022::report& r) { return general_test::places(r); }

struct seen {
  std::vector<std::string> references;
  std::string issues;
};

seen push_all(stream& s, std::string_view xml, std::size_t step) {
  seen out;
  const auto look = [&](const stream_entry& e) {
    const auto* const x = e.partial<ReportEntry10>();
    out.references.push_back(x ? std::string(x->NtryRef.view()) : std::string());
  };
  for (; !xml.empty(); xml.remove_prefix(std::min(step, xml.size()))) s.push(xml.substr(0, step), look);
  out.issues = codes_of(s.finish(look));
  return out;
}

TEST(stream, hands_out_entries_however_the_chunks_are_cut) {
  const auto special = [](unsigned n, std::string& e) {
    if (n == 2) e.replace(e.find("more"), 4, "\xC3\xA9\xF0\x9F\x98\x80 &#xE9;\r\n]] ");
  };
  const auto xml = whole(report_source(3, 1, special));
  for (const std::size_t step : {1, 2, 3, 7, 64, 1000, 100000}) {
    stream s(entry_path);
    const auto got = push_all(s, xml, step);
    EXPECT_EQ(got.issues, "");
    EXPECT_EQ(got.references, (std::vector<std::string>{"N-1", "N-2", "N-3"})) << step;
    EXPECT_TRUE(s.is_done());
  }
}

/// What is thrown away is counted, wherever the buffer is cut: also between CR and LF, and behind thousands of line ends.
TEST(stream, counts_the_lines_of_what_it_has_thrown_away) {
  for (unsigned blanks = 0; blanks < 90; ++blanks) {
    const auto odd = [&](unsigned n, std::string& e) {
      e.insert(e.find("<Sts>"), "\r\n" + std::string(blanks, ' '));
      e += "\r\n" + std::string(blanks, ' ');
      if (n == 40) e.replace(e.find("CRDT"), 4, "CRDX");
    };
    const auto xml = whole(report_source(41, 1, odd));
    stream s(entry_path, builtin, {.buffer_bytes = 4096});
    EXPECT_EQ(push_all(s, xml, 500).issues, codes_of(iso20022::reader().read(xml).report())) << blanks;
  }
  auto xml = whole(report_source(200, 1, [](unsigned n, std::string& e) {
    if (n == 200) e.replace(e.find("CRDT"), 4, "CRDX");
  }));
  xml.insert(xml.find("<Ntry>"), std::string(40'000, '\n'));
  stream s(entry_path, builtin, {.buffer_bytes = 16384});
  EXPECT_EQ(push_all(s, xml, 4096).issues, codes_of(iso20022::reader().read(xml).report()));
}

TEST(stream, is_done_behind_an_unusual_entry) {
  const auto wrong = [](unsigned n, std::string& e) {
    if (n >= 3) e.replace(e.find("CRDT"), 4, "CRDX");
  };
  for (const std::size_t step : {7, 2000, 100000}) {
    stream s(entry_path);
    EXPECT_EQ(push_all(s, whole(report_source(4, 1, wrong)), step).references.size(), 4u);
    EXPECT_TRUE(s.is_done()) << step;
  }
}

TEST(stream, is_pulled_from_files_and_pipes) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const auto xml = whole(report_source(4));
  ASSERT_EQ(::write(ends[1], xml.data(), xml.size()), static_cast<ssize_t>(xml.size()));
  ::close(ends[1]);
  stream s(entry_path);
  s.pull(iso20022::from_descriptor(ends[0]));
  unsigned n = 0;
  for (const stream_entry& e : s) EXPECT_EQ(e.index(), ++n);
  ::close(ends[0]);
  EXPECT_EQ(n, 4u);
  EXPECT_TRUE(s.report().ok() && s.is_done() && !s.source_error());

  const auto name = testing::TempDir() + "stream_test.xml";
  auto* const file = std::fopen(name.c_str(), "w");
  std::fwrite(xml.data(), 1, xml.size(), file);
  std::fclose(file);
  auto source = iso20022::from_file(name);
  ASSERT_TRUE(source);
  s.restart();
  s.pull(*source);
  n = 0;
  for (const stream_entry& e : s) n += e.ok();
  EXPECT_EQ(n, 4u);
  std::remove(name.c_str());
  EXPECT_EQ(iso20022::from_file(name).error().code, "IO-OPEN");
}

TEST(stream, says_when_its_source_fails) {
  stream s(entry_path);
  s.pull(iso20022::from_descriptor(-1));
  EXPECT_EQ(s.next(), nullptr);
  ASSERT_TRUE(s.source_error());
  EXPECT_EQ(s.source_error()->code, "IO-READ");
  EXPECT_EQ(codes_of(s.report()), "XML-EMPTY  1:1\n");
}

TEST(stream, keeps_what_surrounds_the_entries) {
  stream s(entry_path);
  const auto xml = whole(report_source(2));
  const auto around = [&] { return s.surroundings().as<iso20022::camt_052_001_08::Document>(); };
  s.push(std::string_view(xml));
  ASSERT_NE(s.next(), nullptr);
  EXPECT_TRUE(s.has_path());
  const auto* d = around();
  ASSERT_NE(d, nullptr);
  EXPECT_EQ(d->BkToCstmrAcctRpt.GrpHdr.MsgId.view(), "REPORT-1");
  EXPECT_EQ(d->BkToCstmrAcctRpt.Rpt.size(), 1u);
  EXPECT_EQ((*d->BkToCstmrAcctRpt.Rpt.begin()).Id.view(), "R-1");
  EXPECT_FALSE((*d->BkToCstmrAcctRpt.Rpt.begin()).AddtlRptInf);
  while (s.next()) {}
  s.finish();
  while (s.next()) {}
  EXPECT_EQ((*around()->BkToCstmrAcctRpt.Rpt.begin()).AddtlRptInf.view(), "the end");
  EXPECT_TRUE(s.report().ok());
}

TEST(stream, gives_entries_to_generic_access) {
  stream s(entry_path);
  const auto xml = whole(report_source(1));
  s.push(std::string_view(xml));
  const auto* const e = s.next();
  ASSERT_NE(e, nullptr);
  EXPECT_EQ(e->type_name(), "ReportEntry10");
  EXPECT_EQ(get(e->alone(), "/Document/BkToCstmrAcctRpt/Rpt/Ntry/Amt"), "1.25");
  EXPECT_EQ(e->partial<iso20022::model::GroupHeader81>(), nullptr);
}

TEST(stream, works_for_other_kinds_of_messages_and_for_their_prefixes) {
  const auto payment = general_test::changed(
      general_test::payment, {{"xmlns=", "xmlns:p=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\" xmlns="}});
  std::string prefixed;
  for (std::size_t i = 0; i < general_test::payment.size(); ++i) {
    const auto rest = general_test::payment.substr(i);
    prefixed += general_test::payment[i];
    if (rest.starts_with("</")) prefixed += "/p:", ++i;
    else if (rest[0] == '<' && rest[1] != '?') prefixed += "p:";
  }
  prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:p=");
  for (const auto& xml : {payment, prefixed}) {
    stream s("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf");
    s.push(std::string_view(xml));
    s.finish();
    const auto* const e = s.next();
    ASSERT_NE(e, nullptr) << s.report().to_text();
    ASSERT_NE(e->valid<iso20022::model::CreditTransferTransaction39>(), nullptr);
    EXPECT_EQ(e->valid<iso20022::model::CreditTransferTransaction39>()->PmtId.EndToEndId.view(), "E-1");
    EXPECT_EQ(s.next(), nullptr);
    EXPECT_TRUE(s.report().ok());
    EXPECT_EQ(s.statistics().fast, 1u);
  }
}

TEST(stream, reports_what_is_cut_off_when_it_is_finished) {
  auto xml = whole(report_source(2));
  xml.resize(xml.rfind("<RmtInf>") + 20);
  stream s(entry_path);
  const auto got = push_all(s, xml, 100);
  EXPECT_EQ(got.references, std::vector<std::string>{"N-1"});
  EXPECT_EQ(codes_of(s.report()), codes_of(iso20022::reader().read(xml).report()));
  EXPECT_NE(got.issues.find("XML-UNCLOSED /Document/BkToCstmrAcctRpt/Rpt[1]/Ntry[2]/NtryDtls[1]"), std::string::npos)
      << got.issues;
}

TEST(stream, delivers_what_came_before_something_that_cannot_be_read) {
  auto xml = whole(report_source(3));
  xml += "<Another/>";
  stream s(entry_path);
  const auto got = push_all(s, xml, 1000);
  EXPECT_EQ(got.references.size(), 3u);
  EXPECT_EQ(got.issues.substr(0, got.issues.find(' ')), "XML-AFTER-ROOT");
}

/// `count` elements where ten may come.
std::string payment_with_reports(unsigned count) {
  std::string all;
  for (unsigned i = 0; i < count; ++i) all += "<RgltryRptg><DbtCdtRptgInd>CRED</DbtCdtRptgInd></RgltryRptg>\n";
  return general_test::changed(general_test::payment, {{"<RmtInf>", all + "<RmtInf>"}});
}

TEST(stream, counts_across_entries) {
  for (const unsigned count : {10u, 12u}) {
    const auto xml = payment_with_reports(count);
    stream s("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf/RgltryRptg");
    unsigned entries = 0;
    s.push(std::string_view(xml));
    s.finish();
    for (const auto& e : s) EXPECT_EQ(e.ok(), ++entries != 11) << entries;  // one issue for all that are too many
    EXPECT_EQ(entries, count);
    EXPECT_EQ(s.statistics().fast, 10u);
    EXPECT_EQ(s.report().ok(), count == 10);
    EXPECT_EQ(codes_of(s.report()), codes_of(iso20022::reader().read(xml).report()));
  }
}

TEST(stream, limits_the_elements_of_one_entry_and_of_all_around_them) {
  const auto xml = whole(report_source(50));
  const auto limited = [&](std::uint32_t elements) {
    stream_options o;
    o.general_only = true;
    o.limits.elements = elements;
    stream s(entry_path, builtin, o);
    return push_all(s, xml, 1000).issues;
  };
  std::uint32_t in_entry = 0;
  const auto one = entry(1);
  for (std::size_t i = 0; i + 1 < one.size(); ++i) in_entry += one[i] == '<' && one[i + 1] != '/';
  ASSERT_GT(in_entry, 12u);  // around them there are 12
  EXPECT_EQ(limited(in_entry), "");
  EXPECT_NE(limited(in_entry - 1).find("LIM-ELEMENTS"), std::string::npos);
}

TEST(stream, refuses_an_entry_that_never_ends) {
  enum class end { comes, hides, hides_of_the_tag };
  const struct { end how; std::size_t buffer; } cases[] = {
      {end::comes, 4096}, {end::comes, 1u << 20}, {end::hides, 4096}, {end::hides_of_the_tag, 4096}};
  for (const auto& [how, buffer] : cases) {
    auto xml = whole(report_source(3, 1, [how = how](unsigned n, std::string& e) {
      if (n != 2) return;
      if (how == end::comes) e = entry(n, 100);
      if (how == end::hides) e = e.substr(0, e.rfind("</TxDtls>")) + "<!--" + std::string(100'000, 'x');
      if (how == end::hides_of_the_tag) e = "<Ntry x=\"" + std::string(5'000'000, 'x');
    }));
    stream s(entry_path, builtin, {.entry_bytes = 50'000, .surrounding_bytes = 1u << 20, .buffer_bytes = buffer});
    const auto got = push_all(s, xml, buffer == 4096 ? 1000 : xml.size());
    EXPECT_EQ(got.references.size(), 1u);
    ASSERT_FALSE(s.report().issues.empty());
    const auto& last = s.report().issues.back();
    EXPECT_EQ(last.code, issue_code::limit_entry);
    EXPECT_EQ(last.path, "/Document/BkToCstmrAcctRpt/Rpt[1]/Ntry[2]");
    EXPECT_NE(last.message.find("50000 bytes for one entry of a stream (stream_options::entry_bytes)"),
              std::string::npos)
        << last.message;
  }
}

TEST(stream, refuses_headers_that_never_end) {
  std::string xml(report_head);
  for (int i = 0; i < 1000; ++i) xml += "</Rpt><Rpt><Id>R</Id><Acct><Id><Othr><Id>123456</Id></Othr></Id></Acct>";
  xml += report_tail;
  stream s(entry_path, builtin, {.surrounding_bytes = 100'000});
  push_all(s, xml, 1000);
  ASSERT_EQ(s.report().issues.size(), 1u);
  EXPECT_EQ(s.report().issues[0].code, issue_code::limit_surroundings);
  EXPECT_NE(s.report().issues[0].message.find("stream_options::surrounding_bytes"), std::string::npos);
}

TEST(stream, says_when_the_message_has_no_such_path) {
  stream s("/Document/Other");
  const auto xml = whole(report_source(2));
  s.push(std::string_view(xml));
  s.finish();
  EXPECT_EQ(s.next(), nullptr);
  EXPECT_FALSE(s.has_path());
  EXPECT_TRUE(s.report().ok());
}

}  // namespace
}  // namespace stream_test
