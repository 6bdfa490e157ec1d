// Everything that writing can be asked for: prefixes, indentation, attributes, long names, open content.
#pragma once

#include "codec/access_slot.hpp"
#include "codec/writer_output.hpp"

#include <iso20022/codec/writer.hpp>

#include <span>
#include <utility>

namespace iso20022::codec {

/// The namespaces in force inside an element.
struct ns_scope {
  u16 ns = schema::ns_none;          // of the element itself
  u16 default_ns = schema::ns_none;  // of names without a prefix; `foreign`: none of the registry's
  std::string_view prefix;           // of the element's own names; empty: none
  unsigned number = 0;               // stands behind the prefix unless 0
  static constexpr u16 foreign = 0xffff;
};

/// Walks the rows, component in component. Knows the namespaces in scope: one object a message.
class general_writer {
 public:
  general_writer(schema::image tables, const write_options& options, output& out, bool starts_line)
      : tables_(tables), options_(options), out_(out), started_(!starts_line) {}

  /// What a row holds, if anything. `slot` is its place in the parent's struct.
  char* row(char* o, const schema::row&, const std::byte* slot);
  /// One element of a component's row.
  char* component(char* o, const schema::row& r, const std::byte* object) { return component(o, field_of(r), object); }

  /// Whether an unprefixed element of this namespace says no more than its xmlns.
  bool enters(u16 ns) const { return scope_.default_ns != ns && ns > schema::ns_none && scope_.prefix.empty(); }
  ns_scope swap_scope(const ns_scope& s) { return std::exchange(scope_, s); }

 private:
  field field_of(const schema::row& r) const { return {tables_, static_cast<u32>(&r - tables_.rows())}; }
  char* row(char* o, const field&, const std::byte* slot);
  char* component(char* o, const field&, const std::byte* object);
  char* leaf(char* o, const field&, const std::byte* slot);
  char* slice(char* o, const field&, const any&);

  char* put(char* o, std::string_view s);
  char* put_number(char* o, unsigned n);
  char* put_text(char* o, std::string_view s);
  char* put_value(char* o, std::string_view s);
  char* put_name(char* o, u32 row);
  char* put_binding(char* o, std::string_view prefix, unsigned number, std::string_view uri);
  char* break_line(char* o);
  char* start_tag(char* o, const field&, const any* content, const std::byte* object);
  char* end_tag(char* o, const field&);
  char* declarations(char* o, const ns_scope& outer);
  char* bindings(char* o, std::span<const ns_binding>);
  char* attributes(char* o, const schema::type&, const std::byte* object, const any* content);

  ns_scope inner_scope(const field&, std::span<const ns_binding> content);
  const any* content_of(const field&, const std::byte* object) const;
  unsigned number_of(u16 ns);

  schema::image tables_;
  const write_options& options_;
  output& out_;
  ns_scope scope_;
  unsigned depth_ = 0;
  bool started_;               // something stands before the next line break
  bool has_children_ = false;  // the open element has some: its end tag stands on a line of its own
  static constexpr unsigned most_open = 100;     // `check` allows fewer
  static constexpr unsigned most_numbered = 16;
  u16 numbered_[most_numbered] = {};             // namespaces in order of appearance
  unsigned numbers_ = 0;
};

}  // namespace iso20022::codec
