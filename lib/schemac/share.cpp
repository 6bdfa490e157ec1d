// Equal components of several namespaces become one: an address is the same address in every message.
//
// Types are first put into classes by name and own text, then classes are split until the types that their fields have
// are in equal classes too. A root's own component stays alone.
#include <map>

#include "schemac/describe.hpp"

namespace iso20022::schemac {

namespace {

using classes = std::vector<int>;  // by index: the class of each

int number(std::map<std::string, int>& known, const std::string& key) {
  return known.try_emplace(key, static_cast<int>(known.size())).first->second;
}

class sharer {
 public:
  explicit sharer(dictionary& d) : d_(d) {}

  void find_classes() {
    std::map<std::string, int> known;
    for (const auto& s : d_.simples) simple_class_.push_back(number(known, s.name + "\n" + describe(s)));
    const describe_words by_name{[&](const field& f) {
                                   if (f.type.simple) return "leaf " + leaf(f.type.index);
                                   const auto& c = d_.of(f);
                                   return c.name + (c.root != none ? " of root " + std::to_string(c.root) : "");
                                 },
                                 [&](int i) { return leaf(i); }};
    known.clear();
    for (const auto& c : d_.components) {
      texts_.push_back(describe(d_, c, by_name));
      component_class_.push_back(number(known, key(c) + texts_.back()));
    }
    refine(known.size());
  }

  void report_contradictions(problems& found) const {
    std::map<std::string, const component*> first;
    for (std::size_t i = 0; i < d_.components.size(); ++i) {
      const auto& c = d_.components[i];
      if (c.root != none) continue;
      const auto [at, added] = first.try_emplace(c.name, &c);
      const auto other = static_cast<std::size_t>(at->second - d_.components.data());
      if (!added && texts_[i] != texts_[other])
        contradict(c.name, c.where, at->second->where, texts_[i], texts_[other], found);
    }
    std::map<std::string, const simple_type*> simples;
    for (const auto& s : d_.simples) {
      const auto [at, added] = simples.try_emplace(s.name, &s);
      if (describe(s) != describe(*at->second))
        contradict(s.name, s.where, at->second->where, describe(s), describe(*at->second), found);
      if (const auto c = first.find(s.name); added && c != first.end())
        contradict(s.name, s.where, c->second->where, "a simple type", "a complex type", found);
    }
  }

  /// Keeps the first of each class, and only what the roots and the global leaves reach.
  void merge() {
    const auto simples = first_of(simple_class_), components = first_of(component_class_);
    mark_shared(components);
    for (auto& c : d_.components) {
      if (c.simple != none) c.simple = simples[index(c.simple)];
      for (auto& a : c.attributes) a.simple = simples[index(a.simple)];
      for (auto& f : c.fields)
        if (!f.is_any) f.type.index = (f.type.simple ? simples : components)[index(f.type.index)];
    }
    for (auto& l : d_.leaves) l.simple = simples[index(l.simple)];
    drop_unreached();
  }

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  std::string leaf(int i) const { return d_.simple(i).name + " " + std::to_string(simple_class_[index(i)]); }
  static std::string key(const component& c) {
    return c.name + (c.root == none ? "\n" : "\nroot " + std::to_string(c.root) + "\n");
  }

  void refine(std::size_t count) {
    for (;;) {
      std::map<std::string, int> known;
      classes next;
      for (std::size_t i = 0; i < d_.components.size(); ++i) {
        std::string k = std::to_string(component_class_[i]);
        for (const auto& f : d_.components[i].fields)
          if (!f.is_any && !f.type.simple) k += " " + std::to_string(component_class_[index(f.type.index)]);
        next.push_back(number(known, k));
      }
      component_class_ = std::move(next);
      if (known.size() == count) return;
      count = known.size();
    }
  }

  static void contradict(const std::string& name, const place& here, const place& there, const std::string& this_text,
                         const std::string& that_text, problems& found) {
    found.push_back({"SCHEMA-CONTRADICTION",
                     name + " has another meaning at " + to_text(there) + ": " + first_difference(this_text, that_text),
                     here});
  }

  static classes first_of(const classes& all) {
    std::map<int, int> first;
    classes out;
    for (std::size_t i = 0; i < all.size(); ++i)
      out.push_back(first.try_emplace(all[i], static_cast<int>(i)).first->second);
    return out;
  }

  void mark_shared(const classes& first) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      auto& kept = d_.components[index(first[i])];
      kept.shared |= kept.ns != d_.components[i].ns;
    }
  }

  void drop_unreached() {
    std::vector<int> order;
    std::map<int, int> moved;
    const auto reach = [&](int i) {
      if (moved.try_emplace(i, static_cast<int>(order.size())).second) order.push_back(i);
    };
    for (const auto& r : d_.roots) reach(r.component);
    for (std::size_t i = 0; i < order.size(); ++i)
      for (const auto& f : d_.components[index(order[i])].fields)
        if (!f.is_any && !f.type.simple) reach(f.type.index);
    std::vector<component> kept;
    for (const int i : order) kept.push_back(std::move(d_.components[index(i)]));
    for (auto& c : kept)
      for (auto& f : c.fields)
        if (!f.is_any && !f.type.simple) f.type.index = moved.at(f.type.index);
    for (auto& r : d_.roots) r.component = moved.at(r.component);
    d_.components = std::move(kept);
    drop_unreached_simples();
  }

  void drop_unreached_simples() {
    std::map<int, int> moved;
    std::vector<simple_type> kept;
    const auto keep = [&](int& i) {
      const auto [at, added] = moved.try_emplace(i, static_cast<int>(kept.size()));
      if (added) kept.push_back(d_.simples[index(i)]);
      i = at->second;
    };
    for (auto& c : d_.components) {
      if (c.simple != none) keep(c.simple);
      for (auto& a : c.attributes) keep(a.simple);
      for (auto& f : c.fields)
        if (!f.is_any && f.type.simple) keep(f.type.index);
    }
    for (auto& l : d_.leaves) keep(l.simple);
    d_.simples = std::move(kept);
  }

  dictionary& d_;
  classes simple_class_, component_class_;
  std::vector<std::string> texts_;
};

}  // namespace

void share(dictionary& d, sharing how, problems& found) {
  sharer s(d);
  s.find_classes();
  if (how == sharing::one_meaning_a_name) s.report_contradictions(found);
  if (found.empty()) s.merge();
}

}  // namespace iso20022::schemac
