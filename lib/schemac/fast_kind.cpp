// The part of a row that the fast reader reads: what it may do with a field, and with which constants. It is told
// `general` (give up, the general reader knows) about everything that it does not fully check.
#include <algorithm>
#include <cstring>

#include "schemac/image.hpp"

namespace iso20022::schemac {

using schema::fast_kind;

namespace {

constexpr std::size_t longest_leaf_name = 30;  // "/Tag>" fits into a row

bool is_fast_decimal(const simple_type& t) {
  const bool from_zero = t.lower.kind == schema::bound_kind::inclusive && t.lower.units == 0;
  return t.patterns.empty() && t.total_digits <= 18 && t.upper.kind == schema::bound_kind::none &&
         (t.lower.kind == schema::bound_kind::none || from_zero);
}

/// Simple content with the currency as its only attribute.
bool is_amount(const dictionary& d, const component& c) {
  if (c.attributes.size() != 1 || !is_fast_decimal(d.simple(c.simple))) return false;
  const auto& a = c.attributes[0];
  const auto& ccy = d.simple(a.simple);
  return a.name == "Ccy" && a.ns == 0 && a.required && !a.has_value && ccy.base == schema::builtin::string &&
         ccy.white_space == 0 && ccy.values.empty() && ccy.min_len <= 3 && ccy.max_len >= 3 &&
         ccy.patterns.size() == 1 && (ccy.patterns[0] == "[A-Z]{3,3}" || ccy.patterns[0] == "[A-Z]{3}");
}

fast_kind kind_of_leaf(const dictionary& d, const field& f, const image_sections& out) {
  const bool bare = f.type.simple || d.of(f).attributes.empty();
  const int simple = f.type.simple ? f.type.index : d.of(f).simple;
  if (f.name.size() > longest_leaf_name || f.ns != 0) return fast_kind::general;
  if (!bare) {
    const bool amount = value_of(d.simple(simple)) == schema::value_kind::decimal && is_amount(d, d.of(f));
    return amount && f.max == 1 ? fast_kind::amount : fast_kind::general;
  }
  const auto kind = leaf_kind(out.simples[static_cast<std::size_t>(simple) + 1], d.simple(simple));
  return kind != fast_kind::general && f.store == schema::storage::list ? fast_kind::leaf_list : kind;
}

fast_kind kind_of_component(const component& c, const field& f) {
  if (c.only_any() && is_plain(c)) return fast_kind::wildcard;
  if (c.has_any() || !is_plain(c) || f.name.size() > 253) return fast_kind::general;
  if (f.ns != 0) return fast_kind::enter_namespace;
  if (f.store == schema::storage::list) return fast_kind::component_list;
  return f.store == schema::storage::pointer ? fast_kind::component_opt : fast_kind::component;
}

}  // namespace

bool is_plain(const component& c) {
  return !c.wide() && !c.counted && c.attributes.empty() && !c.fields.empty();
}

fast_kind leaf_kind(const schema::simple& s, const simple_type& t) {
  using enum schema::builtin;
  const bool bare =
      t.patterns.empty() && t.lower.kind == schema::bound_kind::none && t.upper.kind == schema::bound_kind::none;
  const bool any_length = t.min_len == 0 && t.max_len == schema::unbounded;
  switch (t.base) {
    case string:
      if (t.white_space != 0) return fast_kind::other_leaf;
      if (!t.values.empty()) return s.fast_shift != 0 && bare && any_length ? fast_kind::code : fast_kind::other_leaf;
      if (t.patterns.empty()) return fast_kind::text;
      return s.positional != 0 ? fast_kind::pattern : fast_kind::other_leaf;
    case decimal:
    case integer:
      return is_fast_decimal(t) ? fast_kind::decimal : fast_kind::other_leaf;
    case date:
      return bare ? fast_kind::date : fast_kind::other_leaf;
    case date_time:
      return bare ? fast_kind::date_time : fast_kind::other_leaf;
    case id:  // no two of a document may be the same: for the reader that remembers them
      return fast_kind::general;
    default:
      return fast_kind::other_leaf;
  }
}

fast_kind field_kind(const dictionary& d, const component& owner, const field& f, const image_sections& out) {
  if (f.is_any) return fast_kind::wildcard;
  for (const auto& other : owner.fields)
    if (&other != &f && !other.is_any && other.name == f.name) return fast_kind::general;
  if (!is_plain(owner) || f.has_value || f.min > 1) return fast_kind::general;
  return d.leaf(f) ? kind_of_leaf(d, f, out) : kind_of_component(d.of(f), f);
}

void set_tag(schema::row& r, const std::string& name, bool start_ends_here) {
  const auto tag = "/" + name + ">";
  const auto n = std::min<std::size_t>(tag.size(), sizeof r.tag);
  std::memcpy(r.tag, tag.data(), n);
  r.tag_len = static_cast<u8>(std::min<std::size_t>(tag.size(), 255));
  const u64 end = n == 32 ? 0xffffffffu : (u64{1} << n) - 1;
  u64 start = end & ~u64{1};
  if (!start_ends_here && tag.size() <= sizeof r.tag) start &= ~(u64{1} << (n - 1));
  r.tag_mask = start | end << 32;
}

void set_leaf(schema::row& r, const schema::simple& s, const simple_type& t) {
  r.min_len = t.min_len;
  r.len_span = t.max_len - t.min_len;
  r.total_digits = static_cast<u8>(std::min<u32>(t.total_digits, 255));
  r.fraction_digits = static_cast<u8>(std::min<u32>({t.fraction_digits, t.total_digits, 255}));
  r.not_negative = t.lower.kind == schema::bound_kind::inclusive && t.lower.units == 0;
  const auto kind = leaf_kind(s, t);
  if (kind == fast_kind::pattern) r.aux = s.positional - 1;
  if (kind != fast_kind::code) return;
  r.aux = s.fast_codes;
  r.shift = static_cast<u8>(s.fast_shift);
  r.multiplier = s.fast_multiplier;
}

}  // namespace iso20022::schemac
