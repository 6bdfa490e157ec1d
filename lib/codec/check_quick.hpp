// The usual verdict, fast: "surely valid", or "look closer".
#pragma once

#include "codec/access_slot.hpp"

namespace iso20022::codec {

/// Whether the message with this root row and struct has no error, as far as that can be told at a glance: values in their
/// usual form, rows of the fast kinds. False says nothing. Allocates nothing.
bool surely_valid(schema::image, const schema::row& root, const std::byte* object);

}  // namespace iso20022::codec
