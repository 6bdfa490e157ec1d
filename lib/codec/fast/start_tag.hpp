// Start tags that declare namespaces: the root's, and those of elements in another namespace.
#pragma once

#include "codec/fast/root_tag.hpp"

namespace iso20022::fast {

/// A start tag of the usual form: a name and namespace declarations (and, on the root, schema-location hints).
struct start_tag {
  std::string_view prefix;        // as written, without the colon
  std::string_view local;
  const char* body = nullptr;     // behind '>'
  bool has_default = false;
  std::string_view default_uri;
  static constexpr std::size_t max_declarations = 8;
  static constexpr std::size_t max_attributes = max_declarations + 2;  // a default namespace and a hint besides
  struct declaration { std::string_view prefix, uri; } declarations[max_declarations];
  std::size_t declaration_count = 0;
};

/// False when the tag is anything else than that: the general reader decides.
bool parse_start_tag(const char* p, const char* end, start_tag& out);
/// The prefix as a word to compare with; false when it is longer than seven characters.
bool make_prefix(std::string_view name, prefix& out);

}  // namespace iso20022::fast
