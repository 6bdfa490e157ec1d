#include "schemac/content.hpp"

#include <algorithm>

namespace iso20022::schemac {

namespace {

using form = particle::form;

bool is_group(const particle& p) { return p.kind == form::sequence || p.kind == form::choice; }
bool once(const particle& p) { return p.min == 1 && p.max == 1; }
u32 times(u32 a, u32 b) {
  if (a == 0 || b == 0) return 0;
  const u64 product = a == schema::unbounded || b == schema::unbounded ? schema::unbounded : u64{a} * b;
  return product < schema::unbounded ? static_cast<u32>(product) : schema::unbounded;
}
std::size_t living(const particle& p) {
  return static_cast<std::size_t>(std::ranges::count_if(p.members, [](const particle& m) { return m.max != 0; }));
}

/// Positions that can come first and last, and whether nothing at all will do.
struct fragment {
  std::vector<std::size_t> first, last;
  bool nullable = true;
};

class flattener {
 public:
  flattener(const place& where, problems& found) : where_(where), found_(found) {}

  content_model run(const particle& body) {
    const auto whole = build(body, body.min, body.max, true);
    const std::size_t n = model_.leaves.size();
    for (std::size_t i = 0; i < n; ++i) model_.leaves[i].after = as_set(after_[i], n);
    for (const auto i : whole.first) insert(model_.leaves[i].after, n);
    model_.closes_after = as_set(whole.last, n);
    if (whole.nullable) insert(model_.closes_after, n);
    model_.is_choice = is_choice(body);
    return std::move(model_);
  }

 private:
  static position_set as_set(const std::vector<std::size_t>& bits, std::size_t n) {
    position_set s(n / 64 + 1);
    for (const auto b : bits) insert(s, b);
    return s;
  }

  static bool is_choice(const particle& p) {
    if (p.kind == form::sequence && once(p) && p.members.size() == 1 && is_group(p.members[0]))
      return is_choice(p.members[0]);
    return p.kind == form::choice && p.max == 1 && !p.members.empty() &&
           std::ranges::all_of(p.members, [](const particle& m) { return m.kind == form::element && m.max != 0; });
  }

  /// `p` with the counts given, which may be those of groups around it.
  fragment build(const particle& p, u32 min, u32 max, bool mandatory) {
    if (max == 0) return {};
    mandatory &= min > 0;
    if (!is_group(p)) return leaf(p, min, max, mandatory);
    const auto members = living(p);
    if (members == 0) return {};
    if (members == 1) return single(p, min, max, mandatory);
    if (max > 1)
      found_.push_back({"SCHEMA-REFUSED", "a group of several particles that repeats is not supported", where_});
    auto f = p.kind == form::sequence ? sequence(p, mandatory) : choice(p);
    f.nullable |= min == 0;
    return f;
  }

  fragment leaf(const particle& p, u32 min, u32 max, bool mandatory) {
    const auto i = model_.leaves.size();
    model_.leaves.push_back({&p, min, max, mandatory, {}});
    after_.emplace_back();
    if (max > 1) after_[i].push_back(i);
    return {{i}, {i}, min == 0};
  }

  /// A group around one particle: the counts of both make one.
  fragment single(const particle& group, u32 min, u32 max, bool mandatory) {
    const auto& p = *std::ranges::find_if(group.members, [](const particle& m) { return m.max != 0; });
    if (max == 1 && p.min > 1) {  // nothing, or at least two
      auto f = build(p, p.min, p.max, mandatory);
      f.nullable |= min == 0;
      return f;
    }
    if (max > 1 && p.min > 1)
      found_.push_back({"SCHEMA-REFUSED", "a repeated group around an element that repeats", where_});
    return build(p, times(min, p.min), times(max, p.max), mandatory);
  }

  fragment sequence(const particle& p, bool mandatory) {
    fragment all;
    for (const auto& m : p.members) {
      const auto f = build(m, m.min, m.max, mandatory);
      link(all.last, f.first);
      if (all.nullable) all.first.insert(all.first.end(), f.first.begin(), f.first.end());
      if (!f.nullable) all.last.clear();
      all.last.insert(all.last.end(), f.last.begin(), f.last.end());
      all.nullable &= f.nullable;
    }
    return all;
  }

  fragment choice(const particle& p) {
    fragment all{{}, {}, false};
    for (const auto& m : p.members) {
      if (m.max == 0) continue;
      const auto f = build(m, m.min, m.max, false);
      all.first.insert(all.first.end(), f.first.begin(), f.first.end());
      all.last.insert(all.last.end(), f.last.begin(), f.last.end());
      all.nullable |= f.nullable;
    }
    return all;
  }

  void link(const std::vector<std::size_t>& before, const std::vector<std::size_t>& next) {
    for (const auto n : next) after_[n].insert(after_[n].end(), before.begin(), before.end());
  }

  const place& where_;
  problems& found_;
  content_model model_;
  std::vector<std::vector<std::size_t>> after_;
};

}  // namespace

content_model flatten(const particle& body, const place& where, problems& found) {
  return flattener(where, found).run(body);
}

}  // namespace iso20022::schemac
