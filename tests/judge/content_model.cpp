#include "content_model.hpp"

#include <algorithm>
#include <deque>
#include <map>

namespace iso20022::judge {

using schema::u64;

// Narrow types keep one mask whose top bit is the start; wide ones as many words as it takes, the start behind the
// last.
bool content_model::has(u64 mask, schema::u32 words, int last) const {
  if (!type_->wide) return (mask & (last == start ? schema::start_position : image_.rows()[last].bit)) != 0;
  const unsigned bit = last == start ? type_->particles : image_.infos()[last].particle;
  return (image_.masks()[words + bit / 64] >> bit % 64 & 1) != 0;
}

std::vector<int> content_model::next(int last) const {
  std::vector<int> r;
  for (unsigned i = 0; i < type_->row_count; ++i) {
    const int row = static_cast<int>(type_->first_row + i);
    if (row != last && has(image_.rows()[row].after, image_.infos()[row].after_words, last)) r.push_back(row);
  }
  return r;
}

bool content_model::may_end_after(int last) const { return has(type_->closes_after, type_->closes_words, last); }

unsigned content_model::distance(int last, bool longest) const {
  // Positions only ever lead forward, so one pass from the back settles all of them.
  const int first = static_cast<int>(type_->first_row), count = type_->row_count;
  constexpr unsigned unknown = ~0u;
  std::vector<unsigned> best(static_cast<std::size_t>(count) + 1, unknown);
  for (int i = count - 1; i >= -1; --i) {
    const int row = i < 0 ? start : first + i;
    unsigned d = may_end_after(row) ? 0 : unknown;
    for (const int n : next(row)) {
      const unsigned there = best[static_cast<std::size_t>(n - first) + 1];
      if (there == unknown) continue;
      d = d == unknown ? there + 1 : longest ? std::max(d, there + 1) : std::min(d, there + 1);
    }
    best[static_cast<std::size_t>(i + 1)] = d;
    if (row == last) return d;
  }
  return best[0];
}

std::vector<int> content_model::shortest_to(int row) const {
  std::map<int, int> before;
  std::deque<int> open{start};
  while (!open.empty() && !before.contains(row)) {
    const int at = open.front();
    open.pop_front();
    for (const int n : next(at))
      if (before.try_emplace(n, at).second) open.push_back(n);
  }
  std::vector<int> way;
  for (int at = row; at != start && before.contains(at); at = before[at]) way.push_back(at);
  std::ranges::reverse(way);
  return way;
}

std::vector<int> way_to(schema::image i, int root, int target) {
  std::map<unsigned, int> entered_by;  // type, the row that led into it first
  std::deque<unsigned> open{i.rows()[root].type};
  entered_by[open.front()] = root;
  const auto goal = i.infos()[target].owner;
  while (!open.empty() && !entered_by.contains(goal)) {
    const auto& t = i.types()[open.front()];
    open.pop_front();
    for (unsigned r = t.first_row; r < t.first_row + t.row_count; ++r)
      if (const unsigned inner = i.rows()[r].type;
          inner != 0 && entered_by.try_emplace(inner, static_cast<int>(r)).second)
        open.push_back(inner);
  }
  std::vector<int> way{target};
  for (unsigned type = goal; entered_by.contains(type); type = i.infos()[way.back()].owner) {
    if (entered_by[type] == root) return {way.rbegin(), way.rend()};
    way.push_back(entered_by[type]);
  }
  return {};
}

}  // namespace iso20022::judge
