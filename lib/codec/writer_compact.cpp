#include "codec/writer_compact.hpp"

#include "codec/writer_text.hpp"

#include <iso20022/core/decimal.hpp>

namespace iso20022::codec {
namespace {

/// Structs and texts lie in memory in the order of the document, whoever made them: what is that far ahead is fetched.
constexpr int ahead_structs = 2048, ahead_texts = 512;

/// "/Tag>" and what stands behind it in the row: 32 bytes, whatever the length. What is too much is overwritten by what
/// comes next.
struct tag {
  detail::sixteen a, b;
  explicit tag(const schema::row& r) : a(detail::sixteen::from(r.tag)), b(detail::sixteen::from(r.tag + 16)) {}
  [[gnu::always_inline]] char* open(char* o, unsigned length) const {
    a.to(o);
    b.to(o + 16);
    *o = '<';
    return o + length;
  }
  [[gnu::always_inline]] char* close(char* o, unsigned length) const {
    *o = '<';
    a.to(o + 1);
    b.to(o + 17);
    return o + length + 1;
  }
};

}  // namespace

compact_writer::compact_writer(const write_plan& plan, schema::image tables, general_writer& general, output& out)
    : soft_end_(out.soft_end()), deepest_(frames_ + most_open), top_(frames_), plan_(plan), tables_(tables),
      general_(general), out_(out) {}

[[gnu::noinline]] char* compact_writer::grow(char* o, std::size_t n) {
  o = out_.room(o, n);
  soft_end_ = out_.soft_end();
  return o;
}

// ---- leaves

[[gnu::always_inline]] inline char* compact_writer::leaf(char* o, const step& s, const char* p, std::size_t n) {
  if (n - 1 >= whole_text || !in_one_page(p) || o > soft_end_) [[unlikely]] return long_leaf(o, s, p, n);
  __builtin_prefetch(p + ahead_texts);
  const tag t(*s.row);
  const unsigned length = s.tag_len;
  o = t.open(o, length);
  if (s.what != action::text) copy_whole<false>(o, p, n);
  else if (copy_whole<true>(o, p, n)) [[unlikely]] return long_leaf(o - length, s, p, n);
  return t.close(o + n, length);
}

[[gnu::noinline]] char* compact_writer::long_leaf(char* o, const step& s, const char* p, std::size_t n) {
  const tag t(*s.row);
  o = n <= output::short_text ? room(o) : grow(o, n);
  o = t.open(o, s.tag_len);
  if (copy_text(o, p, n) == 0) [[likely]] return t.close(o + n, s.tag_len);
  o = put_escaped(grow(o, n * longest_escape), p, n);
  return t.close(grow(o, 0), s.tag_len);
}

/// A value without a text of its own, or none at all.
[[gnu::noinline]] char* compact_writer::built_leaf(char* o, const step& s, const std::byte* slot) {
  const auto& simple = tables_.simples()[s.row->simple];
  if (!present(simple.value, slot)) return o;
  value_text made;
  const auto text = text_of(tables_, simple, slot, made);
  return leaf(o, s, text.data(), text.size());
}

// ---- components

/// What is in a component, depth first. Not recursive: an open component's step waits in a frame.
char* compact_writer::content(char* o, const step* s, const std::byte* object) {
  frame* const bottom = top_;
  frame* top = bottom;
  for (;;) {
    while ((word(object + s->offset) | s->always) == 0) ++s;  // most rows are absent
    const std::byte* slot = object + s->offset;
    if (s->what <= action::moment) {
      slot -= s->detail;
      const auto& value = at<value_head>(slot);
      o = value.ptr ? leaf(o, *s, value.ptr, value.len) : built_leaf(o, *s, slot);
      ++s;
    } else if (s->what <= action::component_opt && top != deepest_) {
      o = tag(*s->row).open(room(o), s->tag_len);
      *top++ = {s, object};
      object = s->what == action::component ? slot : at<const std::byte*>(slot);
      __builtin_prefetch(object + ahead_structs);
      __builtin_prefetch(object + ahead_structs + 64);
      s = steps_inside(*s, object);
    } else if (s->what == action::close) {
      if (top == bottom) break;
      --top;
      s = top->own;
      object = top->parent;
      o = tag(*s->row).close(room(o), s->tag_len);
      ++s;
    } else {
      top_ = top;
      o = unusual(o, *s, slot);
      ++s;
    }
  }
  top_ = bottom;
  return o;
}

[[gnu::noinline]] char* compact_writer::unusual(char* o, const step& s, const std::byte* slot) {
  switch (s.what) {
    case action::amount: return amount(o, s, slot - s.detail);
    case action::component_list: return list(o, s, slot);
    case action::leaf_list: return leaf_list(o, s, slot);
    case action::enter: return enter(o, s, slot);
    case action::general: o = general_.row(o, *s.row, slot); break;
    default: break;  // components nested deeper than any reader would follow
  }
  return grow(o, 0);
}

char* compact_writer::amount(char* o, const step& s, const std::byte* slot) {
  const auto& value = at<value_head>(slot);
  const auto& currency = at<value_head>(slot + sizeof(decimal));
  if (!value.ptr || currency.len != 3 || value.len > whole_text) return grow(general_.row(o, *s.row, slot), 0);
  const tag t(*s.row);
  o = t.open(room(o), s.tag_len) - 1;
  std::memcpy(o, " Ccy=\"", 6);  // NOLINT(bugprone-not-null-terminated-result): in the middle of the output
  std::memcpy(o + 6, currency.ptr, 3);
  std::memcpy(o + 9, "\">", 2);  // NOLINT(bugprone-not-null-terminated-result)
  copy_short<false>(o + 11, value.ptr, value.len);
  return t.close(o + 11 + value.len, s.tag_len);
}

char* compact_writer::list(char* o, const step& s, const std::byte* slot) {
  const tag t(*s.row);
  for (elements e(at<raw_list>(slot), s.row->size); e; e.next()) {
    o = t.open(room(o), s.tag_len);
    o = content(o, steps_inside(s, *e), *e);
    o = t.close(room(o), s.tag_len);
  }
  return o;
}

char* compact_writer::leaf_list(char* o, const step& s, const std::byte* slot) {
  step one = s;
  one.what = action::text;
  for (elements e(at<raw_list>(slot), s.row->size); e; e.next()) {
    const auto& value = at<value_head>(*e);
    o = value.ptr ? leaf(o, one, value.ptr, value.len) : built_leaf(o, one, *e);
  }
  return o;
}

char* compact_writer::root(char* o, u32 index, const std::byte* object) {
  for (int i = 0; i < ahead_structs; i += 64) __builtin_prefetch(object + i);
  return enter(o, plan_.root(index), object);
}

/// An element in another namespace than its parent.
char* compact_writer::enter(char* o, const step& s, const std::byte* object) {
  if (s.what != action::enter || !general_.enters(s.row->ns)) return grow(general_.component(o, *s.row, object), 0);
  const auto start = plan_.start_tag(s);
  o = grow(o, start.size());
  for (std::size_t i = 0; i < start.size(); i += 16) detail::sixteen::from(start.data() + i).to(o + i);
  const ns_scope outer = general_.swap_scope({s.row->ns, s.row->ns, {}, 0});
  o = content(o + start.size(), s.inside, object);
  general_.swap_scope(outer);
  return tag(*s.row).close(room(o), s.tag_len);
}

}  // namespace iso20022::codec
