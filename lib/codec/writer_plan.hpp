// What the compact writer does at each row, made once a registry: rows as far as writing needs them, 32 bytes each, so
// that the many absent ones cost next to nothing.
#pragma once

#include "schema/tables.hpp"

#include <string>
#include <vector>

namespace iso20022::codec {

enum class action : schema::u8 {
  text,           // a leaf that may need escapes: the word is its pointer
  plain,          // a leaf whose type has no value with & < > CR in it: the word is its pointer
  number,         // plain: code, decimal, boolean: the word is the second one, which is zero only when the value is absent
  moment,         // plain: date, date_time: absent only when three words are zero
  component,      // in place, always there
  component_opt,  // the word is its pointer
  close,          // the end of the parent
  amount,         // decimal and currency: as number
  component_list,
  leaf_list,
  enter,          // in place, in a namespace of its own: its start tag is a literal
  general,        // everything else
};

/// One row of a parent. The word at `offset` of the parent's struct, together with `always`, says whether there is
/// anything to do.
struct step {
  schema::u64 always = 1;
  const schema::row* row = nullptr;
  const step* inside = nullptr;     // a component's own steps; of a choice: two each, for tag 0 (none), 1, 2, ...
  schema::u32 offset = 0;
  action what = action::close;
  schema::u8 tag_len = 0;
  /// component: alternatives, when it is a choice; leaf: bytes from the value to the word; enter: literal
  schema::u16 detail = 0;
};
static_assert(sizeof(step) == 32);

/// Immutable, shared by threads. The image must outlive it.
class write_plan {
 public:
  explicit write_plan(schema::image);
  write_plan(write_plan&&) = default;  // steps point at each other: they move, but are not copied
  write_plan(const write_plan&) = delete;

  const std::byte* image_base() const { return tables_.base(); }
  const step& root(schema::u32 i) const { return steps_[first_root_ + i]; }
  /// The whole start tag of an `enter` step; 16 bytes behind it may be read.
  std::string_view start_tag(const step& s) const {
    return {literals_[s.detail].data(), literals_[s.detail].size() - slack};
  }

 private:
  static constexpr std::size_t slack = 16;
  step make(schema::u32 row);

  schema::image tables_;
  std::vector<schema::u32> first_;  // by type
  std::vector<step> steps_;
  std::vector<std::string> literals_;
  schema::u32 first_root_ = 0;
};

/// The steps of a component's struct, which is `object`.
[[gnu::always_inline]] inline const step* steps_inside(const step& component, const std::byte* object) {
  if (component.detail == 0) return component.inside;
  const schema::u32 tag = *reinterpret_cast<const schema::u32*>(object);
  return component.inside + (tag <= component.detail ? 2 * tag : 0);
}

}  // namespace iso20022::codec
