// Root start tags. There are few of them: one a kind of message and sender, mostly; so what they say is kept.
#pragma once

#include "schema/tables.hpp"
#include "xml/namespaces.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::fast {

/// A prefix with its colon, as the low bytes of a word ("p8:"); length 0: the default namespace.
struct prefix { std::uint64_t word = 0, mask = 0; std::uint32_t length = 0; };

/// What one says.
struct root_tag {
  struct declaration { fast::prefix name; std::string_view uri; };

  std::string text;                   // from '<' to '>'; empty: not known
  const schema::root* root = nullptr;
  std::uint32_t index = 0;            // of the root
  fast::prefix prefix;
  std::vector<declaration> prefixes;  // those that elements further in may use
  std::vector<xml::namespaces::binding> declared;  // all of it, into `text`
};

/// Those seen last. Allocates nothing while they are the same.
class root_tags {
 public:
  /// The one at p, a '<'; null: not the usual form, no root of the tables, or it does not end before `end`.
  const root_tag* find(const schema::image&, const char* p, const char* end);

 private:
  static constexpr std::size_t longest = 4096;  // bounds the memory

  root_tag tags_[64];
};

}  // namespace iso20022::fast
