// Values of simple types.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generate.hpp"

namespace iso20022::judge {

/// Draws values that the facets of a simple type allow. Values are plain text (UTF-8, not escaped).
class value_source {
 public:
  value_source(schema::image i, random& r, const generate_options& o) : image_(i), r_(r), options_(o) {}

  std::string value(const schema::simple&);
  /// As `value`, as XML: characters that need it, and some that do not, are written as references.
  std::string xml(const schema::simple&);
  /// A text of `length` code points; `special`: with characters that need care.
  std::string text(unsigned length, bool special);
  std::string decimal(const schema::simple&);
  /// A value that pattern `dfa` accepts, of a length within the bounds; none when none was found.
  std::optional<std::string> by_pattern(const schema::dfa&, unsigned min, unsigned max);

 private:
  unsigned length(unsigned min, unsigned max);
  std::string patterned(const schema::simple&);
  std::string base64(const schema::simple&);
  std::string boolean();
  std::string zone();
  std::string date();
  std::string month();
  std::string time();
  std::string year();
  std::string special_character();

  schema::image image_;
  random& r_;
  const generate_options& options_;
  const std::vector<unsigned>& distances(const schema::dfa&);
  unsigned next_byte(const schema::dfa&, unsigned state, unsigned room);

  unsigned ids_ = 0;
  std::map<const schema::dfa*, std::vector<unsigned>> distances_;
};

/// Code points of `s`.
unsigned code_points(std::string_view s);
/// `text` as XML; now and then a harmless character becomes a reference when `r` is given.
std::string to_xml(std::string_view text, random* r);
/// Is decimal `d` within the bounds of the type?
bool within(const schema::simple&, std::string_view d);
/// Does the automaton accept `s`?
bool accepts(schema::image, const schema::dfa&, std::string_view s);

}  // namespace iso20022::judge
