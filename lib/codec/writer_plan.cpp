#include "codec/writer_plan.hpp"

#include "codec/writer_text.hpp"

namespace iso20022::codec {
namespace {

using schema::fast_kind;
using schema::image;
using schema::simple;
using schema::storage;
using schema::u32;
using schema::value_kind;

bool needs_escapes(std::string_view s) { return s.find_first_of("&<>\r") != s.npos; }

/// Whether no value that an automaton accepts has this byte.
bool excludes(const image& tables, const schema::dfa& d, unsigned char byte) {
  const u32 of_byte = tables.bytes()[d.classes + byte];
  for (u32 state = 1; state < d.state_count; ++state)
    if (tables.halves()[d.transitions + state * d.class_count + of_byte] != 0) return false;
  return true;
}

bool excludes_markup(const image& tables, const schema::dfa& d) {
  for (const char c : {'&', '<', '>', '\r'})
    if (!excludes(tables, d, static_cast<unsigned char>(c))) return false;
  return true;
}

/// Whether no valid value of the type needs an escape.
bool is_plain(const image& tables, const simple& t) {
  using schema::builtin;
  if (t.value == value_kind::code) {
    for (u32 i = 0; i < t.enum_count; ++i)
      if (needs_escapes(tables.string(tables.enums()[t.first_enum + i]))) return false;
    return true;
  }
  if (t.value != value_kind::text || t.base == builtin::base64_binary || t.base == builtin::id) return true;
  for (u32 i = 0; i < t.pattern_count; ++i)
    if (excludes_markup(tables, tables.dfas()[t.first_pattern + i])) return true;
  return false;
}

action leaf_action(const image& tables, const simple& t) {
  const bool plain = is_plain(tables, t);
  switch (t.value) {
    case value_kind::text: return plain ? action::plain : action::text;
    case value_kind::date:
    case value_kind::date_time: return action::moment;
    case value_kind::code:
    case value_kind::decimal:
    case value_kind::boolean: return plain ? action::number : action::general;
    default: return action::general;
  }
}

action action_of(const image& tables, const schema::row& r, const schema::row_info& info) {
  const bool fits = r.tag_len <= sizeof r.tag;
  switch (r.kind) {
    case fast_kind::text:
    case fast_kind::pattern:
    case fast_kind::code:
    case fast_kind::decimal:
    case fast_kind::date:
    case fast_kind::date_time:
    case fast_kind::other_leaf: return leaf_action(tables, tables.simples()[r.simple]);
    case fast_kind::amount: return action::amount;
    case fast_kind::leaf_list: return action::leaf_list;
    case fast_kind::component: return fits ? action::component : action::general;
    case fast_kind::component_opt: return fits ? action::component_opt : action::general;
    case fast_kind::component_list: return fits ? action::component_list : action::general;
    case fast_kind::enter_namespace: {
      const bool usual =
          fits && info.store == storage::in_place && r.ns > schema::ns_none && !tables.types()[r.type].is_choice;
      return usual ? action::enter : action::general;
    }
    default: return action::general;
  }
}

/// Whether the first word of the value is zero exactly when there is none.
bool is_told_by_pointer(action a) {
  return a == action::text || a == action::plain || a == action::component_opt || a == action::component_list ||
         a == action::leaf_list;
}

}  // namespace

step write_plan::make(u32 index) {
  const auto& r = tables_.rows()[index];
  step s;
  s.offset = r.offset;
  s.what = action_of(tables_, r, tables_.infos()[index]);
  s.tag_len = r.tag_len;
  s.row = &r;
  if (is_told_by_pointer(s.what)) s.always = 0;
  if (r.type != 0) {
    s.inside = steps_.data() + first_[r.type];
    if (tables_.types()[r.type].is_choice) s.detail = tables_.types()[r.type].row_count;
  }
  if (s.what == action::number || s.what == action::amount) {
    s.always = 0;
    s.offset += s.detail = 8;
  }
  if (s.what == action::enter) {
    const auto uri = tables_.namespace_uri(r.ns);
    std::string escaped(uri.size() * longest_escape, '\0');
    escaped.resize(static_cast<std::size_t>(put_escaped_value(escaped.data(), uri.data(), uri.size()) - escaped.data()));
    s.detail = static_cast<schema::u16>(literals_.size());
    literals_.push_back("<" + std::string(tables_.name(index)) + " xmlns=\"" + escaped + "\">" + std::string(slack, '\0'));
  }
  return s;
}

write_plan::write_plan(image tables) : tables_(tables) {
  u32 count = 0;
  for (const auto& t : tables.all_types()) {
    first_.push_back(count);
    count += t.is_choice ? 2u * (t.row_count + 1u) : t.row_count + 1u;
  }
  first_root_ = count;
  steps_.reserve(count + tables.roots().size());  // steps point at each other
  for (const auto& t : tables.all_types()) {
    if (t.is_choice) steps_.insert(steps_.end(), 2, step());
    for (u32 i = t.first_row; i < t.first_row + t.row_count; ++i) {
      steps_.push_back(make(i));
      if (t.is_choice) steps_.emplace_back();
    }
    if (!t.is_choice) steps_.emplace_back();
  }
  for (const auto& r : tables.roots()) steps_.push_back(make(r.row));
}

}  // namespace iso20022::codec
