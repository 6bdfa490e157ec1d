#include "schemac/read_model.hpp"

#include <algorithm>
#include <map>
#include <xercesc/framework/psvi/XSAttributeDeclaration.hpp>
#include <xercesc/framework/psvi/XSAttributeUse.hpp>
#include <xercesc/framework/psvi/XSComplexTypeDefinition.hpp>
#include <xercesc/framework/psvi/XSElementDeclaration.hpp>
#include <xercesc/framework/psvi/XSModelGroup.hpp>
#include <xercesc/framework/psvi/XSNamedMap.hpp>
#include <xercesc/framework/psvi/XSParticle.hpp>
#include <xercesc/framework/psvi/XSWildcard.hpp>

#include "schemac/xerces.hpp"

namespace iso20022::schemac {

using namespace xercesc;

namespace {

class model_reader {
 public:
  model_reader(XSModel& model, const source_index& index, problems& found)
      : model_(model), index_(index), found_(found) {}

  schema_set read() {
    const auto globals = global_elements();
    for (std::size_t i = 0; i < globals.size(); ++i) global_index_[globals[i].second] = static_cast<int>(i);
    for (const auto& [where, declared] : globals) {
      out_.global_places.push_back(where);
      auto e = read_element(*declared, {}, where);
      out_.globals.push_back(std::move(e));
    }
    return std::move(out_);
  }

 private:
  /// A complex type being read: its path in the source index, its name, and the type itself for its ancestors.
  struct owner {
    std::string ns, path, name;
    XSComplexTypeDefinition* type = nullptr;
  };

  std::vector<std::pair<place, XSElementDeclaration*>> global_elements() {
    std::vector<std::pair<place, XSElementDeclaration*>> all;
    auto* namespaces = model_.getNamespaces();
    for (XMLSize_t n = 0; n < namespaces->size(); ++n) {
      auto* found = model_.getComponentsByNamespace(XSConstants::ELEMENT_DECLARATION, namespaces->elementAt(n));
      for (XMLSize_t i = 0; found && i < found->getLength(); ++i) {
        auto* e = static_cast<XSElementDeclaration*>(found->item(i));
        all.emplace_back(index_.place_of(utf8(e->getNamespace()), "/" + utf8(e->getName())), e);
      }
    }
    // Xerces' order is that of a hash table
    std::ranges::sort(all, {}, [](const auto& x) {
      return std::tuple(x.first.file, utf8(x.second->getNamespace()), x.first.line, utf8(x.second->getName()));
    });
    return all;
  }

  void refuse(const place& where, std::string what) { found_.push_back({"SCHEMA-REFUSED", std::move(what), where}); }

  /// The declaration of a child, which may stand in an ancestor of its owner.
  const declaration* declaration_of(const owner& o, const std::string& child) const {
    if (const auto* d = index_.find(o.ns, o.path + "/" + child)) return d;
    for (XSTypeDefinition* t = o.type; t && t->getBaseType() != t; t = t->getBaseType())
      if (const auto* d = index_.find(utf8(t->getNamespace()), utf8(t->getName()) + "/" + child)) return d;
    return nullptr;
  }

  element read_element(XSElementDeclaration& e, const owner& o, const place& fallback) {
    element out;
    out.name = utf8(e.getName());
    out.ns = utf8(e.getNamespace());
    const bool is_global = e.getScope() == XSConstants::SCOPE_GLOBAL;
    const auto* d = is_global ? index_.find(out.ns, "/" + out.name) : declaration_of(o, out.name);
    const place where = d ? d->where : fallback;
    if (d) out.documented_name = d->documented_name;
    if (is_global) out.global = global_index_.at(&e);
    if (e.getNillable()) refuse(where, "nillable elements are not supported");
    out.has_value = e.getConstraintType() != XSConstants::VALUE_CONSTRAINT_NONE;
    out.is_default = e.getConstraintType() == XSConstants::VALUE_CONSTRAINT_DEFAULT;
    if (out.has_value) out.value = utf8(e.getConstraintValue());
    const owner self{out.ns, (is_global ? "" : o.path) + "/" + out.name,
                     is_global ? out.name : o.name + "_" + out.name};
    out.type = read_type(*e.getTypeDefinition(), self, where);
    return out;
  }

  /// `anonymous`: what the type is called when it has no name of its own.
  type_ref read_type(XSTypeDefinition& t, const owner& anonymous, const place& fallback) {
    if (const auto at = seen_.find(&t); at != seen_.end()) return at->second;
    owner o = anonymous;
    if (!t.getAnonymous()) o = {utf8(t.getNamespace()), utf8(t.getName()), utf8(t.getName())};
    auto where = index_.place_of(o.ns, o.path);
    if (where.file.empty()) where = fallback;
    if (t.getTypeCategory() == XSTypeDefinition::SIMPLE_TYPE)
      return read_simple(static_cast<XSSimpleTypeDefinition&>(t), o, where);
    return read_complex(static_cast<XSComplexTypeDefinition&>(t), std::move(o), where);
  }

  type_ref read_simple(XSSimpleTypeDefinition& t, const owner& o, const place& where) {
    auto type = read_facets(t, where, found_);
    type.name = o.ns == xsd_namespace ? "xs:" + o.name : o.name;
    type.anonymous = t.getAnonymous();
    type.ns = o.ns == xsd_namespace ? "" : o.ns;
    type.where = where;
    out_.simples.push_back(std::move(type));
    return seen_[&t] = {true, static_cast<int>(out_.simples.size()) - 1};
  }

  type_ref read_complex(XSComplexTypeDefinition& t, owner o, const place& where) {
    const type_ref self = seen_[&t] = {false, static_cast<int>(out_.complexes.size())};
    out_.complexes.emplace_back();  // taken before its children are: types may be recursive
    o.type = &t;
    complex_type out;
    out.name = o.name;
    out.ns = o.ns;
    out.anonymous = t.getAnonymous();
    out.where = where;
    if (o.ns == xsd_namespace)
      refuse(where, "xs:" + o.name + " is not supported");
    else
      read_content(t, o, out);
    out_.complexes[static_cast<std::size_t>(self.index)] = std::move(out);
    return self;
  }

  void read_content(XSComplexTypeDefinition& t, const owner& o, complex_type& out) {
    if (t.getAbstract()) refuse(out.where, "abstract types are not supported");
    if (t.getAttributeWildcard()) refuse(out.where, "xs:anyAttribute is not supported");
    if (auto* uses = t.getAttributeUses())
      for (XMLSize_t i = 0; i < uses->size(); ++i)
        out.attributes.push_back(read_attribute(*uses->elementAt(i), o, out.where));
    std::ranges::stable_sort(out.attributes, {}, &attribute::name);  // Xerces' order is that of a hash table
    switch (t.getContentType()) {
      case XSComplexTypeDefinition::CONTENTTYPE_EMPTY:
        break;
      case XSComplexTypeDefinition::CONTENTTYPE_SIMPLE:
        out.content = schema::content_kind::simple;
        out.simple = read_type(*t.getSimpleType(), {o.ns, o.path, o.name + "_SimpleType"}, out.where).index;
        break;
      case XSComplexTypeDefinition::CONTENTTYPE_ELEMENT:
        out.content = schema::content_kind::element_only;
        if (t.getParticle()) out.body = read_particle(*t.getParticle(), o, out.where);
        break;
      case XSComplexTypeDefinition::CONTENTTYPE_MIXED:
        refuse(out.where, "mixed content is not supported");
        break;
    }
  }

  attribute read_attribute(XSAttributeUse& use, const owner& o, const place& fallback) {
    auto& declared = *use.getAttrDeclaration();
    attribute out;
    out.name = utf8(declared.getName());
    out.ns = utf8(declared.getNamespace());
    out.required = use.getRequired();
    const bool own = use.getConstraintType() != XSConstants::VALUE_CONSTRAINT_NONE;
    const auto kind = own ? use.getConstraintType() : declared.getConstraintType();
    out.has_value = kind != XSConstants::VALUE_CONSTRAINT_NONE;
    out.is_default = kind == XSConstants::VALUE_CONSTRAINT_DEFAULT;
    if (out.has_value) out.value = utf8(own ? use.getConstraintValue() : declared.getConstraintValue());
    const auto* d = declaration_of(o, "@" + out.name);
    if (d) out.documented_name = d->documented_name;
    out.type = read_type(*declared.getTypeDefinition(), {o.ns, o.path + "/@" + out.name, o.name + "_" + out.name},
                         d ? d->where : fallback);
    return out;
  }

  particle read_particle(XSParticle& p, const owner& o, const place& where) {
    particle out;
    out.min = static_cast<u32>(p.getMinOccurs());
    out.max = p.getMaxOccursUnbounded() ? schema::unbounded : static_cast<u32>(p.getMaxOccurs());
    switch (p.getTermType()) {
      case XSParticle::TERM_EMPTY:
        out.max = 0;
        break;
      case XSParticle::TERM_ELEMENT:
        out.kind = particle::form::element;
        out.elem = read_element(*p.getElementTerm(), o, where);
        break;
      case XSParticle::TERM_WILDCARD:
        out.kind = particle::form::any;
        out.any = read_wildcard(*p.getWildcardTerm(), where);
        break;
      case XSParticle::TERM_MODELGROUP:
        read_group(*p.getModelGroupTerm(), o, where, out);
        break;
    }
    return out;
  }

  void read_group(XSModelGroup& g, const owner& o, const place& where, particle& out) {
    if (g.getCompositor() == XSModelGroup::COMPOSITOR_ALL) refuse(where, "xs:all is not supported");
    out.kind = g.getCompositor() == XSModelGroup::COMPOSITOR_CHOICE ? particle::form::choice : particle::form::sequence;
    auto* members = g.getParticles();
    for (XMLSize_t i = 0; members && i < members->size(); ++i)
      out.members.push_back(read_particle(*members->elementAt(i), o, where));
  }

  wildcard read_wildcard(XSWildcard& w, const place& where) {
    wildcard out;
    const auto process = w.getProcessContents();
    out.process = process == XSWildcard::PC_SKIP ? 0 : process == XSWildcard::PC_LAX ? 1 : 2;
    if (w.getConstraintType() == XSWildcard::NSCONSTRAINT_ANY) return out;
    auto* list = w.getNsConstraintList();
    if (!list || list->size() != 1) return refuse(where, "an xs:any with a list of namespaces is not supported"), out;
    out.ns = utf8(list->elementAt(0));
    const bool other = w.getConstraintType() == XSWildcard::NSCONSTRAINT_NOT;
    out.kind = other            ? wildcard::range::other
               : out.ns.empty() ? wildcard::range::local
                                : wildcard::range::exactly;
    return out;
  }

  XSModel& model_;
  const source_index& index_;
  problems& found_;
  schema_set out_;
  std::map<XSElementDeclaration*, int> global_index_;
  std::map<XSTypeDefinition*, type_ref> seen_;
};

}  // namespace

schema_set read_model(XSModel& model, const source_index& index, problems& found) {
  return model_reader(model, index, found).read();
}

}  // namespace iso20022::schemac
