// Text as it stands in a message: a view, never a copy.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace iso20022 {

/// A piece of text of a message (ISO data types Max35Text, identifiers, ...).
///
/// Value type, 16 bytes, trivially copyable. It points into the input of the reader, into the arena of a reader or a
/// builder (decoded text), or at a literal; it owns nothing. A null pointer means "absent"; an empty text that is
/// present has a pointer and size 0. Size is in bytes of UTF-8; facets count code points.
struct text {
  const char* ptr = nullptr;
  std::uint32_t len = 0;
  std::uint32_t reserved = 0;  // the same 16-byte head as every other value: see schema/tables.hpp

  constexpr text() = default;
  constexpr text(std::string_view s) : ptr(s.data() ? s.data() : ""), len(static_cast<std::uint32_t>(s.size())) {}
  constexpr text(const char* s) : text(std::string_view(s)) {}

  constexpr std::string_view view() const { return {ptr, len}; }
  constexpr operator std::string_view() const { return view(); }
  constexpr explicit operator bool() const { return ptr != nullptr; }

  friend constexpr bool operator==(const text& a, const text& b) {
    return (a.ptr == nullptr) == (b.ptr == nullptr) && a.view() == b.view();
  }
};

static_assert(sizeof(text) == 16 && std::is_trivially_copyable_v<text>);

}  // namespace iso20022
