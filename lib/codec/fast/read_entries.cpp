#include "codec/fast/fast_reader.hpp"
#include "codec/fast/start_tag.hpp"

#include <algorithm>

namespace iso20022::fast {

outcome read_entries(session& s, const char* data, const char* end, std::uint32_t row, std::uint32_t above,
                     std::vector<session::found_entry>& found) {
  found.clear();
  const auto size = static_cast<std::size_t>(end - data);
  if (size > s.limits.text_bytes || s.limits.elements < size / 7 || size >= (1u << 30) || above + 2 > s.limits.depth ||
      s.limits.attributes < start_tag::max_attributes)
    return outcome::unknown;
  // The index's sentinel names its first byte. That must be no '<', lest the first entry be found again behind the last one.
  static const root_tag unseen;  // nobody knows here what is declared around
  s.root_says = &unseen;
  s.begin = data - 1;
  s.end = end;
  s.window.begin(nullptr);
  s.depth_limit = std::min<std::uint32_t>(s.limits.depth - above, session::max_depth);
  s.entries = &found;
  s.entry_row = s.tables.rows() + row;
  s.entry_begin = data;
  return s.kernel(s, s.root_prefix.length != 0);
}

}  // namespace iso20022::fast
