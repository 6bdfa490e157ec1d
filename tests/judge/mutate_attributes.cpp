// Attributes: their syntax, their names, their number.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

template <class F>
bool on_attribute(edits& e, F change) {
  const placed* p;
  edits::attribute_at a;
  if (!e.with_attribute(p, a)) return false;
  change(a);
  return true;
}

constexpr mutation table[] = {
    {"attributes", "add an unknown one",
     [](edits& e) {
       static constexpr std::string_view some[] = {"x=\"1\"",        "Ccy=\"USD\"", "ccy=\"usd\"",
                                                   "id=\"a\"",       "class=''",    "a.b-c_d=\"\"",
                                                   "\xC3\xA9=\"1\"", "x=\"&lt;\"",  "x=\"&#10;\""};
       e.add_attribute(*e.element(), e.r.pick(some));
       return true;
     }},
    {"attributes", "lose one",
     [](edits& e) { return on_attribute(e, [&](auto a) { e.erase(a.name - 1, a.value_end + 1); }); }},
    {"attributes", "the same twice",
     [](edits& e) {
       return on_attribute(
           e, [&](auto a) { e.insert(a.value_end + 1, " " + std::string(e.view(a.name, a.value_end + 1))); });
     }},
    {"attributes", "single quotes",
     [](edits& e) {
       return on_attribute(e, [&](auto a) {
         e.replace(a.value - 1, a.value_end + 1, "'" + std::string(e.view(a.value, a.value_end)) + "'");
       });
     }},
    {"attributes", "quotes that differ",
     [](edits& e) { return on_attribute(e, [&](auto a) { e.replace(a.value_end, a.value_end + 1, "'"); }); }},
    {"attributes", "no quotes",
     [](edits& e) {
       return on_attribute(
           e, [&](auto a) { e.replace(a.value - 1, a.value_end + 1, std::string(e.view(a.value, a.value_end))); });
     }},
    {"attributes", "spaces around =",
     [](edits& e) {
       static constexpr std::string_view forms[] = {" =", "= ", " = ", "\n=\n", "\t=\t", "==", " ", "", ":="};
       return on_attribute(e, [&](auto a) { e.replace(a.name_end, a.name_end + 1, std::string(e.r.pick(forms))); });
     }},
    {"attributes", "more space before",
     [](edits& e) {
       static constexpr std::string_view forms[] = {"  ", "\n", "\r\n", "\t", "\n    ", "", "\xC2\xA0", "/"};
       return on_attribute(e, [&](auto a) { e.replace(a.name - 1, a.name, std::string(e.r.pick(forms))); });
     }},
    {"attributes", "more space behind",
     [](edits& e) {
       static constexpr std::string_view forms[] = {" ", "\n", "\r\n", "\t", "  \t", "x", " x", "\"", "'"};
       return on_attribute(e, [&](auto a) { e.insert(a.value_end + 1, std::string(e.r.pick(forms))); });
     }},
    {"attributes", "no value",
     [](edits& e) { return on_attribute(e, [&](auto a) { e.erase(a.name_end, a.value_end + 1); }); }},
    {"attributes", "empty value",
     [](edits& e) { return on_attribute(e, [&](auto a) { e.erase(a.value, a.value_end); }); }},
    {"attributes", "something in the value",
     [](edits& e) {
       static constexpr std::string_view some[] = {
           "<", ">", "&",  "&amp;", "&lt;",   "&#9;",     "&#10;", "&#13;", "&#x20;", "\t",      "\n",   "\r",
           " ", "'", "\"", "]]>",   "&nbsp;", "\xC3\xA9", "\xFF",  "\x01",  "&#0;",   "<!---->", "&#55;"};
       return on_attribute(e, [&](auto a) {
         e.insert(e.r.between(static_cast<unsigned>(a.value), static_cast<unsigned>(a.value_end)),
                  std::string(e.r.pick(some)));
       });
     }},
    {"attributes", "value as references",
     [](edits& e) {
       return on_attribute(e, [&](auto a) {
         std::string v;
         for (const char c : e.view(a.value, a.value_end))
           v += e.r.one_in(2) ? "&#" + std::to_string(static_cast<int>(c)) + ";" : std::string(1, c);
         e.replace(a.value, a.value_end, v);
       });
     }},
    {"attributes", "space around the value",
     [](edits& e) {
       static constexpr std::string_view some[] = {" ", "\n", "\t", "  ", "\r\n", "&#32;"};
       return on_attribute(
           e, [&](auto a) { e.insert(e.r.one_in(2) ? a.value : a.value_end, std::string(e.r.pick(some))); });
     }},
    {"attributes", "another name",
     [](edits& e) {
       static constexpr std::string_view some[] = {"ccy", "Ccyx", "x:Ccy", "CCY", "xmlns", "xml:Ccy", "C", "1", "Ccy:"};
       return on_attribute(e, [&](auto a) { e.replace(a.name, a.name_end, std::string(e.r.pick(some))); });
     }},
    {"attributes", "another order",
     [](edits& e) {
       const placed* p;
       edits::attribute_at a;
       if (!e.with_attribute(p, a)) return false;
       e.add_attribute(*p, "y=\"2\"");
       return true;
     }},
    {"attributes", "sixty of them",
     [](edits& e) {
       std::string many;
       const unsigned n = e.r.between(2, 62);
       for (unsigned i = 0; i < n; ++i) many += " a" + std::to_string(i) + "=\"" + std::to_string(i) + "\"";
       e.add_attribute(*e.element(), many);
       return true;
     }},
    {"attributes", "move to the end tag",
     [](edits& e) {
       const placed* p;
       edits::attribute_at a;
       if (!e.with_attribute(p, a)) return false;
       e.insert(p->end - 1, " " + std::string(e.view(a.name, a.value_end + 1)));
       e.erase(a.name - 1, a.value_end + 1);
       return true;
     }},
    {"attributes", "currency near the pattern",
     [](edits& e) {
       static constexpr std::string_view some[] = {"US",  "USDX", "usd",        "U D",        "US1", "USD ",   " USD",
                                                   "EUR", "XXX",  "\xC3\x84UR", "US\xC2\xA0", "",    "U&#83;D"};
       const auto* p = e.pick_where(
           [&](const placed& q) { return e.view(q.begin, q.content).find(" Ccy=") != std::string_view::npos; });
       if (!p) return false;
       const auto a = e.attributes(*p).back();
       e.replace(a.value, a.value_end, std::string(e.r.pick(some)));
       return true;
     }},
};

}  // namespace

std::span<const mutation> attribute_mutations() { return table; }

}  // namespace iso20022::judge
