// Tags as such: names, ends, spaces, the short form.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

struct names {
  std::size_t start, start_end, end, end_end;
};

// Where the name stands in the start tag and in the end tag.
names names_of(const edits& e, const placed& p) {
  const auto n = e.tag(p).size();
  return {p.begin + 1, p.begin + 1 + n, p.content_end + 2, p.content_end + 2 + n};
}

void rename(edits& e, const placed& p, const std::string& start, const std::string& end) {
  const auto n = names_of(e, p);
  e.replace(n.start, n.start_end, start);
  e.replace(n.end, n.end_end, end);
}

std::string other_case(std::string_view s, random& r) {
  std::string t{s};
  auto& c = t[r.below(t.size())];
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') c = static_cast<char>(c ^ 0x20);
  return t;
}

std::string near_name(std::string_view s, random& r) {
  std::string t{s};
  switch (r.below(6)) {
    case 0:
      return t + "s";
    case 1:
      return t.substr(0, t.size() - 1);
    case 2:
      return other_case(s, r);
    case 3:
      return t.insert(r.below(t.size() + 1), 1, "x_-.1:"[r.below(6)]);
    case 4:
      return t + "\xC3\xA9";
    default:
      return t + t;
  }
}

constexpr mutation table[] = {
    {"tags", "rename to another of the schema",
     [](edits& e) {
       const auto* p = e.element();
       const auto name = std::string(e.prefix(*p)) + std::string(e.some_tag_of_the_schema());
       rename(e, *p, name, name);
       return true;
     }},
    {"tags", "rename slightly",
     [](edits& e) {
       const auto* p = e.element();
       const auto name = near_name(e.tag(*p), e.r);
       rename(e, *p, name, name);
       return true;
     }},
    {"tags", "rename the start only",
     [](edits& e) {
       const auto* p = e.element();
       rename(e, *p, near_name(e.tag(*p), e.r), std::string(e.tag(*p)));
       return true;
     }},
    {"tags", "rename the end only",
     [](edits& e) {
       const auto* p = e.element();
       rename(e, *p, std::string(e.tag(*p)), near_name(e.tag(*p), e.r));
       return true;
     }},
    {"tags", "end tag of another element",
     [](edits& e) {
       const auto *p = e.element(), *q = e.element();
       rename(e, *p, std::string(e.tag(*p)), std::string(e.tag(*q)));
       return true;
     }},
    {"tags", "lose the end tag",
     [](edits& e) {
       const auto* p = e.element();
       e.erase(p->content_end, p->end);
       return true;
     }},
    {"tags", "lose the start tag",
     [](edits& e) {
       const auto* p = e.element();
       e.erase(p->begin, p->content);
       return true;
     }},
    {"tags", "end tags crossed",
     [](edits& e) {
       const auto* c = e.component();
       const auto* k = c ? e.child_of(*c) : nullptr;
       if (!k) return false;
       const std::string inner{e.view(k->content_end, k->end)}, outer{e.view(c->content_end, c->end)};
       e.replace(k->content_end, k->end, outer);
       e.replace(c->content_end, c->end, inner);
       return true;
     }},
    {"tags", "short form of a leaf",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       e.replace(l->content - 1, l->end, e.r.one_in(3) ? " />" : "/>");
       return true;
     }},
    {"tags", "short form of a component",
     [](edits& e) {
       const auto* c = e.component();
       if (!c) return false;
       e.replace(c->content - 1, c->end, "/>");
       return true;
     }},
    {"tags", "space in the end tag",
     [](edits& e) {
       static constexpr std::string_view behind[] = {" ", "\n", "\t", "\r\n", "  ", " x", " x=\"1\"", "/", "\xC2\xA0"};
       const auto* p = e.element();
       e.insert(p->end - 1, std::string(e.r.pick(behind)));
       return true;
     }},
    {"tags", "space before the end tag's name",
     [](edits& e) { return e.insert(e.element()->content_end + 2, " "), true; }},
    {"tags", "space between < and /", [](edits& e) { return e.insert(e.element()->content_end + 1, " "), true; }},
    {"tags", "space behind the name",
     [](edits& e) {
       static constexpr std::string_view behind[] = {" ",  "\n",       "\t",   "\r\n", "   ",
                                                     "\r", "\xC2\xA0", "\x0B", " /",   "/ "};
       e.insert(e.element()->content - 1, std::string(e.r.pick(behind)));
       return true;
     }},
    {"tags", "space before the name", [](edits& e) { return e.insert(e.element()->begin + 1, " "), true; }},
    {"tags", "two of < or >",
     [](edits& e) {
       const auto* p = e.element();
       static constexpr int which = 4;
       const std::size_t places[which] = {p->begin, p->content, p->content_end, p->end};
       const auto i = e.r.below(which);
       e.insert(places[i], i % 2 ? ">" : "<");
       return true;
     }},
    {"tags", "lose a >",
     [](edits& e) {
       const auto* p = e.element();
       const auto at = e.r.one_in(2) ? p->content - 1 : p->end - 1;
       e.erase(at, at + 1);
       return true;
     }},
    {"tags", "name that is no name",
     [](edits& e) {
       static constexpr std::string_view bad[] = {
           "1a",  "-a",        ".a",       ":a",  "a:",      "a:b:c",        "",
           "a b", "a\xC3\x97", "\xC2\xB7", "a<b", "a&amp;b", "\xE2\x82\xAC", "a\xF0\x9F\x98\x80"};
       const std::string name{e.r.pick(bad)};
       rename(e, *e.element(), name, name);
       return true;
     }},
    {"tags", "root's end tag twice",
     [](edits& e) {
       e.insert(e.root()->end, std::string(e.view(e.root()->content_end, e.root()->end)));
       return true;
     }},
    {"tags", "two roots", [](edits& e) { return e.insert(e.root()->end, std::string(e.whole(*e.root()))), true; }},
};

}  // namespace

std::span<const mutation> tag_mutations() { return table; }

}  // namespace iso20022::judge
