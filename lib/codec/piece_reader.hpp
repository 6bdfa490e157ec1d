// What the fast reader asks the general one in the middle of a document.
#pragma once

#include "schema/tables.hpp"
#include "xml/namespaces.hpp"

#include <cstddef>
#include <span>

namespace iso20022::codec {

/// Reads one piece that is not in the usual form: a child with odd tags or values, open content, a comment.
class piece_reader {
 public:
  /// The open component that the piece stands in. Everything about it is as the schema says so far.
  struct middle {
    schema::u32 row;                     // the component's
    std::byte* object;                   // its struct
    schema::u64 position;                // which particle came last, as in row::after; moved on by the piece
    schema::u16 ns = 0;                  // the component's namespace
    schema::u32 depth = 0;               // open elements, the component included
    schema::u32 elements = 0;            // of the document so far, for the limit; those of the piece are added
    std::span<const xml::namespaces::binding> scope{};  // what is declared around the piece, outermost first
  };

  /// The piece starts at `at`, a '<' but no end tag; the document reaches from `input` to `end`. Behind the piece, which is
  /// valid then and lies in the struct; null when there is anything to say about it.
  virtual const char* read_piece(const char* input, const char* at, const char* end, middle&) = 0;

 protected:
  ~piece_reader() = default;
};

/// Whether a document of these schemas may be read in pieces: not when a value is compared with others all over it (xs:ID).
bool may_read_pieces(const schema::image&);

}  // namespace iso20022::codec
