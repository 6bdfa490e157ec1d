#include <iso20022/profile/identifiers.hpp>

#include <gtest/gtest.h>

#include <string>

namespace iso20022::profile {
namespace {

/// One digit changed, and two neighbouring digits exchanged: what check digits are for.
template <class Check>
void expect_slips_are_seen(const std::string& good, Check check, bool sees_every_exchange) {
  EXPECT_TRUE(check(good)) << good;
  for (std::size_t i = 0; i < good.size(); ++i) {
    if (good[i] < '0' || good[i] > '9') continue;
    auto slip = good;
    for (char c = '0'; c <= '9'; ++c) {
      slip[i] = c;
      EXPECT_EQ(check(slip), c == good[i]) << slip;
    }
    slip = good;
    if (i == 0 || slip[i - 1] == slip[i] || slip[i - 1] > '9' || !sees_every_exchange) continue;
    std::swap(slip[i - 1], slip[i]);
    EXPECT_FALSE(check(slip)) << slip;
  }
}

TEST(Identifiers, RoutingNumbers) {
  for (const char* rtn : {"021150706", "725160144", "011059587"}) expect_slips_are_seen(rtn, is_routing_number, false);
  for (const char* rtn : {"", "02115070", "0211507060", "02115O706", "111111111", " 21150706"}) EXPECT_FALSE(is_routing_number(rtn)) << rtn;
}

TEST(Identifiers, Ibans) {
  // the registry's own examples
  for (const char* iban : {"GB29NWBK60161331926819", "DE89370400440532013000", "FR1420041010050500013M02606", "NO9386011117947",
                           "MT84MALT011000012345MTLCAST001S", "SC18SSCB11010000000000001497USD"})
    expect_slips_are_seen(iban, is_iban, true);
  for (const char* iban : {"", "GB29 NWBK60161331926819", "gb29NWBK60161331926819", "US29370400440532013000", "DE8937040044053201300", "DE893704004405320130000", "DEA9370400440532013000"})
    EXPECT_FALSE(is_iban(iban)) << iban;
}

TEST(Identifiers, LegalEntities) {
  expect_slips_are_seen("5493001KJTIIGC8Y1R12", is_lei, true);
  for (const char* lei : {"", "5493001KJTIIGC8Y1R1", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R122", "5493001KJTIIGC8Y1RAB"}) EXPECT_FALSE(is_lei(lei)) << lei;
}

TEST(Identifiers, BusinessIdentifiers) {
  for (const char* bic : {"DEUTDEFF", "DEUTDEFF500", "CHASUS33XXX"}) EXPECT_TRUE(is_bic(bic)) << bic;
  for (const char* bic : {"", "DEUTZZFF", "DEUTDEF", "DEUTDEFF5", "deutdeff"}) EXPECT_FALSE(is_bic(bic)) << bic;
}

TEST(Identifiers, CurrenciesHaveTheirDigits) {
  const struct { const char* currency; int digits; } all[] = {{"USD", 2}, {"JPY", 0}, {"KWD", 3}, {"CLF", 4}, {"AED", 2}, {"ZWG", 2}, {"BIF", 0}, {"XPF", 0}, {"TND", 3}, {"UYW", 4}};
  for (const auto& a : all) EXPECT_EQ(minor_units(a.currency), a.digits) << a.currency;
  for (const char* none : {"", "US", "USDD", "usd", "DEM", "XXX", "U D"}) EXPECT_FALSE(minor_units(none)) << none;
}

TEST(Identifiers, Countries) {
  for (const char* country : {"AD", "US", "ZW", "XK", "MM"}) EXPECT_TRUE(is_country(country)) << country;
  for (const char* none : {"", "U", "USA", "us", "ZZ", "AA", "UK"}) EXPECT_FALSE(is_country(none)) << none;
}

}  // namespace
}  // namespace iso20022::profile
