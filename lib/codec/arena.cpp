#include "codec/arena.hpp"

#include <iso20022/core/opt.hpp>

#include <bit>
#include <cstring>
#include <functional>

namespace iso20022::codec {
namespace {

constexpr std::size_t first_chunk = 16 * 1024;
constexpr std::size_t text_header = sizeof(std::uint64_t);

}  // namespace

void arena::grow(std::size_t size) {
  std::size_t bytes = chunks_.empty() ? first_chunk : chunks_.back().size * 2;
  while (bytes < size) bytes *= 2;
  chunks_.push_back({allocate_block(bytes), bytes});
  cur = chunks_.back().bytes.get();
  end = cur + bytes;
}

std::byte* arena::allocate_zeroed(std::size_t size) {
  std::byte* const p = allocate(size);
  std::memset(p, 0, size);
  return p;
}

char* arena::begin_text(std::size_t size, std::uint64_t offset) {
  const std::size_t room = size + text_header + 8;
  if (static_cast<std::size_t>(end - cur) < room) grow(room);
  std::memcpy(cur, &offset, text_header);
  cur += text_header;
  return reinterpret_cast<char*>(cur);
}

std::uint64_t arena::source_of(const void* p) {
  std::uint64_t offset;
  std::memcpy(&offset, static_cast<const std::byte*>(p) - text_header, text_header);
  return offset;
}

bool arena::owns(const void* p) const {
  const auto* const b = static_cast<const std::byte*>(p);
  const std::less<const std::byte*> before;
  for (const auto& c : chunks_)
    if (!before(b, c.bytes.get()) && before(b, c.bytes.get() + c.size)) return true;
  return false;
}

void arena::reset() {
  if (chunks_.size() > 1) {
    std::size_t total = 0;
    for (const auto& c : chunks_) total += c.size;
    chunks_.clear();
    grow(total);
    return;
  }
  if (!chunks_.empty()) cur = chunks_.front().bytes.get();
}

std::size_t arena::used() const {
  std::size_t total = 0;
  for (const auto& c : chunks_) total += c.size;
  return total - static_cast<std::size_t>(end - cur);
}

std::byte* list_append(arena& a, std::byte* field, std::size_t item_size) {
  auto& l = *reinterpret_cast<list<std::byte>*>(field);
  const std::uint32_t index = l.count++;
  if (!std::has_single_bit(index + 1)) {
    l.last += item_size;
    std::memset(l.last, 0, item_size);
    return l.last;
  }
  // a new chunk, as long as all before it together and one more
  const std::size_t capacity = std::size_t{index} + 1;
  std::byte* const chunk = a.allocate(sizeof(void*) + capacity * item_size);
  std::memset(chunk, 0, sizeof(void*) + item_size);
  std::byte* const element = chunk + sizeof(void*);
  if (index == 0) {
    l.first = element;
  } else {
    std::byte* const chunk_before = l.last - (capacity / 2 - 1) * item_size;
    std::memcpy(chunk_before - sizeof(void*), &element, sizeof element);
  }
  return l.last = element;
}

}  // namespace iso20022::codec
