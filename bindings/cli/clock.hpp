// The time, as the Federal Reserve tells it.
#pragma once

#include <iso20022/core/date.hpp>

namespace iso20022::cli {

/// Now in New York, to the second, with its offset. Call it from one thread only.
date_time eastern_now();

}  // namespace iso20022::cli
