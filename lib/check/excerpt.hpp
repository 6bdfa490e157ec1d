// Pieces of input as they are shown to people: shortened, escaped, with line, column and caret.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace iso20022::check {

/// `s` with control characters and bytes that are not UTF-8 written as \n, \t, \xHH, and cut (with "...") behind `longest`
/// code points.
std::string shorten(std::string_view s, std::size_t longest = 60);
/// A name of the input: the same, so that no sender's name makes a report large.
std::string shorten_name(std::string_view);
/// The same as `shorten` between quotes.
std::string quote(std::string_view s, std::size_t longest = 60);

/// Tells lines and columns of ascending offsets in one walk over the input. Lines end with LF, CR or CR LF; columns count
/// code points. Value type.
class line_counter {
 public:
  line_counter() = default;
  /// `first_line`, `first_column`: where `input` starts, when it is a piece of something larger.
  explicit line_counter(std::string_view input, std::uint32_t first_line = 1, std::uint32_t first_column = 1)
      : input_(input), line_(first_line), column_(first_column), first_line_(first_line), first_column_(first_column) {}

  /// Walks to `offset` (from the start again when it lies before the last one).
  void walk_to(std::size_t offset);
  std::uint32_t line() const { return line_; }
  std::uint32_t column() const { return column_; }

 private:
  std::string_view input_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
  std::uint32_t first_line_ = 1, first_column_ = 1;
};

/// The line around `offset` (at most about 100 characters of it) and below it a caret under `offset`.
std::string snippet(std::string_view input, std::size_t offset);

}  // namespace iso20022::check
