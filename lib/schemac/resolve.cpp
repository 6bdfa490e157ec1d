// Every use of a type under a namespace becomes a component.
#include <algorithm>
#include <map>

#include "schemac/content.hpp"

namespace iso20022::schemac {

namespace {

class resolver {
 public:
  resolver(const schema_set& set, problems& found) : set_(set), found_(found) {
    out_.simples = set.simples;
    out_.namespaces = {"", "", "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/XML/1998/namespace"};
  }

  dictionary run() {
    for (std::size_t i = 0; i < set_.globals.size(); ++i) {
      const auto& g = set_.globals[i];
      if (g.type.simple) {  // no document
        out_.leaves.push_back({g.name, 0, g.type.index, g.documented_name, {}, g.has_value, g.is_default, g.value});
        uris_of_leaves_.push_back(g.ns);
        continue;
      }
      root r;
      r.name = g.name;
      r.ns = namespace_index(g.ns);
      r.where = set_.global_places[i];
      r.documented_name = g.documented_name;
      root_of_[static_cast<int>(i)] = static_cast<int>(out_.roots.size());
      out_.roots.push_back(std::move(r));
    }
    for (const auto& [global, root] : root_of_) component_of_root(global);
    for (std::size_t i = 0; i < waiting_.size(); ++i) fill(waiting_[i]);
    const auto judges = [](const field& f) { return f.is_any && f.any.process != 0; };
    if (std::ranges::none_of(out_.components, [&](const component& c) { return std::ranges::any_of(c.fields, judges); })) out_.leaves.clear();
    for (std::size_t i = 0; i < out_.leaves.size(); ++i) out_.leaves[i].ns = namespace_index(uris_of_leaves_[i]);
    return std::move(out_);
  }

 private:
  struct use {
    int component;
    int type;
    std::string context;  // namespace of the element that has the type
  };

  u16 namespace_index(const std::string& uri) {
    if (uri.empty()) return schema::ns_none;
    const auto at = std::ranges::find(out_.namespaces, uri);
    if (at == out_.namespaces.end()) out_.namespaces.push_back(uri);
    return static_cast<u16>(std::ranges::find(out_.namespaces, uri) - out_.namespaces.begin());
  }
  u16 relative(const std::string& uri, const std::string& context) {
    return uri == context ? u16{0} : namespace_index(uri);
  }

  int add(int type, const std::string& context) {
    const int at = static_cast<int>(out_.components.size());
    out_.components.emplace_back();
    waiting_.push_back({at, type, context});
    return at;
  }

  int component_of_root(int global) {
    auto& r = out_.roots[static_cast<std::size_t>(root_of_.at(global))];
    const auto& g = set_.globals[static_cast<std::size_t>(global)];
    if (r.component == none) {
      r.component = add(g.type.index, g.ns);
      out_.components.back().root = root_of_.at(global);
    }
    return r.component;
  }

  int component_of(const element& e) {
    if (e.global != none && root_of_.contains(e.global)) return component_of_root(e.global);
    const auto [at, added] = component_of_type_.try_emplace({e.type.index, e.ns}, 0);
    if (added) at->second = add(e.type.index, e.ns);
    return at->second;
  }

  void fill(use u) {  // by value, since `waiting_` grows: NOLINT(performance-unnecessary-value-param)
    const auto& type = set_.complexes[static_cast<std::size_t>(u.type)];
    component c;
    c.root = out_.components[static_cast<std::size_t>(u.component)].root;
    c.name = type.name;
    c.anonymous = type.anonymous;
    c.ns = type.ns;
    c.where = type.where;
    c.content = type.content;
    c.simple = type.simple;
    for (const auto& a : type.attributes) c.attributes.push_back(resolve_attribute(a));
    const auto model = flatten(type.body, type.where, found_);
    for (const auto& leaf : model.leaves) c.fields.push_back(resolve_field(leaf, u.context));
    if (c.content == schema::content_kind::element_only && c.fields.empty()) c.content = schema::content_kind::empty;
    c.body = type.body;
    c.closes_after = model.closes_after;
    c.is_choice = model.is_choice;
    c.counted = std::ranges::any_of(c.fields, [](const field& f) { return f.min > 1; });
    link_same_names(c);
    out_.components[static_cast<std::size_t>(u.component)] = std::move(c);
  }

  attribute_field resolve_attribute(const attribute& a) {
    attribute_field out;
    out.name = a.name;
    out.ns = a.ns.empty() ? u16{0} : namespace_index(a.ns);
    out.documented_name = a.documented_name;
    out.simple = a.type.index;
    out.required = a.required;
    out.has_value = a.has_value, out.is_default = a.is_default, out.value = a.value;
    return out;
  }

  field resolve_field(const content_model::leaf& leaf, const std::string& context) {
    field f;
    f.min = leaf.min, f.max = leaf.max, f.mandatory = leaf.mandatory;
    f.after = leaf.after;
    f.is_any = leaf.source->kind == particle::form::any;
    if (f.is_any) {
      f.any = leaf.source->any;
      const bool named = f.any.kind == wildcard::range::other || f.any.kind == wildcard::range::exactly;
      f.ns = named ? relative(f.any.ns, context) : u16{0};
      return f;
    }
    const auto& e = leaf.source->elem;
    f.name = e.name;
    f.ns = relative(e.ns, context);
    f.documented_name = e.documented_name;
    f.has_value = e.has_value, f.is_default = e.is_default, f.value = e.value;
    f.type = e.type.simple ? e.type : type_ref{false, component_of(e)};
    return f;
  }

  static void link_same_names(component& c) {
    for (std::size_t i = 0; i < c.fields.size(); ++i)
      for (std::size_t j = i + 1; j < c.fields.size() && !c.fields[i].is_any; ++j)
        if (c.fields[j].name == c.fields[i].name && c.fields[j].ns == c.fields[i].ns) {
          c.fields[i].next_same_name = static_cast<int>(j);
          break;
        }
  }

  const schema_set& set_;
  problems& found_;
  dictionary out_;
  std::map<int, int> root_of_;  // global element -> root
  std::map<std::pair<int, std::string>, int> component_of_type_;
  std::vector<use> waiting_;
  std::vector<std::string> uris_of_leaves_;
};

}  // namespace

dictionary resolve(const schema_set& set, problems& found) { return resolver(set, found).run(); }

bool component::has_any() const { return std::ranges::any_of(fields, &field::is_any); }
bool component::only_any() const { return !fields.empty() && std::ranges::all_of(fields, &field::is_any); }

const simple_type* dictionary::leaf(const field& f) const {
  if (f.is_any) return nullptr;
  if (f.type.simple) return &simple(f.type.index);
  const auto& c = of(f);
  return c.content == schema::content_kind::simple ? &simple(c.simple) : nullptr;
}

}  // namespace iso20022::schemac
