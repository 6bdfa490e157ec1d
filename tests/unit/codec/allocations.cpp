#include "allocations.hpp"

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {
std::size_t calls = 0, live = 0, most = 0;
}

namespace allocations {
std::size_t count() { return calls; }
std::size_t bytes() { return live; }
std::size_t peak() { return most; }
void restart_peak() { most = live; }
}  // namespace allocations

#ifndef __SANITIZE_ADDRESS__

namespace {

void* take(std::size_t size, std::size_t alignment = 0) noexcept {
  void* const p = alignment ? std::aligned_alloc(alignment, size) : std::malloc(size);
  ++calls;
  if (p) most = std::max(most, live += malloc_usable_size(p));
  return p;
}
void give_back(void* p) noexcept {
  if (p) live -= malloc_usable_size(p);
  std::free(p);
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* const p = take(size)) return p;
  throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  if (void* const p = take(size, static_cast<std::size_t>(alignment))) return p;
  throw std::bad_alloc();
}
void operator delete(void* p) noexcept { give_back(p); }
void operator delete(void* p, std::align_val_t) noexcept { give_back(p); }
void operator delete[](void* p) noexcept { give_back(p); }
void operator delete(void* p, std::size_t) noexcept { give_back(p); }
void operator delete[](void* p, std::size_t) noexcept { give_back(p); }

#endif
