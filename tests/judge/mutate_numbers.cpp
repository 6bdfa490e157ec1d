// Decimals, integers and booleans at the borders of digits, bounds and form.
#include <algorithm>

#include "mutate.hpp"

namespace iso20022::judge {

namespace {

bool is_decimal(const schema::simple& s) { return s.value == schema::value_kind::decimal && s.enum_count == 0; }
bool is_boolean(const schema::simple& s) { return s.value == schema::value_kind::boolean; }

const placed* decimal_leaf(edits& e) { return e.leaf_where(is_decimal); }

std::string digits(random& r, unsigned n) {
  std::string s;
  while (s.size() < n) s += static_cast<char>('1' + r.below(9));
  return s;
}

/// `whole` digits, a point, `fraction` digits.
std::string number(random& r, unsigned whole, unsigned fraction) {
  std::string s = whole ? digits(r, whole) : r.one_in(2) ? "0" : "";
  if (fraction) s += "." + digits(r, fraction);
  return s;
}

bool set(edits& e, const placed* l, std::string v) { return l ? (e.set_text(*l, std::move(v)), true) : false; }

/// The value as it stands, changed.
template <class F>
bool change(edits& e, F f) {
  const auto* l = decimal_leaf(e);
  return set(e, l, l ? f(std::string(e.text(*l))) : "");
}

std::string decimal_text(std::int64_t units, unsigned scale) {
  std::string s = std::to_string(units < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(units)
                                           : static_cast<std::uint64_t>(units));
  while (s.size() <= scale) s.insert(0, "0");
  if (scale) s.insert(s.size() - scale, ".");
  return (units < 0 ? "-" : "") + s;
}

constexpr mutation table[] = {
    {"numbers", "total digits, and one more",
     [](edits& e) {
       const auto* l = e.leaf_where([](const auto& s) { return is_decimal(s) && s.total_digits != schema::unbounded; });
       if (!l) return false;
       const auto& s = *e.simple_of(*l);
       const unsigned total = s.total_digits + e.r.below(2);
       const unsigned most = s.fraction_digits == schema::unbounded ? total : std::min(s.fraction_digits, total);
       const unsigned fraction = s.base == schema::builtin::integer ? 0 : e.r.between(0, most);
       return set(e, l, number(e.r, total - fraction, fraction));
     }},
    {"numbers", "total digits with zeros around",
     [](edits& e) {
       const auto* l = e.leaf_where([](const auto& s) { return is_decimal(s) && s.total_digits != schema::unbounded; });
       if (!l) return false;
       std::string v = number(e.r, e.simple_of(*l)->total_digits - 1 + e.r.below(3), 0);
       v = std::string(e.r.below(4), '0') + v;
       if (e.r.one_in(2)) v += "." + std::string(e.r.below(30), '0');
       return set(e, l, v);
     }},
    {"numbers", "fraction digits, and one more",
     [](edits& e) {
       const auto* l =
           e.leaf_where([](const auto& s) { return is_decimal(s) && s.fraction_digits != schema::unbounded; });
       if (!l) return false;
       std::string v = number(e.r, e.r.below(3), e.simple_of(*l)->fraction_digits + e.r.below(2));
       if (e.r.one_in(3)) v += std::string(e.r.between(1, 25), '0');
       return set(e, l, v);
     }},
    {"numbers", "digits beyond any machine's",
     [](edits& e) {
       const unsigned whole = e.r.between(17, 70);
       return set(e, decimal_leaf(e), number(e.r, whole, e.r.one_in(2) ? e.r.between(1, 40) : 0));
     }},
    {"numbers", "around 18, 19 and 20 digits",
     [](edits& e) {
       static constexpr std::string_view some[] = {
           "999999999999999999",   "1000000000000000000",  "9223372036854775807",   "9223372036854775808",
           "18446744073709551615", "18446744073709551616", "0.999999999999999999",  "9999999999999.99999",
           "99999999999999.9999",  "999999999999999999.0", "000000000000000000001", "0000000000000000000.1"};
       return set(e, decimal_leaf(e), std::string(e.r.pick(some)));
     }},
    {"numbers", "sign",
     [](edits& e) {
       static constexpr std::string_view signs[] = {"-", "+", "--", "+-", "- ", "\xE2\x88\x92"};
       return change(e, [&](std::string v) { return std::string(e.r.pick(signs)) + v; });
     }},
    {"numbers", "zero in its forms",
     [](edits& e) {
       static constexpr std::string_view zeros[] = {"0",  "-0", "+0",  "0.0",     "-0.00",    ".0",
                                                    "0.", "00", "-.0", "0.00000", "0.000000", "-0.000000000000"};
       return set(e, decimal_leaf(e), std::string(e.r.pick(zeros)));
     }},
    {"numbers", "around the bounds",
     [](edits& e) {
       const auto* l = e.leaf_where([](const auto& s) {
         return is_decimal(s) && (s.lower_kind != schema::bound_kind::none || s.upper_kind != schema::bound_kind::none);
       });
       if (!l) return false;
       const auto& s = *e.simple_of(*l);
       const bool low =
           s.lower_kind != schema::bound_kind::none && (s.upper_kind == schema::bound_kind::none || e.r.one_in(2));
       const std::int64_t bound = low ? s.lower : s.upper;
       const unsigned scale = low ? s.lower_scale : s.upper_scale;
       std::int64_t beside;
       if (__builtin_add_overflow(bound, static_cast<std::int64_t>(e.r.below(3)) - 1, &beside)) return false;
       return set(e, l, decimal_text(beside, scale));
     }},
    {"numbers", "just below zero",
     [](edits& e) {
       static constexpr std::string_view some[] = {"-0.01", "-1", "-0.00001", "-0.000001", "-.1", "-100.00"};
       return set(e, decimal_leaf(e), std::string(e.r.pick(some)));
     }},
    {"numbers", "no number",
     [](edits& e) {
       static constexpr std::string_view some[] = {
           "",     ".",    "-",        "+",         "-.",  "+.",  "1e3", "1E3",  "INF",      "NaN",
           "0x10", "1,00", "1.000,00", "1.2.3",     "1_0", "1 0", "$1",  "1.-2", "\xD9\xA1", "\xEF\xBC\x91",
           "1/2",  "1;",   "1:0",      "1\xC2\xA0", "..1", "1..", "1.+", "0-1"};
       return set(e, decimal_leaf(e), std::string(e.r.pick(some)));
     }},
    {"numbers", "no digit on one side",
     [](edits& e) {
       const unsigned n = e.r.between(1, 5);
       return set(e, decimal_leaf(e), e.r.one_in(2) ? digits(e.r, n) + "." : "." + digits(e.r, n));
     }},
    {"numbers", "leading zeros",
     [](edits& e) { return change(e, [&](std::string v) { return std::string(e.r.between(1, 40), '0') + v; }); }},
    {"numbers", "trailing zeros",
     [](edits& e) {
       return change(e, [&](std::string v) {
         if (v.find('.') == v.npos) v += '.';
         return v + std::string(e.r.between(1, 40), '0');
       });
     }},
    {"numbers", "space around",
     [](edits& e) {
       static constexpr std::string_view some[] = {" ", "\n", "\t", "  ", "\r\n", "&#32;", "&#10;", "\xC2\xA0", "\x0B"};
       return change(e, [&](std::string v) {
         return e.r.one_in(2) ? std::string(e.r.pick(some)) + v : v + std::string(e.r.pick(some));
       });
     }},
    {"numbers", "digit as reference",
     [](edits& e) {
       return change(e, [&](std::string v) {
         return v.empty() ? "&#49;" : v.replace(e.r.below(v.size()), 1, e.r.one_in(2) ? "&#49;" : "&#x39;");
       });
     }},
    {"numbers", "a byte of it changed",
     [](edits& e) {
       static constexpr std::string_view near = "/:;.,+-eE 0159\t\xA0\xB0";
       return change(e, [&](std::string v) {
         if (!v.empty()) v[e.r.below(v.size())] = near[e.r.below(near.size())];
         return v;
       });
     }},
    {"numbers", "whole digits of every count",
     [](edits& e) { return set(e, decimal_leaf(e), digits(e.r, e.r.between(1, 20))); }},
    {"numbers", "whole and fraction of every count",
     [](edits& e) {
       const unsigned whole = e.r.below(17);
       return set(e, decimal_leaf(e), number(e.r, whole, e.r.between(1, 12)));
     }},
    {"numbers", "boolean forms",
     [](edits& e) {
       static constexpr std::string_view some[] = {
           "true",          "false",         "1",           "0",     "TRUE", "True", "yes",       "2",  "",
           " true ",        "\n0",           "tru",         "truee", "01",   "t",    "&#116;rue", "-1", "fals\xC3\xA9",
           "false\xC2\xA0", "<![CDATA[1]]>", "tr<!-- -->ue"};
       return set(e, e.leaf_where(is_boolean), std::string(e.r.pick(some)));
     }},
};

}  // namespace

std::span<const mutation> number_mutations() { return table; }

}  // namespace iso20022::judge
