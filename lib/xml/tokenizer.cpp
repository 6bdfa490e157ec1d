#include "xml/tokenizer.hpp"

#include "xml/chars.hpp"

#include <algorithm>
#include <cstring>

namespace iso20022::xml {
namespace {

std::string_view between(const char* b, const char* e) { return {b, static_cast<std::size_t>(e - b)}; }

/// Where `what` stands in [p, end); `end` when it does not.
const char* find(const char* p, const char* end, std::string_view what) {
  const auto at = between(p, end).find(what);
  return at == std::string_view::npos ? end : p + at;
}

}  // namespace

void tokenizer::begin(const char* p, const char* end, fault_sink& sink, std::size_t most_attributes) {
  at = p_ = p;
  end_ = end;
  sink_ = &sink;
  most_attributes_ = most_attributes;
  ascii_only_ = cut_off = hangs_on_more_ = false;
}

void tokenizer::report(fault f, const char* where, std::size_t length, std::string_view expected) {
  complained_ = true;
  length = std::min(length, static_cast<std::size_t>(end_ - where));
  sink_->on_fault(f, where, {where, length}, expected);
}

void tokenizer::report_here(fault f, const char* where, std::string_view expected) {
  const char* e = where;
  while (e < end_ && e - where < 40 && !is_white(*e) && (e == where || (*e != '>' && *e != '<'))) ++e;
  report(f, where, static_cast<std::size_t>(e - where), expected);
}

bool tokenizer::starts_with(std::string_view s) const {
  return static_cast<std::size_t>(end_ - p_) >= s.size() && std::memcmp(p_, s.data(), s.size()) == 0;
}

piece tokenizer::next() {
  at = p_;
  hangs_on_more_ = false;
  if (p_ == end_) return finish(false);
  if (*p_ != '<') return read_text(p_);
  if (end_ - p_ < 2) {
    report(fault::syntax, p_, 1, "a tag");
    p_ = end_;
    return finish(true);
  }
  const char c = p_[1];
  if (c == '/') return read_end_tag();
  if (c == '!' || c == '?') return read_markup();
  return read_start_tag();
}

piece tokenizer::finish(bool cut) {
  cut_off |= cut;
  return piece::finish;
}

piece tokenizer::unterminated(fault f, std::string_view expected) {
  report(f, at, 9, expected);
  p_ = end_;
  return finish(true);
}

piece tokenizer::read_markup() {
  if (p_[1] == '?') return read_instruction();
  if (starts_with("<!--")) return read_comment();
  if (starts_with("<![CDATA[")) return read_cdata();
  if (starts_with("<!DOCTYPE")) return read_doctype();
  report_here(fault::syntax, p_, "a tag, a comment or a CDATA section");
  faulty = true;
  const auto result = read_text(p_ + 1);
  faulty = true;
  return result;
}

piece tokenizer::read_comment() {
  const char* const body = p_ + 4;
  const char* const dashes = find(body, end_, "--");
  if (end_ - dashes < 3) return unterminated(fault::comment, "--> at the end of the comment");
  const char* close = dashes;
  if (dashes[2] != '>') {
    close = find(dashes, end_, "-->");
    if (close == end_) return unterminated(fault::comment, "--> at the end of the comment");
    report(fault::comment, dashes, 3, "no -- inside of a comment");
  }
  check_characters(body, close);
  p_ = close + 3;
  return piece::comment;
}

piece tokenizer::read_cdata() {
  const char* const body = p_ + 9;
  const char* const close = find(body, end_, "]]>");
  if (close == end_) return unterminated(fault::cdata, "]]> at the end of the section");
  content = between(body, close);
  plain = content.find('\r') == content.npos;
  blank = faulty = false;
  check_characters(body, close);
  p_ = close + 3;
  return piece::cdata;
}

/// Refused; its end is found so that the message behind it can be read.
piece tokenizer::read_doctype() {
  report(fault::doctype, p_, 60, "no DOCTYPE");
  int brackets = 0;
  for (const char* p = p_; p < end_; ++p) {
    if (*p == '"' || *p == '\'') {
      p = std::find(p + 1, end_, *p);
      if (p == end_) break;
    } else if (*p == '[') {
      ++brackets;
    } else if (*p == ']') {
      --brackets;
    } else if (*p == '>' && brackets <= 0) {
      p_ = p + 1;
      return piece::doctype;
    }
  }
  p_ = end_;
  return finish(true);
}

piece tokenizer::read_instruction() {
  const char* const name = p_ + 2;
  const char* const close = find(name, end_, "?>");
  if (close == end_) return unterminated(fault::processing_instruction, "?> at its end");
  const char* const behind = skip_name(name, close);
  const auto target = between(name, behind);
  if (target.empty()) report_here(fault::processing_instruction, name, "a name behind <?");
  else if (behind < close && !is_white(*behind))
    report_here(fault::processing_instruction, name, "a name without a colon, then a blank");
  else if (target.size() == 3 && (target[0] | 32) == 'x' && (target[1] | 32) == 'm' && (target[2] | 32) == 'l')
    report_here(fault::declaration, at,
                "an XML declaration stands at the very beginning, is written in small letters, and comes once");
  check_characters(name, close);
  p_ = close + 2;
  return piece::instruction;
}

void tokenizer::go_back(place to) {
  p_ = at = to.position;
  ascii_only_ = to.ascii_only;
  cut_off = false;
}

void tokenizer::move(std::ptrdiff_t distance, const char* end) {
  p_ += distance;
  at += distance;
  end_ = end;
}

}  // namespace iso20022::xml
