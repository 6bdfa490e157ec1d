// A dictionary as one block of tables: schema/tables.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "schemac/dictionary.hpp"

namespace iso20022::schemac {

/// The block; its start must be aligned to 128 bytes when it is used. Patterns that cannot be compiled are problems.
std::vector<std::byte> build_image(const dictionary&, problems&);

/// "iso20022::pacs_008_001_08::Document"
std::string struct_name(const dictionary&, const component&);

/// The sections of an image while it is written.
struct image_sections {
  std::vector<schema::row> rows;
  std::vector<schema::row_info> infos;
  std::vector<schema::type> types;
  std::vector<schema::attribute> attributes;
  std::vector<schema::simple> simples;
  std::vector<u32> slots;
  std::vector<schema::code_slot> code_slots;
  std::vector<schema::positional> positionals;
  std::vector<schema::dfa> dfas;
  std::vector<u16> halves;
  std::vector<u8> bytes;
  std::vector<u64> masks;
  std::vector<u32> enums;
  std::vector<u32> namespaces;
  std::vector<schema::root> roots;
  std::vector<schema::global_leaf> leaves;
  std::vector<char> strings;

  image_sections() { string(""); }
  u32 string(const std::string&);
  std::vector<std::byte> joined() const;

 private:
  std::unordered_map<std::string, u32> known_;
};

/// Appends the simple types (index + 1 of the dictionary's), their patterns and code tables.
void add_simples(const dictionary&, image_sections&, problems&);
/// Appends the types (index + 1 of the dictionary's components), rows, attributes and roots. After `add_simples`.
void add_components(const dictionary&, image_sections&);

/// What the fast reader does with a leaf of this type, its name and surroundings aside.
schema::fast_kind leaf_kind(const schema::simple&, const simple_type&);
/// Nothing about the component's own tags asks for more than the masks of a row. Not so where there is no content at
/// all: white space is content too.
bool is_plain(const component&);
/// What it does with this field.
schema::fast_kind field_kind(const dictionary&, const component& owner, const field&, const image_sections&);

/// The row's tag and which of its bytes count in a start tag and in an end tag. `start_ends_here`: the '>' does.
void set_tag(schema::row&, const std::string& name, bool start_ends_here);
/// The row's facets for the fast kinds of leaves.
void set_leaf(schema::row&, const schema::simple&, const simple_type&);

}  // namespace iso20022::schemac
