#include "codec/own_copy.hpp"

#include <algorithm>
#include <bit>

namespace iso20022::codec {
namespace {

/// Takes memory for structs and for texts; in the first pass (`base` null) it only counts.
struct taker {
  std::byte* base = nullptr;
  std::size_t structs = 0, texts = 0;

  std::byte* take(std::size_t size) {
    std::byte* const at = base ? base + structs : nullptr;
    structs += size;
    return at;
  }
  /// A copy of n bytes; never null, even when n is 0: a text that is there has a pointer.
  const char* copy(const char* p, std::size_t n) {
    const std::size_t offset = texts;
    texts += n;
    if (!base) return p;
    if (n != 0) std::memcpy(base + offset, p, n);
    return reinterpret_cast<const char*>(base + offset);
  }
  std::byte* copy(const std::byte* p, std::size_t n) {
    std::byte* const at = take(n);
    if (at) std::memcpy(at, p, n);
    return at;
  }
};

/// Walks a struct and its copy (null while measuring), which holds the same bytes until its pointers are turned.
class copier {
 public:
  copier(schema::image tables, taker& t) : tables_(tables), take_(t) {}

  void component(const schema::type& t, const std::byte* from, std::byte* to) {
    if (t.content == schema::content_kind::simple) leaf(from + t.value_offset, sub(to, t.value_offset));
    for (u32 i = 0; i < t.attribute_count; ++i) {
      const u32 offset = tables_.attributes()[t.first_attribute + i].offset;
      leaf(from + offset, sub(to, offset));
    }
    u32 first = t.first_row, last = t.first_row + t.row_count;
    if (t.is_choice) {
      first = chosen_row(tables_, t, from);
      last = first == schema::no_row ? first : first + 1;
    }
    for (u32 i = first; i < last; ++i) row(field(tables_, i), from, to);
  }

 private:
  static std::byte* sub(std::byte* to, std::size_t offset) { return to ? to + offset : nullptr; }

  void row(const field& f, const std::byte* from, std::byte* to) {
    const u32 offset = f.row->offset;
    from += offset;
    to = sub(to, offset);
    if (f.info->wildcard) {
      open_content(at<any>(from), to);
    } else if (f.is_list()) {
      list(f, at<raw_list>(from), to);
    } else if (!f.is_component() || f.info->store == schema::storage::in_place) {
      value(f, from, to);
    } else if (const auto* const object = at<const std::byte*>(from)) {
      std::byte* const copy = take_.copy(object, f.row->size);
      if (to) at<std::byte*>(to) = copy;
      value(f, object, copy);
    }
  }

  void value(const field& f, const std::byte* from, std::byte* to) {
    if (f.row->type) component(tables_.types()[f.row->type], from, to);
    else leaf(from, to);
  }

  void leaf(const std::byte* from, std::byte* to) {
    const auto& head = at<value_head>(from);
    if (!head.ptr) return;
    const char* const copy = take_.copy(head.ptr, head.len);
    if (to) at<value_head>(to).ptr = copy;
  }

  void list(const field& f, const raw_list& from, std::byte* to) {
    const u32 size = f.row->size;
    std::byte* chunk = nullptr;
    std::byte* next = nullptr;
    for (elements e(from, size); e; e.next()) {
      if (std::has_single_bit(e.index() + 1)) {
        std::byte* const link = take_.take(sizeof(void*) + std::size_t{size} * (e.index() + 1));
        if (link) {
          std::memset(link, 0, sizeof(void*) + std::size_t{size} * (e.index() + 1));
          next = link + sizeof(void*);
          if (chunk) std::memcpy(chunk - sizeof(void*), &next, sizeof next);
          else at<raw_list>(to).first = next;
          chunk = next;
        }
      }
      if (next) std::memcpy(next, *e, size);
      value(f, *e, next);
      if (to) at<raw_list>(to).last = next;
      if (next) next += size;
    }
  }

  void open_content(const any& from, std::byte* to) {
    auto* const copy = to ? &at<any>(to) : nullptr;
    if (from.ptr) {
      const char* const bytes = take_.copy(from.ptr, from.len);
      if (copy) copy->ptr = bytes;
    }
    if (from.bindings && from.binding_count) bindings(from, copy);
    if (!from.object || !from.root) return;
    const auto& row = tables_.rows()[tables_.roots()[from.root - 1].row];
    const auto* const object = static_cast<const std::byte*>(from.object);
    std::byte* const inside = take_.copy(object, row.size);
    if (copy) copy->object = inside;
    component(tables_.types()[row.type], object, inside);
  }

  void bindings(const any& from, any* copy) {
    auto* const table = reinterpret_cast<ns_binding*>(take_.take(sizeof(ns_binding) * from.binding_count));
    if (copy) copy->bindings = table;
    for (u32 i = 0; i < from.binding_count; ++i) {
      ns_binding b = from.bindings[i];
      b.prefix = take_.copy(b.prefix, b.prefix_len);
      b.uri = take_.copy(b.uri, b.uri_len);
      if (table) std::memcpy(table + i, &b, sizeof b);
    }
  }

  schema::image tables_;
  taker& take_;
};

}  // namespace

deep_copy::deep_copy(schema::image tables, const schema::type& t, const std::byte* object)
    : tables_(tables), type_(t), object_(object) {
  taker measure;
  measure.take(t.size);
  copier(tables, measure).component(t, object, nullptr);
  structs_ = measure.structs;
  texts_ = measure.texts + 1;  // so that even an empty text at the very end points into the block
}

void deep_copy::into(std::byte* block) const {
  taker t{block, 0, structs_};
  std::byte* const copy = t.copy(object_, type_.size);
  copier(tables_, t).component(type_, object_, copy);
}

}  // namespace iso20022::codec
