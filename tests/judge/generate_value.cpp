#include "generate_value.hpp"

#include <algorithm>
#include <cstdio>

namespace iso20022::judge {

using schema::builtin;

std::string value_source::value(const schema::simple& s) {
  if (s.enum_count) return std::string(image_.string(image_.enums()[s.first_enum + r_.below(s.enum_count)]));
  if (s.pattern_count) return patterned(s);
  switch (s.base) {
    case builtin::boolean:
      return boolean();
    case builtin::decimal:
    case builtin::integer:
      return decimal(s);
    case builtin::date:
      return date() + zone();
    case builtin::date_time:
      return date() + "T" + time() + zone();
    case builtin::time:
      return time() + zone();
    case builtin::g_year:
      return year() + zone();
    case builtin::g_year_month:
      return month() + zone();
    case builtin::base64_binary:
      return base64(s);
    case builtin::id:
      return "id" + std::to_string(++ids_);
    case builtin::any_uri:
      return "http://www.example.com/" + text(r_.below(8), false).substr(0, 4);
    default:
      break;
  }
  const unsigned n = length(s.min_len, s.max_len);
  std::string t = text(n, r_.below(1000) < options_.special_per_mille);
  if (s.base != builtin::string) std::ranges::replace(t, ' ', '_');
  return t;
}

std::string value_source::xml(const schema::simple& s) {
  const bool free_text = !s.enum_count && !s.pattern_count && s.value == schema::value_kind::text;
  return to_xml(value(s), free_text && r_.below(1000) < options_.special_per_mille / 4 ? &r_ : nullptr);
}

// The borders are where mistakes are: a tenth of the texts are as long as they may be, a tenth as short.
unsigned value_source::length(unsigned min, unsigned max) {
  const unsigned cap = options_.how == richness::maximal ? 2048 : 400;
  const unsigned top = std::max(min, std::min(max, cap));
  if (options_.how == richness::minimal || options_.only_structure) return min;
  if (options_.how == richness::maximal) return top;
  const unsigned dice = r_.below(10);
  if (dice == 0) return min;
  if (dice == 1) return top;
  return r_.between(min, std::max(min, std::min(top, dice < 8 ? 24u : 140u)));
}

std::string value_source::special_character() {
  static constexpr std::string_view needing[] = {"&", "<", ">", "&", "\"", "'"};
  static constexpr std::string_view wide[] = {"\xC3\xA9",     "\xC3\xBC",     "\xC2\xA0",     "\xDF\xBF",
                                              "\xE0\xA0\x80", "\xE2\x82\xAC", "\xEF\xBF\xBD", "\xED\x9F\xBF",
                                              "\xEE\x80\x80", "\xC2\x80",     "\xC2\x85",     "\xE2\x80\xA8"};
  static constexpr std::string_view astral[] = {"\xF0\x9F\x98\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"};
  if (options_.astral && r_.one_in(16)) return std::string(r_.pick(astral));
  return std::string(r_.one_in(2) ? r_.pick(needing) : r_.pick(wide));
}

std::string value_source::text(unsigned length, bool special) {
  static constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz      .,-/()+:?";
  std::string s;
  const unsigned dense = special && r_.one_in(10) ? 2 : 16;
  const unsigned at = r_.below(length);
  for (unsigned i = 0; i < length; ++i) {
    if (special && (i == at || r_.one_in(dense)))
      s += special_character();
    else
      s += plain[r_.below(i == 0 || i + 1 == length ? 62 : plain.size())];
  }
  return s;
}

std::string value_source::patterned(const schema::simple& s) {
  const auto* dfas = image_.dfas() + s.first_pattern;
  for (int attempt = 0; attempt < 200; ++attempt) {
    const auto v = by_pattern(dfas[0], s.min_len, s.max_len);
    if (!v) continue;
    const bool all =
        std::all_of(dfas + 1, dfas + s.pattern_count, [&](const auto& d) { return accepts(image_, d, *v); });
    if (all) return *v;
  }
  std::fprintf(stderr, "no value found for the patterns of %s\n", std::string(image_.string(s.name)).c_str());
  return "?";
}

std::string value_source::decimal(const schema::simple& s) {
  const bool integer = s.base == builtin::integer;
  const unsigned total = s.total_digits == schema::unbounded ? 18 : s.total_digits;
  const unsigned most = integer ? 0 : std::min(total, s.fraction_digits == schema::unbounded ? 5 : s.fraction_digits);
  for (int attempt = 0; attempt < 100; ++attempt) {
    const bool borders = options_.how == richness::maximal || (options_.how == richness::random && r_.one_in(8));
    const unsigned fraction = options_.how == richness::minimal ? 0
                              : borders                         ? most
                                                                : r_.between(0, std::min(most, 2u));
    const unsigned room = total - fraction;
    const unsigned whole = options_.how == richness::minimal ? 1
                           : borders                         ? room
                                                             : r_.between(1, std::max(1u, std::min(room, 7u)));
    if (whole > room && fraction == 0) continue;
    std::string d;
    if (attempt > 50)
      d = std::string(1, static_cast<char>('0' + attempt % 10));
    else
      for (unsigned i = 0; i < std::min(whole, room); ++i)
        d += static_cast<char>((i ? '0' : '1') + r_.below(i ? 10 : 9));
    if (d.empty()) d = "0";
    if (fraction) d += ".";
    for (unsigned i = 0; i < fraction; ++i) d += static_cast<char>('0' + r_.below(10));
    if (within(s, d)) return d;
  }
  return "0";
}

std::string value_source::base64(const schema::simple& s) {
  static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const unsigned n = length(std::max(1u, s.min_len), std::min(s.max_len, 300u));
  std::string r;
  for (unsigned i = 0; i + 3 <= n; i += 3)
    for (int k = 0; k < 4; ++k) r += alphabet[r_.below(64)];
  if (n % 3 == 1) r += std::string{alphabet[r_.below(64)], alphabet[r_.below(4) * 16], '=', '='};
  if (n % 3 == 2) r += std::string{alphabet[r_.below(64)], alphabet[r_.below(64)], alphabet[r_.below(16) * 4], '='};
  return r;
}

}  // namespace iso20022::judge
