#include "codec/check_value.hpp"

#include "xml/chars.hpp"

#include <iso20022/core/limits.hpp>

namespace iso20022::codec {
namespace {

/// Whether eight bytes are all ASCII and none of them is a control character.
bool is_plain8(const char* p) {
  constexpr u64 ones = 0x0101010101010101u;
  const u64 w = word(reinterpret_cast<const std::byte*>(p));
  return ((w | (w - ones * 0x20)) & ones * 0x80) == 0;
}

/// The largest value of a leaf.
struct alignas(8) scratch {
  std::byte bytes[32] = {};
};

}  // namespace

bool is_xml_text(std::string_view s, std::size_t& bad) {
  const char* p = s.data();
  const char* const end = p + s.size();
  while (p != end) {
    if (end - p >= 8 && is_plain8(p)) {
      p += 8;
      continue;
    }
    std::uint32_t c = 0;
    const unsigned n = xml::decode(p, end, c);
    if (n == 0 || !xml::is_char(c)) return bad = static_cast<std::size_t>(p - s.data()), false;
    p += n;
  }
  return true;
}

value_finding check_value(const schema::image& tables, const schema::simple& s, const std::byte* slot,
                          std::string_view text) {
  std::size_t bad = 0;
  if (!is_xml_text(text, bad)) return {value_verdict::bad_character, {}};
  if (text.size() > read_limits().text_bytes) return {value_verdict::too_long, {}};
  scratch read;
  const auto status = check_leaf(tables, s, text, read.bytes, nullptr);
  if (status != leaf_status::ok) return {value_verdict::bad_leaf, status};
  bool changed = false;
  const auto kept = apply_white_space(s.white_space, text, nullptr, changed);
  if (changed || kept.size() != text.size()) return {value_verdict::blanks, {}};
  if (!same_value(s.value, slot, read.bytes)) return {value_verdict::differs, {}};
  return {};
}

}  // namespace iso20022::codec
