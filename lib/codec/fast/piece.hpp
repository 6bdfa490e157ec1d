// What is not in the usual form: read by another reader, in the middle of the walk.
#pragma once

#include "codec/fast/fast_reader.hpp"

namespace iso20022::fast {

struct piece {
  const char* end = nullptr;  // behind it; null: it is not valid, or nobody knows
  std::uint32_t texts = 0;    // in it, as stage 1 counts them
};

/// Has the piece at `p` read into the struct of the open element, `top`. `place` needs row, object and position.
piece read_piece(session&, const char* p, codec::piece_reader::middle& place, const frame* top);

}  // namespace iso20022::fast
