// Elements: order, number, choice, place.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

void swap(edits& e, const placed& a, const placed& b) {
  const std::string first{e.whole(a)}, second{e.whole(b)};
  e.replace(a.begin, a.end, second);
  e.replace(b.begin, b.end, first);
}

std::string made(edits& e, const placed& sibling, std::string_view name, std::string_view content) {
  const std::string tag = std::string(e.prefix(sibling)) + std::string(name);
  return "<" + tag + ">" + std::string(content) + "</" + tag + ">";
}

/// A row beside the child's own in its parent's type, or -1.
int other_row(edits& e, const placed& child) {
  if (child.parent < 0) return -1;
  const auto& parent = e.doc.elements[static_cast<std::size_t>(child.parent)];
  const auto& t = e.image.types()[e.image.rows()[parent.row].type];
  if (t.row_count < 2) return -1;
  const auto row = t.first_row + e.r.below(t.row_count);
  return row == child.row ? -1 : static_cast<int>(row);
}

constexpr mutation table[] = {
    {"structure", "swap neighbours",
     [](edits& e) {
       const auto* c = e.component();
       if (!c) return false;
       const auto k = e.children_of(*c);
       if (k.size() < 2) return false;
       const auto i = e.r.below(k.size() - 1);
       swap(e, *k[i], *k[i + 1]);
       return true;
     }},
    {"structure", "swap any two siblings",
     [](edits& e) {
       const auto* c = e.component();
       if (!c) return false;
       const auto k = e.children_of(*c);
       if (k.size() < 3) return false;
       const auto i = e.r.below(k.size() - 2);
       swap(e, *k[i], *k[i + 2]);
       return true;
     }},
    {"structure", "swap any two leaves",
     [](edits& e) {
       const auto *a = e.leaf(), *b = e.leaf();
       if (!a || a == b) return false;
       a->begin < b->begin ? swap(e, *a, *b) : swap(e, *b, *a);
       return true;
     }},
    {"structure", "delete an element",
     [](edits& e) {
       const auto* p = e.element();
       return e.erase(p->begin, p->end), true;
     }},
    {"structure", "delete a mandatory one",
     [](edits& e) {
       const auto* p = e.pick_where([&](const placed& q) { return q.parent >= 0 && e.image.infos()[q.row].min > 0; });
       return p ? (e.erase(p->begin, p->end), true) : false;
     }},
    {"structure", "delete all children",
     [](edits& e) {
       const auto* c = e.component();
       return c ? (e.erase(c->content, c->content_end), true) : false;
     }},
    {"structure", "repeat an element",
     [](edits& e) {
       const auto* p = e.element();
       for (unsigned n = e.r.one_in(4) ? e.r.between(1, 12) : 1; n; --n) e.insert(p->end, std::string(e.whole(*p)));
       return p->parent >= 0;
     }},
    {"structure", "as many as allowed, or one more",
     [](edits& e) {
       const auto* p = e.pick_where([&](const placed& q) {
         const auto max = e.image.rows()[q.row].max;
         return q.parent >= 0 && max >= 1 && max <= 100;
       });
       if (!p) return false;
       const auto& parent = e.doc.elements[static_cast<std::size_t>(p->parent)];
       unsigned have = 0;
       for (const auto* s : e.children_of(parent)) have += s->row == p->row;
       const unsigned want = e.image.rows()[p->row].max + e.r.below(2);
       for (unsigned i = have; i < want; ++i) e.insert(p->end, std::string(e.whole(*p)));
       return want > have;
     }},
    {"structure", "a blank leaf, and its text between elements",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       e.set_text(*l, " ");
       e.insert(e.between(), "x");
       return true;
     }},
    {"structure", "a thousand of one",
     [](edits& e) {
       const auto* p = e.pick_where([&](const placed& q) { return q.leaf && e.image.rows()[q.row].max > 1; });
       if (!p || !e.r.one_in(8)) return false;
       std::string many;
       for (unsigned n = e.r.between(60, 1000); n; --n) many += e.whole(*p);
       e.insert(p->end, many);
       return true;
     }},
    {"structure", "sibling of the schema instead",
     [](edits& e) {
       const auto* p = e.element();
       const int row = other_row(e, *p);
       if (row < 0) return false;
       e.replace(p->begin, p->end, made(e, *p, e.image.name(static_cast<unsigned>(row)), e.text(*p)));
       return true;
     }},
    {"structure", "sibling of the schema too",
     [](edits& e) {
       const auto* p = e.element();
       const int row = other_row(e, *p);
       if (row < 0) return false;
       const auto& info = e.image.infos()[row];
       const std::string content = info.value == schema::value_kind::component
                                       ? std::string(e.text(*p))
                                       : e.values.xml(e.image.simples()[e.image.rows()[row].simple]);
       e.insert(e.r.one_in(2) ? p->begin : p->end, made(e, *p, e.image.name(static_cast<unsigned>(row)), content));
       return true;
     }},
    {"structure", "second alternative of a choice",
     [](edits& e) {
       const auto* p =
           e.pick_where([&](const placed& q) { return q.parent >= 0 && e.image.infos()[q.row].choice_tag != 0; });
       if (!p) return false;
       const int row = other_row(e, *p);
       const std::string again =
           row < 0 ? std::string(e.whole(*p)) : made(e, *p, e.image.name(static_cast<unsigned>(row)), e.text(*p));
       e.insert(e.r.one_in(2) ? p->begin : p->end, again);
       return true;
     }},
    {"structure", "unknown element",
     [](edits& e) {
       const auto* p = e.element();
       e.insert(e.between(), made(e, *p, "Unknwn", e.r.one_in(2) ? "x" : ""));
       return true;
     }},
    {"structure", "element in a text",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       e.insert(e.r.between(l->content, l->content_end), e.r.one_in(2) ? "<b/>" : std::string(e.whole(*e.leaf())));
       return true;
     }},
    {"structure", "element inside itself",
     [](edits& e) {
       const auto* p = e.element();
       return e.insert(p->content, std::string(e.whole(*p))), true;
     }},
    {"structure", "wrapped once more",
     [](edits& e) {
       const auto* p = e.element();
       e.replace(p->begin, p->end, made(e, *p, e.tag(*p).substr(e.prefix(*p).size()), e.whole(*p)));
       return true;
     }},
    {"structure", "unwrapped",
     [](edits& e) {
       const auto* p = e.element();
       e.erase(p->begin, p->content);
       e.erase(p->content_end, p->end);
       return true;
     }},
    {"structure", "moved elsewhere",
     [](edits& e) {
       const auto *p = e.element(), *q = e.element();
       if (p->parent < 0) return false;
       e.erase(p->begin, p->end);
       e.insert(e.r.one_in(2) ? q->begin : q->end, std::string(e.whole(*p)));
       return true;
     }},
    {"structure", "copied elsewhere",
     [](edits& e) {
       const auto *p = e.element(), *q = e.element();
       if (p->parent < 0) return false;
       e.insert(e.r.one_in(2) ? q->content : q->content_end, std::string(e.whole(*p)));
       return true;
     }},
    {"structure", "another message's root",
     [](edits& e) {
       const auto roots = e.image.roots();
       const auto& root = roots[e.r.below(roots.size())];
       const auto a = e.attributes(*e.root());
       if (a.empty()) return false;
       e.replace(a[0].value, a[0].value_end, std::string(e.image.namespace_uri(root.ns)));
       return true;
     }},
    {"structure", "a part as the whole document",
     [](edits& e) {
       const auto* p = e.element();
       e.erase(0, p->begin);
       e.erase(p->end, e.doc.xml.size());
       return p->parent >= 0;
     }},
    {"structure", "nested deeply",
     [](edits& e) {
       const unsigned n = e.r.between(1, 80);
       std::string open, close;
       for (unsigned i = 0; i < n; ++i) open += "<a>", close += "</a>";
       e.insert(e.between(), open + close);
       return true;
     }},
};

}  // namespace

std::span<const mutation> structure_mutations() { return table; }

}  // namespace iso20022::judge
