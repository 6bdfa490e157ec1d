// Enumerations and patterns, missed by a little.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

bool is_code(const schema::simple& s) { return s.enum_count != 0; }
bool is_pattern(const schema::simple& s) { return s.pattern_count != 0; }
bool is_either(const schema::simple& s) { return is_code(s) || is_pattern(s); }

template <class F>
bool change(edits& e, bool (*which)(const schema::simple&), F f) {
  const auto* l = e.leaf_where(which);
  if (!l) return false;
  e.set_text(*l, f(std::string(e.text(*l))));
  return true;
}

char flipped(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? static_cast<char>(c ^ 0x20) : c; }

std::string changed_at(edits& e, std::string v, char (*f)(edits&, char)) {
  if (v.empty()) return "A";
  const auto at = e.r.below(v.size());
  v[at] = f(e, v[at]);
  return v;
}

constexpr mutation table[] = {
    {"codes", "another of the list",
     [](edits& e) {
       const auto* l = e.leaf_where(is_code);
       if (!l) return false;
       const auto& s = *e.simple_of(*l);
       e.set_text(*l, std::string(e.image.string(e.image.enums()[s.first_enum + e.r.below(s.enum_count)])));
       return true;
     }},
    {"codes", "a code of another list",
     [](edits& e) {
       const auto n = e.image.head().enums.count;
       return n ? change(e, is_code, [&](auto) { return std::string(e.image.string(e.image.enums()[e.r.below(n)])); })
                : false;
     }},
    {"codes", "lower case",
     [](edits& e) {
       return change(e, is_either,
                     [&](std::string v) { return changed_at(e, v, [](edits&, char c) { return flipped(c); }); });
     }},
    {"codes", "all of it lower case",
     [](edits& e) {
       return change(e, is_either, [&](std::string v) {
         for (char& c : v) c = flipped(c);
         return v;
       });
     }},
    {"codes", "a letter changed",
     [](edits& e) {
       return change(e, is_either, [&](std::string v) {
         return changed_at(e, v, [](edits& d, char) { return "AZ09az-+ _./@[`{:;\x7F"[d.r.below(19)]; });
       });
     }},
    {"codes", "a letter changed to its neighbour",
     [](edits& e) {
       return change(e, is_either, [&](std::string v) {
         return changed_at(e, v, [](edits& d, char c) { return static_cast<char>(c + (d.r.one_in(2) ? 1 : -1)); });
       });
     }},
    {"codes", "a letter beyond ASCII",
     [](edits& e) {
       static constexpr std::string_view wide[] = {"\xC3\x80", "\xD0\x90", "\xEF\xBC\xA1",     "\xC2\xB2",
                                                   "\xD9\xA1", "\xC3\xA9", "\xF0\x9D\x90\x80", "\xC2\xA0"};
       return change(e, is_either, [&](std::string v) {
         const auto at = e.r.below(v.size() + 1);
         return v.replace(at, at < v.size() ? 1 : 0, e.r.pick(wide));
       });
     }},
    {"codes", "shortened",
     [](edits& e) {
       return change(e, is_either, [&](std::string v) {
         return v.empty() ? v : e.r.one_in(2) ? v.substr(1) : v.substr(0, v.size() - 1);
       });
     }},
    {"codes", "lengthened",
     [](edits& e) {
       static constexpr std::string_view more[] = {"A", "0", " ", "\n", "a", "-", "&#65;", "\xC3\xA9", "XXX", "&#0;"};
       return change(e, is_either, [&](std::string v) {
         return e.r.one_in(3) ? std::string(e.r.pick(more)) + v : v + std::string(e.r.pick(more));
       });
     }},
    {"codes", "two letters swapped",
     [](edits& e) {
       return change(e, is_either, [&](std::string v) {
         if (v.size() < 2) return v;
         const auto at = e.r.below(v.size() - 1);
         std::swap(v[at], v[at + 1]);
         return v;
       });
     }},
    {"codes", "twice", [](edits& e) { return change(e, is_either, [](std::string v) { return v + v; }); }},
    {"codes", "empty or blank",
     [](edits& e) {
       static constexpr std::string_view blanks[] = {"", " ", "    ", "\n"};
       return change(e, is_either, [&](std::string) { return std::string(e.r.pick(blanks)); });
     }},
    {"codes", "space around",
     [](edits& e) {
       static constexpr std::string_view blanks[] = {" ", "\n", "\t", "&#32;", "\r\n", "\xC2\xA0"};
       return change(e, is_either, [&](std::string v) {
         return e.r.one_in(2) ? std::string(e.r.pick(blanks)) + v : v + std::string(e.r.pick(blanks));
       });
     }},
    {"codes", "written with references",
     [](edits& e) {
       return change(e, is_either, [&](std::string v) {
         if (v.empty() || v.find('&') != v.npos) return v;
         const auto at = e.r.below(v.size());
         return v.replace(at, 1, "&#" + std::to_string(static_cast<int>(v[at])) + ";");
       });
     }},
    {"codes", "written with markup",
     [](edits& e) {
       static constexpr std::string_view inside[] = {"<!---->", "<?a?>", "<![CDATA[]]>"};
       return change(e, is_either, [&](std::string v) {
         if (e.r.one_in(3)) return "<![CDATA[" + v + "]]>";
         return v.insert(e.r.below(v.size() + 1), e.r.pick(inside));
       });
     }},
    {"codes", "another value of the pattern",
     [](edits& e) {
       const auto* l = e.leaf_where(is_pattern);
       return l ? (e.set_text(*l, to_xml(e.values.value(*e.simple_of(*l)), nullptr)), true) : false;
     }},
    {"codes", "a value of another pattern",
     [](edits& e) {
       const auto *l = e.leaf_where(is_pattern), *m = e.leaf_where(is_pattern);
       return l ? (e.set_text(*l, to_xml(e.values.value(*e.simple_of(*m)), nullptr)), true) : false;
     }},
};

}  // namespace

std::span<const mutation> code_mutations() { return table; }

}  // namespace iso20022::judge
