// Streams far larger than the memory that they may use.
#include "allocations.hpp"
#include "stream_reports.hpp"

#include <iso20022/codec/stream.hpp>
#include <iso20022/messages/camt_052_001_08.hpp>

#include <gtest/gtest.h>

#include <vector>

namespace stream_test {
namespace {

using iso20022::model::ReportEntry10;
using iso20022::stream;
using iso20022::stream_entry;

constexpr unsigned many = 100'000;

TEST(stream_large, a_hundred_thousand_entries_under_a_memory_ceiling) {
  constexpr std::size_t ceiling = 4u << 20;
  const auto before = allocations::bytes();
  allocations::restart_peak();
  stream s(entry_path);
  report_source source(many);
  std::size_t bytes = 0, entries = 0;
  std::int64_t units = 0;
  const auto add = [&](const stream_entry& e) {
    const auto* const x = e.valid<ReportEntry10>();
    ASSERT_NE(x, nullptr);
    units += x->Amt.value.units;
    EXPECT_EQ(e.index(), ++entries);
  };
  for (auto piece = source.next(); !piece.empty(); piece = source.next()) {
    bytes += piece.size();
    s.push(piece, add);
  }
  EXPECT_TRUE(s.finish(add).ok()) << s.report().to_text();
  EXPECT_EQ(entries, many);
  EXPECT_EQ(units, std::int64_t{many} * (many + 1) / 2 * 100 + std::int64_t{many} * 25);
  EXPECT_GT(bytes, 100u << 20);
  EXPECT_EQ(s.statistics().fast, many);
  if (allocations::are_counted) { EXPECT_LT(allocations::peak() - before, ceiling); }
}

TEST(stream_large, an_error_in_entry_73512_is_reported_there_and_the_rest_is_read) {
  const auto spoil = [](unsigned n, std::string& entry) {
    if (n == 73'512) entry.replace(entry.find("USD"), 3, "US");
  };
  stream s(entry_path);
  report_source source(many, 1, spoil);
  std::size_t bytes = 0, entries = 0, bad_at = 0;
  std::string path;
  const auto look = [&](const stream_entry& e) {
    ++entries;
    if (e.ok()) return;
    EXPECT_EQ(e.index(), 73'512u);
    EXPECT_EQ(e.path(), "/Document/BkToCstmrAcctRpt/Rpt[1]/Ntry[73512]");
    ASSERT_EQ(e.issues().size(), 1u);
    path = e.issues()[0].path;
    EXPECT_EQ(e.issues()[0].offset, bad_at);
    EXPECT_EQ(e.issues()[0].line, 7u + 73'511u * 9u + 3u);
    EXPECT_EQ(e.issues()[0].column, 19u);
    EXPECT_EQ(e.valid<ReportEntry10>(), nullptr);
    EXPECT_EQ(e.partial<ReportEntry10>()->NtryRef.view(), "N-73512");
  };
  for (unsigned n = 0;; ++n) {
    const auto piece = source.next();
    if (piece.empty()) break;
    if (n == 73'512) bad_at = bytes + piece.find("US\"");
    bytes += piece.size();
    s.push(piece, look);
  }
  EXPECT_EQ(s.finish(look).issues.size(), 1u);
  EXPECT_EQ(path, "/Document/BkToCstmrAcctRpt/Rpt[1]/Ntry[73512]/Amt/@Ccy");
  EXPECT_EQ(entries, many);
  EXPECT_EQ(s.statistics().general, 1u);
}

/// Allocations while the second half of 2,000 entries is read.
std::size_t allocations_of_the_second_half(iso20022::stream_options o, report_source::change change = {}) {
  constexpr unsigned entries = 2000;
  stream s(entry_path, iso20022::schema::registry::builtin(), o);
  std::vector<std::string> pieces;
  report_source source(entries, 1, change);
  for (auto piece = source.next(); !piece.empty(); piece = source.next()) pieces.emplace_back(piece);
  std::size_t before = 0, seen = 0;
  const auto count = [&](const stream_entry&) { ++seen; };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i == pieces.size() / 2) before = allocations::count();
    s.push(pieces[i], count);
  }
  const auto used = allocations::count() - before;
  EXPECT_TRUE(s.finish(count).ok());
  EXPECT_EQ(seen, entries);
  return used;
}

TEST(stream_large, allocates_nothing_in_steady_state) {
  if (!allocations::are_counted) GTEST_SKIP() << "the address sanitizer allocates by itself";
  EXPECT_EQ(allocations_of_the_second_half({}), 0u);
  EXPECT_EQ(allocations_of_the_second_half({.buffer_bytes = 8192}), 0u);
  EXPECT_EQ(allocations_of_the_second_half({.general_only = true}), 0u);
  const auto comment = [](unsigned, std::string& entry) { entry.insert(entry.find("<Sts>"), "<!-- unusual -->"); };
  EXPECT_EQ(allocations_of_the_second_half({}, comment), 0u);
}

}  // namespace
}  // namespace stream_test
