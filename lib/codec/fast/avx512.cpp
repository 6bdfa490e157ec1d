// The fast reader, built for one instruction set.
#if defined(__x86_64__)
#include "codec/fast/shared.hpp"
#include "codec/fast/target_avx512.hpp"
// what follows is compiled for avx512
#include "codec/fast/kernel_avx512.hpp"
#include "codec/fast/walk.hpp"

namespace iso20022::fast::avx512 {
outcome read(session& s, bool prefixed) { return read_with<avx512_kernel>(s, prefixed); }
}  // namespace iso20022::fast::avx512

#include "codec/fast/target_end.hpp"
#endif
