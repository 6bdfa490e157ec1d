// What can be wrong with XML, and who is told.
#pragma once

#include <cstdint>
#include <string_view>

namespace iso20022::xml {

enum class fault : std::uint8_t {
  not_utf8, encoding, version, declaration, doctype, character, syntax, name, attribute_syntax, duplicate_attribute,
  entity, character_reference, comment, processing_instruction, cdata, cdata_end_in_text, prefix_unbound, namespace_name,
};

/// Is told of every fault in the order of the input. `found` is a piece of the input at `at` ("" where it ends), or of an
/// encoding that cannot be read its name; `expected` is in words.
class fault_sink {
 public:
  virtual void on_fault(fault, const char* at, std::string_view found, std::string_view expected) = 0;

 protected:
  ~fault_sink() = default;
};

}  // namespace iso20022::xml
