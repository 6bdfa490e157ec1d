#include "schemac/graph.hpp"

#include <algorithm>

namespace iso20022::schemac {

namespace {

class tarjan {
 public:
  explicit tarjan(const std::vector<std::vector<int>>& edges)
      : edges_(edges), index_(edges.size(), -1), low_(edges.size()), group_(edges.size(), -1) {}

  std::vector<int> run() {
    for (std::size_t i = 0; i < edges_.size(); ++i)
      if (index_[i] < 0) visit(i);
    return std::move(group_);
  }

 private:
  void visit(std::size_t v) {
    index_[v] = low_[v] = next_++;
    stack_.push_back(v);
    for (const int e : edges_[v]) {
      const auto w = static_cast<std::size_t>(e);
      if (index_[w] < 0) visit(w);
      if (group_[w] < 0) low_[v] = std::min(low_[v], low_[w]);
    }
    if (low_[v] != index_[v]) return;
    for (;;) {
      const auto w = stack_.back();
      stack_.pop_back();
      group_[w] = static_cast<int>(v);
      if (w == v) return;
    }
  }

  const std::vector<std::vector<int>>& edges_;
  std::vector<int> index_, low_, group_;
  std::vector<std::size_t> stack_;
  int next_ = 0;
};

}  // namespace

std::vector<int> strong_components(const std::vector<std::vector<int>>& edges) { return tarjan(edges).run(); }

}  // namespace iso20022::schemac
