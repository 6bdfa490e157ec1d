// Open content (xs:any): kept byte for byte.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace iso20022 {

/// One namespace binding that is in scope outside a slice and used inside it.
struct ns_binding {
  const char* prefix;  // "" for the default namespace
  const char* uri;
  std::uint32_t prefix_len;
  std::uint32_t uri_len;
};

/// The content of a wildcard: the bytes of its elements exactly as they came, the outer namespace bindings that they
/// use, and, where the element is the root of a message of the registry, that message typed (`object`, of root `root`).
/// Value type, 48 bytes.
struct any {
  const char* ptr = nullptr;
  std::uint32_t len = 0;
  std::uint32_t elements = 0;  // how many elements the slice holds; 0: they were not counted (built, not read)
  const ns_binding* bindings = nullptr;
  std::uint32_t binding_count = 0;
  std::uint32_t root = 0;  // index of the registered root + 1; 0: not registered, kept as bytes only
  const void* object = nullptr;
  std::uint64_t reserved = 0;

  constexpr std::string_view view() const { return {ptr, len}; }
  constexpr explicit operator bool() const { return ptr != nullptr; }
};

static_assert(sizeof(any) == 48 && std::is_trivially_copyable_v<any>);

}  // namespace iso20022
