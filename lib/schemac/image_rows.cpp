// Types, rows, attributes and roots of an image.
#include <algorithm>

#include "schemac/image.hpp"
#include "schemac/perfect.hpp"

namespace iso20022::schemac {

using schema::fast_kind;

namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }
u16 type_number(int component) { return static_cast<u16>(component + 1); }
u16 simple_number(int simple) { return static_cast<u16>(simple + 1); }

class row_writer {
 public:
  row_writer(const dictionary& d, image_sections& out) : d_(d), out_(out) {}

  void run() {
    out_.slots.push_back(schema::no_row);  // where rows without a table point
    add_reserved();
    out_.types.emplace_back();  // 0: a leaf
    for (const auto& c : d_.components) add_type(c);
    for (const auto& r : d_.roots) add_root_row(r);
    for (const auto& l : d_.leaves) add_leaf(l);
    for (std::size_t i = 0; i < d_.components.size(); ++i) add_rows(i);
    for (std::size_t i = 0; i < d_.components.size(); ++i) add_children(out_.types[i + 1], d_.components[i]);
    for (auto& r : out_.rows) finish_component(r);
    for (std::size_t i = 0; i < d_.roots.size(); ++i) add_root(d_.roots[i], first_root_ + static_cast<u32>(i));
  }

 private:
  static u64 narrow(const position_set& s, const component& owner) {
    if (owner.wide()) return 0;
    const u64 start = u64{1} << owner.fields.size();
    return s[0] & start ? (s[0] & ~start) | schema::start_position : s[0];
  }
  u32 words(const position_set& s, const component& owner) {
    if (!owner.wide()) return 0;
    const auto at = static_cast<u32>(out_.masks.size());
    out_.masks.insert(out_.masks.end(), s.begin(), s.end());
    return at;
  }
  u32 optional_string(bool has, const std::string& s) { return has ? out_.string(s) + 1 : 0; }

  void add_reserved() {
    for (const auto kind : {fast_kind::general, fast_kind::close}) {
      schema::row r{};
      r.kind = kind;
      out_.rows.push_back(r);
      out_.infos.emplace_back();
    }
  }

  void add_type(const component& c) {
    schema::type t{};
    t.name = out_.string(c.name);
    t.row_count = t.particles = static_cast<u16>(c.fields.size());
    t.size = c.size;
    t.alignment = 8;
    t.content = c.content;
    t.is_choice = c.is_choice;
    t.wide = c.wide();
    t.counted = c.counted;
    t.first_attribute = static_cast<u16>(out_.attributes.size());
    t.attribute_count = static_cast<u16>(c.attributes.size());
    t.simple = c.simple == none ? u16{0} : simple_number(c.simple);
    const auto home = std::ranges::find(d_.namespaces, c.ns);
    t.ns = c.shared || home == d_.namespaces.end() ? u16{0} : static_cast<u16>(home - d_.namespaces.begin());
    t.closes_after = narrow(c.closes_after, c);
    t.closes_words = words(c.closes_after, c);
    t.any_offset = c.any_offset;
    for (const auto& a : c.attributes) add_attribute(a);
    out_.types.push_back(t);
  }

  void add_attribute(const attribute_field& a) {
    schema::attribute out{};
    const auto& type = d_.simple(a.simple);
    out.name = out_.string(a.name);
    out.business_name = out_.string(a.business_name);
    out.type_name = out_.string(type.name);
    out.offset = a.offset;
    out.simple = simple_number(a.simple);
    out.ns = a.ns;
    out.required = a.required;
    out.value = value_of(type);
    out.is_default = a.is_default;
    out.fixed_value = optional_string(a.has_value, a.value);
    out_.attributes.push_back(out);
  }

  void set_component(schema::row& r, int component) const {
    const auto& c = d_.components[index(component)];
    r.type = type_number(component);
    r.size = c.size;
    if (c.is_choice) r.flags |= schema::row_is_choice;
  }

  void add_root_row(const root& root) {
    if (first_root_ == 0) first_root_ = static_cast<u32>(out_.rows.size());
    schema::row r{};
    schema::row_info i{};
    set_tag(r, root.name, false);
    r.after = schema::start_position;
    r.bit = 1;
    r.max = i.min = 1;
    r.ns = root.ns;
    const auto& c = d_.components[index(root.component)];
    r.kind = is_plain(c) && !c.has_any() ? fast_kind::enter_namespace : fast_kind::general;
    set_component(r, root.component);
    i.name = out_.string(root.name);
    i.business_name = out_.string(root.message_name);
    i.type_name = out_.string(c.name);
    i.anonymous = c.anonymous;
    out_.rows.push_back(r);
    out_.infos.push_back(i);
  }

  void add_leaf(const global_leaf& l) {
    out_.leaves.push_back({static_cast<u32>(out_.rows.size()), out_.string(l.name), l.ns, 0});
    const auto& type = d_.simple(l.simple);
    schema::row r{};
    schema::row_info i{};
    set_tag(r, l.name, true);
    r.kind = fast_kind::general;
    r.after = schema::start_position;
    r.bit = 1;
    r.max = i.min = 1;
    r.ns = l.ns;
    r.simple = simple_number(l.simple);
    i.value = value_of(type);
    r.size = size_of_value(i.value);
    i.name = out_.string(l.name);
    i.business_name = out_.string(l.business_name);
    i.type_name = out_.string(type.name);
    i.anonymous = type.anonymous;
    i.is_default = l.is_default;
    i.fixed_value = optional_string(l.has_value, l.value);
    out_.rows.push_back(r);
    out_.infos.push_back(i);
  }

  void add_rows(std::size_t component) {
    const auto& c = d_.components[component];
    auto& t = out_.types[component + 1];
    t.first_row = static_cast<u32>(out_.rows.size());
    for (std::size_t k = 0; k < c.fields.size(); ++k)
      add_row(c, type_number(static_cast<int>(component)), t.first_row, k);
  }

  void add_row(const component& owner, u16 owner_number, u32 first_row, std::size_t position) {
    const auto& f = owner.fields[position];
    schema::row r{};
    schema::row_info i{};
    r.kind = field_kind(d_, owner, f, out_);
    r.after = narrow(f.after, owner);
    r.bit = owner.wide() ? 0 : u64{1} << position;
    r.offset = f.offset;
    r.max = f.max;
    r.ns = f.ns;
    i.owner = owner_number;
    i.min = f.min;
    i.store = f.store;
    i.particle = static_cast<u16>(position);
    i.after_words = words(f.after, owner);
    i.choice_tag = owner.is_choice ? static_cast<u32>(position) + 1 : 0;
    if (f.is_any)
      set_any(f, r, i);
    else
      set_element(f, first_row, r, i);
    out_.rows.push_back(r);
    out_.infos.push_back(i);
  }

  static void set_any(const field& f, schema::row& r, schema::row_info& i) {
    r.size = size_of_value(schema::value_kind::any);
    i.value = schema::value_kind::any;
    i.wildcard = 1;
    i.wildcard_ns = static_cast<u32>(f.any.kind);
    i.wildcard_process = f.any.process;
  }

  void set_element(const field& f, u32 first_row, schema::row& r, schema::row_info& i) {
    const auto* leaf = d_.leaf(f);
    const bool has_attributes = !f.type.simple && !d_.of(f).attributes.empty();
    set_tag(r, f.name, f.ns == 0 && !has_attributes);
    i.name = out_.string(f.name);
    i.business_name = out_.string(f.business_name);
    i.type_name = out_.string(f.type.simple ? leaf->name : d_.of(f).name);
    i.anonymous = f.type.simple ? leaf->anonymous : d_.of(f).anonymous;
    i.value = leaf ? value_of(*leaf) : schema::value_kind::component;
    i.is_default = f.is_default;
    i.fixed_value = optional_string(f.has_value, f.value);
    if (f.next_same_name != none) i.next_same_name = static_cast<u16>(first_row + static_cast<u32>(f.next_same_name));
    if (leaf) {
      const int simple = f.type.simple ? f.type.index : d_.of(f).simple;
      r.simple = simple_number(simple);
      set_leaf(r, out_.simples[r.simple], *leaf);
    }
    if (f.type.simple)
      r.size = size_of_value(i.value);
    else
      set_component(r, f.type.index);
  }

  void add_children(schema::type& t, const component& c) {
    std::vector<child_entry> entries;
    for (std::size_t k = 0; k < c.fields.size(); ++k) {
      const auto& f = c.fields[k];
      const bool known = std::ranges::any_of(entries, [&](const child_entry& e) { return e.name == f.name; });
      if (f.is_any || known) continue;
      const bool ends = f.ns == 0 && (f.type.simple || d_.of(f).attributes.empty());
      entries.push_back({f.name, t.first_row + static_cast<u32>(k), ends});
    }
    const auto table = make_child_table(entries);
    t.child_key = table.key;
    t.child_slots = static_cast<u32>(out_.slots.size());
    for (const u32 slot : table.slots)
      out_.slots.push_back((slot & ~ambiguous_slot) * static_cast<u32>(sizeof(schema::row)));
  }

  void finish_component(schema::row& r) const {
    if (r.type == 0) return;
    const auto& t = out_.types[r.type];
    r.child_key = t.child_key;
    r.child_slots = t.child_slots;
    r.closes_after = t.closes_after;
  }

  void add_root(const root& r, u32 row) {
    schema::root out{};
    out.row = row;
    out.name = out_.string(r.name);
    out.ns = r.ns;
    out.kind = r.kind;
    out.message_id = out_.string(r.message_id);
    out.message_name = out_.string(r.message_name);
    out.struct_name = out_.string(struct_name(d_, d_.components[index(r.component)]));
    out_.roots.push_back(out);
  }

  const dictionary& d_;
  image_sections& out_;
  u32 first_root_ = 0;
};

}  // namespace

void add_components(const dictionary& d, image_sections& out) { row_writer(d, out).run(); }

}  // namespace iso20022::schemac
