// Blocks of memory for messages and what is read from them.
#pragma once

#include <cstddef>
#include <memory>

namespace iso20022::codec {

/// From so many bytes on, a block is in huge pages, where the system has them: large messages are read through once, and
/// would miss the address cache at every small page.
inline constexpr std::size_t huge_page = 2 * 1024 * 1024;

struct free_block {
  std::size_t alignment;
  void operator()(std::byte*) const;
};
using block = std::unique_ptr<std::byte[], free_block>;

/// `size` bytes of any content. Throws std::bad_alloc.
block allocate_block(std::size_t size);

}  // namespace iso20022::codec
