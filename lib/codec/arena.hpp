// Memory of one message: given out by moving a pointer, taken back all at once.
#pragma once

#include "codec/block.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace iso20022::codec {

/// A bump allocator. Resource. `reset` keeps the memory; after a message that needed several chunks it makes one of them,
/// so that a message of the same size costs no allocation the next time. Nothing that was given out ever moves.
class arena {
 public:
  /// Free bytes: [cur, end). The fast reader takes from here itself: 8-aligned sizes, `grow` first when they do not fit.
  std::byte* cur = nullptr;
  std::byte* end = nullptr;
  /// First byte of the input that texts of this message point into; positions are told from it.
  const char* source = nullptr;

  arena() = default;
  arena(arena&&) noexcept = default;
  arena& operator=(arena&&) noexcept = default;

  /// Makes at least `size` bytes free at `cur`.
  void grow(std::size_t size);
  /// `size` bytes (rounded up to 8), 8-aligned, of any content.
  std::byte* allocate(std::size_t size) {
    size = (size + 7) & ~std::size_t{7};
    if (static_cast<std::size_t>(end - cur) < size) grow(size);
    std::byte* const p = cur;
    cur += size;
    return p;
  }
  std::byte* allocate_zeroed(std::size_t size);

  /// Room for a text of at most `size` bytes that is decoded from input at `offset`; `end_text` gives back what is not used.
  /// The offset stands in the 8 bytes before the text: see `source_of`.
  char* begin_text(std::size_t size, std::uint64_t offset);
  void end_text(char* behind) { cur += (reinterpret_cast<std::byte*>(behind) - cur + 7) & ~std::ptrdiff_t{7}; }
  /// Where the text at `p`, which is this arena's, was decoded from.
  static std::uint64_t source_of(const void* p);

  bool owns(const void* p) const;
  /// Everything that was given out is free again.
  void reset();
  /// Bytes given out since `reset`, ends of chunks that were left unused included.
  std::size_t used() const;

 private:
  struct chunk { block bytes; std::size_t size; };
  std::vector<chunk> chunks_;
};

/// Appends one zeroed element of `item_size` bytes to the list<T> at `field` (layout: core/opt.hpp); the element.
std::byte* list_append(arena&, std::byte* field, std::size_t item_size);

}  // namespace iso20022::codec
