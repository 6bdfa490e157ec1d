// What the objects of all instruction sets share. Included before a target_*.hpp, so that none of these inline functions
// is compiled for a processor that may not be there.
#pragma once

#include "codec/fast/fast_reader.hpp"

#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>

#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif
