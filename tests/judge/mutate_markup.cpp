// Comments, processing instructions, CDATA sections and document types, where they may be and where they may not.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

constexpr std::string_view comments[] = {"<!-- c -->",   "<!---->",   "<!-- <a> & ]]> -->", "<!-- \xC3\xA9 -->",
                                         "<!-- - - -->", "<!--\n-->", "<!--->-->"};
constexpr std::string_view bad_comments[] = {
    "<!-- -- -->", "<!-- --->", "<!-- c ->",     "<!-- c",        "<!- c -->", "<! -- c -->",           "<!--",
    "<!-->",       "<!--->",    "<!-- \x01 -->", "<!-- \xFF -->", "-->",       "<!-- \xEF\xBF\xBF -->", "<!-- c -- >",
    "<!---"};
constexpr std::string_view instructions[] = {"<?p?>",
                                             "<?p i?>",
                                             "<?p ?>",
                                             "<?xml-stylesheet href='a'?>",
                                             "<?p ? > ?"
                                             "?>",
                                             "<?p <a> & -- ?>",
                                             "<?p\ni?>",
                                             "<?p \xC3\xA9?>",
                                             "<?xmlx?>",
                                             "<?_.-1?>",
                                             "<?\xC3\xA9?>"};
constexpr std::string_view bad_instructions[] = {"<? p?>",
                                                 "<?"
                                                 "?>",
                                                 "<?p i>",
                                                 "<?p",
                                                 "<?xml?>",
                                                 "<?XML v?>",
                                                 "<?xMl?>",
                                                 "<?1?>",
                                                 "<?p:q?>",
                                                 "<?p\x01?>",
                                                 "<?p,?>",
                                                 "<?xml version=\"1.0\"?>",
                                                 "<?p \xFF?>",
                                                 "?>",
                                                 "<?:p?>",
                                                 "<?p: ?>",
                                                 "<?"};
constexpr std::string_view sections[] = {"<![CDATA[]]>",
                                         "<![CDATA[x]]>",
                                         "<![CDATA[ ]]>",
                                         "<![CDATA[<a>&amp;]]>",
                                         "<![CDATA[]]]]>",
                                         "<![CDATA[]]]]><![CDATA[>]]>",
                                         "<![CDATA[\r\n]]>",
                                         "<![CDATA[\xC3\xA9]]>",
                                         "<![CDATA[&]]>",
                                         "<![CDATA[]]><![CDATA[]]>",
                                         "<![CDATA[\xF0\x9F\x98\x80]]>"};
constexpr std::string_view bad_sections[] = {
    "<![CDATA[x",      "<![CDATA[x]]",  "<![CDATA[x]>", "<![cdata[x]]>",           "<![CDATA [x]]>",
    "<! [CDATA[x]]>",  "<![CDATA x]]>", "]]>",          "<![CDATA[\x01]]>",        "<![CDATA[\xFF]]>",
    "<![CDATA[]]>]]>", "<![CDATA",      "<![",          "<![CDATA[\xEF\xBF\xBE]]>"};
constexpr std::string_view types[] = {"<!DOCTYPE Document>",
                                      "<!DOCTYPE a>",
                                      "<!DOCTYPE Document SYSTEM \"a.dtd\">",
                                      "<!DOCTYPE Document []>",
                                      "<!DOCTYPE Document [<!ENTITY a \"b\">]>",
                                      "<!DOCTYPE Document [<!ENTITY a SYSTEM \"file:///dev/null\">]>",
                                      "<!DOCTYPE Document PUBLIC \"a\" \"b\">",
                                      "<!doctype Document>",
                                      "<!DOCTYPE>",
                                      "<!ENTITY a \"b\">",
                                      "<!ELEMENT a ANY>"};

std::string some(edits& e, std::span<const std::string_view> of) { return std::string(e.r.pick(of)); }

bool in_leaf(edits& e, std::span<const std::string_view> of) {
  const auto* l = e.leaf();
  return l ? (e.insert(e.r.between(l->content, l->content_end), some(e, of)), true) : false;
}
bool between(edits& e, std::span<const std::string_view> of) { return e.insert(e.between(), some(e, of)), true; }
bool outside(edits& e, std::span<const std::string_view> of) {
  return e.insert(e.r.one_in(2) ? e.root()->begin : e.root()->end, some(e, of)), true;
}
bool in_tag(edits& e, std::span<const std::string_view> of) {
  const auto* p = e.element();
  return e.insert(e.r.between(p->begin + 1, p->content - 1), some(e, of)), true;
}

constexpr mutation table[] = {
    {"markup", "comment in a leaf", [](edits& e) { return in_leaf(e, comments); }},
    {"markup", "comment between elements", [](edits& e) { return between(e, comments); }},
    {"markup", "comment outside the root", [](edits& e) { return outside(e, comments); }},
    {"markup", "comment before the document", [](edits& e) { return e.insert(0, some(e, comments)), true; }},
    {"markup", "comment in a tag", [](edits& e) { return in_tag(e, comments); }},
    {"markup", "bad comment in a leaf", [](edits& e) { return in_leaf(e, bad_comments); }},
    {"markup", "bad comment between elements", [](edits& e) { return between(e, bad_comments); }},
    {"markup", "bad comment outside the root", [](edits& e) { return outside(e, bad_comments); }},
    {"markup", "instruction in a leaf", [](edits& e) { return in_leaf(e, instructions); }},
    {"markup", "instruction between elements", [](edits& e) { return between(e, instructions); }},
    {"markup", "instruction outside the root", [](edits& e) { return outside(e, instructions); }},
    {"markup", "bad instruction in a leaf", [](edits& e) { return in_leaf(e, bad_instructions); }},
    {"markup", "bad instruction between elements", [](edits& e) { return between(e, bad_instructions); }},
    {"markup", "bad instruction outside the root", [](edits& e) { return outside(e, bad_instructions); }},
    {"markup", "section in a leaf", [](edits& e) { return in_leaf(e, sections); }},
    {"markup", "section between elements", [](edits& e) { return between(e, sections); }},
    {"markup", "section outside the root", [](edits& e) { return outside(e, sections); }},
    {"markup", "bad section in a leaf", [](edits& e) { return in_leaf(e, bad_sections); }},
    {"markup", "bad section between elements", [](edits& e) { return between(e, bad_sections); }},
    {"markup", "whole text in a section",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l || e.text(*l).find('&') != std::string_view::npos) return false;
       e.set_text(*l, "<![CDATA[" + std::string(e.text(*l)) + "]]>");
       return true;
     }},
    {"markup", "half of a text in a section",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l || e.text(*l).find('&') != std::string_view::npos) return false;
       e.insert(e.r.between(l->content, l->content_end), "<![CDATA[");
       e.insert(l->content_end, "]]>");
       return true;
     }},
    {"markup", "an element commented out",
     [](edits& e) {
       const auto* p = e.element();
       e.replace(p->begin, p->end, "<!--" + std::string(e.whole(*p)) + "-->");
       return true;
     }},
    {"markup", "an element in a section",
     [](edits& e) {
       const auto* p = e.element();
       e.replace(p->begin, p->end, "<![CDATA[" + std::string(e.whole(*p)) + "]]>");
       return true;
     }},
    {"markup", "comments everywhere",
     [](edits& e) {
       for (const auto& p : e.doc.elements) e.insert(p.end, "<!-- c -->");
       return true;
     }},
    {"markup", "document type", [](edits& e) { return e.insert(e.root()->begin, some(e, types)), true; }},
    {"markup", "document type in the wrong place",
     [](edits& e) { return e.insert(e.r.one_in(2) ? e.between() : e.root()->end, some(e, types)), true; }},
    {"markup", "document type with an entity used",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       e.insert(e.root()->begin, "<!DOCTYPE Document [<!ENTITY a \"A\">]>");
       e.set_text(*l, "&a;");
       return true;
     }},
};

}  // namespace

std::span<const mutation> markup_mutations() { return table; }

}  // namespace iso20022::judge
