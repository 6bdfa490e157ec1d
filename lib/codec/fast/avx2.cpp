// The fast reader, built for one instruction set.
#if defined(__x86_64__)
#include "codec/fast/shared.hpp"
#include "codec/fast/target_avx2.hpp"
// what follows is compiled for avx2
#include "codec/fast/kernel_avx2.hpp"
#include "codec/fast/walk.hpp"

namespace iso20022::fast::avx2 {
outcome read(session& s, bool prefixed) { return read_with<avx2_kernel>(s, prefixed); }
}  // namespace iso20022::fast::avx2

#include "codec/fast/target_end.hpp"
#endif
