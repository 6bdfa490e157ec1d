#include <iso20022/envelope/split.hpp>

#include "check/excerpt.hpp"
#include "envelope/path.hpp"
#include "xml/namespaces.hpp"
#include "xml/tokenizer.hpp"

#include <algorithm>
#include <optional>

namespace iso20022::envelope {
namespace {

/// Follows one path of the form through the document.
struct follower {
  std::vector<std::string_view> steps;
  std::size_t matched = 0;  // steps that are open
  bool done = false;        // its element was there

  /// An element starts at `depth` (0: the root); true: it is the one.
  bool on_start(std::size_t depth, std::string_view local) {
    if (depth != matched || matched == steps.size() || (steps[depth] != any_element && steps[depth] != local)) return false;
    return ++matched == steps.size();
  }
  /// An element at `depth` ends; true: it is the one.
  bool on_end(std::size_t depth) {
    if (depth >= matched) return false;
    const bool whole = matched == steps.size();
    matched = depth;
    return whole && depth + 1 == steps.size();
  }
};

class splitter final : xml::fault_sink {
 public:
  splitter(std::string_view bytes, std::span<const wire_form> forms, const read_limits& limits)
      : bytes_(bytes), forms_(forms), limits_(limits) {}

  result<parts> run() {
    if (bytes_.size() > limits_.bytes) fail("ENV-LIMIT", bytes_.data(), "more than " + std::to_string(limits_.bytes) + " bytes");
    tokens_.begin(bytes_.data(), bytes_.data() + bytes_.size(), *this, limits_.attributes);
    if (!error_) tokens_.read_prolog();
    while (!error_ && step()) {}
    if (!error_) check_whole();
    if (error_) return *error_;
    return std::move(found_);
  }

 private:
  bool step() {
    switch (tokens_.next()) {
      case xml::piece::start_tag: on_start(); break;
      case xml::piece::end_tag: on_end_tag(); break;
      case xml::piece::text:
        if (open_.empty() && !tokens_.blank) fail("ENV-XML", tokens_.at, "text outside of the root");
        break;
      case xml::piece::cdata:
        if (open_.empty()) fail("ENV-XML", tokens_.at, "text outside of the root");
        break;
      case xml::piece::finish: return false;
      default: break;
    }
    return true;
  }

  void on_start() {
    const auto depth = open_.size();
    if (depth >= limits_.depth) return fail("ENV-LIMIT", tokens_.at, "more than " + std::to_string(limits_.depth) + " open elements");
    if (tokens_.too_many_attributes) return fail("ENV-LIMIT", tokens_.at, "more than " + std::to_string(limits_.attributes) + " attributes");
    const auto around = scope_.size();
    for (const auto& a : tokens_.attributes)
      if (a.name.whole == "xmlns" || a.name.prefix == "xmlns") scope_.declare({a.name.prefix.empty() ? "" : a.name.local, a.raw, 0});
    open_.push_back({tokens_.tag.whole, around, tokens_.at});
    if (depth == 0 && !open_root()) return;
    const auto local = tokens_.tag.local;
    if (wrapper_.on_start(depth, local)) wrapper_name_ = local, holds_part_ = false;
    for (auto& [way, into] : ways_)
      if (way.on_start(depth, local)) begin_part(way, found_.*into, around);
    if (tokens_.self_closing) close();
  }

  /// The first element says the form. A second one is possible where the form has no root of its own.
  bool open_root() {
    if (found_.form) {
      const bool next = std::ranges::any_of(ways_, [&](const auto& w) { return !w.first.done && w.first.steps[0] == tokens_.tag.local; });
      if (!next) fail("ENV-XML", tokens_.at, "a second root, " + std::string(tokens_.tag.whole));
      return next;
    }
    const auto uri = namespace_of_tag();
    for (const auto& f : forms_) {
      const auto first = steps_of(f.header.empty() ? f.document : f.header);
      if (first.empty() || first[0] != tokens_.tag.local || (!f.namespace_uri.empty() && f.namespace_uri != uri)) continue;
      found_.form = &f;
      const std::pair<std::string_view, part parts::*> all[] = {
          {f.technical_header, &parts::technical_header}, {f.header, &parts::header}, {f.document, &parts::document}};
      for (const auto& [path, into] : all)
        if (!path.empty()) ways_.push_back({{steps_of(path)}, into});
      wrapper_.steps = steps_of(f.document);
      const auto any = std::ranges::find(wrapper_.steps, any_element);
      wrapper_.steps.erase(any == wrapper_.steps.end() ? wrapper_.steps.begin() : any + 1, wrapper_.steps.end());
      return true;
    }
    fail("ENV-FORM", tokens_.at, "no envelope starts with " + std::string(tokens_.tag.local) + " of the namespace \"" + std::string(uri) + '"');
    return false;
  }

  void begin_part(follower& way, part& p, std::uint32_t around) {
    if (std::exchange(way.done, true)) return fail("ENV-FORM", tokens_.at, "a second " + std::string(tokens_.tag.local));
    holds_part_ |= std::ranges::find(way.steps, any_element) != way.steps.end();
    p.namespace_uri = namespace_of_tag();
    for (std::uint32_t i = 0; i < around; ++i) {
      const auto& b = scope_[static_cast<int>(i)];
      std::erase_if(p.around, [&](const declaration& d) { return d.prefix == b.prefix; });
      if (!b.uri.empty()) p.around.push_back({b.prefix, b.uri});
    }
  }

  std::string_view namespace_of_tag() const {
    const int i = scope_.find(tokens_.tag.prefix);
    return i < 0 ? std::string_view() : scope_[i].uri;
  }

  void on_end_tag() {
    if (open_.empty() || open_.back().tag != tokens_.tag.whole)
      return fail("ENV-XML", tokens_.at, "</" + std::string(tokens_.tag.whole) + "> ends " + (open_.empty() ? "nothing" : "<" + std::string(open_.back().tag) + ">"));
    close();
  }

  void close() {
    const auto element = open_.back();
    open_.pop_back();
    scope_.pop_to(element.scope);
    const std::string_view whole(element.at, static_cast<std::size_t>(tokens_.position() - element.at));
    const auto depth = open_.size();
    if (depth == 0) found_.root = found_.root.empty() ? whole : std::string_view(found_.root.data(), static_cast<std::size_t>(tokens_.position() - found_.root.data()));
    // the wrapper is the one that holds the parts; of a key exchange, the one that is there
    if (wrapper_.on_end(depth) && (found_.wrapper.empty() || holds_part_)) found_.wrapper = wrapper_name_, found_.wrapper_bytes = whole;
    for (auto& [way, into] : ways_)
      if (way.on_end(depth) && (found_.*into).bytes.empty()) (found_.*into).bytes = whole;
  }

  void check_whole() {
    if (!open_.empty()) return fail("ENV-XML", bytes_.data() + bytes_.size(), "the end comes before </" + std::string(open_.back().tag) + ">");
    if (!found_.form) return fail("ENV-XML", bytes_.data() + bytes_.size(), "there is no element");
    const bool alone = found_.form->header.find('/') == std::string_view::npos;  // header or document without an envelope
    if (found_.header || found_.document ? (found_.header && found_.document) || alone : !found_.wrapper.empty()) return;
    fail("ENV-FORM", bytes_.data() + bytes_.size(), std::string(found_.form->name) + " without " + (found_.header ? "a document" : "a header"));
  }

  void on_fault(xml::fault, const char* at, std::string_view found, std::string_view expected) override {
    fail("ENV-XML", at, "found " + (found.empty() ? std::string("the end") : check::shorten(found)) + ", expected " + std::string(expected));
  }

  void fail(std::string code, const char* at, std::string what) {
    if (error_) return;  // what comes behind the first follows from it
    check::line_counter lines(bytes_);
    lines.walk_to(static_cast<std::size_t>(at - bytes_.data()));
    error_ = error{std::move(code), std::move(what), std::to_string(lines.line()) + ":" + std::to_string(lines.column())};
  }

  struct element { std::string_view tag; std::uint32_t scope; const char* at; };

  std::string_view bytes_;
  std::span<const wire_form> forms_;
  const read_limits& limits_;
  xml::tokenizer tokens_;
  xml::namespaces scope_;
  std::vector<element> open_;
  std::vector<std::pair<follower, part parts::*>> ways_;
  follower wrapper_;
  std::string_view wrapper_name_;  // of the one that is open
  bool holds_part_ = false;        // it does
  parts found_;
  std::optional<error> error_;
};

}  // namespace

result<parts> split(std::string_view bytes, std::span<const wire_form> forms, const read_limits& limits) {
  return splitter(bytes, forms, limits).run();
}

}  // namespace iso20022::envelope
