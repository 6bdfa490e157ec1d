// Texts with entities, line ends and characters beyond ASCII.
#pragma once

#include <cstddef>
#include <cstdint>

namespace iso20022::fast {

struct special_text {
  const char* begin;
  std::size_t size = 0;       // in bytes, decoded
  std::uint32_t extra = 0;    // bytes that are no character of their own
  char* copy = nullptr;       // behind the decoded text, when it had to be decoded
};

/// Walks the text from special byte to special byte, and copies it to `space` (15 bytes longer than the text) only from the first
/// entity or CR on. Behind `e`, where a '<' stands, it reads at most 31 bytes. False: not well-formed, or it holds what only
/// the general reader knows.
bool decode_special(const char* s, const char* e, char* space, special_text& out);

}  // namespace iso20022::fast
