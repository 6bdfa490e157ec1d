// Enumerated codes and booleans, text kept.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace iso20022 {

/// A code of an enumeration `E` (ChargeBearerType1Code, ...). Value type, 16 bytes. Enumerator 0 means "absent or not in
/// the enumeration"; then `lexical()` holds what the message said, so that an unknown code is reported and kept.
template <class E>
struct code {
  const char* ptr = nullptr;
  std::uint32_t len = 0;
  std::uint16_t index = 0;
  std::uint16_t reserved = 0;

  constexpr code() = default;
  constexpr code(E e) : index(static_cast<std::uint16_t>(e)) {}

  constexpr E value() const { return static_cast<E>(index); }
  constexpr operator E() const { return value(); }
  constexpr explicit operator bool() const { return index != 0 || ptr != nullptr; }
  constexpr std::string_view lexical() const { return ptr ? std::string_view(ptr, len) : std::string_view(); }
  friend constexpr bool operator==(const code& a, E b) { return a.value() == b; }
  friend constexpr bool operator==(const code& a, const code& b) {
    return a.index == b.index && (a.index != 0 || a.lexical() == b.lexical());
  }
};

/// xs:boolean: `true`, `1`, `false`, `0`, the form kept. Value type, 16 bytes. `state` 0 absent, 1 false, 2 true.
struct boolean {
  const char* ptr = nullptr;
  std::uint32_t len = 0;
  std::uint8_t state = 0;
  std::uint8_t reserved[3] = {};

  constexpr boolean() = default;
  constexpr boolean(bool b) : state(b ? 2 : 1) {}

  constexpr bool value() const { return state == 2; }
  constexpr bool present() const { return state != 0 || ptr != nullptr; }
  constexpr std::string_view lexical() const { return ptr ? std::string_view(ptr, len) : std::string_view(); }
  friend constexpr bool operator==(const boolean& a, const boolean& b) { return a.state == b.state; }
};

static_assert(sizeof(boolean) == 16 && std::is_trivially_copyable_v<boolean>);

}  // namespace iso20022
