// Namespaces: declared, hidden, taken away, misspelt.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

std::string declared(std::string_view prefix, std::string_view uri) {
  return "xmlns" + (prefix.empty() ? "" : ":" + std::string(prefix)) + "=\"" + std::string(uri) + "\"";
}

/// The namespace that the nearest declaration around `p` without or with its prefix says: as written in the document.
std::string uri_of(const edits& e, const placed& p) {
  const auto colon = e.prefix(p);
  const std::string name = colon.empty() ? "xmlns" : "xmlns:" + std::string(colon.substr(0, colon.size() - 1));
  for (const placed* q = &p;; q = &e.doc.elements[static_cast<std::size_t>(q->parent)]) {
    for (const auto& a : e.attributes(*q))
      if (e.view(a.name, a.name_end) == name) return std::string(e.view(a.value, a.value_end));
    if (q->parent < 0) return {};
  }
}

void retag(edits& e, const placed& p, std::string_view new_prefix) {
  const auto old = e.prefix(p).size();
  e.replace(p.begin + 1, p.begin + 1 + old, std::string(new_prefix));
  e.replace(p.content_end + 2, p.content_end + 2 + old, std::string(new_prefix));
}

const placed* declaring(edits& e, edits::attribute_at& a) {
  const auto* p = e.pick_where(
      [&](const placed& q) { return e.view(q.begin, q.content).find(" xmlns") != std::string_view::npos; });
  if (!p) return nullptr;
  for (const auto& x : e.attributes(*p))
    if (e.view(x.name, x.name_end).starts_with("xmlns")) return a = x, p;
  return nullptr;
}

template <class F>
bool on_declaration(edits& e, F change) {
  edits::attribute_at a{};
  const auto* p = declaring(e, a);
  if (p) change(a);
  return p != nullptr;
}

constexpr mutation table[] = {
    {"namespaces", "declared again, the same",
     [](edits& e) {
       const auto* p = e.element();
       const auto colon = e.prefix(*p);
       e.add_attribute(*p, declared(colon.empty() ? colon : colon.substr(0, colon.size() - 1), uri_of(e, *p)));
       return true;
     }},
    {"namespaces", "default taken away", [](edits& e) { return e.add_attribute(*e.element(), "xmlns=\"\""), true; }},
    {"namespaces", "default changed",
     [](edits& e) {
       const auto roots = e.image.roots();
       e.add_attribute(
           *e.element(),
           declared("", e.r.one_in(2) ? "urn:x" : e.image.namespace_uri(roots[e.r.below(roots.size())].ns)));
       return true;
     }},
    {"namespaces", "prefix declared and not used",
     [](edits& e) {
       static constexpr std::string_view some[] = {"xmlns:x=\"urn:x\"",
                                                   "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
                                                   "xmlns:p8=\"urn:y\"",
                                                   "xmlns:a=\"a b\"",
                                                   "xmlns:a=\"http://[::1]/%zz\"",
                                                   "xmlns:\xC3\xA9=\"urn:x\"",
                                                   "xmlns:a='urn:x'"};
       e.add_attribute(*e.element(), e.r.pick(some));
       return true;
     }},
    {"namespaces", "declaration that is not allowed",
     [](edits& e) {
       static constexpr std::string_view some[] = {"xmlns:x=\"\"",
                                                   "xmlns:xmlns=\"urn:x\"",
                                                   "xmlns:xml=\"urn:x\"",
                                                   "xmlns:xml=\"http://www.w3.org/XML/1998/namespace\"",
                                                   "xmlns:=\"urn:x\"",
                                                   "xmlns:x=\"http://www.w3.org/2000/xmlns/\"",
                                                   "xmlns=\"http://www.w3.org/2000/xmlns/\"",
                                                   "xmlns:x=\"http://www.w3.org/XML/1998/namespace\"",
                                                   "xmlns=\"http://www.w3.org/XML/1998/namespace\"",
                                                   "xmlns:1=\"urn:x\"",
                                                   "xmlns:a:b=\"urn:x\"",
                                                   "xmlns:x=\"urn:x\" xmlns:x=\"urn:x\"",
                                                   "xmlns:x=\"urn:x\" xmlns:y=\"urn:x\" x:a=\"1\" y:a=\"2\"",
                                                   "x:a=\"1\"",
                                                   "xml:a=\"1\"",
                                                   "xmlns:x=\"&lt;\"",
                                                   "xmlns:x=\"<\"",
                                                   ":a=\"1\"",
                                                   "a:=\"1\""};
       e.add_attribute(*e.element(), e.r.pick(some));
       return true;
     }},
    {"namespaces", "one element gets a prefix of its own",
     [](edits& e) {
       const auto* p = e.element();
       const auto uri = uri_of(e, *p);
       retag(e, *p, "q:");
       e.add_attribute(*p, declared("q", uri));
       return p->leaf || e.r.one_in(4);
     }},
    {"namespaces", "one subtree gets a prefix",
     [](edits& e) {
       const auto* p = e.element();
       const auto uri = uri_of(e, *p);
       const auto old = std::string(e.prefix(*p));
       for (const auto& q : e.doc.elements)
         if (q.begin >= p->begin && q.end <= p->end && e.prefix(q) == old && uri_of(e, q) == uri) retag(e, q, "q:");
       e.add_attribute(e.r.one_in(3) ? *e.root() : *p, declared("q", uri));
       return true;
     }},
    {"namespaces", "start and end with different prefixes",
     [](edits& e) {
       const auto* p = e.element();
       const auto uri = uri_of(e, *p);
       e.insert(p->begin + 1, "q:");
       e.insert(p->content_end + 2, "r:");
       e.add_attribute(*e.root(), declared("q", uri) + " " + declared("r", uri));
       return true;
     }},
    {"namespaces", "prefix that nobody declared",
     [](edits& e) { return retag(e, *e.element(), e.r.one_in(2) ? "nobody:" : "xsi:"), true; }},
    {"namespaces", "prefix xml or xmlns on an element",
     [](edits& e) { return retag(e, *e.element(), e.r.one_in(2) ? "xml:" : "xmlns:"), true; }},
    {"namespaces", "prefix taken away",
     [](edits& e) {
       const auto* p = e.pick_where([&](const placed& q) { return !e.prefix(q).empty(); });
       return p ? (retag(e, *p, ""), true) : false;
     }},
    {"namespaces", "another element's prefix",
     [](edits& e) { return retag(e, *e.element(), e.prefix(*e.element())), true; }},
    {"namespaces", "prefix hidden by another meaning",
     [](edits& e) {
       const auto* p = e.pick_where([&](const placed& q) { return !e.prefix(q).empty() && q.parent >= 0; });
       if (!p) return false;
       const auto colon = e.prefix(*p);
       e.add_attribute(*p, declared(colon.substr(0, colon.size() - 1), "urn:other"));
       return true;
     }},
    {"namespaces", "name misspelt",
     [](edits& e) {
       return on_declaration(e, [&](auto a) {
         std::string v{e.view(a.value, a.value_end)};
         if (v.empty()) v = "urn";  // xmlns="": no namespace
         const auto at = e.r.below(v.size());
         switch (e.r.below(5)) {
           case 0:
             v.erase(at, 1);
             break;
           case 1:
             v.insert(at, 1, v[at]);
             break;
           case 2:
             v[at] = static_cast<char>(v[at] ^ 0x20);
             break;
           case 3:
             v.back() = static_cast<char>(v.back() ^ 1);
             break;
           default:
             v += "/";
             break;
         }
         e.replace(a.value, a.value_end, v);
       });
     }},
    {"namespaces", "name with space around",
     [](edits& e) {
       static constexpr std::string_view some[] = {" ", "\n", "\t", "&#32;", "\xC2\xA0"};
       return on_declaration(
           e, [&](auto a) { e.insert(e.r.one_in(2) ? a.value : a.value_end, std::string(e.r.pick(some))); });
     }},
    {"namespaces", "name with a reference",
     [](edits& e) {
       return on_declaration(e, [&](auto a) { e.replace(a.value, a.value + 1, e.r.one_in(2) ? "&#117;" : "&#x75;"); });
     }},
    {"namespaces", "name of another version",
     [](edits& e) {
       return on_declaration(e, [&](auto a) {
         static constexpr std::string_view versions[] = {"07", "09", "99", "", "8", "008"};
         if (a.value_end - a.value > 2) e.replace(a.value_end - 2, a.value_end, std::string(e.r.pick(versions)));
       });
     }},
    {"namespaces", "declaration lost",
     [](edits& e) { return on_declaration(e, [&](auto a) { e.erase(a.name - 1, a.value_end + 1); }); }},
    {"namespaces", "declaration in single quotes",
     [](edits& e) {
       return on_declaration(e, [&](auto a) {
         e.replace(a.value - 1, a.value_end + 1, "'" + std::string(e.view(a.value, a.value_end)) + "'");
       });
     }},
    {"namespaces", "many declarations",
     [](edits& e) {
       std::string all;
       const unsigned n = e.r.between(2, 40);
       for (unsigned i = 0; i < n; ++i)
         all += " " + declared("n" + std::to_string(i), "urn:n" + std::to_string(e.r.below(n)));
       e.add_attribute(*e.element(), all);
       return true;
     }},
};

}  // namespace

std::span<const mutation> namespace_mutations() { return table; }

}  // namespace iso20022::judge
