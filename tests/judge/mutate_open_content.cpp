// What stands where the schema allows anything (xs:any).
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

/// An element of open content: placed with its wildcard's row, or a known message in its place.
const placed* open_element(edits& e) {
  return e.pick_where([&](const placed& q) { return q.parent >= 0 && e.image.infos()[q.row].wildcard != 0; });
}

/// The component around open content.
const placed* holder(edits& e) {
  const auto* p = open_element(e);
  return p ? &e.doc.elements[static_cast<std::size_t>(p->parent)] : nullptr;
}

constexpr std::string_view contents[] = {"<x xmlns=\"\"/>",
                                         "<x xmlns=\"urn:x\"/>",
                                         "<x/>",
                                         "<x xmlns=\"urn:x\">text</x>",
                                         "<x xmlns=\"urn:x\"><y><z a=\"1\"/></y>t</x>",
                                         "<p:x xmlns:p=\"urn:p\"/>",
                                         "<p:x/>",
                                         "<x xmlns=\"urn:x\" a=\"&amp;\">&#65;</x>",
                                         "<x xmlns=\"urn:x\"><![CDATA[<]]></x>",
                                         "<x xmlns=\"urn:x\"><!-- c --><?p?></x>",
                                         "<x xmlns=\"urn:x\">\xC3\xA9\xF0\x9F\x98\x80</x>",
                                         "<x xmlns=\"urn:x\">&nbsp;</x>",
                                         "<x xmlns=\"urn:x\"><y></x></y>",
                                         "<x xmlns=\"urn:x\" a=\"1\" a=\"2\"/>",
                                         "<x xmlns=\"urn:x\" xmlns:a=\"urn:a\" xmlns:b=\"urn:a\" a:c=\"1\" b:c=\"2\"/>",
                                         "<x xmlns=\"urn:x\" xmlns:a=\"urn:a\" xmlns:b=\"urn:&#97;\" b:c=\"1\" a:c=\"2\"/>",
                                         "<x xmlns=\"urn:x\" xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" a:c=\"1\" b:c=\"2\"/>",
                                         "<a:x xmlns:a=\"urn:a\" c=\"1\" a:c=\"2\"/>",
                                         "<x xmlns=\"urn:x\"><p:y/></x>",
                                         "<x xmlns=\"urn:x\">]]></x>",
                                         "<x xmlns=\"urn:x\">\xFF</x>",
                                         "<x xmlns=\"urn:x\">&#0;</x>",
                                         "<x xmlns=\"urn:x\" p:a=\"1\"/>",
                                         "<x xmlns=\"urn:x\"><y xmlns=\"\"/></x>",
                                         "<x xmlns=\"urn:x\" xml:lang=\"en\"/>",
                                         "<!-- only a comment -->",
                                         "text",
                                         "<![CDATA[]]>",
                                         "",
                                         "<x xmlns=\"urn:x\"/><x xmlns=\"urn:x\"/>",
                                         "<x xmlns=\"urn:x\"/>text",
                                         " <x xmlns=\"urn:x\"/> ",
                                         "<x xmlns=\"urn:x\"/><!-- c -->",
                                         "<x xmlns=\"urn:x\" xmlns:a=\"urn:a\" a:b=\"1\"><a:c/></x>",
                                         "<x xmlns=\"urn:x\"><y xmlns:p=\"\"/></x>",
                                         "<x xmlns=\"urn:x\"><!DOCTYPE a></x>"};

/// Instance attributes inside open content, on something that nobody knows.
constexpr std::string_view instance[] = {"xsi:type=\"x\"",
                                         "xsi:type=\"xs:string\"",
                                         "xsi:nil=\"true\"",
                                         "xsi:nil=\"false\"",
                                         "xsi:schemaLocation=\"a b\"",
                                         "xsi:type=\"\"",
                                         "xsi:nil=\"x\"",
                                         "xsi:x=\"1\"",
                                         "xsi:schemaLocation=\"a\"",
                                         "xsi:noNamespaceSchemaLocation=\"x\""};

/// Characters at the borders of what names are made of (https://www.w3.org/TR/xml/#NT-NameChar).
constexpr std::u8string_view name_borders[] = {
    u8"\u00B6", u8"\u00B7", u8"\u00B8", u8"\u00BF", u8"\u00C0", u8"\u00D6", u8"\u00D7", u8"\u00D8", u8"\u00F6",
    u8"\u00F7", u8"\u00F8", u8"\u02FF", u8"\u0300", u8"\u036F", u8"\u0370", u8"\u037D", u8"\u037E", u8"\u037F",
    u8"\u1FFF", u8"\u2000", u8"\u200B", u8"\u200C", u8"\u200D", u8"\u200E", u8"\u203E", u8"\u203F", u8"\u2040",
    u8"\u2041", u8"\u206F", u8"\u2070", u8"\u218F", u8"\u2190", u8"\u2BFF", u8"\u2C00", u8"\u2FEF", u8"\u2FF0",
    u8"\u3000", u8"\u3001", u8"\uD7FF", u8"\uE000", u8"\uF8FF", u8"\uF900", u8"\uFDCF", u8"\uFDD0", u8"\uFDEF",
    u8"\uFDF0", u8"\uFFFD", u8"\uFFFE", u8"\uFFFF", u8"\U00010000", u8"\U000EFFFF", u8"\U000F0000", u8"\U0010FFFF"};

std::string known_message(edits& e, bool broken) {
  const auto roots = e.image.roots();
  unsigned root = e.r.below(roots.size());
  while (roots[root].kind == 2) root = e.r.below(roots.size());
  const generate_options small{
      .how = richness::minimal, .style = {.prefix = e.r.one_in(3) ? "k" : "", .declaration = false}, .elements = 60};
  auto d = generate(e.image, root, small, e.r.next());
  if (broken) {
    const auto& p = d.elements[e.r.below(d.elements.size())];
    d.xml.erase(p.begin, p.end - p.begin);
  }
  return d.xml;
}

constexpr mutation table[] = {
    {"open content", "something else",
     [](edits& e) {
       const auto* h = holder(e);
       return h ? (e.set_text(*h, std::string(e.r.pick(contents))), true) : false;
     }},
    {"open content", "something more",
     [](edits& e) {
       const auto* p = open_element(e);
       return p ? (e.insert(e.r.one_in(2) ? p->begin : p->end, std::string(e.r.pick(contents))), true) : false;
     }},
    {"open content", "something inside",
     [](edits& e) {
       const auto* p = open_element(e);
       return p ? (e.insert(p->content, std::string(e.r.pick(contents))), true) : false;
     }},
    {"open content", "twice",
     [](edits& e) {
       const auto* p = open_element(e);
       return p ? (e.insert(p->end, std::string(e.whole(*p))), true) : false;
     }},
    {"open content", "none",
     [](edits& e) {
       const auto* p = open_element(e);
       return p ? (e.erase(p->begin, p->end), true) : false;
     }},
    {"open content", "a known message",
     [](edits& e) {
       const auto* h = holder(e);
       return h ? (e.set_text(*h, known_message(e, false)), true) : false;
     }},
    {"open content", "a known message, broken",
     [](edits& e) {
       const auto* h = holder(e);
       return h ? (e.set_text(*h, known_message(e, true)), true) : false;
     }},
    {"open content", "a known message further inside",
     [](edits& e) {
       const auto* p = open_element(e);
       return p ? (e.insert(p->content, known_message(e, e.r.one_in(2))), true) : false;
     }},
    {"open content", "an element of the message's own namespace",
     [](edits& e) {
       const auto* h = holder(e);
       if (!h) return false;
       const auto* q = e.element();
       e.set_text(*h, std::string(e.whole(*q)));
       return true;
     }},
    {"open content", "a known message's root with other content",
     [](edits& e) {
       const auto* h = holder(e);
       if (!h) return false;
       const auto roots = e.image.roots();
       const auto& root = roots[e.r.below(roots.size())];
       const std::string name{e.image.string(root.name)};
       e.set_text(*h, "<" + name + " xmlns=\"" + std::string(e.image.namespace_uri(root.ns)) + "\">" +
                          (e.r.one_in(2) ? "<a/>" : "") + "</" + name + ">");
       return true;
     }},
    {"open content", "nested deeply",
     [](edits& e) {
       const auto* h = holder(e);
       if (!h) return false;
       std::string open, close;
       for (unsigned n = e.r.between(70, 120); n; --n) open += "<a>", close += "</a>";
       e.set_text(*h, open + close);
       return true;
     }},
    {"open content", "a name with a character at a border",
     [](edits& e) {
       const auto* h = holder(e);
       if (!h) return false;
       const auto c = e.r.pick(name_borders);
       std::string name(c.begin(), c.end());
       name.insert(e.r.one_in(2) ? 0 : name.size(), "x");
       e.set_text(*h, e.r.one_in(2) ? "<" + name + " xmlns=\"urn:x\"/>" : "<x xmlns=\"urn:x\" " + name + "=\"\"/>");
       return true;
     }},
    {"open content", "many attributes",
     [](edits& e) {
       const auto* h = holder(e);
       if (!h) return false;
       std::string all;
       for (unsigned n = e.r.between(50, 80); n; --n) all += " a" + std::to_string(n) + "=\"\"";
       e.set_text(*h, "<a" + all + "/>");
       return true;
     }},
    {"open content", "instance attributes inside",
     [](edits& e) {
       const auto* h = holder(e);
       if (!h) return false;
       const std::string declared = e.r.percent(90) ? " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                                      "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                                                    : "";
       e.set_text(*h, "<x xmlns=\"urn:x\"" + declared + " " + std::string(e.r.pick(instance)) + ">" +
                          (e.r.one_in(2) ? "t" : "") + "</x>");
       return true;
     }},
};

}  // namespace

std::span<const mutation> open_content_mutations() { return table; }

}  // namespace iso20022::judge
