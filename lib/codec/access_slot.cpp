#include "codec/access_slot.hpp"

namespace iso20022::codec {

std::byte* element(const raw_list& l, u32 size, u32 i) {
  std::byte* chunk = l.first;
  for (u32 capacity = 1; i >= capacity; i -= capacity, capacity *= 2) std::memcpy(&chunk, chunk - sizeof(void*), sizeof chunk);
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

u32 count_of(const field& fd, bool in_choice, std::byte* object, std::byte*& where) {
  where = object + fd.row->offset;
  if (fd.is_list()) return at<raw_list>(where).count;
  if (!fd.is_component()) return in_choice || present(fd.info->value, where);
  if (fd.info->store == schema::storage::in_place) return 1;
  where = at<std::byte*>(where);
  return where != nullptr;
}

}  // namespace iso20022::codec
