#include "schema_facts.hpp"

#include "grammar.hpp"

#include <xercesc/framework/psvi/XSAttributeDeclaration.hpp>
#include <xercesc/framework/psvi/XSAttributeUse.hpp>
#include <xercesc/framework/psvi/XSComplexTypeDefinition.hpp>
#include <xercesc/framework/psvi/XSElementDeclaration.hpp>
#include <xercesc/framework/psvi/XSFacet.hpp>
#include <xercesc/framework/psvi/XSModelGroup.hpp>
#include <xercesc/framework/psvi/XSNamedMap.hpp>
#include <xercesc/framework/psvi/XSParticle.hpp>
#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>
#include <xercesc/framework/psvi/XSWildcard.hpp>
#include <xercesc/validators/schema/SchemaSymbols.hpp>

#include <stdexcept>

namespace check_schemas {

namespace {

using namespace xercesc;

class describer {
 public:
  describer(XSModel& model, std::string target_namespace) : model_(model), target_(std::move(target_namespace)) {}

  facts describe(scope wanted) {
    each<XSElementDeclaration>(XSConstants::ELEMENT_DECLARATION, [&](XSElementDeclaration& e) {
      add("/" + text(e.getName()), fact_kind::global, element(e));
      follow(*e.getTypeDefinition());
    });
    refuse(XSConstants::ATTRIBUTE_DECLARATION, "a global attribute");
    refuse(XSConstants::MODEL_GROUP_DEFINITION, "a named group");
    refuse(XSConstants::ATTRIBUTE_GROUP_DEFINITION, "an attribute group");
    if (wanted == scope::all)
      each<XSTypeDefinition>(XSConstants::TYPE_DEFINITION, [&](XSTypeDefinition& t) { follow(t); });
    return std::move(facts_);
  }

 private:
  template <class T, class Do>
  void each(XSConstants::COMPONENT_TYPE kind, Do action) {
    XMLCh* ns = XMLString::transcode(target_.c_str());
    auto* found = model_.getComponentsByNamespace(kind, ns);
    XMLString::release(&ns);
    if (!found) return;
    for (XMLSize_t i = 0; i < found->getLength(); ++i) action(*static_cast<T*>(found->item(i)));
  }

  // What neither side uses is not compared; it must not slip in unseen.
  void refuse(XSConstants::COMPONENT_TYPE kind, const char* what) {
    each<XSObject>(kind, [&](XSObject& o) {
      throw std::runtime_error(std::string(what) + " is not compared: " + text(o.getName()) + "\n");
    });
  }

  void add(const std::string& path, fact_kind kind, std::string value) {
    if (!facts_.emplace(path, fact{kind, std::move(value)}).second)
      throw std::runtime_error(path + ": described twice\n");
  }

  std::string name(XSTypeDefinition& type) const {
    if (type.getAnonymous()) throw std::runtime_error("an anonymous type is not compared\n");
    const auto ns = text(type.getNamespace());
    if (ns == target_) return text(type.getName());
    if (ns == text(SchemaSymbols::fgURI_SCHEMAFORSCHEMA)) return "xs:" + text(type.getName());
    return "{" + ns + "}" + text(type.getName());
  }

  void follow(XSTypeDefinition& type) {
    if (text(type.getNamespace()) != target_) return;
    const auto path = name(type);
    if (facts_.contains(path)) return;
    if (type.getTypeCategory() == XSTypeDefinition::SIMPLE_TYPE)
      simple_type(path, static_cast<XSSimpleTypeDefinition&>(type));
    else
      complex_type(path, static_cast<XSComplexTypeDefinition&>(type));
    follow(*type.getBaseType());
  }

  void simple_type(const std::string& path, XSSimpleTypeDefinition& type) {
    add(path, fact_kind::type,
        "simple, variety " + std::to_string(type.getVariety()) + ", restricts " + name(*type.getBaseType()) +
            ", final " + std::to_string(type.getFinal()));
    if (auto* single = type.getFacets())
      for (XMLSize_t i = 0; i < single->size(); ++i) facet(path, *single->elementAt(i));
    lexical(path + "/enumeration ", type.getLexicalEnumeration());
    lexical(path + "/pattern ", type.getLexicalPattern());
  }

  void facet(const std::string& path, XSFacet& f) {
    add(path + "/" + facet_name(f.getFacetKind()), fact_kind::facet,
        text(f.getLexicalFacetValue()) + (f.isFixed() ? " fixed" : ""));
  }

  void lexical(const std::string& path, StringList* values) {
    if (!values) return;
    for (XMLSize_t i = 0; i < values->size(); ++i) add(path + text(values->elementAt(i)), fact_kind::facet, "present");
  }

  static std::string facet_name(XSSimpleTypeDefinition::FACET kind) {
    switch (kind) {
      case XSSimpleTypeDefinition::FACET_LENGTH: return "length";
      case XSSimpleTypeDefinition::FACET_MINLENGTH: return "minLength";
      case XSSimpleTypeDefinition::FACET_MAXLENGTH: return "maxLength";
      case XSSimpleTypeDefinition::FACET_WHITESPACE: return "whiteSpace";
      case XSSimpleTypeDefinition::FACET_MAXINCLUSIVE: return "maxInclusive";
      case XSSimpleTypeDefinition::FACET_MAXEXCLUSIVE: return "maxExclusive";
      case XSSimpleTypeDefinition::FACET_MINEXCLUSIVE: return "minExclusive";
      case XSSimpleTypeDefinition::FACET_MININCLUSIVE: return "minInclusive";
      case XSSimpleTypeDefinition::FACET_TOTALDIGITS: return "totalDigits";
      case XSSimpleTypeDefinition::FACET_FRACTIONDIGITS: return "fractionDigits";
      default: return "facet " + std::to_string(kind);
    }
  }

  void complex_type(const std::string& path, XSComplexTypeDefinition& type) {
    add(path, fact_kind::type,
        "complex, content " + std::to_string(type.getContentType()) +
            (type.getDerivationMethod() == XSConstants::DERIVATION_EXTENSION ? ", extends " : ", restricts ") +
            name(*type.getBaseType()) + (type.getAbstract() ? ", abstract" : "") + ", final " +
            std::to_string(type.getFinal()) + ", block " + std::to_string(type.getProhibitedSubstitutions()));
    if (auto* value = type.getSimpleType()) {
      add(path + "/value", fact_kind::type, name(*value));
      follow(*value);
    }
    if (auto* uses = type.getAttributeUses())
      for (XMLSize_t i = 0; i < uses->size(); ++i) attribute(path, *uses->elementAt(i));
    if (auto* any = type.getAttributeWildcard()) add(path + "/@*", fact_kind::attribute, wildcard(*any));
    if (auto* content = type.getParticle()) particle(path + "/1", *content);
  }

  void attribute(const std::string& path, XSAttributeUse& use) {
    auto& declared = *use.getAttrDeclaration();
    add(path + "/@" + text(declared.getName()), fact_kind::attribute,
        "{" + text(declared.getNamespace()) + "} : " + name(*declared.getTypeDefinition()) +
            (use.getRequired() ? " required" : " optional") +
            constraint(use.getConstraintType(), use.getConstraintValue()));
    follow(*declared.getTypeDefinition());
  }

  void particle(const std::string& path, XSParticle& p) {
    const auto times = " " + std::to_string(p.getMinOccurs()) + ".." +
                       (p.getMaxOccursUnbounded() ? "*" : std::to_string(p.getMaxOccurs()));
    switch (p.getTermType()) {
      case XSParticle::TERM_ELEMENT:
        add(path, fact_kind::particle, element(*p.getElementTerm()) + times);
        follow(*p.getElementTerm()->getTypeDefinition());
        break;
      case XSParticle::TERM_WILDCARD:
        add(path, fact_kind::particle, wildcard(*p.getWildcardTerm()) + times);
        break;
      case XSParticle::TERM_MODELGROUP: group(path, *p.getModelGroupTerm(), times); break;
      case XSParticle::TERM_EMPTY: add(path, fact_kind::particle, "empty" + times); break;
    }
  }

  void group(const std::string& path, XSModelGroup& g, const std::string& times) {
    add(path, fact_kind::particle, order_name(g.getCompositor()) + times);
    auto* members = g.getParticles();
    for (XMLSize_t i = 0; members && i < members->size(); ++i)
      particle(path + "." + std::to_string(i + 1), *members->elementAt(i));
  }

  static std::string order_name(XSModelGroup::COMPOSITOR_TYPE order) {
    if (order == XSModelGroup::COMPOSITOR_SEQUENCE) return "sequence";
    return order == XSModelGroup::COMPOSITOR_CHOICE ? "choice" : "all";
  }

  std::string element(XSElementDeclaration& e) const {
    const auto ns = text(e.getNamespace());
    return "element " + (ns == target_ ? "" : "{" + ns + "}") + text(e.getName()) + " : " +
           name(*e.getTypeDefinition()) +
           (e.getNillable() ? " nillable" : "") + (e.getAbstract() ? " abstract" : "") +
           constraint(e.getConstraintType(), e.getConstraintValue());
  }

  static std::string constraint(XSConstants::VALUE_CONSTRAINT kind, const XMLCh* value) {
    if (kind == XSConstants::VALUE_CONSTRAINT_NONE) return "";
    return (kind == XSConstants::VALUE_CONSTRAINT_FIXED ? " fixed " : " default ") + text(value);
  }

  static std::string wildcard(XSWildcard& any) {
    std::string value = "any, constraint " + std::to_string(any.getConstraintType()) + ", process " +
                        std::to_string(any.getProcessContents());
    auto* namespaces = any.getNsConstraintList();
    for (XMLSize_t i = 0; namespaces && i < namespaces->size(); ++i) value += " " + text(namespaces->elementAt(i));
    return value;
  }

  XSModel& model_;
  std::string target_;
  facts facts_;
};

}  // namespace

facts read_facts(const std::filesystem::path& schema, const std::string& target_namespace, scope wanted) {
  grammar loaded;
  loaded.load(schema);
  return describer(loaded.model(), target_namespace).describe(wanted);
}

facts read_facts_of_text(const std::string& schema, const std::filesystem::path& pretended_path,
                         const std::string& target_namespace) {
  grammar loaded;
  loaded.load_text(schema, pretended_path);
  return describer(loaded.model(), target_namespace).describe(scope::all);
}

std::set<std::string> type_names(const facts& all) {
  std::set<std::string> names;
  for (const auto& [path, f] : all)
    if (f.kind == fact_kind::type && !path.contains('/')) names.insert(path);
  return names;
}

}  // namespace check_schemas
