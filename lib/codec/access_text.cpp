// The text of a value in a struct, by what the tables say of it.
#include "codec/access_slot.hpp"

#include <iso20022/core/code.hpp>

namespace iso20022::codec {
namespace {

std::string_view code_text(schema::image tables, const schema::simple& s, const std::byte* slot) {
  const u32 index = at<code<u16>>(slot).index;
  return index - 1 < s.enum_count ? tables.string(tables.enums()[s.first_enum + index - 1]) : std::string_view();
}

}  // namespace

std::string_view text_of(schema::image tables, const schema::simple& s, const std::byte* slot, value_text& room) {
  using schema::value_kind;
  const auto& head = at<value_head>(slot);
  if (head.ptr) return {head.ptr, head.len};
  char* const o = room.bytes;
  char* end = o;
  switch (s.value) {
    case value_kind::code: return code_text(tables, s, slot);
    case value_kind::boolean: {
      const auto state = at<boolean>(slot).state;
      return state == 2 ? "true" : state == 1 ? "false" : "";
    }
    case value_kind::decimal: end = put_decimal(o, at<decimal>(slot)); break;
    case value_kind::date: end = put_date(o, s.base, at<date>(slot)); break;
    case value_kind::date_time: end = put_date_time(o, s.base, at<date_time>(slot)); break;
    default: break;
  }
  return {o, static_cast<std::size_t>(end - o)};
}

}  // namespace iso20022::codec
