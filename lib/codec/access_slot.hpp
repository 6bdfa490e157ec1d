// How values lie in structs, without types: what the writer, `check`, `own` and generic access share.
#pragma once

#include "codec/value_text.hpp"
#include "schema/tables.hpp"

#include <iso20022/core/any.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace iso20022::codec {

using schema::u16;
using schema::u32;
using schema::u64;

/// list<T> of any T: `first` points at an element, the link to the next chunk lies before it.
struct raw_list {
  std::byte* first;
  std::byte* last;
  u32 count;
  u32 reserved;
};

/// What every leaf value begins with.
struct value_head {
  const char* ptr;
  u32 len;
};

template <class T>
const T& at(const std::byte* p) { return *reinterpret_cast<const T*>(p); }
template <class T>
T& at(std::byte* p) { return *reinterpret_cast<T*>(p); }

inline u64 word(const std::byte* p, unsigned i = 0) {
  u64 w;
  std::memcpy(&w, p + 8 * i, 8);
  return w;
}

/// Whether a value is there: it has a text, or it was built from a number, a code or a date.
inline bool present(schema::value_kind kind, const std::byte* slot) {
  using schema::value_kind;
  if (word(slot)) return true;
  switch (kind) {
    case value_kind::text: return false;
    case value_kind::any: return at<any>(slot).object != nullptr;
    case value_kind::date:
    case value_kind::date_time: return word(slot, 1) | word(slot, 2);
    default: return word(slot, 1);
  }
}

/// The elements of a list, chunk after chunk.
class elements {
 public:
  elements(const raw_list& l, u32 size) : at_(l.first), chunk_(l.first), left_(l.count), size_(size) {}
  explicit operator bool() const { return left_ != 0; }
  std::byte* operator*() const { return at_; }
  u32 index() const { return index_; }  // from 0
  void next() {
    --left_;
    ++index_;
    if ((index_ & (index_ + 1)) != 0) {
      at_ += size_;
    } else if (left_ != 0) {
      std::memcpy(&chunk_, chunk_ - sizeof(void*), sizeof chunk_);
      at_ = chunk_;
    }
  }

 private:
  std::byte* at_;
  std::byte* chunk_;
  u32 left_, size_, index_ = 0;
};
/// Element `i`, counted from 0, of a list that has more than `i`.
std::byte* element(const raw_list&, u32 size, u32 i);

/// A row with what belongs to it.
struct field {
  u32 index;
  const schema::row* row;
  const schema::row_info* info;

  field(schema::image tables, u32 i) : index(i), row(tables.rows() + i), info(tables.infos() + i) {}
  bool is_component() const { return info->value == schema::value_kind::component && !info->wildcard; }
  bool is_list() const { return info->store == schema::storage::list; }
};

/// The chosen alternative of a choice struct; no_row when its tag says none.
u32 chosen_row(schema::image, const schema::type&, const std::byte* object);

/// Whether a leaf's value or one of its attributes is there.
bool leaf_present(schema::image, const field&, const std::byte* slot);

/// How many values a row has in `object`; `where` gets the list, or the value itself.
u32 count_of(schema::image, const field&, bool in_choice, std::byte* object, std::byte*& where);

/// Calls f(field, value, index from 0, count) for everything that is there in `object`, in the order of the schema.
/// Stops when f returns false. `value`: a component's struct, a leaf's value (its attributes behind it) or an `any`.
template <class F>
bool each_child(schema::image tables, const schema::type& t, const std::byte* object, F&& f) {
  auto* const base = const_cast<std::byte*>(object);
  u32 from = t.first_row, to = t.first_row + t.row_count;
  if (t.is_choice) {
    from = chosen_row(tables, t, object);
    if (from == schema::no_row) return true;
    to = from + 1;
  }
  for (u32 i = from; i < to; ++i) {
    const field fd(tables, i);
    std::byte* where = nullptr;
    const u32 n = count_of(tables, fd, t.is_choice != 0, base, where);
    if (n == 0) continue;
    if (!fd.is_list()) {
      if (!f(fd, where, 0u, 1u)) return false;
      continue;
    }
    for (elements e(at<raw_list>(where), fd.row->size); e; e.next())
      if (!f(fd, *e, e.index(), n)) return false;
  }
  return true;
}

/// Bytes of a leaf's value.
std::size_t size_of_value(schema::value_kind);

/// Whether two values of one kind are equal: texts by their bytes, all others by what they mean.
bool same_value(schema::value_kind, const std::byte* a, const std::byte* b);

/// The text of a value: as it was read, else its canonical form (made in `room`); empty when it has none.
std::string_view text_of(schema::image, const schema::simple&, const std::byte* slot, value_text& room);

}  // namespace iso20022::codec
