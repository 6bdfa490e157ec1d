#if defined(__x86_64__)
#include "kernel_api.hpp"

#include "codec/fast/target_avx512.hpp"
// what follows is compiled for avx512
#include "codec/fast/kernel_avx512.hpp"
#include "kernel_api.inl"

namespace iso20022::fast {
kernel_api avx512_api() { return api_of<avx512_kernel>("avx512"); }
}  // namespace iso20022::fast

#include "codec/fast/target_end.hpp"
#endif
