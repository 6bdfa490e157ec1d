// How much this program has allocated. (Not under the address sanitizer, which has an operator new of its own.)
#pragma once

#include <cstddef>

namespace allocations {

#ifdef __SANITIZE_ADDRESS__
inline constexpr bool are_counted = false;
#else
inline constexpr bool are_counted = true;
#endif

/// Calls of operator new so far.
std::size_t count();
/// Bytes that are allocated now, and the most there were since `restart_peak`.
std::size_t bytes();
std::size_t peak();
void restart_peak();

}  // namespace allocations
