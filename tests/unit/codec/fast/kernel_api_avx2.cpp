#if defined(__x86_64__)
#include "kernel_api.hpp"

#include "codec/fast/target_avx2.hpp"
// what follows is compiled for avx2
#include "codec/fast/kernel_avx2.hpp"
#include "kernel_api.inl"

namespace iso20022::fast {
kernel_api avx2_api() { return api_of<avx2_kernel>("avx2"); }
}  // namespace iso20022::fast

#include "codec/fast/target_end.hpp"
#endif
