#include <iso20022/envelope/message_id.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <set>

namespace iso20022::envelope {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

TEST(MessageId, IsTakenApart) {
  const auto id = parse_message_id("20260401990000027Scenario1Step1");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->day, 2026y / 4 / 1);
  EXPECT_EQ(id->connection_party, "990000027");
  EXPECT_EQ(id->reference, "Scenario1Step1");
  EXPECT_TRUE(parse_message_id("20260401ABCdef0271"));
  EXPECT_TRUE(parse_message_id("20240229990000027123456789012345678"));
}

TEST(MessageId, IsRefusedInAnyOtherForm) {
  for (const char* id : {"", "20260401990000027", "202604019900000271234567890123456789", "20260431990000027A", "20230229990000027A",
                         "20261301990000027A", "2026040199000002-A", "20260401 90000027A", "2O260401990000027A", "20260400990000027A"})
    EXPECT_FALSE(parse_message_id(id)) << id;
}

TEST(MessageId, IsMadeOnceAndNeverAgain) {
  message_ids a("990000027", 1), b("990000027", 2), c("990000027"), d("990000027");
  const auto now = sys_days(2026y / 1 / 1) + 4h + 59min;  // still December in New York
  EXPECT_EQ(a.next(now), "20251231990000027000000000010000000");
  EXPECT_EQ(a.next(now + 1min), "20260101990000027000000000010000001");
  std::set<std::string> all;
  for (int i = 0; i < 1000; ++i)
    for (auto* maker : {&a, &b, &c, &d}) {
      const auto id = maker->next(now);
      EXPECT_TRUE(parse_message_id(id)) << id;
      EXPECT_TRUE(all.insert(id).second) << id;
    }
  EXPECT_EQ(message_ids("990000027", ~std::uint64_t{0}).next(now), "20251231990000027LygHa16AHYF0000000");
}

TEST(Uetr, IsAVersion4Uuid) {
  std::byte all[16], none[16]{};
  std::fill(std::begin(all), std::end(all), std::byte{0xFF});
  EXPECT_EQ(make_uetr(all), "ffffffff-ffff-4fff-bfff-ffffffffffff");
  EXPECT_EQ(make_uetr(none), "00000000-0000-4000-8000-000000000000");
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto id = make_uetr();
    EXPECT_TRUE(is_uetr(id)) << id;
    EXPECT_TRUE(seen.insert(id).second);
  }
  for (const char* id : {"", "8a562c67-ca16-48ba-b074-65581be6f01", "8A562c67-ca16-48ba-b074-65581be6f011", "8a562c67-ca16-38ba-b074-65581be6f011",
                         "8a562c67-ca16-48ba-c074-65581be6f011", "8a562c67cca16-48ba-b074-65581be6f011", "8a562c67-ca16-48ba-b074-65581be6f01g"})
    EXPECT_FALSE(is_uetr(id)) << id;
}

}  // namespace
}  // namespace iso20022::envelope
