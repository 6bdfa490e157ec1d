#include "codec/access_slot.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/text.hpp>

namespace iso20022::codec {

std::byte* element(const raw_list& l, u32 size, u32 i) {
  std::byte* chunk = l.first;
  for (u32 capacity = 1; i >= capacity; i -= capacity, capacity *= 2)
    std::memcpy(&chunk, chunk - sizeof(void*), sizeof chunk);
  return chunk + static_cast<std::size_t>(i) * size;
}

u32 chosen_row(schema::image tables, const schema::type& t, const std::byte* object) {
  const u32 tag = at<u32>(object);
  if (tag == 0) return schema::no_row;
  const schema::row_info* const infos = tables.infos();
  const u32 usual = t.first_row + tag - 1;
  if (tag <= t.row_count && infos[usual].choice_tag == tag) return usual;
  for (u32 i = t.first_row; i < t.first_row + t.row_count; ++i)
    if (infos[i].choice_tag == tag) return i;
  return schema::no_row;
}

bool leaf_present(schema::image tables, const field& fd, const std::byte* slot) {
  if (present(fd.info->value, slot)) return true;
  if (fd.row->type == 0) return false;
  const auto& t = tables.types()[fd.row->type];
  for (u32 i = 0; i < t.attribute_count; ++i) {
    const auto& a = tables.attributes()[t.first_attribute + i];
    if (present(a.value, slot + a.offset)) return true;
  }
  return false;
}

u32 count_of(schema::image tables, const field& fd, bool in_choice, std::byte* object, std::byte*& where) {
  where = object + fd.row->offset;
  if (fd.is_list()) return at<raw_list>(where).count;
  if (!fd.is_component()) return in_choice || leaf_present(tables, fd, where);
  if (fd.info->store == schema::storage::in_place) return 1;
  where = at<std::byte*>(where);
  return where != nullptr;
}

std::size_t size_of_value(schema::value_kind kind) {
  using schema::value_kind;
  switch (kind) {
    case value_kind::decimal: return sizeof(decimal);
    case value_kind::date: return sizeof(date);
    case value_kind::date_time: return sizeof(date_time);
    case value_kind::any: return sizeof(any);
    default: return sizeof(text);
  }
}

bool same_value(schema::value_kind kind, const std::byte* a, const std::byte* b) {
  using schema::value_kind;
  switch (kind) {
    case value_kind::text: return at<text>(a) == at<text>(b);
    case value_kind::code: return at<code<u16>>(a) == at<code<u16>>(b);
    case value_kind::decimal: return at<decimal>(a) == at<decimal>(b);
    case value_kind::boolean: return at<boolean>(a) == at<boolean>(b);
    case value_kind::date: return at<date>(a) == at<date>(b);
    case value_kind::date_time: return at<date_time>(a) == at<date_time>(b);
    default: return false;
  }
}

}  // namespace iso20022::codec
