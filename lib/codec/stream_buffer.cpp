#include "codec/stream_buffer.hpp"

#include "codec/fast/fast_reader.hpp"
#include "xml/tokenizer.hpp"

#include <algorithm>
#include <cstring>

namespace iso20022::codec {
namespace {

using bytes16 = unsigned char __attribute__((vector_size(16)));

unsigned sum(bytes16 v) {
  unsigned total = 0;
  for (unsigned i = 0; i < 16; ++i) total += v[i];
  return total;
}

struct counted { std::uint32_t line_feeds = 0, tails = 0; };

/// Line feeds, and bytes of UTF-8 that start no character; 16 bytes at a time.
counted count(std::string_view s) {
  counted c;
  const char *p = s.data(), *const end = p + s.size();
  while (end - p >= 16) {
    bytes16 feeds{}, tails{};
    for (unsigned n = 0; n < 255 && end - p >= 16; ++n, p += 16) {
      bytes16 v;
      std::memcpy(&v, p, 16);
      feeds -= (bytes16)(v == '\n');
      tails -= (bytes16)((v & 0xC0) == 0x80);
    }
    c.line_feeds += sum(feeds);
    c.tails += sum(tails);
  }
  for (; p < end; ++p) {
    c.line_feeds += *p == '\n';
    c.tails += (static_cast<unsigned char>(*p) & 0xC0) == 0x80;
  }
  return c;
}

}  // namespace

void move_over(std::string_view bytes, std::uint32_t& line, std::uint32_t& column) {
  if (bytes.find('\r') != bytes.npos) {
    check::line_counter counter(bytes, line, column);
    counter.walk_to(bytes.size());
    line = counter.line();
    column = counter.column();
    return;
  }
  auto c = count(bytes);
  if (c.line_feeds != 0) {
    bytes.remove_prefix(bytes.rfind('\n') + 1);
    line += c.line_feeds;
    column = 1;
    c = count(bytes);
  }
  column += static_cast<std::uint32_t>(bytes.size()) - c.tails;
}

stream_buffer::stream_buffer(std::size_t bytes) : capacity_(std::max<std::size_t>(bytes, 4096)) {
  bytes_.reset(new char[capacity_ + fast::padding]());
}

void stream_buffer::clear() {
  size_ = 0;
  offset_ = 0;
  line_ = column_ = 1;
}

std::span<std::byte> stream_buffer::room(const char* needed_from, std::ptrdiff_t& moved) {
  moved = 0;
  if (free() < capacity_ / 4) {
    const char* const data = bytes_.get();
    auto n = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, needed_from - data - xml::tokenizer::look_ahead));
    if (n != 0 && data[n - 1] == '\r') --n;
    if (n >= capacity_ / 4) {
      discard(n);
      moved = -static_cast<std::ptrdiff_t>(n);
    }
    if (free() < capacity_ / 4) grow();
    moved += bytes_.get() - data;
  }
  return std::as_writable_bytes(std::span(bytes_.get() + size_, free()));
}

void stream_buffer::discard(std::size_t n) {
  move_over({bytes_.get(), n}, line_, column_);
  std::memmove(bytes_.get(), bytes_.get() + n, size_ - n);
  size_ -= n;
  offset_ += n;
}

void stream_buffer::grow() {
  std::unique_ptr<char[]> larger(new char[capacity_ * 2 + fast::padding]());
  std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
  capacity_ *= 2;
}

}  // namespace iso20022::codec
