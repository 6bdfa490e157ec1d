// White space, and what looks like it: in leaves, between elements, outside the root.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

constexpr std::string_view blanks[] = {" ",    "\n",  "\t",       "\r",
                                       "\r\n", "   ", "\n\n  \t", "                                  "};
constexpr std::string_view not_blank[] = {
    "x",     ".",   "\xC2\xA0", "\xC2\x85", "\xE2\x80\xA8", "\xE3\x80\x80",  "\xEF\xBB\xBF", "\x0B", "\x0C", "&amp;",
    "&#65;", "]]>", "]",        ">",        "&#160;",       "<![CDATA[x]]>", "\xE2\x80\x8B"};

std::string some(edits& e, std::span<const std::string_view> of) { return std::string(e.r.pick(of)); }

constexpr mutation table[] = {
    {"space", "leading in a leaf",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.insert(l->content, some(e, blanks)), true) : false;
     }},
    {"space", "trailing in a leaf",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.insert(l->content_end, some(e, blanks)), true) : false;
     }},
    {"space", "inside a leaf",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.insert(e.r.between(l->content, l->content_end), some(e, blanks)), true) : false;
     }},
    {"space", "around a leaf's value",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       e.insert(l->content, some(e, blanks));
       e.insert(l->content_end, some(e, blanks));
       return true;
     }},
    {"space", "between elements", [](edits& e) { return e.insert(e.between(), some(e, blanks)), true; }},
    {"space", "between all elements",
     [](edits& e) {
       const std::string blank = some(e, blanks);
       for (const auto& p : e.doc.elements) e.insert(p.begin, p.parent < 0 ? "" : blank);
       return true;
     }},
    {"space", "no space between elements",
     [](edits& e) {
       for (std::size_t i = 1; i < e.doc.elements.size(); ++i) {
         const auto at = e.doc.elements[i].begin;
         const auto from = e.doc.xml.find_last_not_of(" \r\n\t", at - 1);
         e.erase(from + 1, at);
       }
       return true;
     }},
    {"space", "text between elements", [](edits& e) { return e.insert(e.between(), some(e, not_blank)), true; }},
    {"space", "blank by reference between elements",
     [](edits& e) {
       static constexpr std::string_view forms[] = {"&#32;",         "&#10;",        "&#x9;",         "&#13;",
                                                    "<![CDATA[ ]]>", "<![CDATA[]]>", "<![CDATA[\n]]>"};
       return e.insert(e.between(), some(e, forms)), true;
     }},
    {"space", "line ends of Windows",
     [](edits& e) {
       const std::string& x = e.doc.xml;
       bool any = false;
       for (std::size_t i = 0; i < x.size(); ++i)
         if (x[i] == '\n') e.replace(i, i + 1, "\r\n"), any = true;
       return any;
     }},
    {"space", "line ends of old",
     [](edits& e) {
       const std::string& x = e.doc.xml;
       bool any = false;
       for (std::size_t i = 0; i < x.size(); ++i)
         if (x[i] == '\n') e.replace(i, i + 1, "\r"), any = true;
       return any;
     }},
    {"space", "before the document", [](edits& e) { return e.insert(0, some(e, blanks)), true; }},
    {"space", "after the document", [](edits& e) { return e.insert(e.doc.xml.size(), some(e, blanks)), true; }},
    {"space", "no blank before the document", [](edits& e) { return e.insert(0, some(e, not_blank)), true; }},
    {"space", "no blank after the document",
     [](edits& e) { return e.insert(e.doc.xml.size(), some(e, not_blank)), true; }},
    {"space", "no blank before the root", [](edits& e) { return e.insert(e.root()->begin, some(e, not_blank)), true; }},
    {"space", "a blank alone as a text",
     [](edits& e) {
       const auto* l = e.leaf();
       return l ? (e.set_text(*l, some(e, blanks)), true) : false;
     }},
    {"space", "blank in an empty component",
     [](edits& e) {
       const auto* c = e.component();
       return c ? (e.set_text(*c, some(e, blanks)), true) : false;
     }},
};

}  // namespace

std::span<const mutation> space_mutations() { return table; }

}  // namespace iso20022::judge
