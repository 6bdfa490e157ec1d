// The end of a std::string as a buffer that grows in doubling steps and is never filled with zeros first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace iso20022::codec {

/// Appends to a string through a plain pointer, which the caller keeps and moves. Resource; between the constructor and
/// `finish` the string's size means nothing.
class output {
 public:
  /// A text of up to this length needs no room of its own.
  static constexpr std::size_t short_text = 256;

  explicit output(std::string& s) : string_(s) {
    const std::size_t size = s.size();
    stretch(std::max(s.capacity(), size + 2048));
    cursor_ = size;
  }

  char* begin() { return room(string_.data() + cursor_); }
  /// Afterwards two tags (of 32 bytes, with what copying them writes too much) and a short text fit behind `o`.
  [[gnu::always_inline]] char* room(char* o) {
    if (o > soft_end_) [[unlikely]] return grow(o, 0);
    return o;
  }
  /// The same for a text of `n` bytes.
  char* room(char* o, std::size_t n) {
    if (o > soft_end_ || n > short_text) return grow(o, n);
    return o;
  }
  /// Up to here `room(o)` has nothing to do.
  char* soft_end() const { return soft_end_; }
  void finish(char* o) { string_.resize(static_cast<std::size_t>(o - string_.data())); }

 private:
  static constexpr std::size_t margin = short_text + 192;

  [[gnu::noinline]] char* grow(char* o, std::size_t n) {
    const auto used = static_cast<std::size_t>(o - string_.data());
    if (used + n + margin <= string_.size()) return o;
    string_.resize(used);  // only what was written is copied
    stretch(std::max(string_.capacity() * 2, used + n + margin));
    return string_.data() + used;
  }
  void stretch(std::size_t size) {
    string_.resize_and_overwrite(size, [](char*, std::size_t n) { return n; });
    soft_end_ = string_.data() + size - margin;
  }

  std::string& string_;
  std::size_t cursor_ = 0;
  char* soft_end_ = nullptr;
};

}  // namespace iso20022::codec
