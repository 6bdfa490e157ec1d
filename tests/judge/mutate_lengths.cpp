// Texts at the borders of their lengths, in characters of one to four bytes.
#include <algorithm>

#include "mutate.hpp"

namespace iso20022::judge {

namespace {

bool is_text(const schema::simple& s) {
  return s.value == schema::value_kind::text && s.pattern_count == 0 && s.enum_count == 0;
}
bool is_bounded(const schema::simple& s) { return is_text(s) && s.max_len != schema::unbounded && s.max_len <= 2048; }

constexpr std::string_view one = "a", two = "\xC3\xA9", three = "\xE2\x82\xAC", four = "\xF0\x9F\x98\x80",
                           entity = "&amp;", reference = "&#233;", astral_reference = "&#x1F600;", line = "\r\n";

std::string many(std::string_view c, unsigned n) {
  std::string s;
  for (; n; --n) s += c;
  return s;
}

/// A text of exactly `n` characters, made of `c`, or of `c` among plain ones.
std::string filled(edits& e, std::string_view c, unsigned n) {
  if (e.r.one_in(2) || n < 2) return many(c, n);
  const unsigned before = e.r.below(n);
  return many(one, before) + std::string(c) + many(one, n - before - 1);
}

bool at_border(edits& e, std::string_view c, int beyond) {
  const auto* l = e.leaf_where(is_bounded);
  if (!l) return false;
  const int n = static_cast<int>(e.simple_of(*l)->max_len) + beyond;
  if (n < 0) return false;
  e.set_text(*l, filled(e, c, static_cast<unsigned>(n)));
  return true;
}

bool near_border(edits& e, std::string_view c) { return at_border(e, c, static_cast<int>(e.r.below(3)) - 1); }

constexpr mutation table[] = {
    {"lengths", "empty",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.set_text(*l, ""), true) : false;
     }},
    {"lengths", "shortest less one",
     [](edits& e) {
       const auto* l = e.leaf_where([](const auto& s) { return is_text(s) && s.min_len > 0; });
       if (!l) return false;
       e.set_text(*l, many(one, e.simple_of(*l)->min_len - 1));
       return true;
     }},
    {"lengths", "shortest",
     [](edits& e) {
       const auto* l = e.leaf_where([](const auto& s) { return is_text(s) && s.min_len > 0; });
       if (!l) return false;
       static constexpr std::string_view all[] = {one,  two, three, four, entity, reference, astral_reference,
                                                  line, " ", "\n",  "]",  ">"};
       e.set_text(*l, many(e.r.pick(all), e.simple_of(*l)->min_len));
       return true;
     }},
    {"lengths", "longest", [](edits& e) { return at_border(e, one, 0); }},
    {"lengths", "longest and one", [](edits& e) { return at_border(e, one, 1); }},
    {"lengths", "around the longest, two bytes", [](edits& e) { return near_border(e, two); }},
    {"lengths", "around the longest, three bytes", [](edits& e) { return near_border(e, three); }},
    {"lengths", "around the longest, four bytes", [](edits& e) { return near_border(e, four); }},
    {"lengths", "around the longest, entities", [](edits& e) { return near_border(e, entity); }},
    {"lengths", "around the longest, references",
     [](edits& e) { return near_border(e, e.r.one_in(2) ? reference : astral_reference); }},
    {"lengths", "around the longest, line ends", [](edits& e) { return near_border(e, e.r.one_in(2) ? line : "\r"); }},
    {"lengths", "around the longest, blanks outside",
     [](edits& e) {
       const auto* l = e.leaf_where(is_bounded);
       if (!l) return false;
       const unsigned n = e.simple_of(*l)->max_len;
       const std::string blanks = many(e.r.one_in(2) ? " " : "\n", e.r.between(1, 2));
       const std::string body =
           many(one, n - std::min<unsigned>(n, static_cast<unsigned>(blanks.size())) + e.r.below(2));
       e.set_text(*l, e.r.one_in(2) ? blanks + body : body + blanks);
       return true;
     }},
    {"lengths", "around the longest, with markup",
     [](edits& e) {
       const auto* l = e.leaf_where(is_bounded);
       if (!l) return false;
       const unsigned n = e.simple_of(*l)->max_len + e.r.below(2), half = n / 2;
       static constexpr std::string_view between[] = {"<!-- c -->", "<?p i?>", "<![CDATA[]]>"};
       if (e.r.one_in(3))
         e.set_text(*l, "<![CDATA[" + many(two, n) + "]]>");
       else
         e.set_text(*l, many(one, half) + std::string(e.r.pick(between)) + many(two, n - half));
       return true;
     }},
    {"lengths", "very long",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.set_text(*l, many(e.r.one_in(2) ? one : two, e.r.between(100, 9000))), true) : false;
     }},
    {"lengths", "half of a character at the border",
     [](edits& e) {
       const auto* l = e.leaf_where(is_bounded);
       if (!l) return false;
       e.set_text(*l, many(one, e.simple_of(*l)->max_len - 1) + "\xC3");
       return true;
     }},
    {"lengths", "only blanks",
     [](edits& e) {
       static constexpr std::string_view blanks[] = {" ", "\n", "\t", "\r", "&#32;", "&#13;", "\xC2\xA0", "&#9;"};
       const auto* l = e.leaf();
       return l ? (e.set_text(*l, many(e.r.pick(blanks), e.r.between(1, 40))), true) : false;
     }},
    {"lengths", "base64 near its form",
     [](edits& e) {
       static constexpr std::string_view forms[] = {"AAAA",   "AA==",   "AAA=",        "A===",  "AA=",    "AAA",
                                                    "AB==",   "AAB=",   "AA==AA==",    "AA AA", " AAAA ", "A A A A",
                                                    "AA\nAA", "AA  AA", "AA =\t=",     "====",  "AA*A",   "",
                                                    "-_AA",   "AAAA=",  "QUJD\r\nREVG", "AAC=",   "AAE=",    "AC==",
                                                    "AE==",   "AI==",   "AQ=="};
       const auto* l = e.leaf_where([](const auto& s) { return s.base == schema::builtin::base64_binary; });
       return l ? (e.set_text(*l, std::string(e.r.pick(forms))), true) : false;
     }},
    {"lengths", "base64 of a length near the border",
     [](edits& e) {
       const auto* l = e.leaf_where([](const auto& s) { return s.base == schema::builtin::base64_binary; });
       if (!l) return false;
       const auto& s = *e.simple_of(*l);
       const unsigned most = std::min(s.max_len, 12'000u),
                      n = e.r.one_in(2) ? most + e.r.below(2) : s.min_len + e.r.below(2);
       std::string v = many("QUJD", n / 3);
       if (n % 3) v += n % 3 == 1 ? "QQ==" : "QUI=";
       e.set_text(*l, v);
       return true;
     }},
};

}  // namespace

std::span<const mutation> length_mutations() { return table; }

}  // namespace iso20022::judge
