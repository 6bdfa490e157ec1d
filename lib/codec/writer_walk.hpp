// From structs to tags: the walk over the rows. A template: `Styled` knows prefixes and indentation, the other form
// (default namespaces, no white space) knows neither and is the fast one.
#pragma once

#include "codec/access_slot.hpp"
#include "codec/writer_output.hpp"
#include "codec/writer_text.hpp"

#include <iso20022/codec/writer.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/text.hpp>

namespace iso20022::codec {

inline constexpr char xml_declaration[] = R"(<?xml version="1.0" encoding="UTF-8"?>)";

/// The namespaces in force inside an element.
struct ns_scope {
  u16 ns = schema::ns_none;          // of the element itself
  u16 default_ns = schema::ns_none;  // of names without a prefix; `foreign`: none of the registry's
  std::string_view prefix;           // of the element's own names; empty: none
  unsigned number = 0;               // stands behind the prefix unless 0
  static constexpr u16 foreign = 0xffff;
};

template <bool Styled>
class writing {
 public:
  writing(schema::image tables, const write_options& options, std::string& out)
      : tables_(tables), rows_(tables.rows()), types_(tables.types()), options_(options), out_(out),
        soft_end_(out_.end() - margin) {}

  void run(const schema::root& root, const std::byte* object) {
    char* o = room(out_.cursor());
    if (options_.declaration) {
      std::memcpy(o, xml_declaration, sizeof xml_declaration - 1);
      o += sizeof xml_declaration - 1;
    }
    started_ = options_.declaration;
    o = entered(o, rows_[root.row], object);
    if (Styled && options_.indent) o = put(o, "\n");
    out_.finish(o);
  }

 private:
  using row = schema::row;

  // ---- room

  /// Afterwards two tags and a text of `short_text` fit behind `o`.
  [[gnu::always_inline]] char* room(char* o) {
    if (o > soft_end_) [[unlikely]] return grow(o, 0);
    return o;
  }
  [[gnu::always_inline]] char* room(char* o, std::size_t n) {
    if (o > soft_end_ || n > short_text) [[unlikely]] return grow(o, n);
    return o;
  }
  [[gnu::noinline]] char* grow(char* o, std::size_t n) {
    if (static_cast<std::size_t>(out_.end() - o) >= n + margin) return o;
    o = out_.grow(o, n + margin);
    soft_end_ = out_.end() - margin;
    return o;
  }

  // ---- tags and texts

  /// Tags are 32 bytes of the row, whatever their length: what is too much is overwritten by what comes next.
  [[gnu::always_inline]] char* start_tag(char* o, const row& r) {
    if constexpr (Styled) return put(start_name(o, r), ">");
    std::memcpy(o, r.tag, sizeof r.tag);
    *o = '<';
    return o + r.tag_len;
  }
  [[gnu::always_inline]] char* end_tag(char* o, const row& r) {
    if constexpr (Styled) return end_name(o, r);
    *o = '<';
    std::memcpy(o + 1, r.tag, sizeof r.tag);
    return o + 1 + r.tag_len;
  }

  [[gnu::always_inline]] char* text(char* o, const char* p, std::size_t n) {
    if (n > short_text || copy_text(o, p, n)) [[unlikely]] return long_text(o, p, n);
    return o + n;
  }
  [[gnu::noinline]] char* long_text(char* o, const char* p, std::size_t n) {
    o = room(o, n);
    if (!copy_text(o, p, n)) return room(o + n);
    return room(put_escaped(room(o, n * longest_escape), p, n));
  }
  [[gnu::always_inline]] char* leaf(char* o, const row& r, const char* p, std::size_t n) {
    o = start_tag(room(o), r);
    return end_tag(text(o, p, n), r);
  }

  char* amount(char* o, const row& r, const std::byte* slot) {
    const auto& value = at<value_head>(slot);
    const auto& currency = at<value_head>(slot + sizeof(decimal));
    if (Styled || currency.len != 3) [[unlikely]] return general(o, r, slot);
    o = start_tag(room(o), r) - 1;
    std::memcpy(o, " Ccy=\"", 6);
    std::memcpy(o + 6, currency.ptr, 3);
    std::memcpy(o + 9, "\">", 2);
    return end_tag(text(o + 11, value.ptr, value.len), r);
  }

  // ---- the walk

  using kind = schema::fast_kind;
  template <class... Kinds>
  static constexpr u32 set_of(Kinds... k) { return (... | (u32{1} << static_cast<u32>(k))); }
  static constexpr bool is_in(kind k, u32 set) { return set >> static_cast<u32>(k) & 1; }
  static constexpr u32 leaves = set_of(kind::text, kind::pattern, kind::code, kind::decimal, kind::date, kind::date_time, kind::other_leaf);
  static constexpr u32 components = set_of(kind::component, kind::component_opt);
  /// Nothing is there when the first word is zero.
  static constexpr u32 absent_when_null = set_of(kind::text, kind::pattern, kind::component_opt, kind::component_list, kind::leaf_list);

  /// The row of an open component, the rows that follow it in its parent, and the parent's struct.
  struct frame {
    const row* own;
    const row* last;
    const std::byte* parent;
  };
  static constexpr unsigned most_open = 100;  // `check` allows fewer

  /// The rows of an open element.
  struct range { const row* r; const row* last; };
  [[gnu::always_inline]] range rows_of(const row& parent, const std::byte* object) const {
    const auto& t = types_[parent.type];
    const row* const first = rows_ + t.first_row;
    if (!(parent.flags & schema::row_is_choice)) return {first, first + t.row_count};
    const u32 tag = at<u32>(object);
    return tag - 1 < t.row_count ? range{first + tag - 1, first + tag} : range{first, first};
  }

  char* component(char* o, const row& r, const std::byte* object) {
    if (r.tag_len > sizeof r.tag) [[unlikely]] return declared(o, field(tables_, static_cast<u32>(&r - rows_)), object);
    o = start_tag(room(o), r);
    if constexpr (Styled) ++depth_, has_children_ = false;
    o = content(o, r, object);
    if constexpr (Styled) --depth_, o = before_end(o);
    return end_tag(room(o), r);
  }

  /// What is in a component, depth first. Not recursive: a component's row puts the rows of its parent aside.
  char* content(char* o, const row& whole, const std::byte* object) {
    frame* const bottom = top_;
    frame* top = bottom;
    auto [r, last] = rows_of(whole, object);
    for (;;) {
      if (r == last) {
        if (top == bottom) return top_ = bottom, o;
        --top;
        if constexpr (Styled) --depth_, o = before_end(o);
        o = end_tag(room(o), *top->own);
        r = top->own + 1;
        last = top->last;
        object = top->parent;
        continue;
      }
      const std::byte* const slot = object + r->offset;
      const u64 first = word(slot);
      if (first == 0 && is_absent(r->kind, slot)) {
        ++r;
      } else if (is_in(r->kind, components) && r->tag_len <= sizeof r->tag && top != frames_ + most_open) {
        o = start_tag(room(o), *r);
        if constexpr (Styled) ++depth_, has_children_ = false;
        *top++ = {r, last, object};
        object = r->kind == kind::component_opt ? at<const std::byte*>(slot) : slot;
        const auto inside = rows_of(*r, object);
        r = inside.r;
        last = inside.last;
      } else if (first != 0 && is_in(r->kind, leaves)) {
        o = leaf(o, *r, at<value_head>(slot).ptr, at<value_head>(slot).len);
        ++r;
      } else {
        top_ = top;
        o = other_child(o, *r, slot);
        ++r;
      }
    }
  }
  /// Of a value whose first word is zero: whether nothing is there, or else perhaps a value without a text.
  [[gnu::always_inline]] static bool is_absent(kind k, const std::byte* slot) {
    if (is_in(k, absent_when_null)) return true;
    if (is_in(k, set_of(kind::code, kind::decimal, kind::amount))) return word(slot, 1) == 0;
    return is_in(k, set_of(kind::date, kind::date_time)) && (word(slot, 1) | word(slot, 2)) == 0;
  }

  // ---- less usual rows

  /// An element in another namespace than its parent.
  char* entered(char* o, const row& r, const std::byte* object) {
    const auto uri = tables_.namespace_uri(r.ns);
    const bool usual = !Styled && r.kind == kind::enter_namespace && scope_.default_ns != r.ns && r.ns > schema::ns_none &&
                       r.tag_len <= sizeof r.tag && !std::memchr(uri.data(), '"', uri.size());
    char* const start = room(o, uri.size());
    if (!usual) return declared(start, field(tables_, static_cast<u32>(&r - rows_)), object);
    o = start_tag(start, r) - 1;
    std::memcpy(o, " xmlns=\"", 8);
    if (copy_text(o + 8, uri.data(), uri.size())) return declared(start, field(tables_, static_cast<u32>(&r - rows_)), object);
    o += 8 + uri.size();
    std::memcpy(o, "\">", 2);
    const ns_scope outer = scope_;
    scope_.ns = scope_.default_ns = r.ns;
    o = content(o + 2, r, object);
    scope_ = outer;
    return end_tag(room(o), r);
  }

  /// A row that is neither absent nor a component nor a leaf with a text.
  [[gnu::noinline]] char* other_child(char* o, const row& r, const std::byte* slot) {
    if (is_in(r.kind, leaves | set_of(kind::amount)) && word(slot) == 0) {
      const bool there = word(slot, 1) != 0 || present(tables_.infos()[&r - rows_].value, slot);
      if (!there) return o;
      return r.kind == kind::amount ? general(o, r, slot) : built_leaf(o, r, slot);
    }
    if (r.kind == kind::amount) return amount(o, r, slot);
    if (is_in(r.kind, components)) return top_ == frames_ + most_open ? o : general(o, r, slot);
    if (r.kind == kind::component_list) {
      for (elements e(at<raw_list>(slot), r.size); e; e.next()) o = component(o, r, *e);
      return o;
    }
    if (r.kind == kind::enter_namespace && tables_.infos()[&r - rows_].store == schema::storage::in_place)
      return entered(o, r, slot);
    if (r.kind != kind::leaf_list) return general(o, r, slot);
    for (elements e(at<raw_list>(slot), r.size); e; e.next()) {
      const auto& value = at<value_head>(*e);
      o = value.ptr ? leaf(o, r, value.ptr, value.len) : built_leaf(o, r, *e);
    }
    return o;
  }

  /// A value without a text of its own.
  char* built_leaf(char* o, const row& r, const std::byte* slot) {
    value_text made;
    const auto s = text_of(tables_, tables_.simples()[r.simple], slot, made);
    return leaf(o, r, s.data(), s.size());
  }

  // ---- everything else: writer_general.hpp

  char* general(char* o, const row&, const std::byte* slot);
  char* general_leaf(char* o, const field&, const std::byte* slot);
  char* declared(char* o, const field&, const std::byte* object);
  char* general_content(char* o, const field&, const std::byte* object);
  char* slice(char* o, const field&, const any&);

  char* put(char* o, std::string_view s);
  char* put_number(char* o, unsigned n);
  char* put_value(char* o, std::string_view s);
  char* put_prefix(char* o, std::string_view prefix, unsigned number);
  char* put_binding(char* o, std::string_view prefix, unsigned number, std::string_view uri);
  char* break_line(char* o);
  char* start_name(char* o, const row&);
  char* end_name(char* o, const row&);
  char* before_end(char* o);

  char* open(char* o, const field&, const any* content, const std::byte* with_attributes);
  char* declarations(char* o, const ns_scope& outer);
  char* bindings(char* o, const any&);
  char* attributes(char* o, const schema::type&, const std::byte* object);
  ns_scope inner_scope(const field&, const any* content);
  const any* content_of(const field&, const std::byte* object) const;
  unsigned number_of(u16 ns);
  unsigned fresh_number(std::string_view prefix, const any* content);

  schema::image tables_;
  const row* rows_;
  const schema::type* types_;
  const write_options& options_;
  output out_;
  char* soft_end_;
  static constexpr std::size_t short_text = 256, margin = short_text + 128;  // two tags and their slack

  frame frames_[most_open + 1];
  frame* top_ = frames_;
  ns_scope scope_;
  unsigned depth_ = 0;
  bool started_ = false;       // something stands before the next line break
  bool has_children_ = false;  // the open element has some, so that its end tag stands on a line of its own
  static constexpr unsigned most_numbered = 16;
  u16 numbered_[most_numbered] = {};  // namespaces in order of appearance
  unsigned numbers_ = 0;
};

}  // namespace iso20022::codec

#include "codec/writer_general.hpp"
