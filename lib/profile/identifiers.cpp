#include <iso20022/profile/identifiers.hpp>

#include <algorithm>

namespace iso20022::profile {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }

/// The remainder by 97 of the number that the text is when A is 10 and Z is 35 (ISO 7064, MOD 97-10), read on from `before`.
unsigned remainder_97(std::string_view text, unsigned before = 0) {
  for (const char c : text) before = (is_digit(c) ? before * 10 + static_cast<unsigned>(c - '0') : before * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
  return before;
}

/// A list of codes of one length with blanks between them, sorted.
template <std::size_t Length>
bool lists(std::string_view codes, std::string_view code) {
  if (code.size() != Length) return false;
  constexpr std::size_t step = Length + 1;
  std::size_t low = 0, high = (codes.size() + 1) / step;
  while (low < high) {
    const auto middle = (low + high) / 2;
    const auto order = codes.substr(middle * step, Length).compare(code);
    if (order == 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

// ISO 13616, registry of 2025: country and length.
constexpr std::string_view ibans =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 "
    "FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 "
    "LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 "
    "SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

// ISO 4217, currencies in use, by digits behind the point.
constexpr std::string_view without_minor_units = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view with_two =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP "
    "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD "
    "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR "
    "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU "
    "UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";
constexpr std::string_view with_three = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view with_four = "CLF UYW";

constexpr std::string_view countries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI "
    "CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ "
    "GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG "
    "PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK "
    "TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

}  // namespace

bool is_routing_number(std::string_view s) {
  if (s.size() != 9 || !std::ranges::all_of(s, is_digit)) return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < 9; i += 3)
    sum += 3u * static_cast<unsigned>(s[i] - '0') + 7u * static_cast<unsigned>(s[i + 1] - '0') + static_cast<unsigned>(s[i + 2] - '0');
  return sum % 10 == 0;
}

bool is_iban(std::string_view s) {
  if (s.size() < 15 || s.size() > 34 || !std::ranges::all_of(s, is_alphanumeric) || !is_digit(s[2]) || !is_digit(s[3])) return false;
  const char known[] = {s[0], s[1], static_cast<char>('0' + s.size() / 10), static_cast<char>('0' + s.size() % 10)};
  return lists<4>(ibans, {known, 4}) && remainder_97(s.substr(0, 4), remainder_97(s.substr(4))) == 1;
}

bool is_lei(std::string_view s) {
  return s.size() == 20 && std::ranges::all_of(s, is_alphanumeric) && is_digit(s[18]) && is_digit(s[19]) && remainder_97(s) == 1;
}

bool is_bic(std::string_view s) {
  return (s.size() == 8 || s.size() == 11) && std::ranges::all_of(s, is_alphanumeric) && is_country(s.substr(4, 2));
}

std::optional<std::uint8_t> minor_units(std::string_view currency) {
  if (lists<3>(with_two, currency)) return 2;
  if (lists<3>(without_minor_units, currency)) return 0;
  if (lists<3>(with_three, currency)) return 3;
  if (lists<3>(with_four, currency)) return 4;
  return {};
}

bool is_country(std::string_view code) { return lists<2>(countries, code); }

}  // namespace iso20022::profile
