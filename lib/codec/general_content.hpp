// Questions about content models. Positions are particle numbers; particles are numbered in the order of the schema, and
// one can only come behind itself or behind smaller ones (groups of several particles do not repeat).
#pragma once

#include "schema/tables.hpp"

#include <vector>

namespace iso20022::codec {

using schema::u16;
using schema::u32;
using schema::u64;

/// "Nothing came yet", and, as a target, "the end tag".
inline constexpr u16 outside = 0xffff;

/// One type with its rows. Value type.
class content_model {
 public:
  content_model(const schema::image& tables, const schema::type& t) : tables_(tables), type_(t) {}

  u16 size() const { return type_.row_count; }
  u32 row(u16 particle) const { return type_.first_row + particle; }

  /// Whether `particle` (outside: the end tag) may come when `last` came last.
  bool may_follow(u16 last, u16 particle) const {
    if (type_.wide) [[unlikely]] return wide_may_follow(last, particle);
    const u64 position = last == outside ? schema::start_position : u64{1} << last;
    return (particle == outside ? type_.closes_after : tables_.rows()[row(particle)].after) & position;
  }
  /// Whether it may come after more particles than `last`.
  bool can_reach(u16 last, u16 particle) const;

  /// Something that must come: one particle, or one of several.
  using step = std::vector<u16>;
  /// What must come behind `last` before `target` can, in order; particles that `counts` says were there count as done.
  std::vector<step> missing(u16 last, u16 target, const u32* counts) const;
  /// What may come right behind `last`, in the order of the schema.
  std::vector<u16> followers(u16 last) const;

 private:
  bool wide_may_follow(u16 last, u16 particle) const;

  const schema::image& tables_;
  const schema::type& type_;
};

}  // namespace iso20022::codec
