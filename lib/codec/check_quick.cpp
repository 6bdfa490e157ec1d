#include "codec/check_quick.hpp"

#include "codec/check_value.hpp"
#include "codec/fast/kernel_portable.hpp"
#include "codec/writer_text.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/limits.hpp>

namespace iso20022::codec {
namespace {

using fast::portable_kernel;
using kind = schema::fast_kind;

/// Exactly n bytes, 1 to 8, as the low bytes of a word.
u64 load_up_to_8(const char* p, std::size_t n) {
  const auto byte = [&](std::size_t i) { return u64{static_cast<unsigned char>(p[i])} << 8 * i; };
  if (n >= 4) return detail::load<u32>(p) | u64{detail::load<u32>(p + n - 4)} << 8 * (n - 4);
  return byte(0) | byte(n / 2) | byte(n - 1);
}

/// Whether all is ASCII from blank on: characters of XML, one byte each.
bool is_printable(const char* p, std::size_t n) {
  using detail::sixteen;
  if (n >= 16) {
    bool all = sixteen::from(p + n - 16).printable();
    for (std::size_t i = 0; i + 16 < n; i += 16) all &= sixteen::from(p + i).printable();
    return all;
  }
  if (n >= 8) return sixteen::from(detail::load<u64>(p), detail::load<u64>(p + n - 8)).printable();
  if (n == 0) return true;
  constexpr u64 blanks = 0x2020202020202020u;
  return sixteen::from(load_up_to_8(p, n) | blanks << 8 * n, blanks).printable();
}

class quick_judge {
 public:
  explicit quick_judge(schema::image tables) : tables_(tables), rows_(tables.rows()), types_(tables.types()) {}

  bool component(const schema::row& own, const std::byte* object, unsigned depth) const {
    const auto& t = types_[own.type];
    if (t.wide || t.counted || t.attribute_count != 0 || depth == 0) return false;
    const schema::row* r = rows_ + t.first_row;
    const schema::row* last = r + t.row_count;
    if (t.is_choice) {
      const u32 tag = at<u32>(object);
      if (tag - 1 >= t.row_count) return false;
      r += tag - 1;
      last = r + 1;
    }
    u64 position = schema::start_position;
    for (; r != last; ++r) {
      const std::byte* const slot = object + r->offset;
      const bool there = word(slot) != 0 || (!is_told_by_pointer(r->kind) && is_there(*r, slot));
      if (!there) continue;
      if (!(position & r->after) || !value(*r, slot, depth - 1)) return false;
      position = r->bit;
    }
    return position & t.closes_after;
  }

 private:
  static bool is_told_by_pointer(kind k) {
    constexpr u32 kinds = 1u << static_cast<u32>(kind::text) | 1u << static_cast<u32>(kind::pattern) |
                          1u << static_cast<u32>(kind::component_opt) | 1u << static_cast<u32>(kind::component_list) |
                          1u << static_cast<u32>(kind::leaf_list);
    return kinds >> static_cast<u32>(k) & 1;
  }
  /// Of a value whose first word is zero.
  [[gnu::noinline]] bool is_there(const schema::row& r, const std::byte* slot) const {
    const field f(tables_, static_cast<u32>(&r - rows_));
    if (f.is_component()) return f.info->store == schema::storage::in_place;
    if (f.is_list()) return false;
    return leaf_present(tables_, f, slot);
  }

  bool value(const schema::row& r, const std::byte* slot, unsigned depth) const {
    switch (r.kind) {
      case kind::component: return component(r, slot, depth);
      case kind::component_opt: return component(r, at<const std::byte*>(slot), depth);
      case kind::component_list: return list(r, slot, depth);
      case kind::enter_namespace: return entered(r, slot, depth);
      case kind::leaf_list: return leaf_list(r, slot, depth);
      default: return depth != 0 && leaf(r, slot);
    }
  }

  bool list(const schema::row& r, const std::byte* slot, unsigned depth) const {
    const auto& l = at<raw_list>(slot);
    if (l.count > r.max) return false;
    for (elements e(l, r.size); e; e.next())
      if (!component(r, *e, depth)) return false;
    return true;
  }

  bool leaf_list(const schema::row& r, const std::byte* slot, unsigned depth) const {
    const auto& l = at<raw_list>(slot);
    if (l.count > r.max || depth == 0) return false;
    for (elements e(l, r.size); e; e.next())
      if (!checked(r, *e)) return false;
    return true;
  }

  bool entered(const schema::row& r, const std::byte* slot, unsigned depth) const {
    const auto store = tables_.infos()[&r - rows_].store;
    if (store == schema::storage::list) return false;
    return component(r, store == schema::storage::pointer ? at<const std::byte*>(slot) : slot, depth);
  }

  bool leaf(const schema::row& r, const std::byte* slot) const {
    const auto& v = at<value_head>(slot);
    if (!v.ptr) return r.kind != kind::amount && r.kind != kind::general && r.kind != kind::wildcard && checked(r, slot);
    switch (r.kind) {
      case kind::text:
        return v.len - r.min_len <= r.len_span && v.len <= read_limits().text_bytes && is_printable(v.ptr, v.len)
                   ? true
                   : checked(r, slot);
      case kind::pattern:
        return is_printable(v.ptr, v.len) && portable_kernel::matches(tables_.positionals() + r.aux, v.ptr, v.len)
                   ? true
                   : checked(r, slot);
      case kind::code: return is_code(r, slot) || checked(r, slot);
      case kind::decimal: return is_decimal(r, slot) || checked(r, slot);
      case kind::amount: return is_decimal(r, slot) && is_currency(at<value_head>(slot + sizeof(decimal)));
      case kind::date: return is_date(slot) || checked(r, slot);
      case kind::date_time: return is_date_time(slot) || checked(r, slot);
      case kind::other_leaf: return checked(r, slot);
      default: return false;
    }
  }

  /// The full check of one value, by its type.
  [[gnu::noinline]] bool checked(const schema::row& r, const std::byte* slot) const {
    const auto& s = tables_.simples()[r.simple];
    if (!present(s.value, slot) || s.base == schema::builtin::id) return false;
    value_text made;
    return check_value(tables_, s, slot, text_of(tables_, s, slot, made)).verdict == value_verdict::ok;
  }

  bool is_code(const schema::row& r, const std::byte* slot) const {
    const auto& v = at<code<u16>>(slot);
    if (v.len - 1 > 7) return false;
    const u64 key = load_up_to_8(v.ptr, v.len);
    const auto& hit = tables_.code_slots()[r.aux + (key * r.multiplier >> r.shift)];
    return hit.key == key && hit.index == v.index;
  }
  static bool is_decimal(const schema::row& r, const std::byte* slot) {
    const auto& v = at<decimal>(slot);
    decimal read;
    return portable_kernel::read_decimal(v.ptr, v.ptr + v.len, r, read) && v.state == decimal::number &&
           v.units == read.units && v.digits_after_point == read.digits_after_point;
  }
  static bool is_currency(const value_head& v) {
    const auto capital = [&](unsigned i) { return static_cast<unsigned char>(v.ptr[i] - 'A') <= 25; };
    return v.ptr && v.len == 3 && capital(0) && capital(1) && capital(2);
  }
  static bool is_date(const std::byte* slot) {
    const auto& v = at<date>(slot);
    date read;
    return portable_kernel::read_date(v.ptr, v.len, read) && v == read;
  }
  static bool is_date_time(const std::byte* slot) {
    const auto& v = at<date_time>(slot);
    date_time read;
    return portable_kernel::read_date_time(v.ptr, v.len, read) && v == read;
  }

  schema::image tables_;
  const schema::row* rows_;
  const schema::type* types_;
};

}  // namespace

bool surely_valid(schema::image tables, const schema::row& root, const std::byte* object) {
  return quick_judge(tables).component(root, object, read_limits().depth);
}

}  // namespace iso20022::codec
