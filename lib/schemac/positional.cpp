// Patterns as classes by position.
#include "schemac/pattern.hpp"
#include "schemac/regex.hpp"

#include <algorithm>

namespace iso20022::schemac {
namespace {

using schema::u32;
using schema::u64;
using schema::u8;

constexpr std::size_t max_length = 63, max_forms = 8;

/// One form while it grows: a class for each position, and the lengths at which it may end.
struct form {
  std::vector<const code_points*> classes;
  u64 lengths = 1;  // bit n: may end after n bytes
};
using forms = std::vector<form>;

bool append(const regex&, forms&);

/// `r` min to max times behind each form: the forms are multiplied out; `merge` makes one of those that share a head.
bool append_repeat(const regex& r, forms& out) {
  if (r.max == schema::unbounded) return false;
  forms done, now = out;
  for (u32 i = 0; i <= r.max; ++i) {
    if (i >= r.min) done.insert(done.end(), now.begin(), now.end());
    if (done.size() > 256 || (i < r.max && !append(r.parts[0], now))) return false;
  }
  out = std::move(done);
  return true;
}

bool append(const regex& r, forms& all) {
  switch (r.kind) {
    case regex::form::set:
      if (r.set.ranges.empty() || r.set.ranges.size() > 4 || r.set.ranges.back().last > 0x7E) return false;
      for (auto& f : all) {
        if (f.classes.size() == max_length) return false;
        f.classes.push_back(&r.set);
        f.lengths = u64{1} << f.classes.size();
      }
      return true;
    case regex::form::sequence:
      return std::all_of(r.parts.begin(), r.parts.end(), [&](const regex& part) { return append(part, all); });
    case regex::form::choice: {
      forms done;
      for (const auto& part : r.parts) {
        forms branch = all;
        if (!append(part, branch)) return false;
        done.insert(done.end(), branch.begin(), branch.end());
      }
      all = std::move(done);
      return all.size() <= 256;
    }
    case regex::form::repeat: return append_repeat(r, all);
  }
  return false;
}

bool same_class(const code_points* a, const code_points* b) {
  return std::equal(a->ranges.begin(), a->ranges.end(), b->ranges.begin(), b->ranges.end(),
                    [](auto x, auto y) { return x.first == y.first && x.last == y.last; });
}
bool starts_with(const form& longer, const form& shorter) {
  return longer.classes.size() >= shorter.classes.size() &&
         std::equal(shorter.classes.begin(), shorter.classes.end(), longer.classes.begin(), same_class);
}

/// A form that is the head of a longer one becomes one of its lengths.
forms merge(forms all) {
  std::stable_sort(all.begin(), all.end(), [](const form& a, const form& b) { return a.classes.size() > b.classes.size(); });
  forms kept;
  for (const auto& f : all) {
    const auto host = std::find_if(kept.begin(), kept.end(), [&](const form& k) { return starts_with(k, f); });
    if (host == kept.end()) kept.push_back(f);
    else host->lengths |= f.lengths;
  }
  return kept;
}

schema::positional lay_out(const form& f) {
  schema::positional out{};
  for (std::size_t i = 0; i < 64; ++i) {
    const auto& ranges = f.classes[std::min(i, f.classes.size() - 1)]->ranges;
    out.ranges = std::max(out.ranges, static_cast<u32>(ranges.size()));
    for (std::size_t r = 0; r < 4; ++r) {  // unused ranges repeat the last: they must not accept more
      const auto& range = ranges[std::min(r, ranges.size() - 1)];
      out.low[r][i] = static_cast<u8>(range.first);
      out.width[r][i] = static_cast<u8>(range.last - range.first);
    }
  }
  out.lengths = f.lengths;
  return out;
}

}  // namespace

std::vector<schema::positional> positional_forms(std::string_view s, u32 min_len, u32 max_len) {
  const auto parsed = parse_regex(s);
  forms all(1);
  if (!parsed || !append(*parsed, all)) return {};
  std::vector<schema::positional> out;
  for (auto& f : merge(std::move(all))) {
    for (u32 n = 0; n < 64; ++n)
      if (n < min_len || n > max_len) f.lengths &= ~(u64{1} << n);
    if (f.lengths && !f.classes.empty()) out.push_back(lay_out(f));
  }
  if (out.size() > max_forms) return {};
  for (std::size_t i = 0; i < out.size(); ++i) out[i].alternatives = static_cast<u32>(out.size() - 1 - i);
  return out;
}

}  // namespace iso20022::schemac
