// Runs of entries, read the fast way.
//
// A run reaches from the entry at hand to the last end tag of its name that is at hand. The fast reader finds the ends
// itself, and proves by its count of texts that nothing stands between the entries; so the end is only a guess, and a
// wrong one (in a comment, of an element further in) costs time, not truth.
#include "codec/stream_state.hpp"

#include "codec/fast/start_tag.hpp"

#include <algorithm>

namespace iso20022 {

namespace {

constexpr std::size_t no_end = std::string_view::npos;

/// Behind the last `</tag>` in `s` that ends in its first `most` bytes; else behind the first one at all.
std::size_t behind_end_tag(std::string_view s, std::string_view end_tag, std::size_t most) {
  auto at = s.substr(0, most).rfind(end_tag);
  if (at == no_end && most < s.size()) at = s.find(end_tag, most > end_tag.size() ? most - end_tag.size() : 0);
  return at == no_end ? no_end : at + end_tag.size();
}

}  // namespace

stream::state::attempt stream::state::run() {
  codec::stream_run r;
  if (!general.may_run(r)) return attempt::none;
  const auto& w = position.window;
  const std::uint64_t offset = w.offset + static_cast<std::uint64_t>(r.at - w.data);
  if (offset == not_fast || !fast::make_prefix(r.tag.substr(0, r.prefix_length), fast.root_prefix)) return attempt::none;
  const char* const end = find_run_end(r);
  if (!end) return is_last || static_cast<std::uint64_t>(w.end - r.at) > options.entry_bytes ? attempt::none : attempt::wait;
  if (read_run(r, end)) {
    run_bytes = std::min(run_bytes * 8, options.buffer_bytes);
  } else {
    // those before the one that is unusual, if any, are read again and proven
    run_bytes = 1;
    not_fast = w.offset + static_cast<std::uint64_t>(fast.entry_begin - w.data);
    const std::string_view before(r.at, static_cast<std::size_t>(fast.entry_begin - r.at));
    const auto behind = before.rfind('>');
    if (behind == no_end || !read_run(r, r.at + behind + 1)) {
      found.clear();
      given = 0;
      not_fast = offset;
      return attempt::none;
    }
  }
  given = 0;
  first_index = r.first_index;
  general.accept_run(static_cast<std::uint32_t>(found.size()), fast.end);
  return attempt::done;
}

/// Null: the entry at hand does not end in what is at hand.
const char* stream::state::find_run_end(const codec::stream_run& r) {
  end_tag.assign("</").append(r.tag).append(">");
  const std::string_view ahead(r.at, static_cast<std::size_t>(position.window.end - r.at));
  const auto offset = position.window.offset + static_cast<std::uint64_t>(r.at - position.window.data);
  // what was searched before, for this entry, is not searched again
  const auto skip = searched_for == offset && searched_to > offset + end_tag.size()
                        ? static_cast<std::size_t>(searched_to - offset) - end_tag.size()
                        : 0;
  const auto most = std::min<std::size_t>(run_bytes, options.limits.text_bytes);
  const auto behind = behind_end_tag(ahead.substr(skip), end_tag, most > skip ? most - skip : 0);
  if (behind == no_end) {
    searched_for = offset;
    searched_to = offset + ahead.size();
    return nullptr;
  }
  return r.at + skip + behind;
}

bool stream::state::read_run(const codec::stream_run& r, const char* end) {
  entry_memory.reset();
  entry_memory.source = position.window.data;
  fast.input = position.window.data;
  fast.input_offset = position.window.offset;
  if (fast::read_entries(fast, r.at, end, r.row, static_cast<std::uint32_t>(r.depth), found) != fast::outcome::valid)
    return false;
  const auto fits = [&](std::size_t i) {
    const char* const behind = i + 1 < found.size() ? found[i + 1].at : end;
    return static_cast<std::uint64_t>(behind - found[i].at) <= options.entry_bytes;
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i < r.most && fits(i)) continue;
    fast.entry_begin = found[i].at;
    return false;
  }
  return true;
}

}  // namespace iso20022
