// Optional and repeated components: they live in an arena, these point at them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <type_traits>

namespace iso20022 {

/// An optional component: null or a pointer into an arena (a reader's, a builder's). Resource is elsewhere; copying is
/// shallow. Made by `builder::opt(...)`, or by assignment from another message's field.
template <class T>
struct opt {
  T* ptr = nullptr;

  constexpr opt() = default;
  constexpr opt(T* p) : ptr(p) {}

  constexpr explicit operator bool() const { return ptr != nullptr; }
  constexpr T* operator->() const { return ptr; }
  constexpr T& operator*() const { return *ptr; }
  constexpr T* get() const { return ptr; }
};

/// A repeated element (maxOccurs > 1). Elements lie in chunks of 1, 2, 4, 8, ... in an arena: appending never moves an
/// element, memory stays within twice the need. `list[i]` walks at most log2(i) links; iterate where you can.
///
/// Layout of a chunk: one pointer to the next chunk, then the elements. `first` and `last` point at elements.
template <class T>
struct list {
  T* first = nullptr;
  T* last = nullptr;
  std::uint32_t count = 0;
  std::uint32_t reserved = 0;

  template <class U>
  class basic_iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using reference = U&;
    using pointer = U*;
    using iterator_category = std::forward_iterator_tag;

    constexpr basic_iterator() = default;
    basic_iterator(U* at, std::uint32_t index) : at_(at), chunk_(at), index_(index) {}
    reference operator*() const { return *at_; }
    pointer operator->() const { return at_; }
    basic_iterator& operator++() {
      ++index_;
      if (std::has_single_bit(index_ + 1u)) at_ = chunk_ = next_chunk(chunk_);
      else ++at_;
      return *this;
    }
    basic_iterator operator++(int) {
      auto before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const basic_iterator& a, const basic_iterator& b) { return a.index_ == b.index_; }

   private:
    U* at_ = nullptr;
    U* chunk_ = nullptr;
    std::uint32_t index_ = 0;
  };
  using iterator = basic_iterator<T>;
  using const_iterator = basic_iterator<const T>;

  std::uint32_t size() const { return count; }
  bool empty() const { return count == 0; }
  explicit operator bool() const { return count != 0; }
  T& front() const { return *first; }
  T& back() const { return *last; }
  T& operator[](std::uint32_t i) const {
    T* chunk = first;
    std::uint32_t capacity = 1;
    for (; i >= capacity; i -= capacity, capacity *= 2) chunk = next_chunk(chunk);
    return chunk[i];
  }
  iterator begin() { return {first, 0}; }
  iterator end() { return {nullptr, count}; }
  const_iterator begin() const { return {first, 0}; }
  const_iterator end() const { return {nullptr, count}; }

  /// The chunk behind the one that starts at `chunk` (its link lies before its first element); null at the end.
  template <class U>
  static U* next_chunk(U* chunk) {
    U* next;
    std::memcpy(static_cast<void*>(&next), reinterpret_cast<const std::byte*>(chunk) - sizeof(void*), sizeof next);
    return next;
  }
};

}  // namespace iso20022
