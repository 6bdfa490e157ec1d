// What the schemas say, free of Xerces and of XSD's syntax: the intermediate form between reading and everything else.
//
// All types of all files lie in two vectors and name each other by index. A name may occur once a namespace here;
// `share` makes one of the equal ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/tables.hpp"

namespace iso20022::schemac {

using schema::u16;
using schema::u32;
using schema::u64;
using schema::u8;

/// Where something is written.
struct place {
  std::string file;
  unsigned line = 0;
};
std::string to_text(const place&);  // "pacs.008.001.08.xsd:17"

/// Why the schemas cannot be used. Codes: "SCHEMA-READ" (not found, or XML or XSD does not allow it), "SCHEMA-REFUSED"
/// (allowed by XSD, not supported here), "SCHEMA-CONTRADICTION" (a name with two meanings).
struct problem {
  std::string code;
  std::string message;
  place where;
};
using problems = std::vector<problem>;

inline constexpr int none = -1;

struct bound {
  schema::bound_kind kind = schema::bound_kind::none;
  std::int64_t units = 0;
  u8 scale = 0;
};

/// A simple type with the facets of all its ancestors folded in.
struct simple_type {
  std::string name;  // "Max35Text"; a built-in: "xs:dateTime"; anonymous: named after where it stands
  bool anonymous = false;
  std::string ns;
  place where;
  schema::builtin base = schema::builtin::string;
  u8 white_space = 0;  // 0 preserve, 1 replace, 2 collapse
  u32 min_len = 0, max_len = schema::unbounded;
  u32 total_digits = schema::unbounded, fraction_digits = schema::unbounded;
  bound lower, upper;
  std::vector<std::string> patterns;  // one a step of derivation; all must match
  std::vector<std::string> values;    // enumeration
};

/// What a leaf of this type holds.
schema::value_kind value_of(const simple_type&);

struct type_ref {
  bool simple = true;
  int index = none;
};

struct attribute {
  std::string name, ns;
  std::string documented_name;  // its own documentation source="Name"
  type_ref type;
  bool required = false;
  bool has_value = false, is_default = false;  // fixed or default
  std::string value;
};

struct element {
  std::string name, ns;
  std::string documented_name;
  type_ref type;
  int global = none;  // index of the global element that this is, or refers to
  bool has_value = false, is_default = false;
  std::string value;
};

struct wildcard {
  enum class range : u8 { any = 0, other = 1, exactly = 2, local = 3 } kind = range::any;
  std::string ns;  // `other`: than this; `exactly`: this
  u8 process = 0;  // 0 skip, 1 lax, 2 strict
};

struct particle {
  enum class form : u8 { element, any, sequence, choice } kind = form::sequence;
  u32 min = 1, max = 1;
  element elem;
  wildcard any;
  std::vector<particle> members;
};

struct complex_type {
  std::string name, ns;
  bool anonymous = false;
  place where;
  schema::content_kind content = schema::content_kind::empty;
  int simple = none;  // simple content
  std::vector<attribute> attributes;
  particle body;  // element content: always a group
};

/// Everything that was read.
struct schema_set {
  std::vector<simple_type> simples;
  std::vector<complex_type> complexes;
  std::vector<element> globals;      // sorted by file, then as declared
  std::vector<place> global_places;  // parallel
};

}  // namespace iso20022::schemac
