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
      : tables_(tables), rows_(tables.rows()), types_(tables.types()), options_(options), out_(out), end_(out_.end()) {}

  void run(const schema::root& root, const std::byte* object) {
    char* o = out_.cursor();
    if (options_.declaration) o = put(o, R"(<?xml version="1.0" encoding="UTF-8"?>)");
    started_ = options_.declaration;
    o = declared(o, field(tables_, root.row), object);
    if (Styled && options_.indent) o = put(o, "\n");
    out_.finish(o);
  }

 private:
  using row = schema::row;

  // ---- the usual rows

  char* room(char* o, std::size_t n) {
    if (static_cast<std::size_t>(end_ - o) < n + margin_) [[unlikely]] {
      o = out_.grow(o, n + margin_);
      end_ = out_.end();
    }
    return o;
  }

  /// Tags are 32 bytes of the row, whatever their length: what is too much is overwritten by what comes next.
  [[gnu::always_inline]] char* start_tag(char* o, const row& r) {
    if (Styled || r.tag_len > sizeof r.tag) [[unlikely]] return put(start_name(o, r), ">");
    std::memcpy(o, r.tag, sizeof r.tag);
    *o = '<';
    return o + r.tag_len;
  }
  [[gnu::always_inline]] char* end_tag(char* o, const row& r) {
    if (Styled || r.tag_len > sizeof r.tag) [[unlikely]] return end_name(o, r);
    *o = '<';
    std::memcpy(o + 1, r.tag, sizeof r.tag);
    return o + 1 + r.tag_len;
  }

  [[gnu::always_inline]] char* text(char* o, const char* p, std::size_t n) {
    if (copy_text(o, p, n)) [[unlikely]] return escaped(o, p, n);
    return o + n;
  }
  [[gnu::noinline]] char* escaped(char* o, const char* p, std::size_t n) {
    return put_escaped(room(o, n * longest_escape), p, n);
  }

  [[gnu::always_inline]] char* leaf(char* o, const row& r, const char* p, std::size_t n) {
    o = start_tag(room(o, n), r);
    return end_tag(text(o, p, n), r);
  }
  /// A value without a text of its own.
  [[gnu::noinline]] char* built_leaf(char* o, const row& r, const std::byte* slot) {
    value_text made;
    const auto s = text_of(tables_, tables_.simples()[r.simple], slot, made);
    return leaf(o, r, s.data(), s.size());
  }

  [[gnu::always_inline]] char* amount(char* o, const row& r, const std::byte* slot) {
    const auto& value = at<value_head>(slot);
    const auto& currency = at<value_head>(slot + sizeof(decimal));
    if (Styled || !value.ptr || currency.len != 3) [[unlikely]] {
      const field f(tables_, static_cast<u32>(&r - rows_));
      return present(f.info->value, slot) ? general_leaf(o, f, slot) : o;
    }
    o = room(o, value.len);
    std::memcpy(o, r.tag, sizeof r.tag);
    *o = '<';
    o += r.tag_len - 1;
    std::memcpy(o, " Ccy=\"", 6);
    std::memcpy(o + 6, currency.ptr, 3);
    std::memcpy(o + 9, "\">", 2);
    return end_tag(text(o + 11, value.ptr, value.len), r);
  }

  [[gnu::noinline]] char* leaf_list(char* o, const row& r, const std::byte* slot) {
    for (elements e(at<raw_list>(slot), r.size); e; e.next()) {
      const auto& value = at<value_head>(*e);
      o = value.ptr ? leaf(o, r, value.ptr, value.len) : built_leaf(o, r, *e);
    }
    return o;
  }

  char* component_list(char* o, const row& r, const std::byte* slot) {
    for (elements e(at<raw_list>(slot), r.size); e; e.next()) o = component(o, r, *e);
    return o;
  }

  char* component(char* o, const row& r, const std::byte* object) {
    o = start_tag(room(o, 0), r);
    if constexpr (Styled) ++depth_, has_children_ = false;
    o = content(o, r, object);
    if constexpr (Styled) --depth_, o = before_end(o);
    return end_tag(room(o, 0), r);
  }

  [[gnu::always_inline]] char* content(char* o, const row& parent, const std::byte* object) {
    const auto& t = types_[parent.type];
    const row* r = rows_ + t.first_row;
    const row* last = r + t.row_count;
    if (parent.flags & schema::row_is_choice) {
      const u32 tag = at<u32>(object);
      if (tag - 1 >= t.row_count) return o;
      r += tag - 1;
      last = r + 1;
    }
    for (; r != last; ++r) o = child(o, *r, object + r->offset);
    return o;
  }

  /// Writes what a row holds, if anything.
  [[gnu::always_inline]] char* child(char* o, const row& r, const std::byte* slot) {
    using kind = schema::fast_kind;
    switch (r.kind) {
      case kind::text:
      case kind::pattern: {
        const auto& value = at<value_head>(slot);
        return value.ptr ? leaf(o, r, value.ptr, value.len) : o;
      }
      case kind::code:
      case kind::decimal:
      case kind::date:
      case kind::date_time:
      case kind::other_leaf: {
        const auto& value = at<value_head>(slot);
        if (value.ptr) [[likely]] return leaf(o, r, value.ptr, value.len);
        return present(tables_.infos()[&r - rows_].value, slot) ? built_leaf(o, r, slot) : o;
      }
      case kind::component_opt: {
        const auto* const object = at<const std::byte*>(slot);
        return object ? component(o, r, object) : o;
      }
      case kind::component: return component(o, r, slot);
      case kind::component_list: return component_list(o, r, slot);
      case kind::amount: return amount(o, r, slot);
      case kind::leaf_list: return leaf_list(o, r, slot);
      default: return general(o, r, slot);
    }
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
  char* end_;
  static constexpr std::size_t margin_ = 96;  // of two tags

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
