#pragma once
#include "schema/tables.hpp"
#include <iso20022/core/result.hpp>
#include <string_view>
#include <vector>
namespace iso20022::schemac {
struct compiled_pattern { std::vector<schema::u8> classes; std::vector<schema::u16> transitions; std::vector<schema::u8> accepting; unsigned class_count, state_count; };
result<compiled_pattern> compile_pattern(std::string_view xsd_regex);
std::vector<schema::positional> positional_forms(std::string_view xsd_regex, schema::u32 min_len, schema::u32 max_len);
}
