// What an instance may say about its schema (xsi:...), and the attributes of the xml namespace.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

constexpr std::string_view xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

/// `attribute` on `p`, with xsi declared on it or on the root.
void add(edits& e, const placed& p, const std::string& attribute) {
  if (e.r.one_in(2) || &p == e.root()) {
    e.add_attribute(p, std::string(xsi) + " " + attribute);
  } else {
    e.add_attribute(*e.root(), xsi);
    e.add_attribute(p, attribute);
  }
}

std::string type_name(const edits& e, const placed& p) {
  return std::string(e.image.string(e.image.infos()[p.row].type_name));
}

const placed* typed(edits& e, bool leaf) {
  return e.pick_where(
      [&](const placed& q) { return q.leaf == leaf && q.parent >= 0 && !e.image.infos()[q.row].wildcard; });
}

bool nil(edits& e, std::string_view value, bool empty) {
  const auto* p = e.element();
  add(e, *p, "xsi:nil=\"" + std::string(value) + "\"");
  if (empty) e.set_text(*p, "");
  return true;
}

constexpr mutation table[] = {
    {"instance", "type: the declared one",
     [](edits& e) {
       const auto* p = typed(e, e.r.one_in(2));
       return p ? (add(e, *p, "xsi:type=\"" + std::string(e.prefix(*p)) + type_name(e, *p) + "\""), true) : false;
     }},
    {"instance", "type: the declared one with space around",
     [](edits& e) {
       const auto* p = typed(e, e.r.one_in(2));
       return p ? (add(e, *p, "xsi:type=\" " + std::string(e.prefix(*p)) + type_name(e, *p) + "\n\""), true) : false;
     }},
    {"instance", "type: another one",
     [](edits& e) {
       const auto *p = typed(e, e.r.one_in(2)), *q = typed(e, e.r.one_in(2));
       return p && q ? (add(e, *p, "xsi:type=\"" + std::string(e.prefix(*p)) + type_name(e, *q) + "\""), true) : false;
     }},
    {"instance", "type: odd",
     [](edits& e) {
       static constexpr std::string_view some[] = {"",  "Nope", "xs:string", "nobody:Max35Text", "a b",
                                                   ":", "1",    "xsi:type",  "http://x"};
       return add(e, *e.element(), "xsi:type=\"" + std::string(e.r.pick(some)) + "\""), true;
     }},
    {"instance", "type: a built-in",
     [](edits& e) {
       static constexpr std::string_view some[] = {"string",   "token",   "decimal", "date",
                                                   "dateTime", "anyType", "boolean", "anySimpleType"};
       const auto* p = typed(e, e.r.percent(80));
       if (!p) return false;
       e.add_attribute(*e.root(), "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"");
       add(e, *p, "xsi:type=\"xs:" + std::string(e.r.pick(some)) + "\"");
       return true;
     }},
    {"instance", "nil, with its content", [](edits& e) { return nil(e, e.r.one_in(2) ? "true" : "1", false); }},
    {"instance", "nil, empty", [](edits& e) { return nil(e, e.r.one_in(2) ? "true" : "1", true); }},
    {"instance", "not nil", [](edits& e) { return nil(e, e.r.one_in(2) ? "false" : "0", false); }},
    {"instance", "nil: odd",
     [](edits& e) {
       static constexpr std::string_view some[] = {"", "TRUE", "yes", " true ", "2", "nil", " false", "\nfalse"};
       return nil(e, e.r.pick(some), e.r.one_in(2));
     }},
    {"instance", "schema location",
     [](edits& e) {
       static constexpr std::string_view some[] = {
           "urn:x x.xsd", "urn:x", "", "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08 pacs.008.001.08.xsd",
           "a b c d",     " a  b "};
       return add(e, e.r.one_in(2) ? *e.root() : *e.element(),
                  "xsi:schemaLocation=\"" + std::string(e.r.pick(some)) + "\""),
              true;
     }},
    {"instance", "schema location without a namespace",
     [](edits& e) {
       return add(e, e.r.one_in(2) ? *e.root() : *e.element(), "xsi:noNamespaceSchemaLocation=\"x.xsd\""), true;
     }},
    {"instance", "unknown xsi attribute",
     [](edits& e) {
       static constexpr std::string_view some[] = {"xsi:x=\"1\"", "xsi:Type=\"a\"", "xsi:nill=\"true\"",
                                                   "xsi:schemalocation=\"a b\""};
       return add(e, *e.element(), std::string(e.r.pick(some))), true;
     }},
    {"instance", "xsi not declared",
     [](edits& e) {
       return e.add_attribute(*e.element(), e.r.one_in(2) ? "xsi:nil=\"false\"" : "xsi:schemaLocation=\"a b\""), true;
     }},
    {"instance", "xsi under another prefix",
     [](edits& e) {
       return e.add_attribute(*e.root(),
                              "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"urn:a a.xsd\""),
              true;
     }},
    {"instance", "xsi twice",
     [](edits& e) { return add(e, *e.root(), "xsi:schemaLocation=\"a b\" xsi:schemaLocation=\"a b\""), true; }},
    {"instance", "attributes of xml",
     [](edits& e) {
       static constexpr std::string_view some[] = {"xml:lang=\"en\"",    "xml:space=\"preserve\"", "xml:space=\"x\"",
                                                   "xml:base=\"urn:x\"", "xml:id=\"a\"",           "xml:lang=\"\""};
       return e.add_attribute(*e.element(), e.r.pick(some)), true;
     }},
};

}  // namespace

std::span<const mutation> instance_mutations() { return table; }

}  // namespace iso20022::judge
