// The fast reader, built for every processor.
#include "codec/fast/kernel_portable.hpp"
#include "codec/fast/walk.hpp"

namespace iso20022::fast::portable {
outcome read(session& s, bool prefixed) { return read_with<portable_kernel>(s, prefixed); }
}  // namespace iso20022::fast::portable
