// The verdict of `check` without its report.
#pragma once

#include <iso20022/codec/message.hpp>

namespace iso20022::codec {

/// Whether `check` finds no error. Allocates nothing for messages of the usual kind.
bool accepts(const message&);

}  // namespace iso20022::codec
