#include <iso20022/envelope/seal.hpp>

#include "envelope/path.hpp"
#include "xml/chars.hpp"
#include "xml/tokenizer.hpp"

#include <algorithm>

namespace iso20022::envelope {
namespace {

/// Whether the part's own element says what names without a prefix mean.
bool declares_default(const part& p) {
  struct deaf final : xml::fault_sink {
    void on_fault(xml::fault, const char*, std::string_view, std::string_view) override {}
  } nobody;
  xml::tokenizer tokens;
  tokens.begin(p.bytes.data(), p.bytes.data() + p.bytes.size(), nobody, 1u << 16);
  return tokens.next() == xml::piece::start_tag &&
         (!tokens.tag.prefix.empty() || std::ranges::any_of(tokens.attributes, [](const auto& a) { return a.name.whole == "xmlns"; }));
}

error refusal(std::string why) { return {"ENV-SEAL", std::move(why), {}}; }

class sealer {
 public:
  explicit sealer(const parts& p) : in_(p), form_(*p.form) {}

  result<std::string> run() {
    if (auto why = collect(); !why.empty()) return refusal(std::move(why));
    const struct { const part& what; std::string_view path; const char* name; } all[] = {
        {in_.technical_header, form_.technical_header, "technical header"}, {in_.header, form_.header, "header"}, {in_.document, form_.document, "document"}};
    for (const auto& p : all) {
      if (!p.what) continue;
      if (p.path.empty()) return refusal(std::string(form_.name) + " has no place for a " + p.name);
      auto steps = steps_of(p.path);
      steps.pop_back();
      for (auto& s : steps)
        if (s == any_element) s = in_.wrapper;
      if (std::ranges::any_of(steps, [](std::string_view s) { return !xml::is_ncname(s); })) return refusal("the wrapper has no name");
      go_to(steps);
      out_ += p.what.bytes;
    }
    if (out_.empty()) return refusal("there is nothing to seal");
    go_to({});
    return R"(<?xml version="1.0" encoding="UTF-8"?>)" "\n" + out_;
  }

 private:
  /// What the parts need around them; why that is impossible, else.
  std::string collect() {
    bool some_need_none = false;
    for (const part* p : {&in_.technical_header, &in_.header, &in_.document}) {
      if (!*p) continue;
      const bool own = declares_default(*p);
      bool has_default = own;
      for (const auto& d : p->around) {
        if (d.prefix.empty() ? own : p->bytes.find(std::string(d.prefix) + ':') == std::string_view::npos) continue;
        has_default |= d.prefix.empty();
        const auto known = std::ranges::find(needed_, d.prefix, &declaration::prefix);
        if (known == needed_.end()) needed_.push_back(d);
        else if (known->uri != d.uri) return "the prefix \"" + std::string(d.prefix) + "\" means two namespaces";
      }
      some_need_none |= !has_default;
    }
    const auto wanted = std::ranges::find(needed_, "", &declaration::prefix);
    if (wanted != needed_.end() && some_need_none) return "names without a prefix mean two namespaces";
    if (wanted != needed_.end() ? wanted->uri != form_.namespace_uri : some_need_none) choose_prefix();
    return {};
  }

  /// The default namespace is the parts': the envelope's own elements need a prefix.
  void choose_prefix() {
    if (form_.namespace_uri.empty()) return;
    prefix_ = "e";
    while (std::ranges::find(needed_, std::string_view(prefix_), &declaration::prefix) != needed_.end()) prefix_ += 'e';
  }

  /// Closes and opens elements until `steps` are open.
  void go_to(const std::vector<std::string_view>& steps) {
    const auto [left, right] = std::ranges::mismatch(open_, steps);
    const auto common = left - open_.begin();
    while (open_.size() > static_cast<std::size_t>(common)) {
      ((out_ += "</") += qualified(open_.back())) += '>';
      open_.pop_back();
    }
    for (auto s = steps.begin() + common; s != steps.end(); ++s) {
      (out_ += '<') += qualified(*s);
      if (open_.empty()) declare();
      out_ += '>';
      open_.push_back(*s);
    }
  }

  void declare() {
    const auto one = [&](std::string_view prefix, std::string_view uri) {
      (((out_ += prefix.empty() ? " xmlns" : " xmlns:") += prefix) += "=\"") += uri;
      out_ += '"';
    };
    const bool is_needed = prefix_.empty() && std::ranges::find(needed_, "", &declaration::prefix) != needed_.end();
    if (!form_.namespace_uri.empty() && !is_needed) one(prefix_, form_.namespace_uri);
    for (const auto& d : needed_) one(d.prefix, d.uri);
  }

  std::string qualified(std::string_view local) const { return prefix_.empty() ? std::string(local) : prefix_ + ':' + std::string(local); }

  const parts& in_;
  const wire_form& form_;
  std::vector<declaration> needed_;
  std::string prefix_;
  std::vector<std::string_view> open_;
  std::string out_;
};

}  // namespace

result<std::string> seal(const parts& into) {
  if (!into.form) return refusal("no form was named");
  return sealer(into).run();
}

}  // namespace iso20022::envelope
