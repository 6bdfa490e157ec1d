#include "schemac/pattern.hpp"
#include "schemac/perfect.hpp"
#include <cstring>
namespace iso20022::schemac {
result<compiled_pattern> compile_pattern(std::string_view){ return compiled_pattern{std::vector<schema::u8>(256),{0,1},{0,1},1,2}; }
std::vector<schema::positional> positional_forms(std::string_view, schema::u32, schema::u32){ return {}; }
child_table make_child_table(std::span<const child_entry> e){ child_table t{0,{}}; t.slots.push_back(e.empty()?schema::close_row:e[0].row|0x80000000u); return t; }
std::optional<code_table> make_code_table(std::span<const std::string>){ return std::nullopt; }
}
