// Whether a value may be written: its text is XML and what its type asks for, and reading that text gives the value.
#pragma once

#include "codec/access_slot.hpp"
#include "codec/leaf.hpp"

namespace iso20022::codec {

enum class value_verdict : std::uint8_t {
  ok,
  bad_leaf,       // leaf: see `leaf_status`
  bad_character,  // not UTF-8, or no character of XML
  too_long,       // longer than readers accept
  blanks,         // white space that readers drop
  differs,        // the text says something else than the value: one was changed without the other
};

struct value_finding {
  value_verdict verdict = value_verdict::ok;
  leaf_status leaf = leaf_status::ok;
};

/// `text` is what `text_of` says about `slot`.
value_finding check_value(const schema::image&, const schema::simple&, const std::byte* slot, std::string_view text);

/// Whether all of `s` is UTF-8 and characters of XML 1.0; `bad` is the first byte that is not.
bool is_xml_text(std::string_view s, std::size_t& bad);

}  // namespace iso20022::codec
