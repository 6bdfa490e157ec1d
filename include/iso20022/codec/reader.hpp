// Bytes in, a typed message and a report out.
#pragma once

#include <iso20022/check/report.hpp>
#include <iso20022/codec/message.hpp>
#include <iso20022/core/limits.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace iso20022 {

/// How many readable bytes must follow a padded input (their values do not matter).
inline constexpr std::size_t input_padding = 128;

/// Input that is followed by at least `input_padding` readable bytes: read without a copy.
struct padded_input {
  const std::byte* data;
  std::size_t size;
};

struct read_options {
  read_limits limits;
  /// Skip filling structs: only the verdict and the report are wanted. (`validate` sets it.)
  bool verdict_only = false;
  /// Never use the fast reader. For tests that compare the two.
  bool general_only = false;
};

/// A message, perhaps partial, and what was found in it.
class read_result {
 public:
  read_result(iso20022::message m, const iso20022::report& r) : message_(m), report_(&r) {}

  bool ok() const { return report_->ok() && message_; }
  explicit operator bool() const { return ok(); }
  /// The report lives in the reader: until it reads again.
  const iso20022::report& report() const { return *report_; }
  /// What could be read, errors or not (empty when not even the root is known).
  iso20022::message partial() const { return message_; }
  iso20022::message valid() const { return ok() ? message_ : iso20022::message(); }
  /// The struct when the message is a T and has no error; null otherwise.
  template <class T>
  const T* valid() const { return ok() ? message_.as<T>() : nullptr; }
  template <class T>
  const T* partial() const { return message_.as<T>(); }

 private:
  iso20022::message message_;
  const iso20022::report* report_;
};

/// Position in an input: offset from 0 in bytes; line and column from 1, column in code points.
struct position {
  std::uint64_t offset = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Reads messages one after the other; reuses its memory (no allocation in steady state). Resource, movable, one per
/// thread. A message that it returned is valid until it reads again or its input goes away.
class reader {
 public:
  explicit reader(const schema::registry& = schema::registry::builtin(), read_options = {});
  reader(reader&&) noexcept;
  reader& operator=(reader&&) noexcept;
  ~reader();

  /// Reads one message; the bytes are copied into the reader first (3 % of the cost). Never throws for any input.
  read_result read(std::span<const std::byte> input);
  read_result read(std::string_view input) { return read(std::as_bytes(std::span(input.data(), input.size()))); }
  /// Reads without a copy; texts point into `input`, which must stay.
  read_result read(padded_input input);

  /// The verdict only: no structs are filled.
  const iso20022::report& validate(std::span<const std::byte> input);
  const iso20022::report& validate(std::string_view input) {
    return validate(std::as_bytes(std::span(input.data(), input.size())));
  }

  /// Where a value of the last message stood in its input: pass any leaf's `ptr`. None for values that were not read.
  std::optional<position> locate(const void* ptr) const;
  /// Where the element or attribute at `path` (/Document/.../CdtTrfTxInf[2]/PmtId) starts; none when it is not there.
  std::optional<position> locate(std::string_view path) const;
  /// The bytes of the element at `path` in the last input, start tag to end tag: for signing. Empty when it is not there.
  std::string_view slice(std::string_view path) const;
  /// How many messages took the fast way and how many the general one, since construction.
  struct counts { std::uint64_t fast = 0, general = 0; };
  counts statistics() const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace iso20022
