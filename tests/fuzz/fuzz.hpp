// A harness takes any bytes and does something with them that must hold for all bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

/// The harness. libFuzzer calls it with bytes that it makes; in every other build replay.cpp calls it with the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace iso20022::fuzz {

/// Ends the program, with `what` on standard error, unless `holds`.
void must(bool holds, std::string_view what);

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view("") : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// A copy in memory of exactly its size: the address sanitizer sees who reads behind it.
class exact_copy {
 public:
  explicit exact_copy(std::string_view s) : bytes_(new char[s.size()]), size_(s.size()) { s.copy(bytes_.get(), s.size()); }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

/// Takes choices off the front of an input; zero when there is nothing left.
class choices {
 public:
  explicit choices(std::string_view from) : rest_(from) {}
  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const auto b = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return b;
  }
  std::uint64_t number() {
    std::uint64_t n = 0;
    for (int i = 0; i < 8; ++i) n = n << 8 | byte();
    return n;
  }
  /// Up to the next line end, which is taken too.
  std::string_view line() {
    const auto end = rest_.find('\n');
    const auto s = rest_.substr(0, end);
    rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
    return s;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace iso20022::fuzz
