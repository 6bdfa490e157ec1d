// The bytes of a stream that are at hand.
#pragma once

#include "codec/general_stream.hpp"

#include <cstddef>
#include <memory>
#include <span>

namespace iso20022::codec {

/// Moves a position in a document over bytes of it that are thrown away. They must not end between CR and LF.
void move_over(std::string_view bytes, std::uint32_t& line, std::uint32_t& column);

/// A buffer that slides over a document. Resource. It grows only when what is still needed fills most of it.
class stream_buffer {
 public:
  explicit stream_buffer(std::size_t bytes);

  const char* end() const { return bytes_.get() + size_; }
  std::size_t size() const { return size_; }
  std::uint64_t end_offset() const { return offset_ + size_; }
  stream_window window(bool is_last) const { return {bytes_.get(), end(), offset_, line_, column_, is_last}; }
  void clear();

  /// Free space at the end. What lies before `needed_from` (less what a snippet shows) may be thrown away for it; the other
  /// bytes then lie `moved` bytes further.
  std::span<std::byte> room(const char* needed_from, std::ptrdiff_t& moved);
  /// So many bytes were written to the free space.
  void added(std::size_t n) { size_ += n; }

 private:
  std::size_t free() const { return capacity_ - size_; }
  void discard(std::size_t n);
  void grow();

  std::unique_ptr<char[]> bytes_;  // followed by padding
  std::size_t capacity_ = 0, size_ = 0;
  std::uint64_t offset_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

}  // namespace iso20022::codec
