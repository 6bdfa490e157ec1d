// What the general reader remembers when a document comes in pieces.
//
// The bytes at hand are a window that slides over the document, so nothing may point into it for long: tags of open
// elements, namespaces and texts are copied into an arena; a slice of open content keeps its bytes in the window until its
// parent ends. A piece (tag, text) is read on trial: when its end is not safely inside of the window, nothing has happened.
#pragma once

#include "check/excerpt.hpp"
#include "codec/arena.hpp"
#include "schema/tables.hpp"

#include <iso20022/core/any.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace iso20022::codec {

/// The bytes of the document that are at hand.
struct stream_window {
  const char* data = nullptr;
  const char* end = nullptr;
  std::uint64_t offset = 0;       // of the first one in the document
  std::uint32_t line = 1, column = 1;
  bool is_last = false;           // the document ends at `end`
};

enum class stream_progress : std::uint8_t {
  piece,  // something was read
  entry,  // the end of an entry was read: see stream_state
  more,   // nothing was read: more bytes are needed
  done,   // the end, or nothing behind this can be read
};

/// An entry that may come next, seen from outside.
struct stream_run {
  const char* at = nullptr;       // its '<'
  std::string_view tag;           // its name as written, prefix included
  std::size_t prefix_length = 0;  // of `tag`, without the colon
  schema::u32 row = 0;
  schema::u32 first_index = 0;    // of the entry that comes, from 1
  schema::u32 most = 0;           // how many more the schema allows
  std::size_t depth = 0;          // open elements around it
};

struct stream_state {
  // set by the owner
  std::vector<std::string_view> path;     // names from the root to the entry
  arena* surroundings = nullptr;          // of what surrounds the entries
  arena* entries = nullptr;               // of the entry at hand
  std::uint64_t entry_bytes = 0, surrounding_bytes = 0;

  stream_window window;
  check::line_counter lines;
  bool has_begun = false;                 // the prolog was read
  bool is_done = false;
  std::vector<schema::u32> rows;          // of the path; empty: this message does not have it

  // the entry that is open, or that ended last
  bool in_entry = false, entry_ended = false;
  std::byte* object = nullptr;
  schema::u32 index = 0;                  // from 1
  schema::u32 elements_before = 0;        // of the surroundings
  std::uint64_t offset = 0;
  std::size_t first_issue = 0, behind_issue = 0;  // in the report

  std::size_t issues_before = 0;          // when the piece at hand began
  struct held_slice { std::size_t depth; any* value; };
  std::vector<held_slice> held;           // slices whose parents are open
};

}  // namespace iso20022::codec
