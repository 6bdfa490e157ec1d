// A component with all that it points at, copied into one block: measured first, then copied.
#pragma once

#include "codec/access_slot.hpp"

namespace iso20022::codec {

class deep_copy {
 public:
  /// Measures.
  deep_copy(schema::image, const schema::type&, const std::byte* object);
  std::size_t bytes() const { return structs_ + texts_; }
  /// Copies into `bytes()` bytes, 8-aligned; the struct comes first.
  void into(std::byte* block) const;

 private:
  schema::image tables_;
  const schema::type& type_;
  const std::byte* object_;
  std::size_t structs_ = 0, texts_ = 0;
};

}  // namespace iso20022::codec
