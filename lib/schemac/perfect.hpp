// Tables that find a child by its tag and a code by its value with one load: the fast reader's side of schema/tables.hpp.
// They are found by a bounded search that always ends the same way, so equal schemas give equal bytes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/tables.hpp"

namespace iso20022::schemac {

/// slots[pext(the 8 bytes behind '<', key)] is the row of the child with that tag, or of the end tag.
struct child_table {
  schema::u64 key = 0;
  std::vector<schema::u32> slots;
};

/// `tag_ends_here`: the byte behind the name is always '>'; otherwise anything may stand there.
struct child_entry {
  std::string name;
  schema::u32 row;
  bool tag_ends_here;
};

/// In a slot: other children lead here too; compare the whole tag, then search.
inline constexpr schema::u32 ambiguous_slot = 0x80000000u;

/// The end tag has its slot too. Never more than 9 bits of key; what those cannot tell apart shares an ambiguous slot.
child_table make_child_table(std::span<const child_entry>);

/// slots[key * multiplier >> shift] with key the bytes of the value, little endian, filled up with zeros.
struct code_table {
  schema::u64 multiplier = 0;
  unsigned shift = 0;
  std::vector<schema::code_slot> slots;
};

/// Index 1.. in the order given. Nothing for no values, values of more than 8 bytes, or too many of them.
std::optional<code_table> make_code_table(std::span<const std::string> values);

}  // namespace iso20022::schemac
