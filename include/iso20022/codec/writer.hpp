// A message out as XML.
#pragma once

#include <iso20022/check/report.hpp>
#include <iso20022/codec/message.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace iso20022 {

struct write_options {
  /// Empty: default namespaces, declared on each element where the namespace changes, as in the public samples. Otherwise
  /// every element of the message's namespace carries this prefix ("p8" gives <p8:Document xmlns:p8="...">); in an envelope
  /// the prefixes are prefix, prefix1, prefix2, ... in order of appearance.
  std::string_view prefix = {};
  /// Spaces a level; 0: no white space between elements.
  unsigned indent = 0;
  /// Write <?xml version="1.0" encoding="UTF-8"?> first.
  bool declaration = true;
};

namespace codec {
class write_plan;
}

/// Writes structs as XML. Value type; copies share what they know of the registry. Appends to `out` and allocates nothing
/// else. Any number of threads may use one.
class writer {
 public:
  /// For messages of the compiled-in registry.
  explicit writer(write_options o = {});
  /// For messages of `registry`, which is kept alive. (Messages of another one are written too, more slowly.)
  explicit writer(const schema::registry& registry, write_options o = {});

  /// Appends the message. It must be valid (as read without an error, or as `check` found it): what is written then
  /// reads back equal. False, and `out` unchanged, when the message is empty, refused by `check`, or the prefix is no name.
  bool write(const message&, std::string& out) const;
  /// As `write`, for a message known to be checked: the check is not repeated.
  void write_checked(const message&, std::string& out) const;

 private:
  write_options options_;
  std::shared_ptr<const codec::write_plan> plan_;
};

/// Judges a built (or read) struct by the same tables and leaf checks as reading does; paths in the issues, no positions.
report check(const message&);

}  // namespace iso20022
