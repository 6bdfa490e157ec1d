#include "restrict.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <xercesc/dom/DOM.hpp>
#include <xercesc/framework/MemBufFormatTarget.hpp>
#include <xercesc/parsers/XercesDOMParser.hpp>

#include "random.hpp"
#include "schemac/xerces.hpp"

namespace iso20022::judge {

using namespace xercesc;
using schemac::utf16;
using schemac::utf8;

namespace {

using node_list = std::vector<DOMElement*>;

// What real guidelines say of texts and times.
constexpr const char* text_patterns[] = {
    R"([0-9a-zA-Z/\-\?:\(\)\.,'\+ ]+)", R"([0-9a-zA-Z/\-\?:\(\)\.,'\+ !#$%&\*=^_`\{\|\}~";<>@\[\\\]]+)",
    R"(([^/]+/)+([^/]+)|([^/]*))", R"([\w\s]+)", R"(\p{IsBasicLatin}*)", R"(\S(.*\S)?)", R"([A-Z\d\-]{1,20})"};
constexpr const char* time_patterns[] = {R"(.*(\+|-)((0[0-9])|(1[0-4])):[0-5][0-9])", R"(.*Z)"};

class restricter {
 public:
  restricter(DOMDocument& d, std::uint64_t seed) : doc_(d), r_(seed) {}

  void run() {
    rename_types();
    for (auto* e : all("simpleType")) narrow_simple(*e);
    for (auto* e : all("choice")) narrow_choice(*e);
    for (auto* e : all("sequence")) narrow_sequence(*e);
    for (auto* e : all("attribute")) narrow_attribute(*e);
    for (auto* e : all("element")) narrow_element(*e);
    for (auto* e : all("complexType")) split(*e);
  }

 private:
  static std::string get(DOMElement& e, std::string_view name) { return utf8(e.getAttribute(utf16(name))); }
  static void set(DOMElement& e, std::string_view name, std::string_view value) {
    e.setAttribute(utf16(name), utf16(value));
  }
  static bool is(DOMNode& n, std::string_view kind) { return utf8(n.getLocalName()) == kind; }
  static node_list children(DOMElement& e, std::string_view kind = {}) {
    node_list found;
    for (auto* c = e.getFirstElementChild(); c; c = c->getNextElementSibling())
      if (kind.empty() ? !is(*c, "annotation") : is(*c, kind)) found.push_back(c);
    return found;
  }
  static DOMElement* child(DOMElement& e, std::string_view kind) {
    const auto found = children(e, kind);
    return found.empty() ? nullptr : found.front();
  }
  node_list all(std::string_view kind) const {
    auto* list = doc_.getElementsByTagNameNS(utf16("http://www.w3.org/2001/XMLSchema"), utf16(kind));
    node_list found;
    for (XMLSize_t i = 0; i < list->getLength(); ++i) found.push_back(static_cast<DOMElement*>(list->item(i)));
    return found;
  }
  DOMElement* add(DOMElement& to, std::string_view kind) {
    auto* e = doc_.createElementNS(utf16("http://www.w3.org/2001/XMLSchema"), utf16("xs:" + std::string(kind)));
    to.appendChild(e);
    return e;
  }
  void add_facet(DOMElement& restriction, std::string_view kind, std::string_view value) {
    set(*add(restriction, kind), "value", value);
  }
  static std::optional<unsigned> facet(DOMElement& restriction, std::string_view kind) {
    auto* f = child(restriction, kind);
    return f ? std::optional(static_cast<unsigned>(std::stoul(get(*f, "value")))) : std::nullopt;
  }

  /// Name to Name__1: definitions and what refers to them.
  void rename_types() {
    for (const auto* kind : {"simpleType", "complexType"})
      for (auto* e : all(kind))
        if (!get(*e, "name").empty()) set(*e, "name", get(*e, "name") + "__1");
    for (const auto* kind : {"element", "attribute", "restriction", "extension"})
      for (auto* e : all(kind))
        for (const auto* reference : {"type", "base"}) {
          const auto name = get(*e, reference);
          if (!name.empty() && name.find(':') == name.npos) set(*e, reference, name + "__1");
        }
  }

  void narrow_simple(DOMElement& type) {
    auto* restriction = child(type, "restriction");
    if (!restriction) return;
    const auto base = get(*restriction, "base");
    const bool patterned = child(*restriction, "pattern") != nullptr;
    if (auto values = children(*restriction, "enumeration"); values.size() > 1 && r_.one_in(2)) {
      remove_some(values, 1 + r_.below(values.size()));
    } else if (base == "xs:string" && values.empty()) {
      narrow_text(*restriction, patterned);
    } else if (base == "xs:decimal") {
      narrow_number(*restriction);
    } else if (base == "xs:dateTime" && r_.one_in(2)) {
      add_facet(*restriction, "pattern", r_.pick(time_patterns));
    } else if (base == "xs:boolean" && r_.one_in(3)) {
      add_facet(*restriction, "pattern", "true|1");
    }
  }
  void narrow_text(DOMElement& restriction, bool patterned) {
    const auto min = facet(restriction, "minLength"), max = facet(restriction, "maxLength");
    if (max && *max > 1 && r_.one_in(2))
      set(*child(restriction, "maxLength"), "value", std::to_string(r_.between(std::max(1u, min.value_or(0)), *max)));
    if (!patterned && r_.one_in(3)) add_facet(restriction, "pattern", r_.pick(text_patterns));
  }
  void narrow_number(DOMElement& restriction) {
    if (auto* f = child(restriction, "fractionDigits"); f && r_.one_in(3)) set(*f, "value", std::to_string(r_.below(3)));
    if (r_.one_in(4)) add_facet(restriction, "maxInclusive", "999999.99");
    else if (r_.one_in(4)) add_facet(restriction, r_.one_in(2) ? "maxExclusive" : "maxInclusive", "100");
    if (!child(restriction, "minInclusive") && r_.one_in(4)) add_facet(restriction, "minExclusive", "0");
    if (r_.one_in(8)) add_facet(restriction, "pattern", R"([0-9]+(\.[0-9]{2})?)");
  }

  void remove_some(node_list& all, std::size_t keep) {
    while (all.size() > keep) {
      const auto i = all.begin() + static_cast<std::ptrdiff_t>(r_.below(all.size()));
      (*i)->getParentNode()->removeChild(*i);
      all.erase(i);
    }
  }
  void narrow_choice(DOMElement& choice) {
    auto alternatives = children(choice);
    if (alternatives.size() > 1 && r_.one_in(3))
      remove_some(alternatives, r_.one_in(2) ? 1 : 1 + r_.below(alternatives.size()));
  }
  void narrow_sequence(DOMElement& sequence) {
    auto members = children(sequence);
    for (auto* m : children(sequence, "element")) {
      if (get(*m, "minOccurs") == "0" && r_.one_in(3) && members.size() > 1) {
        std::erase(members, m);
        sequence.removeChild(m);
      } else if (get(*m, "minOccurs") == "0" && !is_recursive_danger(*m) && r_.one_in(6)) {
        m->removeAttribute(utf16("minOccurs"));
      }
      if (!get(*m, "maxOccurs").empty() && r_.one_in(2)) {
        if (r_.one_in(2)) m->removeAttribute(utf16("maxOccurs"));
        else set(*m, "maxOccurs", std::to_string(r_.between(2, 5)));
      }
    }
  }
  /// A mandatory element of a type that may hold itself would have no finite message.
  static bool is_recursive_danger(DOMElement& e) {
    for (DOMNode* p = e.getParentNode(); p; p = p->getParentNode())
      if (p->getNodeType() == DOMNode::ELEMENT_NODE && get(static_cast<DOMElement&>(*p), "name") == get(e, "type"))
        return true;
    return false;
  }

  void narrow_attribute(DOMElement& a) {
    if (get(a, "name") != "Ccy") return;
    if (r_.one_in(4)) set(a, "fixed", "USD");
    else if (r_.one_in(4)) a.removeAttribute(utf16("use")), set(a, "default", "EUR");
  }
  void narrow_element(DOMElement& e) {
    if (e.getParentNode() == doc_.getDocumentElement()) return;
    const auto type = get(e, "type");
    const bool text = type.starts_with("Max") && type.ends_with("Text__1") && r_.one_in(20);
    if (text && accepts_one(type)) set(e, r_.one_in(2) ? "fixed" : "default", "1");
    if (r_.one_in(3)) annotate(e);
  }
  /// Whether "1" is a value: not where this file has given the type a pattern or taken short texts away.
  bool accepts_one(const std::string& type) const {
    for (auto* t : all("simpleType"))
      if (get(*t, "name") == type) {
        auto* restriction = child(*t, "restriction");
        return restriction && !child(*restriction, "pattern") && facet(*restriction, "minLength").value_or(0) <= 1;
      }
    return false;
  }
  void annotate(DOMElement& e) {
    if (child(e, "annotation")) return;
    auto* annotation = add(e, "annotation");
    e.insertBefore(annotation, e.getFirstChild());
    for (const auto* source : {"Name", "Definition"}) {
      auto* d = add(*annotation, "documentation");
      set(*d, "source", source);
      d->setTextContent(utf16(std::string(source) + " of " + get(e, "name") + " & <more>"));
    }
  }

  /// Type T becomes T_Base, which has its first elements, and T, which extends it by the rest.
  void split(DOMElement& type) {
    auto* sequence = child(type, "sequence");
    const auto name = get(type, "name");
    if (!sequence || name.empty() || name.starts_with("Document") || !r_.one_in(8)) return;
    const auto members = children(*sequence);
    if (members.size() < 2) return;
    auto* base = add(*doc_.getDocumentElement(), "complexType");
    set(*base, "name", name + "_Base");
    auto* head = add(*base, "sequence");
    for (std::size_t i = 0; i < members.size() / 2; ++i) head->appendChild(members[i]);
    auto* extension = add(*add(type, "complexContent"), "extension");
    set(*extension, "base", name + "_Base");
    extension->appendChild(sequence);
    for (auto* a : children(type, "attribute")) extension->appendChild(a);
  }

  DOMDocument& doc_;
  random r_;
};

std::string serialized(DOMDocument& doc) {
  auto* implementation = DOMImplementationRegistry::getDOMImplementation(utf16("LS"));
  const std::unique_ptr<DOMLSSerializer, void (*)(DOMLSSerializer*)> out(implementation->createLSSerializer(),
                                                                       [](DOMLSSerializer* s) { s->release(); });
  const std::unique_ptr<DOMLSOutput, void (*)(DOMLSOutput*)> to(implementation->createLSOutput(),
                                                                [](DOMLSOutput* o) { o->release(); });
  MemBufFormatTarget bytes;
  to->setByteStream(&bytes);
  to->setEncoding(utf16("UTF-8"));
  out->getDomConfig()->setParameter(utf16("format-pretty-print"), true);
  out->write(&doc, to.get());
  return {reinterpret_cast<const char*>(bytes.getRawBuffer()), bytes.getLen()};
}

}  // namespace

std::string restricted(const std::string& schema_file, std::uint64_t seed) {
  schemac::start_xerces();
  XercesDOMParser parser;
  parser.setDoNamespaces(true);
  parser.parse(schema_file.c_str());
  if (parser.getErrorCount() || !parser.getDocument()) throw std::runtime_error("cannot read " + schema_file);
  restricter(*parser.getDocument(), seed).run();
  return serialized(*parser.getDocument());
}

void write_restricted(const std::vector<std::string>& schema_files, std::uint64_t seed, const std::string& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < schema_files.size(); ++i)
    std::ofstream(std::filesystem::path(folder) / std::filesystem::path(schema_files[i]).filename())
        << restricted(schema_files[i], seed_of(seed, i));
}

}  // namespace iso20022::judge
