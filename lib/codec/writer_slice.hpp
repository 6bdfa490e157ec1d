// Open content: which outer declarations it needs.
#pragma once

#include "codec/access_slot.hpp"

#include <span>
#include <string_view>

namespace iso20022::codec {

inline std::string_view prefix_of(const ns_binding& b) { return {b.prefix, b.prefix_len}; }
inline std::string_view uri_of(const ns_binding& b) { return {b.uri, b.uri_len}; }

/// Whether unprefixed element names of well-formed `xml` take their namespace from declarations around it. `elements`: how
/// many there are at its top; 0: not known.
bool uses_outer_default(std::string_view xml, unsigned elements);

/// The bindings of open content, and the one that nobody writes down: names without a prefix, where nothing around them
/// declared a default namespace, are in no namespace.
class slice_bindings {
 public:
  explicit slice_bindings(const any* content);
  std::span<const ns_binding> all() const { return all_; }

 private:
  static constexpr std::size_t most = 64;  // attributes of one element, the limit of readers
  std::span<const ns_binding> all_;
  ns_binding copy_[most];
};

/// Whether `name` is `prefix` with `number` behind it (unless 0).
bool is_numbered(std::string_view name, std::string_view prefix, unsigned number);
/// The smallest number from `from` on that makes of `prefix` none that is known.
unsigned fresh_number(std::string_view prefix, unsigned from, std::span<const ns_binding> known);
/// All wildcards of a type are one value, which belongs to the first.
bool is_first_wildcard(schema::image, const field&);

}  // namespace iso20022::codec
