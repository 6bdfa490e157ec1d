#include "xml_out.hpp"

namespace iso20022::judge {

xml_out::xml_out(std::string& out, xml_style style) : out_(out), style_(std::move(style)), pretty_(style_.indent != 0) {
  if (!style_.declaration) return;
  out_ += R"(<?xml version="1.0" encoding="UTF-8"?>)";
  if (pretty_) out_ += style_.new_line;
}

void xml_out::new_line(std::size_t depth) {
  if (!pretty_ || out_.empty()) return;
  if (!out_.ends_with(style_.new_line)) out_ += style_.new_line;
  out_.append(depth * style_.indent, ' ');
}

// "p" for the first namespace of a document, "p1", "p2", ... for each one further inside.
std::string xml_out::prefix_for(std::string_view uri) const {
  if (style_.prefix.empty()) return {};
  std::size_t declared = 0;
  for (std::size_t i = 0; i < stack_.size(); ++i) {
    if (stack_[i].uri == uri) return stack_[i].prefix;
    if (i == 0 || stack_[i].uri != stack_[i - 1].uri) ++declared;
  }
  return declared == 0 ? style_.prefix : style_.prefix + std::to_string(declared);
}

void xml_out::start(std::string_view uri, std::string_view name, std::string_view attributes) {
  new_line(stack_.size());
  const bool changes = stack_.empty() ? !uri.empty() : stack_.back().uri != uri;
  const std::string prefix = prefix_for(uri);
  element e{prefix.empty() ? std::string(name) : prefix + ":" + std::string(name), std::string(uri), prefix};
  if (!stack_.empty()) stack_.back().has_children = true;
  out_ += '<';
  out_ += e.tag;
  if (changes) {
    out_ += prefix.empty() ? std::string(" xmlns=\"") : " xmlns:" + prefix + "=\"";
    out_ += uri;
    out_ += '"';
  }
  if (!attributes.empty()) {
    out_ += ' ';
    out_ += attributes;
  }
  stack_.push_back(std::move(e));
}

void xml_out::open(std::string_view name, std::string_view attributes) {
  open_in(std::string(uri()), name, attributes);
}

void xml_out::open_in(std::string_view uri, std::string_view name, std::string_view attributes) {
  start(uri, name, attributes);
  out_ += '>';
}

void xml_out::close() {
  const element e = std::move(stack_.back());
  stack_.pop_back();
  if (e.has_children) new_line(stack_.size());
  out_ += "</";
  out_ += e.tag;
  out_ += '>';
  if (stack_.empty() && pretty_) out_ += style_.new_line;
}

void xml_out::leaf(std::string_view name, std::string_view xml, std::string_view attributes) {
  leaf_in(std::string(uri()), name, xml, attributes);
}

void xml_out::leaf_in(std::string_view uri, std::string_view name, std::string_view xml, std::string_view attributes) {
  start(uri, name, attributes);
  out_ += '>';
  out_ += xml;
  close();
}

void xml_out::empty_in(std::string_view uri, std::string_view name, std::string_view attributes) {
  start(uri, name, attributes);
  out_ += "/>";
  stack_.pop_back();
}

void xml_out::raw(std::string_view xml) {
  new_line(stack_.size());
  if (!stack_.empty()) stack_.back().has_children = true;
  out_ += xml;
}

std::string escape(std::string_view text) {
  std::string r;
  for (const char c : text) {
    if (c == '&')
      r += "&amp;";
    else if (c == '<')
      r += "&lt;";
    else if (c == '>')
      r += "&gt;";
    else
      r += c;
  }
  return r;
}

}  // namespace iso20022::judge
