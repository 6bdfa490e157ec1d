// Perfect tables: the child of a parent by the first bytes of its tag, the code of an enumeration by its bytes.
#pragma once

#include "schema/tables.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace iso20022::schemac {

/// slots[the bits of the 8 bytes behind '<' that `key` picks] = row. Bit 31: others share the slot, compare and search.
struct child_table {
  schema::u64 key = 0;
  std::vector<schema::u32> slots;
};
struct child_entry {
  std::string name;
  schema::u32 row;
  bool tag_ends_here;  // '>' follows the name; otherwise anything may (attributes)
};
/// The end tag ('/') is added as close_row.
child_table make_child_table(std::span<const child_entry>);

/// slots[value bytes, little endian, times multiplier, shifted right]: the key again, and the code's index from 1.
struct code_table {
  schema::u64 multiplier = 0;
  unsigned shift = 0;
  std::vector<schema::code_slot> slots;
};
/// None when no table was found; values are of at most 8 bytes.
std::optional<code_table> make_code_table(std::span<const std::string> values);

}  // namespace iso20022::schemac
