// Entities and character references.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

constexpr std::string_view good[] = {
    "&amp;",          "&lt;",     "&gt;",     "&quot;",   "&apos;",
    "&#65;",          "&#x41;",   "&#x4a;",   "&#x4A;",   "&#10;",
    "&#13;",          "&#9;",     "&#32;",    "&#xE9;",   "&#8364;",
    "&#x20AC;",       "&#xD7FF;", "&#xE000;", "&#xFFFD;", "&#00065;",
    "&#x000041;",     "&#127;",   "&#x85;",   "&#xA0;",   "&#0000000000000000000000065;",
    "&#93;&#93;&#62;"};
constexpr std::string_view astral[] = {"&#x10000;", "&#x1F600;", "&#x10FFFF;", "&#1114111;", "&#128512;"};
constexpr std::string_view bad[] = {"&",
                                    "& ",
                                    "&;",
                                    "&#;",
                                    "&#x;",
                                    "&#X41;",
                                    "&#0;",
                                    "&#x0;",
                                    "&#1;",
                                    "&#8;",
                                    "&#xB;",
                                    "&#x1F;",
                                    "&#xD800;",
                                    "&#xDFFF;",
                                    "&#xFFFE;",
                                    "&#xFFFF;",
                                    "&#x110000;",
                                    "&#1114112;",
                                    "&#4294967361;",
                                    "&#x100000041;",
                                    "&#-65;",
                                    "&#+65;",
                                    "&#6 5;",
                                    "&# 65;",
                                    "&#65 ;",
                                    "&#65",
                                    "&#x41",
                                    "&#xG;",
                                    "&#6A;",
                                    "&amp",
                                    "&amp ;",
                                    "&lt",
                                    "&nbsp;",
                                    "&AMP;",
                                    "&Lt;",
                                    "&eacute;",
                                    "&amp;&",
                                    "&&amp;",
                                    "&#38",
                                    "&#x26",
                                    "&am&amp;p;",
                                    "&a.b;",
                                    "&1;",
                                    "&xml;",
                                    "&#18446744073709551681;",
                                    "&quot",
                                    "&\xC3\xA9;",
                                    "%amp;",
                                    "&<",
                                    "&#60",
                                    "&#x10000000000000041;"};

std::string some(edits& e, std::span<const std::string_view> of) { return std::string(e.r.pick(of)); }

bool in_leaf(edits& e, std::span<const std::string_view> of) {
  const auto* l = e.leaf();
  if (!l) return false;
  // Not inside a reference that is there already: the middle of "&amp;" is another mutation.
  auto at = e.r.between(l->content, l->content_end);
  if (e.text(*l).find('&') != std::string_view::npos) at = e.r.one_in(2) ? l->content : l->content_end;
  e.insert(at, some(e, of));
  return true;
}

bool in_attribute(edits& e, std::span<const std::string_view> of) {
  const placed* p;
  edits::attribute_at a;
  if (!e.with_attribute(p, a)) return false;
  e.insert(e.r.between(static_cast<unsigned>(a.value), static_cast<unsigned>(a.value_end)), some(e, of));
  return true;
}

constexpr mutation table[] = {
    {"references", "good in a leaf", [](edits& e) { return in_leaf(e, good); }},
    {"references", "beyond U+FFFF in a leaf", [](edits& e) { return in_leaf(e, astral); }},
    {"references", "bad in a leaf", [](edits& e) { return in_leaf(e, bad); }},
    {"references", "bad as the whole text",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.set_text(*l, some(e, bad)), true) : false;
     }},
    {"references", "good in an attribute", [](edits& e) { return in_attribute(e, good); }},
    {"references", "bad in an attribute", [](edits& e) { return in_attribute(e, bad); }},
    {"references", "good between elements", [](edits& e) { return e.insert(e.between(), some(e, good)), true; }},
    {"references", "bad between elements", [](edits& e) { return e.insert(e.between(), some(e, bad)), true; }},
    {"references", "outside the root",
     [](edits& e) {
       return e.insert(e.r.one_in(2) ? e.root()->begin : e.root()->end, e.r.one_in(2) ? some(e, good) : some(e, bad)),
              true;
     }},
    {"references", "a character written as reference",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l || l->content == l->content_end || e.text(*l).find('&') != std::string_view::npos) return false;
       const auto at = e.r.between(l->content, l->content_end - 1);
       const auto c = static_cast<unsigned char>(e.doc.xml[at]);
       if (c >= 0x80) return false;
       char b[24];
       std::snprintf(b, sizeof b, e.r.one_in(2) ? "&#%u;" : e.r.one_in(2) ? "&#x%x;" : "&#x0%X;", c);
       e.replace(at, at + 1, b);
       return true;
     }},
    {"references", "a whole text written as references",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l || e.text(*l).find('&') != std::string_view::npos) return false;
       std::string v;
       for (const char c : e.text(*l)) {
         if (c & 0x80) return false;
         v += "&#" + std::to_string(static_cast<int>(c)) + ";";
       }
       e.set_text(*l, v);
       return true;
     }},
    {"references", "a reference there broken",
     [](edits& e) {
       const auto at = e.doc.xml.find('&', e.r.below(e.doc.xml.size()));
       if (at == std::string::npos) return false;
       const auto end = e.doc.xml.find(';', at);
       switch (e.r.below(4)) {
         case 0:
           e.erase(end, end + 1);
           break;
         case 1:
           e.erase(at, at + 1);
           break;
         case 2:
           e.insert(at + 1, " ");
           break;
         default:
           e.insert(end, "x");
           break;
       }
       return true;
     }},
    {"references", "many of them",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       std::string v;
       for (unsigned n = e.r.between(1, 40); n; --n) v += some(e, good);
       e.set_text(*l, v);
       return true;
     }},
    {"references", "in a tag", [](edits& e) { return e.insert(e.element()->begin + 1, some(e, good)), true; }},
};

}  // namespace

std::span<const mutation> reference_mutations() { return table; }

}  // namespace iso20022::judge
