// The fast reader: reads the usual form of valid messages, or says that it does not know.
//
// It is optimistic. It accepts only what it has fully checked (well-formedness, namespaces, order, cardinality, facets)
// and fills the structs on the way. A child in an unusual form it has read by the general reader, which knows everything
// (piece.hpp); when that has anything to say, or cannot know, the fast reader gives up without an opinion, and the general
// one reads the same bytes from the start. So there is one place that finds errors, and it is not here.
//
// Two stages. Stage 1 (index) finds every '<' of the input, 64 bytes at a time, and leaves with each a flag "special
// bytes since the last '<'", and one number: how many texts that are not blank there are. Stage 2 (walk) goes from '<' to
// '<' over the rows of the schema; the texts that its leaves consume must add up to that number, which proves that
// whatever stands between elements is blank, without looking at it.
#pragma once

#include "codec/arena.hpp"
#include "codec/fast/root_tag.hpp"
#include "codec/piece_reader.hpp"
#include "schema/tables.hpp"

#include <iso20022/core/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace iso20022::fast {

/// The bytes behind the input that must be readable.
inline constexpr std::size_t padding = 128;

/// One entry of the index: offset of a '<' times 2, plus 1 when a special byte (& ] CR control non-ASCII) stands between
/// it and the '<' before it.
using entry = std::uint32_t;

enum class outcome : std::uint8_t { valid, unknown };

struct frame {
  const schema::row* row;
  std::byte* object;
};

/// Carries that run through the whole input: adding (mask, everything that is not '<') moves a special byte's bit to the
/// next '<'; adding (starts, white) moves the start of a text over its blanks to its first other byte.
struct index_state {
  std::uint64_t special = 0, blank = 0, after_close = 0;
  std::uint32_t texts = 0;  // runs between '>' and '<' that are not blank
};

/// The index of a piece of the input: long inputs are indexed and walked piece by piece, while they are in the cache.
struct index_window {
  static constexpr std::size_t usual_bytes = 32 * 1024, capacity = usual_bytes / 4;
  static constexpr std::size_t slack = 80;           // a block writes at most 64 entries beyond `capacity`, rounded up
  static constexpr std::size_t copied_ahead = 512;   // of what is copied: no tag that is compared reaches further
  static constexpr std::size_t prefetched = 2048;    // ahead: the walk between two windows makes the processor forget that it streams

  std::size_t bytes = usual_bytes;  // indexed at a time; tests take few, so that everything happens at a border
  std::unique_ptr<entry[]> entries = std::make_unique_for_overwrite<entry[]>(capacity + slack);
  entry* end = nullptr;
  std::size_t indexed = 0;       // bytes from the root's '<' on
  const char* source = nullptr;  // the root's '<' in the original; null: nothing is copied
  index_state carried;

  void begin(const char* source_) { source = source_, indexed = 0, carried = {}; }
};

/// Everything that one thread reuses from message to message.
struct session {
  outcome (*kernel)(session&, bool prefixed) = nullptr;  // the instruction set's reader
  schema::image tables;
  read_limits limits;
  codec::arena* memory = nullptr;

  index_window window;
  std::vector<schema::u32> first_child;   // by row: the child that came first under it the last time (distance in bytes)
  static constexpr std::size_t max_depth = 96;
  std::uint32_t depth_limit = max_depth;
  frame frames[max_depth + 2];

  fast::root_tags root_tags;
  prefix outer_prefix[max_depth + 2];     // by depth: the prefix outside the element that entered a namespace

  codec::piece_reader* pieces = nullptr;  // who reads what is not in the usual form; null: nobody does, and the read is over
  /// By depth: what the start tag declares (of the root: see root_tag) of an element that entered a namespace; of no number: nothing.
  xml::namespaces::binding entered[max_depth + 2];
  std::vector<xml::namespaces::binding> scope;  // what is declared around a piece
  struct piece { const char *begin, *end; };
  std::vector<piece> pieces_read;         // of this message
  std::uint32_t texts_in_pieces = 0;      // as stage 1 counts them
  std::uint32_t elements = 0;             // of this message, at most: those in pieces, and as many as would fill all of it

  // the message being read
  const char* input = nullptr;            // its first byte
  const char* begin = nullptr;            // the root's '<'
  const char* end = nullptr;
  const schema::root* root = nullptr;
  prefix root_prefix;
  const root_tag* root_says = nullptr;
  std::uint32_t root_index = 0;
  std::byte* object = nullptr;
  std::uint64_t input_offset = 0;         // of `input` in the document; not 0 in a stream
  /// Of a stream: `begin` to `end` are entries of one row, one after the other; null: a whole message.
  struct found_entry { std::byte* object; const char* at; };
  std::vector<found_entry>* entries = nullptr;
  const schema::row* entry_row = nullptr;
  const char* entry_begin = nullptr;      // where the last one that was tried starts
  const char* gave_up = nullptr;          // the tag at which the last read that ended `unknown` gave up

  void prepare(schema::image t, codec::arena& a, read_limits l);
};

/// Prolog and root start tag, read once for both stages, from the first `here` of `size` bytes. False: not the usual form,
/// or it does not end here.
bool read_prolog(session&, const char* data, std::size_t size, std::size_t here);

/// A text that holds special bytes: entities and line ends decoded, UTF-8 checked, every facet judged.
bool special_leaf(session&, const schema::row&, const char* s, const char* e, std::byte* slot);
/// A leaf of a kind that has no kernel of its own (boolean, time, long codes, ...), or whose kernel did not know.
bool plain_leaf(session&, const schema::row&, const char* s, const char* e, std::byte* slot);
/// The start tag of an element in another namespace: `p` at '<', behind it at the result; null: unusual. Sets `out`, and
/// `declared` to what it declares.
const char* namespace_tag(session&, const schema::row&, const char* p, bool prefixed, prefix& out, xml::namespaces::binding& declared);
/// A slot of a list for one more element, zeroed.
std::byte* append(session&, std::byte* list, std::uint32_t size);
/// Takes back what was appended last.
void drop_last(std::byte* list);
/// The row of `parent`'s type whose tag stands at `p` (behind the prefix); null when there is none.
const schema::row* search(const session&, const schema::row& parent, const char* p);
/// Whether what follows the root's end tag is blank.
bool blank(const char* s, const char* e);
/// Whether `texts` not blank (in pieces: as stage 1 counts them) are all that there are. Stage 1 counts more where a text
/// holds a '>'.
bool is_count_of_texts(const session&, std::uint32_t texts);

/// Reads `size` bytes at `data`, which are followed by `padding` readable bytes. On `valid` session::object and root are set.
outcome read(session&, const char* data, std::size_t size);
/// Reads `size` bytes at `source`, copying them to `copy` (room for size + padding) on the way: cheaper than before it. Texts
/// point into the copy, which is complete only on `valid`.
outcome read_copying(session&, const char* source, std::size_t size, char* copy);

/// Reads entries of one row of a stream: [data, end) starts with the '<' of the first one, whose tag has the session's
/// `root_prefix`, and ends behind the last one; blanks may stand between them. One readable byte stands before `data`,
/// `padding` behind `end`. `above`: how many elements are open around them. They are in `found`; after `unknown`, those in
/// it are not proven.
outcome read_entries(session&, const char* data, const char* end, std::uint32_t row, std::uint32_t above,
                     std::vector<session::found_entry>& found);

/// The instruction set in use: "portable", "avx2", "avx512"; chosen from the processor or by ISO20022_ISA.
std::string_view instruction_set();

namespace portable { outcome read(session&, bool prefixed); }
#if defined(__x86_64__)
namespace avx2 { outcome read(session&, bool prefixed); }
namespace avx512 { outcome read(session&, bool prefixed); }
#endif

}  // namespace iso20022::fast
