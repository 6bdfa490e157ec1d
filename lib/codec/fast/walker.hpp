// Stage 2, step by step: what is done at one tag. A template over the kernel; built once an instruction set.
#pragma once

#include "codec/fast/index.hpp"
#include "codec/fast/kernel_portable.hpp"
#include "codec/fast/piece.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>

namespace iso20022::fast {
namespace {  // one copy an instruction set

using schema::fast_kind;
using schema::row;

/// The rest of a tag that is longer than the 32 bytes in its row.
[[gnu::noinline]] inline bool rest_differs(const session& s, const row* r, const char* name) {
  const auto full = s.tables.name(static_cast<std::uint32_t>(r - s.tables.rows()));
  return std::memcmp(name, full.data(), full.size()) != 0 || name[full.size()] != '>';
}

/// What became of a tag: read, another element's than tried, or one that the usual form does not know.
enum class step : std::uint8_t { next, miss, stop };

/// State of one walk. No function that is called, rather than inlined, sees it: so its members live in registers.
template <class Kernel, bool Prefixed>
struct walker {
  session& s;
  const entry* ix;         // the '<' at hand
  const row* parent;       // the row of the open element
  std::byte* object;       // its struct
  std::uint64_t position = schema::start_position;
  std::uint32_t texts = 0; // not blank, consumed by leaves
  frame* top;
  frame* const deepest;
  fast::prefix prefix{};
  const row* const rows;
  const schema::u32* const slots;
  schema::u32* const guess;

  explicit walker(session& session_)
      : s(session_), ix(session_.window.entries.get()), top(session_.frames),
        deepest(session_.frames + session_.depth_limit), rows(session_.tables.rows()),
        slots(session_.tables.slots()), guess(session_.first_child.data()) {}

  [[gnu::always_inline]] const char* at(entry e) const { return s.begin + (e >> 1); }
  [[gnu::always_inline]] std::uint32_t shift() const { return Prefixed ? prefix.length : 0; }
  /// Where the name of the tag at '<' begins, less one.
  [[gnu::always_inline]] bool prefix_differs(const char* p) const { return Prefixed && ((load8(p) ^ prefix.word) & prefix.mask); }

  [[gnu::always_inline]] const row* row_at(schema::u32 distance) const {
    return reinterpret_cast<const row*>(reinterpret_cast<const char*>(rows) + distance);
  }
  /// The child of `parent` whose tag stands at p, if any of its children's does.
  [[gnu::always_inline]] const row* look_up(const char* p) const {
    return row_at(slots[parent->child_slots + Kernel::extract(load8(p + 1 + shift()), parent->child_key)]);
  }
  /// Where the guess for what comes first under `parent` is kept.
  [[gnu::always_inline]] schema::u32& guessed() const {
    const auto distance = static_cast<std::size_t>(reinterpret_cast<const char*>(parent) - reinterpret_cast<const char*>(rows));
    return guess[distance / sizeof(row)];
  }

  /// Zeroes whole 64-byte steps: the arena has that much slack.
  [[gnu::always_inline]] std::byte* allocate(std::uint32_t size) {
    auto& m = *s.memory;
    if (static_cast<std::size_t>(m.end - m.cur) < size + 64u) [[unlikely]] m.grow(size + 64u);
    std::byte* p = m.cur;
    m.cur += size;
    for (std::uint32_t i = 0; i < size; i += 64) Kernel::zero(p + i);
    return p;
  }

  [[gnu::always_inline]] static void set_text(std::byte* slot, const char* p, std::uint32_t n) {
    std::memcpy(slot, &p, 8);
    std::memcpy(slot + 8, &n, 4);
  }

  [[gnu::always_inline]] bool leaf_value(const row* r, fast_kind kind, const char* b, const char* e, std::byte* slot) {
    const auto n = static_cast<std::uint32_t>(e - b);
    set_text(slot, b, n);
    switch (kind) {
      case fast_kind::text: return n - r->min_len <= r->len_span;
      case fast_kind::pattern: return Kernel::matches(s.tables.positionals() + r->aux, b, n);
      case fast_kind::code: {
        if (n - 1 > 7) return false;
        const std::uint64_t key = load8(b) & (~std::uint64_t{0} >> (64 - 8 * n));
        const auto& hit = s.tables.code_slots()[r->aux + (key * r->multiplier >> r->shift)];
        reinterpret_cast<code<std::uint16_t>*>(slot)->index = static_cast<std::uint16_t>(hit.index);
        return hit.key == key;
      }
      case fast_kind::amount:
      case fast_kind::decimal: return Kernel::read_decimal(b, e, *r, *reinterpret_cast<decimal*>(slot));
      case fast_kind::date: return Kernel::read_date(b, n, *reinterpret_cast<date*>(slot));
      case fast_kind::date_time: return Kernel::read_date_time(b, n, *reinterpret_cast<date_time*>(slot));
      default: return plain_leaf(s, *r, b, e, slot);
    }
  }

  [[gnu::always_inline]] step leaf(const row* r, fast_kind kind, const char* p, bool in_list) {
    const char* e = at(ix[1]);
    std::uint32_t skip = r->tag_len + shift();
    const auto mask = Prefixed ? r->tag_mask & ~(std::uint64_t{1} << 32) : r->tag_mask;
    if (Kernel::differs_both(p + shift(), e + 1 + shift(), r->tag, mask)) [[unlikely]]
      return start_differs(r, p) ? step::miss : step::stop;  // another element, or one that the usual form does not know
    if (Prefixed && (prefix_differs(p + 1) || e[1] != '/' || prefix_differs(e + 2))) [[unlikely]]
      return step::stop;
    if (!(position & r->after)) [[unlikely]] return step::stop;
    if (kind == fast_kind::amount) {
      if (!Kernel::currency(p + skip - 1)) [[unlikely]] return step::stop;
      skip += 10;
    }
    const char* b = p + skip;
    std::byte* slot = object + r->offset;
    if (in_list) {
      if (reinterpret_cast<list<text>*>(slot)->count >= r->max) [[unlikely]] return step::stop;
      slot = append(s, slot, r->size);
    }
    if (ix[1] & 1) [[unlikely]] {
      if (!special_leaf(s, *r, b, e, slot)) return refused(r, in_list);
      texts += !blank(b, e);
    } else if (leaf_value(r, kind, b, e, slot)) [[likely]] {
      // a number or a date is never blank; a text may be, and one with a pattern or enumerations of a loaded schema too
      const bool never_blank = kind == fast_kind::amount || kind == fast_kind::decimal || kind == fast_kind::date ||
                               kind == fast_kind::date_time;
      const bool visible = never_blank || (static_cast<unsigned char>(*b) > ' ' && b != e);
      texts += visible ? 1 : !blank(b, e);
    } else {
      if (!plain_leaf(s, *r, b, e, slot)) return refused(r, in_list);
      texts += !blank(b, e);
    }
    if (kind == fast_kind::amount) set_text(slot + sizeof(decimal), b - 5, 3);
    position = r->bit;
    ix += 2;
    return step::next;
  }

  /// The value is not one, or not in the usual form: nothing was read.
  [[gnu::always_inline]] step refused(const row* r, bool in_list) const {
    if (in_list) drop_last(object + r->offset);
    return step::stop;
  }

  [[gnu::always_inline]] bool start_differs(const row* r, const char* p) const {
    if (Prefixed && prefix_differs(p + 1)) return true;
    return Kernel::differs(p + shift(), r->tag, static_cast<std::uint32_t>(r->tag_mask));
  }
  [[gnu::always_inline]] void push(const row* r, std::byte* child) {
    ++top;
    top->row = parent = r;
    top->object = object = child;
    position = schema::start_position;
    ++ix;
  }

  [[gnu::always_inline]] step component(const row* r, fast_kind kind, const char* p) {
    if (start_differs(r, p)) [[unlikely]] return step::miss;
    if (r->tag_len > 32 && rest_differs(s, r, p + 1 + shift())) [[unlikely]] return step::stop;
    if (!(position & r->after) || top == deepest) [[unlikely]] return step::stop;
    std::byte* field = object + r->offset;
    std::byte* child = field;
    if (kind == fast_kind::component_opt) {
      child = allocate(r->size);
      std::memcpy(field, &child, 8);
    } else if (kind == fast_kind::component_list) {
      if (reinterpret_cast<list<text>*>(field)->count >= r->max) [[unlikely]] return step::stop;
      child = append(s, field, r->size);
    }
    push(r, child);
    return step::next;
  }

  [[gnu::always_inline]] step enter_namespace(const row* r, const char* p) {
    const auto& info = s.tables.infos()[r - rows];
    if (!(position & r->after) || top == deepest || ix[1] == 0) return step::stop;  // the tag may not be whole
    if (info.store == schema::storage::list) return step::stop;
    fast::prefix inner;
    const char* body = namespace_tag(s, *r, p, Prefixed, inner, s.entered[top - s.frames + 1]);
    if (!body) return step::stop;
    if constexpr (Prefixed) {
      s.outer_prefix[top - s.frames + 1] = prefix;
      prefix = inner;
    }
    std::byte* child = object + r->offset;
    if (info.store == schema::storage::pointer) {
      std::byte* const field = child;
      child = allocate(r->size);
      std::memcpy(field, &child, 8);
    }
    push(r, child);
    return step::next;
  }

  [[gnu::always_inline]] step close(const char* p) {
    const row* r = parent;
    if constexpr (Prefixed) {
      if (prefix_differs(p + 2)) [[unlikely]] return step::stop;
      if (Kernel::differs(p + 1 + shift(), r->tag, static_cast<std::uint32_t>(r->tag_mask >> 32) & ~1u)) [[unlikely]] return step::stop;
    } else if (Kernel::differs(p + 1, r->tag, static_cast<std::uint32_t>(r->tag_mask >> 32))) [[unlikely]] {
      return step::stop;
    }
    if (r->tag_len > 32 && rest_differs(s, r, p + 2 + shift())) [[unlikely]] return step::stop;
    if (!(position & r->closes_after)) [[unlikely]] return step::stop;
    if (r->flags & schema::row_is_choice) {
      const auto tag = (static_cast<std::uint32_t>(__builtin_ctzll(position)) + 1) & 63;  // of an empty one: 0
      std::memcpy(object, &tag, 4);
    }
    if constexpr (Prefixed)
      if (r->kind == fast_kind::enter_namespace) prefix = s.outer_prefix[top - s.frames];
    position = r->bit;
    --top;
    parent = top->row;
    object = top->object;
    ++ix;
    return step::next;
  }

  /// Pushes the root; the first row to try.
  [[gnu::always_inline]] const row* open_root() {
    const row* const r = rows + s.root->row;
    s.object = allocate(r->size);
    top->row = parent = rows;
    top->object = nullptr;
    prefix = s.root_prefix;
    push(r, s.object);
    return first_child();
  }

  [[gnu::always_inline]] const row* first_child() const { return row_at(guessed()); }
  /// What to try for the tag at p.
  [[gnu::always_inline]] const row* usual(const char* p) const { return p[1] == '/' ? rows + schema::close_row : look_up(p); }

  /// The tag is not `tried`'s: look it up, and when that is what was tried, search. Null when it is none of the parent's.
  /// What a search gives has this very tag, so it is not missed again: each tag is tried three times at most.
  [[gnu::always_inline]] const row* another(const row* tried, const char* p) const {
    const row* found = usual(p);
    if (found == tried || found == rows) {
      found = p[1] == '/' ? nullptr : search(s, *parent, p + shift());
      if (!found || found == tried || start_differs(found, p)) return nullptr;
    }
    if (position == schema::start_position) guessed() = static_cast<schema::u32>((found - rows) * sizeof(row));
    return found;
  }

  /// The child (or comment) at `p` is not in the usual form: the general reader reads it, and the walk goes on behind it.
  [[gnu::always_inline]] bool hand_over(const char* p) {
    if (ix >= s.window.end) return false;  // the end of the input
    codec::piece_reader::middle place{static_cast<std::uint32_t>(parent - rows), object, position};
    const auto piece = read_piece(s, p, place, top);
    if (!piece.end) return false;
    position = place.position;
    texts += piece.texts;
    while (ix < s.window.end ? at(*ix) < piece.end : s.window.indexed != static_cast<std::size_t>(s.end - s.begin))
      ix = ix < s.window.end ? ix + 1 : next_window<Kernel>(s, ix);
    return true;
  }

  [[gnu::always_inline]] bool close_root(const char* p) const {
    const auto name = s.tables.name(s.root->row);
    const char* const behind = p + 3 + s.root_prefix.length + name.size();
    return behind <= s.end && blank(behind, s.end);  // the input may break off within the tag
  }
};

}  // namespace
}  // namespace iso20022::fast
