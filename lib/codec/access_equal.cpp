// Whether two messages say the same.
#include <iso20022/codec/access.hpp>

#include "codec/access_path.hpp"

#include <algorithm>

namespace iso20022 {
namespace {

using codec::at;
using codec::field;
using codec::u32;

std::string_view prefix_of(const ns_binding& b) { return {b.prefix, b.prefix_len}; }
std::string_view uri_of(const ns_binding& b) { return {b.uri, b.uri_len}; }

/// Every binding of `a` is one of `b`. ("No default namespace" is no binding where nothing says so.)
bool binds_no_less(const any& b, const any& a) {
  return std::all_of(a.bindings, a.bindings + a.binding_count, [&](const ns_binding& x) {
    return (x.prefix_len == 0 && x.uri_len == 0) || std::any_of(b.bindings, b.bindings + b.binding_count,
                       [&](const ns_binding& y) { return prefix_of(x) == prefix_of(y) && uri_of(x) == uri_of(y); });
  });
}

class comparison {
 public:
  comparison(schema::image tables, bool texts) : tables_(tables), texts_(texts) {}

  bool component(const schema::type& t, const std::byte* a, const std::byte* b) const {
    if (t.content == schema::content_kind::simple &&
        !leaf(tables_.simples()[t.simple], a + t.value_offset, b + t.value_offset))
      return false;
    for (u32 i = 0; i < t.attribute_count; ++i) {
      const auto& x = tables_.attributes()[t.first_attribute + i];
      if (!leaf(tables_.simples()[x.simple], a + x.offset, b + x.offset)) return false;
    }
    u32 first = t.first_row, last = t.first_row + t.row_count;
    if (t.is_choice) {
      if (at<u32>(a) != at<u32>(b)) return false;
      first = codec::chosen_row(tables_, t, a);
      last = first == schema::no_row ? first : first + 1;
    }
    for (u32 i = first; i < last; ++i)
      if (!row(field(tables_, i), t.is_choice != 0, const_cast<std::byte*>(a), const_cast<std::byte*>(b))) return false;
    return true;
  }

 private:
  bool row(const field& f, bool in_choice, std::byte* a, std::byte* b) const {
    std::byte *x = nullptr, *y = nullptr;
    const u32 n = codec::count_of(tables_, f, in_choice, a, x);
    if (n != codec::count_of(tables_, f, in_choice, b, y)) return false;
    if (n == 0) return true;
    if (!f.is_list()) return value(f, x, y);
    codec::elements p(at<codec::raw_list>(x), f.row->size), q(at<codec::raw_list>(y), f.row->size);
    for (; p; p.next(), q.next())
      if (!value(f, *p, *q)) return false;
    return true;
  }

  bool value(const field& f, const std::byte* a, const std::byte* b) const {
    if (f.info->wildcard) return open_content(at<any>(a), at<any>(b));
    if (f.row->type) return component(tables_.types()[f.row->type], a, b);
    return leaf(tables_.simples()[f.row->simple], a, b);
  }

  bool leaf(const schema::simple& s, const std::byte* a, const std::byte* b) const {
    if (codec::present(s.value, a) != codec::present(s.value, b)) return false;
    if (!texts_) return codec::same_value(s.value, a, b);
    codec::value_text x, y;
    return codec::text_of(tables_, s, a, x) == codec::text_of(tables_, s, b, y);
  }

  /// As messages, where one of them has no bytes or the bytes do not matter.
  bool open_content(const any& a, const any& b) const {
    const bool messages = a.object && b.object && a.root == b.root && a.root != 0;
    if (messages && (!texts_ || !a.ptr || !b.ptr)) {
      const auto& row = codec::root_row(tables_, a.root - 1);
      return component(tables_.types()[row.type], static_cast<const std::byte*>(a.object),
                       static_cast<const std::byte*>(b.object));
    }
    return a.ptr && b.ptr && a.view() == b.view() && binds_no_less(a, b) && binds_no_less(b, a);
  }

  schema::image tables_;
  bool texts_;
};

bool compare(const message& a, const message& b, bool texts) {
  if (!a || !b) return !a && !b;
  if (a.registry().image_base() != b.registry().image_base() || a.root() != b.root()) return false;
  const schema::image tables(a.registry().image_base());
  const auto& type = tables.types()[codec::root_row(tables, a.root()).type];
  return comparison(tables, texts)
      .component(type, static_cast<const std::byte*>(a.object()), static_cast<const std::byte*>(b.object()));
}

}  // namespace

bool equal(const message& a, const message& b) { return compare(a, b, false); }
bool same_text(const message& a, const message& b) { return compare(a, b, true); }

}  // namespace iso20022
