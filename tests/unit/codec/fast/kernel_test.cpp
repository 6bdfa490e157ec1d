// Every instruction set must do what the reference does, and the reference what a few lines of plain code say.
#include "kernel_api.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace iso20022::fast {
namespace {

/// Text with readable bytes on both sides, as the reader guarantees.
struct padded {
  explicit padded(std::string_view s)
      : bytes(std::string(64, '<') + std::string(s) + std::string(padding, '<')), size(s.size()) {}
  const char* begin() const { return bytes.data() + 64; }
  const char* end() const { return begin() + size; }
  std::string_view view() const { return {begin(), size}; }
  std::string bytes;
  std::size_t size;
};

/// What the index means, one byte after the other.
indexed plain_index(std::string_view s) {
  indexed r;
  bool special = false, counting = false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto c = static_cast<unsigned char>(s[i]);
    const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (c == '<') {
      r.entries.push_back(static_cast<entry>(i * 2 + special));
      special = false;
    } else if (c == '&' || c == ']' || c == '\r' || c >= 128 || (c < ' ' && !white)) {
      special = true;
    }
    if (counting && !white) r.texts += c != '<';
    if (counting && !white) counting = false;
    if (c == '>') counting = true;
  }
  return r;
}

std::string random_text(std::mt19937& random, std::string_view alphabet, std::size_t size) {
  std::string s(size, ' ');
  for (auto& c : s) c = alphabet[random() % alphabet.size()];
  return s;
}

TEST(Kernels, IndexIsWhatItMeans) {
  std::mt19937 random(1);
  const std::string alphabet("<<>>  \n\r\tab]&\x80\xc3\x01\x7e\xa0", 18);
  for (int round = 0; round < 3000; ++round) {
    const padded text(random_text(random, alphabet, random() % 700));
    for (const auto& k : kernels())
      ASSERT_EQ(k.index(text.view(), nullptr), plain_index(text.view())) << k.name << " round " << round;
  }
}

TEST(Kernels, LongTextsAreIndexedWindowByWindow) {
  std::mt19937 random(3);
  for (const std::string_view alphabet : {"<", "<>", "a", "<> \n\rab]&", "<aaaaaaaaaaaaaaaaaaaaaaaaaaaa>"})
    for (const std::size_t size : {index_window::capacity, index_window::usual_bytes - 1, index_window::usual_bytes,
                                   3 * index_window::usual_bytes + 5}) {
      const padded text(random_text(random, alphabet, size));
      const auto want = plain_index(text.view());
      std::string copy(size + padding, '#');
      for (const auto& k : kernels()) {
        const auto got = k.index(text.view(), copy.data());
        ASSERT_EQ(got, want) << k.name << " of " << alphabet << " times " << size;
        EXPECT_LE(got.most, index_window::capacity + 64) << "the index has no more room";
        ASSERT_EQ(copy.compare(0, size, text.view()), 0) << k.name;
      }
    }
}

TEST(Kernels, DecimalsAgree) {
  std::mt19937 random(2);
  schema::row r{};
  r.total_digits = 18;
  r.fraction_digits = 5;
  int accepted = 0;
  for (int round = 0; round < 200000; ++round) {
    const padded text(random_text(random, round % 4 ? "0123456789." : "019.-+ e/:", random() % 19));
    decimal want, got;
    const auto all = kernels();
    const bool ok = all[0].decimal(text.begin(), text.end(), r, want);
    accepted += ok;
    if (ok) {
      EXPECT_EQ(want, decimal(text.view())) << text.view();
    }
    for (const auto& k : all) {
      const bool mine = k.decimal(text.begin(), text.end(), r, got = {});
      if (text.size <= 16) {
        ASSERT_EQ(mine, ok) << k.name << " '" << text.view() << "'";
      }
      if (mine) {
        ASSERT_TRUE(got.units == want.units && got.digits_after_point == want.digits_after_point) << k.name << text.view();
      }
    }
  }
  EXPECT_GT(accepted, 1000);
}

TEST(Kernels, DatesAgree) {
  const char* const dates[] = {"2024-02-29",  "2023-02-29", "1900-02-29", "2000-02-29", "2023-12-31",
                               "2023-13-01",  "2023-00-10", "2023-04-31", "2023-1-011", "0000-01-01",
                               "2023-06-04Z", "2023/06/04", "2023-06-0a", "0001-01-01"};
  const bool valid[] = {true, false, false, true, true, false, false, false, false, false, false, false, false, true};
  for (std::size_t i = 0; i < std::size(dates); ++i) {
    const padded text(dates[i]);
    for (const auto& k : kernels()) {
      date d;
      EXPECT_EQ(k.date(text.begin(), static_cast<std::uint32_t>(text.size), d), valid[i]) << k.name << " " << dates[i];
      if (valid[i]) {
        EXPECT_EQ(d.year, (dates[i][0] - '0') * 1000 + (dates[i][1] - '0') * 100 + (dates[i][2] - '0') * 10 +
                              dates[i][3] - '0');
      }
    }
  }
}

TEST(Kernels, DateTimesAgree) {
  std::mt19937 random(3);
  const std::string seeds[] = {"2023-06-04T10:55:26-04:00", "2023-06-04T10:55:26.123Z", "2023-06-04T23:59:59.1234567+14:00",
                               "2023-06-04T10:55:26", "2023-06-04T00:00:00.5", "2024-02-29T12:00:00.123456789-14:00"};
  int accepted = 0;
  for (int round = 0; round < 100000; ++round) {
    std::string s = seeds[random() % std::size(seeds)];
    for (unsigned changes = random() % 3; changes; --changes) s[random() % s.size()] = "0123456789-:T+Z. "[random() % 17];
    const padded text(s);
    date_time want, got;
    const auto all = kernels();
    const auto n = static_cast<std::uint32_t>(text.size);
    const bool ok = all[0].date_time(text.begin(), n, want);
    accepted += ok;
    for (const auto& k : all) {
      ASSERT_EQ(k.date_time(text.begin(), n, got = {}), ok) << k.name << " " << s;
      if (ok) {
        ASSERT_EQ(got, want) << k.name << " " << s;
      }
    }
  }
  EXPECT_GT(accepted, 10000);
}

TEST(Kernels, PatternsAgree) {
  std::mt19937 random(4);
  alignas(64) schema::positional form{};
  const std::string_view capitals = "AZ", digits = "09";
  for (int i = 0; i < 64; ++i) {  // [A-Z]{2} then [A-Z0-9]*
    for (int r = 0; r < 4; ++r) {
      const auto range = i >= 2 && r ? digits : capitals;
      form.low[r][i] = static_cast<schema::u8>(range[0]);
      form.width[r][i] = static_cast<schema::u8>(range[1] - range[0]);
    }
  }
  form.ranges = 2;
  form.lengths = 1u << 8 | 1u << 11 | std::uint64_t{1} << 40;
  int accepted = 0;
  for (int round = 0; round < 50000; ++round) {
    const padded text(random_text(random, round % 8 ? "ABYZ" : "AZ019a@[", random() % 45));
    const auto n = static_cast<std::uint32_t>(text.size);
    bool want = n == 8 || n == 11 || n == 40;
    for (std::uint32_t i = 0; i < n; ++i) {
      const char c = text.begin()[i];
      want &= (c >= 'A' && c <= 'Z') || (i >= 2 && c >= '0' && c <= '9');
    }
    accepted += want;
    for (const auto& k : kernels()) ASSERT_EQ(k.matches(&form, text.begin(), n), want) << k.name << " " << text.view();
  }
  EXPECT_GT(accepted, 100);
}

TEST(Kernels, TagComparisonsAgree) {
  std::mt19937 random(5);
  for (int round = 0; round < 50000; ++round) {
    const unsigned n = 3 + random() % 30;
    const std::string tag = "/" + random_text(random, "ABab", n - 2) + ">";
    std::string padded_tag = tag + std::string(32 - n, '\0'), other = padded_tag;
    if (random() % 2) other[random() % 32] ^= 1;
    const padded start(other), end(padded_tag);
    const auto full = static_cast<std::uint32_t>((std::uint64_t{1} << n) - 1);
    bool want = false;
    for (unsigned i = 1; i < n; ++i) want |= other[i] != padded_tag[i];
    for (const auto& k : kernels()) {
      ASSERT_EQ(k.differs(start.begin(), padded_tag.data(), full & ~1u), want) << k.name;
      const std::uint64_t both = (full & ~1u) | static_cast<std::uint64_t>(full) << 32;
      ASSERT_EQ(k.differs_both(start.begin(), end.begin(), padded_tag.data(), both), want) << k.name;
    }
  }
}

TEST(Kernels, SmallThings) {
  for (const auto& k : kernels()) {
    EXPECT_EQ(k.extract(0xf0f0, 0xff00), 0xf0u) << k.name;
    EXPECT_EQ(k.extract(0b101010, 0b111000), 0b101u) << k.name;
    for (const char* good : {" Ccy=\"USD\">1", " Ccy=\"EUR\">"}) EXPECT_TRUE(k.currency(padded(good).begin())) << k.name;
    for (const char* bad : {" Ccy=\"USd\">", " Ccy='USD'>", " Ccy=\"US\">1", " Ccx=\"USD\">", " Ccy=\"USD\" "})
      EXPECT_FALSE(k.currency(padded(bad).begin())) << k.name << bad;
  }
}

}  // namespace
}  // namespace iso20022::fast
