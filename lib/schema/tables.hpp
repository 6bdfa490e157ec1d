// The machine's view of schemas: rows that one engine walks. Built by schemac, at build time or at run time.
//
// An image is one relocation-free block of memory: a header, then sections of fixed-size records that name each other by
// index. It is constant data when compiled in and heap memory when loaded at run time; the engine cannot tell.
//
// Words: a *type* is a complex type (a component) with its rows; a *row* is one particle of a type (an element under a
// parent); a *simple* is a simple type with its facets; a *root* is a global element that a document may start with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace iso20022::schema {

using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;

inline constexpr u32 unbounded = 0xffffffffu;
inline constexpr u64 start_position = u64{1} << 63;  // "nothing came yet"; particles use bits 0..62

/// What a leaf holds; decides the C++ value type and the checks.
enum class value_kind : u8 {
  component,  // not a leaf
  text,       // text (string, anyURI, ID, base64Binary and every other built-in that has no value of its own)
  code,       // code<E>, 16 bytes
  decimal,    // decimal, 24 bytes
  boolean,    // boolean, 16 bytes
  date,       // date, 24 bytes (also gYear, gYearMonth)
  date_time,  // date_time, 32 bytes (also time)
  any,        // any, 48 bytes: the content of wildcards
};

/// The built-in type underneath a simple type: decides white space and lexical form.
enum class builtin : u8 {
  string, normalized_string, token, any_uri, id, base64_binary,
  boolean, decimal, integer, date, date_time, time, g_year, g_year_month,
};

/// Where a row keeps its value inside the parent's struct.
enum class storage : u8 {
  in_place,  // the value itself (every leaf; a mandatory component; an alternative of a choice)
  pointer,   // opt<T>
  list,      // list<T>
};

/// What the fast reader does when it meets the row; `general` sends it away (to the general reader).
enum class fast_kind : u8 {
  general, close, component, component_opt, component_list, enter_namespace,
  text, pattern, code, amount, decimal, date, date_time, other_leaf, leaf_list, wildcard, count_
};

/// row::flags: the component is a choice struct (its tag is written at its end tag).
inline constexpr u32 row_is_choice = 1;

/// One particle of a type: two cache lines, the fields of the fast reader first.
struct alignas(128) row {
  char tag[32];        // "/Tag>": compared with the start tag (from its second byte on) and with the whole end tag
  u64 tag_mask;        // bytes that count: low half start tag, high half end tag (name too long: kind is general)
  u64 after;           // positions after which this particle may come (start_position included)
  u64 bit;             // the position of this particle
  u64 closes_after;    // component: positions after which its end tag may come

  u64 child_key;       // component: bits of the 8 bytes behind '<' that choose among its children (pext order)
  u32 child_slots;     // component: first slot (u32 each: the row's distance in bytes from the first one) of its child table
  u32 offset;          // of the value in the parent's struct
  u32 size;            // of a component's struct; of a leaf's value with its attributes
  u32 max;             // maxOccurs
  u16 type;            // component: its type index; else 0
  u16 simple;          // leaf: its simple type; a component with simple content has both
  u16 ns;              // namespace index when it is not the parent's own; 0: same as the parent
  fast_kind kind;
  u8 tag_len;          // of "/Tag>" (at most 32) or of the name + 2 when longer
  u32 min_len;         // text and pattern: shortest, in code points
  u32 len_span;        // text and pattern: longest - shortest
  u32 aux;             // pattern: positional pattern index; code: first slot of its perfect table
  u8 shift;            // code: table index = key * multiplier >> shift
  u8 total_digits;     // decimal and amount
  u8 fraction_digits;
  u8 not_negative;     // decimal and amount: 1 when minInclusive is 0 (the only bound that the fast reader judges)
  u64 multiplier;      // code
  u32 flags;           // row_flag bits
  u32 spare;
};
static_assert(sizeof(row) == 128);

/// What the general reader, the writer, errors and generic access need to know of a row; parallel to `row`.
struct row_info {
  u32 name;            // string: the tag
  u32 business_name;   // string
  u32 type_name;       // string: the declared type ("Max35Text", "PostalAddress24")
  u32 owner;           // type index of the parent
  u32 min;             // minOccurs of the particle itself
  value_kind value;    // of the element's text; a component with simple content has the kind of its value
  storage store;
  u8 wildcard;         // 1: this row is an xs:any particle
  u8 anonymous;        // its type has no name that xsi:type could say; `type_name` is ours
  u16 particle;        // its position number within the type: bit = 1 << particle; masks of wide types use it too
  u16 next_same_name;  // next row of this type with the same name (0: none): one name at two places of a content model
  u32 choice_tag;      // owner is a choice struct: value of the tag that says "this one" (1..n); else 0
  u32 after_words;     // wide types (more than 63 particles): first u64 of the mask in `masks`; bit n is position n, bit
                       // `particles` of the type is "nothing came yet"; particles / 64 + 1 words
  u32 wildcard_ns;     // wildcard: 0 any, 1 other than row::ns, 2 exactly row::ns (0: the parent's own), 3 no namespace
  u8 wildcard_process; // wildcard: 0 skip, 1 lax, 2 strict
  u8 is_default;       // fixed_value is a default
  u8 spare[2];
  u32 fixed_value;     // string of fixed/default + 1, 0: none
};

enum class content_kind : u8 { element_only, simple, empty };

/// A complex type.
struct type {
  u32 name;            // string, "PostalAddress24"
  u32 first_row;       // its rows, in schema order; wildcards included
  u16 row_count;
  u16 particles;       // positions of the content model
  u32 size;            // of its struct
  u32 alignment;
  content_kind content;
  u8 is_choice;        // struct { u32 tag; union at offset 8 }
  u8 wide;             // more than 63 particles: masks in `masks`
  u8 counted;          // some particle needs at least two: counts are checked at the end tag
  u16 first_attribute; // its attributes
  u16 attribute_count;
  u16 simple;          // simple content: its simple type
  u16 ns;              // namespace of its definition (0: taken into the message's)
  u64 closes_after;
  u32 closes_words;    // wide: first u64 in `masks`
  u32 child_slots;
  u64 child_key;
  u32 any_offset;      // wildcard content: where the `any` lies
  u32 value_offset;    // simple content: where the value lies (0)
};

struct attribute {
  u32 name;
  u32 business_name;
  u32 type_name;
  u32 offset;          // of its value in the owner's struct
  u16 simple;
  u16 ns;              // 0: no namespace
  u8 required;
  u8 prohibited;
  value_kind value;
  u8 is_default;       // fixed_value is a default
  u32 fixed_value;     // string + 1, 0: none
};

enum class bound_kind : u8 { none, inclusive, exclusive };

/// A simple type with the facets of all its ancestors folded in.
struct simple {
  u32 name;            // string
  builtin base;
  value_kind value;
  u8 white_space;      // 0 preserve, 1 replace, 2 collapse
  u8 spare0;
  u32 min_len;         // code points (bytes for base64Binary)
  u32 max_len;         // unbounded: no limit
  u32 total_digits;    // unbounded: no limit
  u32 fraction_digits;
  std::int64_t lower, upper;  // decimals and integers: units of the bounds
  u8 lower_scale, upper_scale;
  bound_kind lower_kind, upper_kind;
  u32 first_pattern;   // DFAs, all of which must accept (one for each step of derivation that has patterns)
  u16 pattern_count;
  u16 enum_count;
  u32 first_enum;      // enumeration values, strings; code index = 1 + position
  u32 positional;      // positional patterns (fast reader) + 1, 0: none
  u32 positional_count;
  u32 fast_codes;      // perfect table: first slot, 0 with fast_shift 0: none
  u32 fast_shift;
  u64 fast_multiplier;
  u32 pattern_text;    // string: the pattern as written, for messages
  u32 spare1;
};

/// An enumeration value of at most 8 bytes in the perfect table of its type.
struct code_slot {
  u64 key;             // the bytes, little endian; ~0: empty
  u64 index;           // code index
};

/// A pattern of fixed character classes, one a position: ok when the length is allowed and every byte b at i has an r with
/// (u8)(b - low[r][i]) <= width[r][i].
struct alignas(64) positional {
  u8 low[4][64];
  u8 width[4][64];
  u64 lengths;         // bit n: n bytes are allowed
  u32 ranges;          // 1..4 are used
  u32 alternatives;    // how many further positional patterns follow as alternatives
  u64 spare[6];
};

/// A deterministic automaton over the UTF-8 bytes of a value. State 0 is the dead state, 1 the start.
struct dfa {
  u32 classes;         // offset in `bytes`: 256 bytes, byte -> class
  u32 transitions;     // offset in `halves`: state * class_count + class -> state
  u32 accepting;       // offset in `bytes`: one byte a state
  u16 class_count;
  u16 state_count;
};

struct root {
  u32 row;             // a row of kind enter_namespace whose type is the message
  u32 name;            // string: local name
  u16 ns;
  u16 kind;            // 0 Document, 1 AppHdr, 2 envelope, 3 other
  u32 message_id;      // string: "pacs.008.001.08", "head.001.001.02", "fednow.incoming.v001"
  u32 message_name;    // string: business name of the message
  u32 struct_name;     // string: "iso20022::pacs_008_001_08::Document"
};

/// A global element of a simple type: no message, but a wildcard may ask for what is known of it.
struct global_leaf {
  u32 row;
  u32 name;            // string: local name
  u16 ns;
  u16 spare;
};

/// Sections by offset and count of records, in this order.
struct section { u32 offset; u32 count; };
struct header {
  char magic[8];       // "ISO20022"
  u32 version;
  u32 bytes;           // of the whole image
  section rows, infos, types, attributes, simples, slots /* u32 */, code_slots, positionals, dfas, halves /* u16 */,
      bytes_ /* u8 */, masks /* u64 */, enums /* u32 strings */, namespaces /* u32 strings */, roots, leaves, strings /* u8 */;
};
inline constexpr u32 image_version = 2;

/// Typed access to an image. A value: two words, copied freely. The block must be aligned to 128 and outlive it.
class image {
 public:
  image() = default;
  explicit image(const std::byte* base) : base_(base) {}

  const header& head() const { return *reinterpret_cast<const header*>(base_); }
  const row* rows() const { return at<row>(head().rows); }
  const row_info* infos() const { return at<row_info>(head().infos); }
  const type* types() const { return at<type>(head().types); }
  const attribute* attributes() const { return at<attribute>(head().attributes); }
  const simple* simples() const { return at<simple>(head().simples); }
  const u32* slots() const { return at<u32>(head().slots); }
  const code_slot* code_slots() const { return at<code_slot>(head().code_slots); }
  const positional* positionals() const { return at<positional>(head().positionals); }
  const dfa* dfas() const { return at<dfa>(head().dfas); }
  const u16* halves() const { return at<u16>(head().halves); }
  const u8* bytes() const { return at<u8>(head().bytes_); }
  const u64* masks() const { return at<u64>(head().masks); }
  const u32* enums() const { return at<u32>(head().enums); }
  std::span<const root> roots() const { return {at<root>(head().roots), head().roots.count}; }
  std::span<const global_leaf> leaves() const { return {at<global_leaf>(head().leaves), head().leaves.count}; }
  u32 namespace_count() const { return head().namespaces.count; }
  std::string_view namespace_uri(u32 i) const { return string(at<u32>(head().namespaces)[i]); }
  /// The number of a namespace; ns_none: of none, ns_unknown: of one that the tables do not know.
  u16 namespace_number(std::string_view uri) const;
  std::span<const type> all_types() const { return {types(), head().types.count}; }

  /// Strings are stored as a u32 length, the bytes and a zero; `s` is the offset of the length. 0 is "".
  std::string_view string(u32 s) const {
    const auto* p = reinterpret_cast<const char*>(base_) + head().strings.offset + s;
    return {p + sizeof(u32), *reinterpret_cast<const u32*>(p)};
  }
  std::string_view name(u32 row_index) const { return string(infos()[row_index].name); }
  std::span<const row> rows_of(const type& t) const { return {rows() + t.first_row, t.row_count}; }
  explicit operator bool() const { return base_ != nullptr; }
  const std::byte* base() const { return base_; }

 private:
  template <class T>
  const T* at(section s) const { return reinterpret_cast<const T*>(base_ + s.offset); }
  const std::byte* base_ = nullptr;
};

// Rows 0 and 1 are reserved: 0 = "no such child" (kind general), 1 = "an end tag" (kind close).
inline constexpr u32 no_row = 0, close_row = 1;

// Reserved namespace indexes.
inline constexpr u16 ns_none = 1, ns_xsi = 2, ns_xml = 3;  // 0 = "the parent's"
inline constexpr u16 ns_unknown = 0xffff;

inline u16 image::namespace_number(std::string_view uri) const {
  if (uri.empty()) return ns_none;
  for (u32 i = ns_xsi; i < namespace_count(); ++i)
    if (namespace_uri(i) == uri) return static_cast<u16>(i);
  return ns_unknown;
}

}  // namespace iso20022::schema
