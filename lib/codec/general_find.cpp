#include "codec/general_find.hpp"

#include "codec/access_path.hpp"
#include "xml/tokenizer.hpp"

#include <cstdint>
#include <vector>

namespace iso20022::codec {
namespace {

/// Empty: this is no path.
std::vector<step> all_steps(std::string_view path) {
  std::vector<step> all;
  steps way(path);
  for (step s; way.next(s);) {
    if (s.is_attribute && !way.at_end()) return {};
    all.push_back(s);
  }
  if (way.malformed()) all.clear();
  return all;
}

class path_walk final : xml::fault_sink {
 public:
  path_walk(std::string_view input, std::vector<step> way) : steps_(std::move(way)) {
    if (!steps_.empty() && steps_.back().is_attribute) {
      attribute_ = steps_.back().name;
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
  return path_walk(input, all_steps(path)).run();
}

}  // namespace iso20022::codec
