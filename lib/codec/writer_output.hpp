// The end of a std::string as a buffer that grows in doubling steps and is never filled with zeros first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace iso20022::codec {

/// Appends to a string through a plain pointer, which the caller moves: [cursor, end()) is free. Resource; between the
/// constructor and `finish` the string's size means nothing.
class output {
 public:
  explicit output(std::string& s) : string_(s), cursor_(s.size()) { stretch(std::max(s.capacity(), cursor_ + 2048)); }

  char* cursor() { return string_.data() + cursor_; }
  char* end() { return end_; }
  /// Makes `need` bytes free behind `o`, which moves.
  char* grow(char* o, std::size_t need) {
    cursor_ = static_cast<std::size_t>(o - string_.data());
    string_.resize(cursor_);  // only what was written is copied
    stretch(std::max(string_.capacity() * 2, cursor_ + need));
    return cursor();
  }
  void finish(char* o) { string_.resize(static_cast<std::size_t>(o - string_.data())); }

 private:
  void stretch(std::size_t size) {
    string_.resize_and_overwrite(size, [](char*, std::size_t n) { return n; });
    end_ = string_.data() + size;
  }

  std::string& string_;
  std::size_t cursor_;
  char* end_ = nullptr;
};

}  // namespace iso20022::codec
