#include <iso20022/codec/access.hpp>

#include "codec/access_path.hpp"

namespace iso20022 {

using codec::at;
using codec::field;
using codec::place;
using schema::u32;
using schema::value_kind;

static_assert(static_cast<int>(value_type::any) == static_cast<int>(value_kind::any) &&
              static_cast<int>(value_type::code) == static_cast<int>(value_kind::code) &&
              static_cast<int>(value_type::date_time) == static_cast<int>(value_kind::date_time));

struct detail::node_maker {
  static node make(schema::image tables, const place& p) {
    node n;
    const field f(tables, p.row);
    n.tables_ = tables.base();
    n.value = p.value;
    if (const auto* const a = p.attribute) {
      n.name = tables.string(a->name);
      n.business_name = tables.string(a->business_name);
      n.type_name = tables.string(a->type_name);
      n.type = static_cast<value_type>(a->value);
      n.simple_ = a->simple;
      n.is_attribute = true;
      return n;
    }
    n.name = tables.string(f.info->name);
    n.business_name = tables.string(f.info->business_name);
    n.type_name = tables.string(f.info->type_name);
    n.type = static_cast<value_type>(f.info->value);
    n.simple_ = f.row->simple;
    n.repeats = f.row->max > 1 && !f.info->wildcard;
    n.index = p.index + 1;
    n.count = p.count;
    return n;
  }
};

namespace {

/// Depth first over everything that is there.
class visitor {
 public:
  visitor(schema::image tables, void* to, detail::on_node call) : tables_(tables), to_(to), call_(call) {}

  void element(const place& p) {
    const std::size_t before = path_.size();
    const field f(tables_, p.row);
    if (!f.info->wildcard) codec::append_step(path_, tables_, p.row, p.index);
    tell(p, false);
    ++depth_;
    const auto& t = tables_.types()[f.row->type];
    attributes(p, t);
    if (f.info->wildcard) open_content(at<any>(p.value));
    else codec::each_child(tables_, t, p.value, [&](const field& c, std::byte* value, u32 index, u32 count) {
      element({c.index, nullptr, value, index, count});
      return true;
    });
    --depth_;
    if (f.is_component()) tell(p, true);
    path_.resize(before);
  }

 private:
  void tell(const place& p, bool leaves) {
    node n = detail::node_maker::make(tables_, p);
    n.path = path_;
    n.depth = depth_;
    call_(to_, n, leaves);
  }

  void attributes(const place& p, const schema::type& t) {
    for (u32 i = 0; i < t.attribute_count; ++i) {
      const auto& a = tables_.attributes()[t.first_attribute + i];
      if (!codec::present(a.value, p.value + a.offset)) continue;
      const std::size_t before = path_.size();
      path_.append("/@").append(tables_.string(a.name));
      tell({p.row, &a, p.value + a.offset, 0, 1}, false);
      path_.resize(before);
    }
  }

  void open_content(const any& a) {
    if (!a.object || a.root == 0) return;
    auto* const object = static_cast<std::byte*>(const_cast<void*>(a.object));
    element({tables_.roots()[a.root - 1].row, nullptr, object, 0, 1});
  }

  schema::image tables_;
  void* to_;
  detail::on_node call_;
  std::string path_;
  u32 depth_ = 0;
};

child describe_child(schema::image tables, const field& f) {
  child c;
  c.name = tables.string(f.info->name);
  c.business_name = tables.string(f.info->business_name);
  c.type_name = tables.string(f.info->type_name);
  c.type = static_cast<value_type>(f.info->value);
  c.min = f.info->min;
  c.max = f.row->max;
  return c;
}

child describe_child(schema::image tables, const schema::attribute& a) {
  child c;
  c.name = tables.string(a.name);
  c.business_name = tables.string(a.business_name);
  c.type_name = tables.string(a.type_name);
  c.type = static_cast<value_type>(a.value);
  c.is_attribute = true;
  c.min = a.required;
  return c;
}

/// The row that a path leads to in the tables alone.
u32 row_at(schema::image tables, u32 root, std::string_view path) {
  codec::steps way(path);
  codec::step s;
  u32 row = tables.roots()[root].row;
  if (!way.next(s) || s.is_attribute || tables.name(row) != s.name) return schema::no_row;
  while (row != schema::no_row && way.next(s))
    row = s.is_attribute ? schema::no_row : codec::row_named(tables, tables.types()[tables.rows()[row].type], s.name);
  return way.malformed() ? schema::no_row : row;
}

}  // namespace

std::string node::text() const {
  if (type == value_type::component) return {};
  if (type == value_type::any) return std::string(static_cast<const any*>(value)->view());
  const schema::image image(static_cast<const std::byte*>(tables_));
  codec::value_text made;
  return std::string(codec::text_of(image, image.simples()[simple_], static_cast<const std::byte*>(value), made));
}

std::optional<node> find(const message& m, std::string_view path) {
  if (!m) return {};
  const schema::image tables(m.registry().image_base());
  codec::steps way(path);
  codec::step s;
  place p = codec::root_place(tables, m);
  if (!way.next(s) || s.is_attribute || s.index != 1 || tables.name(p.row) != s.name) return {};
  u32 depth = 0;
  for (; p.row != schema::no_row && way.next(s); ++depth) p = codec::below(tables, p, s);
  if (way.malformed() || p.row == schema::no_row) return {};
  node n = detail::node_maker::make(tables, p);
  n.depth = depth;
  return n;
}

std::optional<std::string> get(const message& m, std::string_view path) {
  const auto n = find(m, path);
  if (!n || n->type == value_type::component) return {};
  return n->text();
}

std::vector<child> children(const schema::registry& registry, std::uint32_t root, std::string_view path) {
  std::vector<child> all;
  const schema::image tables(registry.image_base());
  const u32 row = row_at(tables, root, path);
  if (row == schema::no_row) return all;
  const auto& t = tables.types()[tables.rows()[row].type];
  for (u32 i = 0; i < t.attribute_count; ++i)
    all.push_back(describe_child(tables, tables.attributes()[t.first_attribute + i]));
  for (u32 i = 0; i < t.row_count; ++i) all.push_back(describe_child(tables, field(tables, t.first_row + i)));
  return all;
}

void detail::visit(const message& m, void* to, on_node call) {
  if (!m) return;
  const schema::image tables(m.registry().image_base());
  visitor(tables, to, call).element(codec::root_place(tables, m));
}

}  // namespace iso20022
