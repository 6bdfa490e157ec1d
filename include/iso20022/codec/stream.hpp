// Messages of any size, entry by entry, in constant memory.
//
//   stream s("/Document/BkToCstmrAcctRpt/Rpt/Ntry");
//   s.pull(from_descriptor(0));
//   for (const stream_entry& e : s)
//     if (const auto* entry = e.valid<model::ReportEntry10>()) book(*entry); else complain(e.issues());
//   if (!s.report().ok()) ...            // the verdict on the whole, as reader::read would give it
//
// or pushed, in chunks that are cut anywhere:
//
//   s.push(chunk, [](const stream_entry& e) { ... });   // as often as something comes
//   s.finish([](const stream_entry& e) { ... });
#pragma once

#include <iso20022/check/report.hpp>
#include <iso20022/codec/message.hpp>
#include <iso20022/codec/own.hpp>
#include <iso20022/core/limits.hpp>
#include <iso20022/core/result.hpp>

#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace iso20022 {

struct stream_options {
  /// As of a whole message, except: `elements` counts within one entry, and in all that surrounds the entries; `bytes`
  /// does not apply.
  read_limits limits = {};
  /// Bytes of one entry. Stops memory exhaustion by an entry that never ends.
  std::uint64_t entry_bytes = 16u << 20;
  /// Bytes of memory for everything around the entries (headers, balances, IDs). Stops memory exhaustion by headers that
  /// never end.
  std::uint64_t surrounding_bytes = 16u << 20;
  /// Bytes that are read at once. An entry that is larger makes the buffer grow, to four times `entry_bytes` at most.
  std::size_t buffer_bytes = 256u << 10;
  /// Never use the fast reader. For tests that compare the two.
  bool general_only = false;
};

/// One entry, judged. A view: valid until the stream goes on.
class stream_entry {
 public:
  bool ok() const;
  /// What was found in it, with positions in the whole stream.
  std::span<const issue> issues() const { return issues_; }
  /// Which one of its parent's it is, from 1.
  std::uint32_t index() const { return index_; }
  /// Of its '<', in bytes from the start of the stream.
  std::uint64_t offset() const { return offset_; }
  /// "/Document/BkToCstmrAcctRpt/Rpt[1]/Ntry[73512]".
  std::string path() const;
  std::string_view type_name() const { return type_name_; }  // "ReportEntry10"
  /// Its struct, errors or not, laid out as its type says; null when its very name is wrong.
  const void* object() const { return object_; }
  /// The struct when it is a T of the compiled-in registry; null otherwise.
  template <class T>
  const T* partial() const { return is(detail::type_name<T>(), sizeof(T)) ? static_cast<const T*>(object_) : nullptr; }
  /// The same, and null when there is an error in it.
  template <class T>
  const T* valid() const { return ok() ? partial<T>() : nullptr; }
  /// A message with this entry and nothing else (its parents are blank), for generic access, with any registry:
  /// get(e.alone(), "/Document/BkToCstmrAcctRpt/Rpt/Ntry/Amt/@Ccy").
  message alone() const;

 private:
  friend class stream;
  bool is(std::string_view cpp_name, std::size_t size) const;

  void* state_ = nullptr;  // of its stream
  std::span<const issue> issues_;
  const void* object_ = nullptr;
  std::uint64_t offset_ = 0;
  std::uint32_t index_ = 0;
  std::uint32_t size_ = 0;  // of the struct; 0: not of the compiled-in registry
  std::string_view type_name_;
};

/// Writes the next bytes to the front of the span: how many; 0 at the end.
using byte_source = std::function<result<std::size_t>(std::span<std::byte>)>;
/// Reads an open file, pipe or socket, which stays the caller's.
byte_source from_descriptor(int descriptor);
result<byte_source> from_file(const std::string& name);

/// Reads one message of any kind whose repeated element at `path` ("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf": tags from
/// the root, no indexes, not through open content) may come any number of times. Each of them is handed out, judged, and
/// forgotten; what surrounds them is kept. One that the end of the input breaks off is in the report only. The verdict, and
/// every issue, are those of `reader::read`. Resource, movable, one per thread; allocates nothing in steady state.
class stream {
 public:
  explicit stream(std::string_view path, const schema::registry& = schema::registry::builtin(), stream_options = {});
  stream(stream&&) noexcept;
  stream& operator=(stream&&) noexcept;
  ~stream();

  /// The bytes that come next. They must stay until `next` has given null, and only then may more be pushed.
  void push(std::span<const std::byte> chunk);
  void push(std::string_view chunk) { push(std::as_bytes(std::span(chunk.data(), chunk.size()))); }
  /// No more bytes come.
  void finish();
  /// Where bytes come from instead. An error of the source ends the input: see `source_error`.
  void pull(byte_source);

  /// The next entry; null: more bytes must be pushed, or (finished, or pulled) there is none left and the report is
  /// complete.
  const stream_entry* next();

  template <class F>
  void push(std::span<const std::byte> chunk, F&& on_entry) {
    push(chunk);
    while (const auto* e = next()) on_entry(*e);
  }
  template <class F>
  void push(std::string_view chunk, F&& on_entry) {
    push(std::as_bytes(std::span(chunk.data(), chunk.size())), on_entry);
  }
  template <class F>
  const iso20022::report& finish(F&& on_entry) {
    finish();
    while (const auto* e = next()) on_entry(*e);
    return report();
  }

  /// The entries as a range, each once.
  class iterator;
  iterator begin();
  std::default_sentinel_t end() const { return {}; }

  /// Every issue so far; in the order of the input once there is no more to come.
  const iso20022::report& report() const;
  /// Nothing more will be read: the input ended, or a limit or what follows the message stopped it.
  bool is_done() const;
  /// Whether the message that came has an element at `path`. False: not even the root was read yet, or there are no entries.
  bool has_path() const;
  /// What has been read around the entries so far, without them: partial until the end. Valid as long as the stream.
  message surroundings() const;
  const std::optional<error>& source_error() const;

  /// How many entries were read the fast way and how many the general one.
  struct counts { std::uint64_t fast = 0, general = 0; };
  counts statistics() const;
  /// Forgets everything: the next message.
  void restart();

 private:
  friend class stream_entry;
  struct state;
  std::unique_ptr<state> state_;
};

class stream::iterator {
 public:
  using value_type = stream_entry;
  using difference_type = std::ptrdiff_t;
  explicit iterator(stream& s) : stream_(&s), entry_(s.next()) {}
  const stream_entry& operator*() const { return *entry_; }
  const stream_entry* operator->() const { return entry_; }
  iterator& operator++() { return entry_ = stream_->next(), *this; }
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const { return entry_ == nullptr; }

 private:
  stream* stream_;
  const stream_entry* entry_;
};

inline stream::iterator stream::begin() { return iterator(*this); }

}  // namespace iso20022
