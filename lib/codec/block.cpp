#include "codec/block.hpp"

#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace iso20022::codec {
namespace {

constexpr std::size_t cache_line = 64;

}  // namespace

void free_block::operator()(std::byte* p) const { ::operator delete(p, std::align_val_t(alignment)); }

block allocate_block(std::size_t size) {
  const std::size_t alignment = size < huge_page ? cache_line : huge_page;
  size = (size + alignment - 1) & ~(alignment - 1);
  auto* const p = static_cast<std::byte*>(::operator new(size, std::align_val_t(alignment)));
#ifdef __linux__
  if (alignment == huge_page) madvise(p, size, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
  return block(p, {alignment});
}

}  // namespace iso20022::codec
