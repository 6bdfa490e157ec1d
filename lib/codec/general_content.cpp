#include "codec/general_content.hpp"

#include <algorithm>

namespace iso20022::codec {
namespace {

constexpr u32 never = 0xffffffff;

}  // namespace

bool content_model::wide_may_follow(u16 last, u16 particle) const {
  const u32 bit = last == outside ? type_.particles : last;
  const u32 words = particle == outside ? type_.closes_words : tables_.infos()[row(particle)].after_words;
  return tables_.masks()[words + bit / 64] >> (bit % 64) & 1;
}

bool content_model::can_reach(u16 last, u16 particle) const {
  std::vector<bool> reached(size());
  for (u16 p = 0; p < size(); ++p) {
    reached[p] = may_follow(last, p);
    for (u16 before = 0; before < p && !reached[p]; ++before) reached[p] = reached[before] && may_follow(before, p);
    if (p == particle) return reached[p];
  }
  return false;
}

std::vector<content_model::step> content_model::missing(u16 last, u16 target, const u32* counts) const {
  // how many particles that were not there must come behind each one before the target can; `at(outside)`: behind nothing
  std::vector<u32> cost(std::size_t{size()} + 1, never);
  const auto at = [&](u16 p) -> u32& { return cost[p == outside ? size() : p]; };
  const auto through = [&](u16 p) { return at(p) == never ? never : at(p) + (counts[p] == 0); };
  const auto settle = [&](u16 p) {
    if (may_follow(p, target)) at(p) = 0;
    for (u16 next = p == outside ? 0 : p + 1; next < size(); ++next)
      if (at(p) != 0 && may_follow(p, next)) at(p) = std::min(at(p), through(next));
  };
  for (u16 p = size(); p-- > 0;) settle(p);
  settle(outside);

  std::vector<step> steps;
  while (at(last) != 0 && at(last) != never) {
    step alternatives;
    u16 done = outside;
    for (u16 next = last == outside ? 0 : last + 1; next < size(); ++next) {
      if (!may_follow(last, next) || through(next) != at(last)) continue;
      if (counts[next] != 0) done = next;
      else alternatives.push_back(next);
    }
    last = done != outside ? done : alternatives.front();
    if (done == outside) steps.push_back(std::move(alternatives));
  }
  return steps;
}

std::vector<u16> content_model::followers(u16 last) const {
  std::vector<u16> all;
  for (u16 p = 0; p < size(); ++p)
    if (may_follow(last, p)) all.push_back(p);
  return all;
}

}  // namespace iso20022::codec
