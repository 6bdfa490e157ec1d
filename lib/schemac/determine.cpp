// Nondeterministic automaton to the smallest deterministic one.
#include "schemac/automaton.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace iso20022::schemac {
namespace {

using schema::u32;
using schema::u8;

using state_set = std::vector<u32>;

/// The subset construction: each state of the result is a set of states that can be reached together.
class subsets {
 public:
  subsets(const automaton& a, const byte_classes& classes) : a_(a), classes_(classes), seen_(a.states.size()) {}

  result<deterministic> run() {
    deterministic out{classes_.count, {}, {}};
    number({});
    state_set start{0};
    close(start);
    number(std::move(start));
    std::vector<state_set> reached(classes_.count);
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      const state_set& from = *sets_[i];
      out.accepting.push_back(std::ranges::binary_search(from, a_.final));
      for (auto& r : reached) r.clear();
      for (const u32 s : from) spread(s, reached);
      for (auto& r : reached) {
        close(r);
        out.next.push_back(number(std::move(r)));
      }
      if (sets_.size() > max_states) return error{"PATTERN", "needs more than 60,000 states", ""};
      if (out.next.size() > max_table || steps_ > max_steps)
        return error{"PATTERN", "needs too large a table of states", ""};
    }
    return out;
  }

 private:
  /// Where each class of bytes leads from `s`.
  void spread(u32 s, std::vector<state_set>& reached) {
    for (const auto& e : a_.states[s].edges)
      for (unsigned c = classes_.of[e.first]; c <= classes_.of[e.last]; ++c, ++steps_) reached[c].push_back(e.to);
  }

  /// Adds what free edges reach; drops what is there twice and what no byte leaves; sorts.
  void close(state_set& s) {
    ++round_;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
      const u32 at = s[i];
      if (seen_[at] == round_) continue;
      seen_[at] = round_;
      const auto& free = a_.states[at].free;
      steps_ += 1 + free.size();
      waiting_.assign(free.rbegin(), free.rend());
      if (counts(at)) s[kept++] = at;
      while (!waiting_.empty()) {
        const u32 next = waiting_.back();
        waiting_.pop_back();
        if (seen_[next] == round_) continue;
        seen_[next] = round_;
        const auto& more = a_.states[next].free;
        steps_ += 1 + more.size();
        waiting_.insert(waiting_.end(), more.begin(), more.end());
        if (counts(next)) extra_.push_back(next);
      }
    }
    s.resize(kept);
    s.insert(s.end(), extra_.begin(), extra_.end());
    extra_.clear();
    std::ranges::sort(s);
  }
  bool counts(u32 s) const { return s == 0 || s == a_.final || !a_.states[s].edges.empty(); }

  u32 number(state_set&& s) {
    const auto [at, fresh] = known_.try_emplace(std::move(s), static_cast<u32>(sets_.size()));
    if (fresh) sets_.push_back(&at->first);
    return at->second;
  }

  const automaton& a_;
  const byte_classes& classes_;
  std::map<state_set, u32> known_;
  std::vector<const state_set*> sets_;
  std::vector<u32> seen_;  // by state: the round in which it was met last
  u32 round_ = 0;
  state_set waiting_, extra_;
  std::size_t steps_ = 0;
};

/// Hopcroft's algorithm: blocks of states are split by where one class leads, until nothing tells their members apart.
class blocks {
 public:
  explicit blocks(const deterministic& d) : d_(d), members_(d.size()), place_(d.size()), block_(d.size()) {
    for (u32 s = 0; s < d.size(); ++s) members_[s] = s;
    std::ranges::stable_sort(members_, {}, [&](u32 s) { return d.accepting[s]; });
    for (u32 i = 0; i < members_.size(); ++i) place_[members_[i]] = i;
    all_.push_back({0, static_cast<u32>(d.size()), 0});
    invert();
    const auto refusing = static_cast<u32>(std::ranges::count(d.accepting, 0));
    if (refusing != 0 && refusing != d.size()) split_off(0, refusing);
    is_waiting_.resize(d.size() * d.class_count);
    for (unsigned c = 0; c < d.class_count; ++c)
      for (u32 b = 0; b < all_.size(); ++b) wait(b, c);
  }

  /// By state: its block.
  const std::vector<u32>& run() {
    while (!waiting_.empty()) {
      const auto [splitter, c] = waiting_.back();
      waiting_.pop_back();
      is_waiting_[splitter * d_.class_count + c] = false;
      split_by(splitter, c);
    }
    return block_;
  }

 private:
  struct block { u32 first, last, marked; };  // members_[first, last); those marked stand in front
  struct work { u32 block, letter; };

  /// By class and state: where it is come from.
  void invert() {
    const std::size_t n = d_.size(), k = d_.class_count;
    first_.assign(n * k + 1, 0);
    for (std::size_t i = 0; i < n * k; ++i) ++first_[i % k * n + d_.next[i] + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    sources_.resize(n * k);
    auto next = first_;
    for (std::size_t i = 0; i < n * k; ++i) sources_[next[i % k * n + d_.next[i]]++] = static_cast<u32>(i / k);
  }

  void split_by(u32 splitter, u32 c) {
    touched_.clear();
    came_.clear();
    for (u32 m = all_[splitter].first; m < all_[splitter].last; ++m) {
      const std::size_t to = c * d_.size() + members_[m];
      came_.insert(came_.end(), sources_.begin() + first_[to], sources_.begin() + first_[to + 1]);
    }
    for (const u32 s : came_) mark(s);
    for (const u32 b : touched_) {
      const u32 marked = std::exchange(all_[b].marked, 0), size = all_[b].last - all_[b].first;
      if (marked == size) continue;
      const u32 fresh = split_off(b, all_[b].first + marked);
      const u32 smaller = marked * 2 <= size ? b : fresh;
      for (unsigned letter = 0; letter < d_.class_count; ++letter)
        wait(is_waiting_[b * d_.class_count + letter] ? fresh : smaller, letter);
    }
  }

  void wait(u32 b, u32 letter) {
    waiting_.push_back({b, letter});
    is_waiting_[b * d_.class_count + letter] = true;
  }

  void mark(u32 s) {
    block& b = all_[block_[s]];
    if (b.marked == 0) touched_.push_back(block_[s]);
    const u32 to = b.first + b.marked++, other = members_[to];
    std::swap(members_[place_[s]], members_[to]);
    std::swap(place_[s], place_[other]);
  }

  /// The members of block `b` from `middle` on become a block of their own.
  u32 split_off(u32 b, u32 middle) {
    const auto fresh = static_cast<u32>(all_.size());
    all_.push_back({middle, all_[b].last, 0});
    all_[b].last = middle;
    for (u32 m = middle; m < all_[fresh].last; ++m) block_[members_[m]] = fresh;
    return fresh;
  }

  const deterministic& d_;
  std::vector<u32> members_, place_, block_;  // states by block; state -> where it is there; state -> block
  std::vector<block> all_;
  std::vector<u32> first_, sources_, touched_, came_;
  std::vector<work> waiting_;
  std::vector<bool> is_waiting_;  // by block and letter
};

}  // namespace

byte_classes classes_of(const automaton& a) {
  std::array<bool, 257> border{};
  for (const auto& s : a.states)
    for (const auto& e : s.edges) border[e.first] = border[e.last + 1u] = true;
  byte_classes out{std::vector<u8>(256), 0};
  for (unsigned b = 0; b < 256; ++b) out.of[b] = static_cast<u8>(out.count += b && border[b]);
  ++out.count;
  return out;
}

result<deterministic> determine(const automaton& a, const byte_classes& classes) { return subsets(a, classes).run(); }

deterministic minimal(const deterministic& d) {
  const auto block = blocks(d).run();
  if (block[0] == block[1]) return d;  // matches nothing: kept as it is
  std::vector<u32> number(block.size(), ~0u);
  deterministic out{d.class_count, {}, {}};
  std::vector<u32> first;  // state of each block
  for (u32 s = 0; s < d.size(); ++s) {
    if (number[block[s]] != ~0u) continue;
    number[block[s]] = static_cast<u32>(first.size());
    first.push_back(s);
  }
  for (const u32 s : first) {
    out.accepting.push_back(d.accepting[s]);
    for (unsigned c = 0; c < d.class_count; ++c) out.next.push_back(number[block[d.next[s * d.class_count + c]]]);
  }
  return out;
}

}  // namespace iso20022::schemac
