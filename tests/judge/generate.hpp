// Valid messages of every kind, made from the tables alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "random.hpp"
#include "schema/tables.hpp"
#include "xml_out.hpp"

namespace iso20022::judge {

/// `minimal`: only what must be there, texts as short as they may be. `maximal`: everything, texts at their longest (up
/// to a size). `random`: draws.
enum class richness { minimal, maximal, random };

struct generate_options {
  richness how = richness::random;
  xml_style style;
  /// Of a thousand free texts, how many hold an entity or a character beyond ASCII.
  unsigned special_per_mille = 140;
  /// Characters beyond U+FFFF too. (Xerces counts them twice.)
  bool astral = true;
  /// No texts, attributes only where they must be: for looking at structure.
  bool only_structure = false;
  /// A row that the document is to hold, however seldom it would come by itself (0: none; nothing happens when it
  /// cannot).
  unsigned focus = 0;
  /// Elements after which optional ones are left out.
  unsigned elements = 400;
};

/// Where an element of a generated document lies: offsets of its start tag, its content and behind its end tag.
struct placed {
  std::uint32_t row;  // in the image; a wildcard's row for open content
  int parent;         // index in `document::elements`, -1: none
  std::uint32_t begin, content, content_end, end;
  bool leaf;
};

struct document {
  std::string xml;
  std::vector<placed> elements;  // in document order
};

/// A valid document for root `root` of the image; the same for the same seed, everywhere.
document generate(schema::image, unsigned root, const generate_options&, std::uint64_t seed);

/// A style drawn at random: indentation, prefix, new lines, declaration.
xml_style random_style(random&);

}  // namespace iso20022::judge
