// What a stream is made of: a buffer that slides over the document, the general reader over it, and the fast reader for
// runs of entries.
#pragma once

#include <iso20022/codec/stream.hpp>

#include "codec/fast/fast_reader.hpp"
#include "codec/general_reader.hpp"
#include "codec/stream_buffer.hpp"

#include <vector>

namespace iso20022 {

struct stream::state {
  state(std::string_view path, const schema::registry&, const stream_options&);

  void restart();
  const stream_entry* next();
  std::string path_of(std::uint32_t index) const { return general.entry_path(index); }
  message surroundings() const;
  message alone(const void* object);

  // stream.cpp
  const stream_entry* give_run_entry();
  const stream_entry* give_entry();
  void fill_in(stream_entry&);
  bool is_waiting() const { return !is_last && buffer.end_offset() < wanted_to; }
  void want_more();
  bool refill();
  void take_bytes();

  // stream_run.cpp
  enum class attempt : std::uint8_t { done, wait, none };
  /// Reads as many entries as possible the fast way.
  attempt run();
  const char* find_run_end(const codec::stream_run&);
  bool read_run(const codec::stream_run&, const char* end);

  std::string path_text;
  schema::registry registry;
  stream_options options;
  schema::image tables;
  codec::arena surrounding_memory, entry_memory;
  codec::stream_state position;
  codec::general_reader general;
  fast::session fast;
  iso20022::report report;
  counts statistics;

  codec::stream_buffer buffer;
  std::span<const std::byte> chunk;       // pushed, and not in the buffer yet
  byte_source source;
  std::optional<error> source_error;
  bool is_finished = false;               // no more will be pushed
  bool is_last = false;                   // the buffer's end is the document's
  std::uint64_t wanted_to = 0;            // do not try again before the buffer reaches to here

  std::vector<fast::session::found_entry> found;  // by the fast reader
  std::size_t given = 0;                  // of them
  std::uint32_t first_index = 0;          // of the first of them
  std::size_t run_bytes;                  // how long a run may be: short behind one that failed
  std::string end_tag;                    // of the entry at hand
  std::uint64_t searched_for = 0, searched_to = 0;  // the entry at this offset does not end before that one
  std::uint64_t not_fast = ~std::uint64_t{0};  // offset of an entry that the fast reader does not know

  stream_entry entry;
};

}  // namespace iso20022
