#include "schemac/identifiers.hpp"

namespace iso20022::schemac {

namespace {

const std::set<std::string, std::less<>> reserved = {
    // keywords
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "char8_t", "char16_t", "char32_t", "class", "compl", "concept", "const", "consteval", "constexpr", "constinit",
    "const_cast", "continue", "co_await", "co_return", "co_yield", "decltype", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "if",
    "inline", "int", "long", "mutable", "namespace", "new", "noexcept", "not", "not_eq", "nullptr", "operator", "or",
    "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "requires", "return", "short", "signed",
    "sizeof", "static", "static_assert", "static_cast", "struct", "switch", "template", "this", "thread_local", "throw",
    "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile",
    "wchar_t", "while", "xor", "xor_eq",
    // macros that headers of the system or of the language may bring
    "NULL", "EOF", "TRUE", "FALSE", "BOOL", "ERROR", "IN", "OUT", "OPTIONAL", "CONST", "VOID", "DELETE", "NAN",
    "INFINITY", "HUGE", "OVERFLOW", "UNDERFLOW", "DOMAIN", "SING", "PLOSS", "TLOSS", "BIG", "assert", "errno", "linux",
    "unix", "stdin", "stdout", "stderr", "major", "minor",
    // words of the generated structs and of the values in them
    "absent", "none", "model", "text", "code", "code_text", "decimal", "boolean", "date", "date_time", "any", "opt", "list"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string identifier(std::string_view name) {
  std::string out;
  for (const char c : name) out += is_letter(c) || is_digit(c) ? c : '_';
  if (out.empty() || is_digit(out[0])) out.insert(0, "_");
  for (auto at = out.find("__"); at != std::string::npos; at = out.find("__")) out.erase(at, 1);  // reserved in C++
  if (reserved.contains(out)) out += '_';
  return out;
}

std::string unique_names::operator()(const std::string& name) {
  std::string result = name;
  for (int n = 2; !taken_.insert(result).second; ++n)
    result = name + (name.ends_with('_') ? "" : "_") + std::to_string(n);
  return result;
}

}  // namespace iso20022::schemac
