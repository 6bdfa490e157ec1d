// A message out as XML.
#pragma once

#include <iso20022/check/report.hpp>
#include <iso20022/codec/message.hpp>

#include <string>
#include <string_view>

namespace iso20022 {

struct write_options {
  /// Empty: default namespaces, declared on each element where the namespace changes, as in the public samples. Otherwise
  /// every element of the message's namespace carries this prefix ("p8" gives <p8:Document xmlns:p8="...">); in an envelope
  /// the prefixes are prefix, prefix1, prefix2, ... in order of appearance.
  std::string_view prefix;
  /// Spaces a level; 0: no white space between elements.
  unsigned indent = 0;
  /// Write <?xml version="1.0" encoding="UTF-8"?> first.
  bool declaration = true;
};

/// Writes structs as XML. Value type. Appends to `out` and allocates nothing else.
class writer {
 public:
  explicit writer(write_options o = {}) : options_(o) {}

  /// Appends the message. It must be valid (as read without an error, or as `check` found it): what is written then
  /// reads back equal. False, and `out` unchanged, when the message is empty or refused by `check`.
  bool write(const message&, std::string& out) const;
  /// As `write`, for a message known to be checked: the check is not repeated.
  void write_checked(const message&, std::string& out) const;

 private:
  write_options options_;
};

/// Judges a built (or read) struct by the same tables and leaf checks as reading does; paths in the issues, no positions.
report check(const message&);

}  // namespace iso20022
