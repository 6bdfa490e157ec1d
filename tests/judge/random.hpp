// Random numbers that are the same on every machine and every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace iso20022::judge {

/// SplitMix64: small, seedable with any number, good enough for tests. Value type.
class random {
 public:
  explicit random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  /// 0 .. n - 1; 0 when n is 0.
  std::uint32_t below(std::uint64_t n) { return n == 0 ? 0 : static_cast<std::uint32_t>((next() >> 32) * n >> 32); }
  /// lo .. hi, both included.
  std::uint32_t between(std::uint32_t lo, std::uint32_t hi) { return lo + below(std::uint64_t{hi} - lo + 1); }
  bool percent(std::uint32_t p) { return below(100) < p; }
  bool one_in(std::uint32_t n) { return below(n) == 0; }

  template <class T, std::size_t N>
  const T& pick(const T (&from)[N]) {
    return from[below(N)];
  }
  template <class Container>
  const auto& pick(const Container& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t state_;
};

/// A seed for case `index` of stream `seed`: neighbours have nothing in common.
inline std::uint64_t seed_of(std::uint64_t seed, std::uint64_t index) {
  random r(seed ^ (index * 0xd1342543de82ef95u));
  r.next();
  return r.next();
}

}  // namespace iso20022::judge
