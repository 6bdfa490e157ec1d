// The fast reader, built for one instruction set. What other objects share is included first, so that no shared inline
// function is compiled for a processor that may not be there; the pragma holds for what follows it.
#if defined(__x86_64__)
#include "codec/fast/fast_reader.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>

#include <cstring>
#include <immintrin.h>

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt,lzcnt")
#endif

#include "codec/fast/kernel_avx2.hpp"
#include "codec/fast/walk.hpp"

namespace iso20022::fast::avx2 {
outcome read(session& s, bool prefixed) { return read_with<avx2_kernel>(s, prefixed); }
}  // namespace iso20022::fast::avx2

#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif
#endif
