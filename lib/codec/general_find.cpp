#include "codec/general_find.hpp"

#include "xml/tokenizer.hpp"

#include <cstdint>
#include <vector>

namespace iso20022::codec {
namespace {

struct step {
  std::string_view name;
  std::uint32_t index = 1;
};

/// False: this is no path.
bool parse(std::string_view path, std::vector<step>& steps) {
  while (!path.empty()) {
    if (path.front() != '/') return false;
    path.remove_prefix(1);
    auto part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    step s{part};
    if (part.ends_with(']')) {
      const auto open = part.find('[');
      if (open == part.npos || part.size() - open < 3 || part.size() - open > 11) return false;
      s.name = part.substr(0, open);
      std::uint64_t n = 0;
      for (const char c : part.substr(open + 1, part.size() - open - 2)) {
        if (c < '0' || c > '9') return false;
        n = n * 10 + static_cast<std::uint64_t>(c - '0');
      }
      if (n == 0 || n > 0xffffffffu) return false;
      s.index = static_cast<std::uint32_t>(n);
    }
    if (s.name.empty()) return false;
    steps.push_back(s);
  }
  return !steps.empty();
}

class path_walk final : xml::fault_sink {
 public:
  path_walk(std::string_view input, std::vector<step> steps) : steps_(std::move(steps)) {
    if (steps_.back().name.starts_with('@')) {
      attribute_ = steps_.back().name.substr(1);
      steps_.pop_back();
    }
    tokens_.begin(input.data(), input.data() + input.size(), *this, 1u << 16);
  }

  std::optional<std::string_view> run() {
    if (steps_.empty() || !tokens_.read_prolog()) return {};
    for (;;) {
      const auto p = tokens_.next();
      if (p == xml::piece::finish) return {};
      if (p == xml::piece::start_tag) on_start();
      if (found_ && begin_ && !attribute_.empty()) return attribute();
      const bool ends = p == xml::piece::end_tag || (p == xml::piece::start_tag && tokens_.self_closing);
      if (ends && on_end()) return std::string_view(begin_, static_cast<std::size_t>(tokens_.position() - begin_));
    }
  }

 private:
  void on_start() {
    if (depth_++ != matched_ || found_) return;
    const auto& s = steps_[matched_];
    if (tokens_.tag.local != s.name || ++count_ != s.index) return;
    count_ = 0;
    if (++matched_ < steps_.size()) return;
    found_ = true;
    begin_ = tokens_.at;
  }
  /// True: the element that was looked for ends here.
  bool on_end() {
    if (depth_ == 0) return false;
    --depth_;
    if (found_) return depth_ + 1 == matched_;
    // an ancestor ends without it: no other element has this path
    if (depth_ < matched_) count_ = steps_[--matched_].index;
    return false;
  }
  std::optional<std::string_view> attribute() const {
    for (const auto& a : tokens_.attributes)
      if (a.name.local == attribute_ && a.name.prefix != "xmlns")
        return std::string_view(a.at, static_cast<std::size_t>(a.raw.data() + a.raw.size() + 1 - a.at));
    return {};
  }
  void on_fault(xml::fault, const char*, std::string_view, std::string_view) override {}

  xml::tokenizer tokens_;
  std::vector<step> steps_;
  std::string_view attribute_;
  std::size_t depth_ = 0, matched_ = 0;
  std::uint32_t count_ = 0;
  bool found_ = false;
  const char* begin_ = nullptr;
};

}  // namespace

std::optional<std::string_view> find_path(std::string_view input, std::string_view path) {
  std::vector<step> steps;
  if (!parse(path, steps)) return {};
  return path_walk(input, std::move(steps)).run();
}

}  // namespace iso20022::codec
