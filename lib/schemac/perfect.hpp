#pragma once
#include "schema/tables.hpp"
#include <optional>
#include <span>
#include <string>
#include <vector>
namespace iso20022::schemac {
struct child_table { schema::u64 key; std::vector<schema::u32> slots; };
struct child_entry { std::string name; schema::u32 row; bool tag_ends_here; };
child_table make_child_table(std::span<const child_entry>);
struct code_table { schema::u64 multiplier; unsigned shift; std::vector<schema::code_slot> slots; };
std::optional<code_table> make_code_table(std::span<const std::string> values);
}
