#include "kernel_api.hpp"

#include "codec/fast/kernel_portable.hpp"
#include "kernel_api.inl"

namespace iso20022::fast {

kernel_api portable_api() { return api_of<portable_kernel>("portable"); }

std::vector<kernel_api> kernels() {
  std::vector<kernel_api> all{portable_api()};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) all.push_back(avx2_api());
  if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw")) all.push_back(avx512_api());
#endif
  return all;
}

}  // namespace iso20022::fast
