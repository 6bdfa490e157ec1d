// The second form: components as the engine sees them. Content models are positions, namespaces are relative to the
// parent, equal components of several namespaces are one, and every field has its place in a struct.
//
//   resolve (schema_set -> dictionary)  share (equal ones become one)  check (what cannot be used)
//   name_things (words for people and for C++)  lay_out (offsets)       and then image, C++, XSD are written from it
#pragma once

#include "schemac/model.hpp"
#include "schemac/sources.hpp"

namespace iso20022::schemac {

/// Positions of a content model as bits, as many words as it takes; bit `n` of a model of n particles: "nothing yet".
using position_set = std::vector<u64>;
inline void insert(position_set& s, std::size_t bit) { s[bit / 64] |= u64{1} << (bit % 64); }
inline bool contains(const position_set& s, std::size_t bit) { return s[bit / 64] >> (bit % 64) & 1; }

/// One particle of a component: an element or an xs:any.
struct field {
  std::string name;  // empty for xs:any
  u16 ns = 0;        // index of its namespace; 0: the parent's own. xs:any: of its constraint
  std::string documented_name, business_name, member;
  type_ref type;  // index in dictionary::simples or ::components
  bool is_any = false;
  wildcard any;
  u32 min = 1, max = 1;
  bool mandatory = false;  // every valid parent has it
  bool has_value = false, is_default = false;
  std::string value;
  position_set after;  // positions after which it may come
  int next_same_name = none;

  schema::storage store = schema::storage::in_place;
  u32 offset = 0;
};

struct attribute_field {
  std::string name;
  u16 ns = 0;
  std::string documented_name, business_name, member;
  int simple = none;
  bool required = false, has_value = false, is_default = false;
  std::string value;
  u32 offset = 0;
};

struct component {
  std::string name;
  bool anonymous = false;  // the name is ours
  std::string ns;       // where it was defined
  bool shared = false;  // found in several namespaces
  place where;
  int root = none;  // the root whose own component this is
  schema::content_kind content = schema::content_kind::empty;
  int simple = none;
  std::vector<field> fields;
  particle body;  // the groups as they were written; its leaves are the fields, in order
  std::vector<attribute_field> attributes;
  position_set closes_after;
  bool is_choice = false;
  bool counted = false;  // some field needs at least two

  std::string cpp_name;  // without namespace
  u32 size = 0;
  u32 any_offset = 0;

  bool wide() const { return fields.size() > 63; }
  bool has_any() const;
  bool only_any() const;
};

struct root {
  std::string name;
  u16 ns = 0;
  int component = none;
  place where;
  std::string documented_name, business_name;
  std::string message_id, message_name;
  std::string cpp_namespace;  // "pacs_008_001_08"
  u16 kind = 3;               // 0 Document, 1 AppHdr, 2 envelope, 3 other
};

/// A global element of a simple type, kept where a wildcard judges what it knows (lax or strict).
struct global_leaf {
  std::string name;
  u16 ns = 0;
  int simple = none;
  std::string documented_name, business_name;
  bool has_value = false, is_default = false;
  std::string value;
};

struct dictionary {
  std::vector<simple_type> simples;
  std::vector<component> components;
  std::vector<root> roots;
  std::vector<global_leaf> leaves;
  std::vector<std::string> namespaces;  // schema::ns_none and following as in tables.hpp

  const component& of(const field& f) const { return components[static_cast<std::size_t>(f.type.index)]; }
  const simple_type& simple(int i) const { return simples[static_cast<std::size_t>(i)]; }
  /// The simple type of a field that is a leaf, with or without attributes; null for components with elements.
  const simple_type* leaf(const field& f) const;
};

/// Whether equal names must be equal things (a compiled dictionary) or may be different ones (loaded schemas).
enum class sharing { one_meaning_a_name, unequal_are_kept_apart };

dictionary resolve(const schema_set&, problems&);
void share(dictionary&, sharing, problems&);
void check(const dictionary&, problems&);
void name_things(dictionary&);
void lay_out(dictionary&);
/// Bytes of a leaf's value.
u32 size_of_value(schema::value_kind);

/// All steps from files to a dictionary that can be written out.
dictionary compile(const sources&, sharing, problems&);

}  // namespace iso20022::schemac
