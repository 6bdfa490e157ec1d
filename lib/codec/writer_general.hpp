// The unusual rows of the writer: namespaces, attributes, long names, open content.
#pragma once

#include "codec/writer_walk.hpp"

#include <algorithm>

namespace iso20022::codec {

inline constexpr std::string_view default_mode_prefix = "ns";

inline std::string_view prefix_of(const ns_binding& b) { return {b.prefix, b.prefix_len}; }
inline std::string_view uri_of(const ns_binding& b) { return {b.uri, b.uri_len}; }
inline std::span<const ns_binding> bindings_of(const any& a) { return {a.bindings, a.binding_count}; }

/// Whether `name` is `prefix` with `number` behind it (unless 0).
inline bool is_numbered(std::string_view name, std::string_view prefix, unsigned number) {
  if (!name.starts_with(prefix)) return false;
  name.remove_prefix(prefix.size());
  if (number == 0 || name.empty() || name[0] == '0') return number == 0 && name.empty();
  unsigned n = 0;
  for (const char c : name) {
    if (c < '0' || c > '9' || n > 100'000'000) return false;
    n = n * 10 + static_cast<unsigned>(c - '0');
  }
  return n == number;
}

// ---- pieces of text

template <bool S>
char* writing<S>::put(char* o, std::string_view s) {
  o = room(o, s.size());
  std::memcpy(o, s.data(), s.size());
  return o + s.size();
}

template <bool S>
char* writing<S>::put_number(char* o, unsigned n) {
  if (n >= 10) o = put_number(o, n / 10);
  *o = static_cast<char>('0' + n % 10);
  return o + 1;
}

template <bool S>
char* writing<S>::put_value(char* o, std::string_view s) {
  o = room(o, s.size() * longest_escape);
  std::memcpy(o, "=\"", 2);
  o = put_escaped_value(o + 2, s.data(), s.size());
  *o = '"';
  return o + 1;
}

template <bool S>
char* writing<S>::put_prefix(char* o, std::string_view prefix, unsigned number) {
  o = put(o, prefix);
  return number != 0 ? put_number(o, number) : o;
}

template <bool S>
char* writing<S>::put_binding(char* o, std::string_view prefix, unsigned number, std::string_view uri) {
  o = put(o, prefix.empty() ? " xmlns" : " xmlns:");
  return put_value(put_prefix(o, prefix, number), uri);
}

template <bool S>
char* writing<S>::break_line(char* o) {
  has_children_ = true;
  if (!S || options_.indent == 0 || !started_) return started_ = true, o;
  const std::size_t blanks = static_cast<std::size_t>(options_.indent) * depth_;
  o = room(o, blanks);
  *o++ = '\n';
  std::memset(o, ' ', blanks);
  return o + blanks;
}

template <bool S>
char* writing<S>::start_name(char* o, const row& r) {
  o = put(break_line(o), "<");
  if (!scope_.prefix.empty()) o = put(put_prefix(o, scope_.prefix, scope_.number), ":");
  return put(o, tables_.name(static_cast<u32>(&r - rows_)));
}

template <bool S>
char* writing<S>::end_name(char* o, const row& r) {
  o = put(o, "</");
  if (!scope_.prefix.empty()) o = put(put_prefix(o, scope_.prefix, scope_.number), ":");
  return put(put(o, tables_.name(static_cast<u32>(&r - rows_))), ">");
}

template <bool S>
char* writing<S>::before_end(char* o) {
  if (has_children_) o = break_line(o);
  has_children_ = true;  // of the parent
  return o;
}

// ---- rows

template <bool S>
char* writing<S>::general(char* o, const row& r, const std::byte* slot) {
  const field f(tables_, static_cast<u32>(&r - rows_));
  if (f.info->wildcard) return slice(o, f, at<any>(slot));
  if (f.is_list()) {
    for (elements e(at<raw_list>(slot), r.size); e; e.next()) o = f.is_component() ? declared(o, f, *e) : general_leaf(o, f, *e);
    return o;
  }
  if (!f.is_component()) return present(f.info->value, slot) || f.info->choice_tag ? general_leaf(o, f, slot) : o;
  if (f.info->store == schema::storage::in_place) return declared(o, f, slot);
  const auto* const object = at<const std::byte*>(slot);
  return object ? declared(o, f, object) : o;
}

template <bool S>
char* writing<S>::general_leaf(char* o, const field& f, const std::byte* slot) {
  const ns_scope outer = scope_;
  o = open(o, f, nullptr, slot);
  value_text made;
  const auto s = text_of(tables_, tables_.simples()[f.row->simple], slot + types_[f.row->type].value_offset, made);
  o = end_name(text(room(o, s.size()), s.data(), s.size()), *f.row);
  scope_ = outer;
  return o;
}

template <bool S>
char* writing<S>::declared(char* o, const field& f, const std::byte* object) {
  const ns_scope outer = scope_;
  o = open(o, f, content_of(f, object), object);
  ++depth_;
  has_children_ = false;
  o = scope_.default_ns == ns_scope::foreign ? general_content(o, f, object) : content(o, *f.row, object);
  --depth_;
  o = end_name(before_end(o), *f.row);
  scope_ = outer;
  return o;
}

/// Where the default namespace is not ours, every child says its own.
template <bool S>
char* writing<S>::general_content(char* o, const field& f, const std::byte* object) {
  each_child(tables_, types_[f.row->type], object, [&](const field& c, const std::byte* value, u32, u32) {
    o = c.info->wildcard ? slice(o, c, at<any>(value)) : c.is_component() ? declared(o, c, value) : general_leaf(o, c, value);
    return true;
  });
  return o;
}

/// Bytes as they came; a message that was put in without bytes is written here. All wildcards of a type are one value.
template <bool S>
char* writing<S>::slice(char* o, const field& f, const any& a) {
  const auto& owner = types_[f.info->owner];
  for (u32 i = owner.first_row; i < f.index; ++i)
    if (tables_.infos()[i].wildcard) return o;
  if (a.ptr) return a.len == 0 ? o : put(break_line(o), a.view());
  if (!a.object || a.root == 0) return o;
  return declared(o, field(tables_, tables_.roots()[a.root - 1].row), static_cast<const std::byte*>(a.object));
}

// ---- start tags

template <bool S>
char* writing<S>::open(char* o, const field& f, const any* content, const std::byte* with_attributes) {
  const ns_scope outer = scope_;
  scope_ = inner_scope(f, content);
  o = declarations(start_name(o, *f.row), outer);
  if (content) o = bindings(o, *content);
  if (f.row->type) o = attributes(o, types_[f.row->type], with_attributes);
  return put(o, ">");
}

template <bool S>
char* writing<S>::declarations(char* o, const ns_scope& outer) {
  const auto uri = tables_.namespace_uri(scope_.ns);
  const bool same_prefix = scope_.prefix == outer.prefix && scope_.number == outer.number && scope_.ns == outer.ns;
  if (!scope_.prefix.empty()) return same_prefix ? o : put_binding(o, scope_.prefix, scope_.number, uri);
  return scope_.default_ns == outer.default_ns ? o : put_binding(o, {}, 0, scope_.ns == schema::ns_none ? std::string_view() : uri);
}

/// What names inside the open content mean by the declarations around it.
template <bool S>
char* writing<S>::bindings(char* o, const any& content) {
  for (const auto& b : bindings_of(content)) {
    if (b.prefix_len == 0) {
      const bool none = scope_.default_ns == schema::ns_none;
      const auto now = none || scope_.default_ns == ns_scope::foreign ? std::string_view() : tables_.namespace_uri(scope_.default_ns);
      if (uri_of(b) == now) continue;
      scope_.default_ns = b.uri_len == 0 ? schema::ns_none : ns_scope::foreign;
    } else if (prefix_of(b) == "xml" || is_numbered(prefix_of(b), scope_.prefix, scope_.number)) {
      continue;
    }
    o = put_binding(o, prefix_of(b), 0, uri_of(b));
  }
  return o;
}

template <bool S>
char* writing<S>::attributes(char* o, const schema::type& t, const std::byte* object) {
  for (u32 i = 0; i < t.attribute_count; ++i) {
    const auto& a = tables_.attributes()[t.first_attribute + i];
    if (!present(a.value, object + a.offset)) continue;
    std::string_view prefix = a.ns == schema::ns_xml ? "xml" : "a";
    const unsigned number = a.ns == schema::ns_xml ? 0 : i + 1;
    if (a.ns > schema::ns_none && a.ns != schema::ns_xml) o = put_binding(o, prefix, number, tables_.namespace_uri(a.ns));
    o = put(o, " ");
    if (a.ns > schema::ns_none) o = put(put_prefix(o, prefix, number), ":");
    value_text made;
    o = put_value(put(o, tables_.string(a.name)), text_of(tables_, tables_.simples()[a.simple], object + a.offset, made));
  }
  return o;
}

// ---- which namespaces an element declares

template <bool S>
const any* writing<S>::content_of(const field& f, const std::byte* object) const {
  if (f.row->kind == schema::fast_kind::enter_namespace && f.info->owner != 0) return nullptr;
  const auto& t = types_[f.row->type];
  for (u32 i = t.first_row; i < t.first_row + t.row_count; ++i)
    if (tables_.infos()[i].wildcard) return &at<any>(object + rows_[i].offset);
  return nullptr;
}

template <bool S>
ns_scope writing<S>::inner_scope(const field& f, const any* content) {
  ns_scope inner = scope_;
  inner.ns = f.row->ns ? f.row->ns : scope_.ns;
  const auto uri = tables_.namespace_uri(inner.ns);
  const auto known = content ? bindings_of(*content) : std::span<const ns_binding>();
  const bool keeps_prefix = inner.ns == scope_.ns && !scope_.prefix.empty() && !options_.prefix.empty();
  if (inner.ns == schema::ns_none || options_.prefix.empty()) {
    const bool other = std::ranges::any_of(known, [&](const auto& b) { return b.prefix_len == 0 && uri_of(b) != uri; });
    inner.prefix = other && inner.ns != schema::ns_none ? default_mode_prefix : std::string_view();
    inner.number = inner.prefix.empty() ? 0 : fresh_number(inner.prefix, content);
    if (inner.prefix.empty()) inner.default_ns = inner.ns;
  } else if (!keeps_prefix) {
    inner.prefix = options_.prefix;
    inner.number = number_of(inner.ns);
  }
  const bool clash = std::ranges::any_of(known, [&](const auto& b) {
    return !inner.prefix.empty() && is_numbered(prefix_of(b), inner.prefix, inner.number) && uri_of(b) != uri;
  });
  if (clash) inner.number = fresh_number(inner.prefix, content);
  return inner;
}

/// 0 for the first namespace that appears, 1 for the second, ...
template <bool S>
unsigned writing<S>::number_of(u16 ns) {
  const auto seen = std::find(numbered_, numbered_ + std::min(numbers_, most_numbered), ns);
  if (seen != numbered_ + std::min(numbers_, most_numbered)) return static_cast<unsigned>(seen - numbered_);
  if (numbers_ < most_numbered) numbered_[numbers_] = ns;
  return numbers_++;
}

/// A number that makes of `prefix` none that the open content knows, nor one of those in order of appearance.
template <bool S>
unsigned writing<S>::fresh_number(std::string_view prefix, const any* content) {
  unsigned n = numbers_ + 1;
  const auto taken = [&](const ns_binding& b) { return is_numbered(prefix_of(b), prefix, n); };
  while (content && std::ranges::any_of(bindings_of(*content), taken)) ++n;
  return n;
}

}  // namespace iso20022::codec
