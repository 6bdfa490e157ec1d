// Start tags, end tags, attributes.
#include "xml/chars.hpp"
#include "xml/tokenizer.hpp"

#include <algorithm>

namespace iso20022::xml {

/// prefix:local or local at p_. Reports a name with too many colons or half of it missing, and takes it as a whole.
bool tokenizer::read_name(qname& out) {
  const char* const first = p_;
  const char* const colon = skip_name(first, end_);
  const char* e = colon;
  out.prefix = {};
  out.local = {first, static_cast<std::size_t>(e - first)};
  if (e < end_ && *e == ':') {
    e = skip_name(colon + 1, end_);
    out.prefix = out.local;
    out.local = {colon + 1, static_cast<std::size_t>(e - colon - 1)};
    const bool more = e < end_ && *e == ':';
    if (out.prefix.empty() || out.local.empty() || more) {
      while (e < end_ && (*e == ':' || skip_name(e, end_) != e)) e = *e == ':' ? e + 1 : skip_name(e, end_);
      report(fault::name, first, static_cast<std::size_t>(e - first), "a name, or prefix:name");
      broken = true;
      out.prefix = {};
      out.local = {first, static_cast<std::size_t>(e - first)};
    }
  }
  out.whole = {first, static_cast<std::size_t>(e - first)};
  if (ascii_only_) check_characters(first, e);
  p_ = e;
  return e != first;
}

piece tokenizer::read_start_tag() {
  broken = complained_ = unclosed = self_closing = too_many_attributes = false;
  attributes.clear();
  ++p_;
  if (!read_name(tag)) {
    report_here(fault::syntax, at, "a tag, or &lt; for the character <");
    const auto result = read_text(at + 1);
    faulty = true;
    return result;
  }
  // the usual end, ahead of everything else
  if (p_ < end_ && *p_ == '>') {
    ++p_;
    return piece::start_tag;
  }
  read_attributes();
  return cut_off ? piece::finish : piece::start_tag;
}

void tokenizer::read_attributes() {
  for (;;) {
    const char* const before = p_;
    p_ = skip_white(p_, end_);
    if (p_ == end_) {
      if (!complained_) report(fault::syntax, at, 40, "> at the end of the tag");
      cut_off = true;
      return;
    }
    if (*p_ == '>') {
      ++p_;
      return;
    }
    if (*p_ == '/' && p_ + 1 < end_ && p_[1] == '>') {
      self_closing = true;
      p_ += 2;
      return;
    }
    if (*p_ == '<') {
      if (!broken) report_here(fault::syntax, p_, "> at the end of the tag before it");
      broken = unclosed = true;
      return;
    }
    if (p_ == before && !broken) report_here(fault::attribute_syntax, p_, "a blank before each attribute"), broken = true;
    if (!read_attribute()) {
      broken = true;
      skip_broken_attribute();
    }
  }
}

/// name = "value"
bool tokenizer::read_attribute() {
  attribute a;
  a.at = p_;
  const bool broken_before = broken;
  if (!read_name(a.name)) {
    if (!broken && p_ < end_) report_here(fault::attribute_syntax, p_, "attributes of the form name=\"value\"");
    return false;
  }
  const bool bad_name = broken && !broken_before;
  p_ = skip_white(p_, end_);
  if (p_ == end_ || *p_ != '=') {
    if (!broken && p_ < end_)
      report(fault::attribute_syntax, a.at, a.name.whole.size(), "attributes of the form name=\"value\"");
    return false;
  }
  p_ = skip_white(p_ + 1, end_);
  if (p_ == end_ || (*p_ != '"' && *p_ != '\'')) {
    if (!broken && p_ < end_) report_here(fault::attribute_syntax, p_, "the attribute's value in quotes");
    return false;
  }
  if (!read_value(a)) return false;
  if (bad_name) return true;
  if (attributes.size() >= most_attributes_) too_many_attributes = true;
  else attributes.push_back(a);
  return true;
}

bool tokenizer::read_value(attribute& a) {
  const char quote = *p_;
  const char* const first = p_ + 1;
  const char* p = first;
  const bool faulty_before = faulty;
  plain = true;
  faulty = false;
  bool reported = false;
  a.raw = {first, 0};
  a.plain = false;
  a.faulty = true;
  while (p < end_ && *p != quote) {
    if (bits_of(*p) & plain_value_bit || *p == '"' || *p == '\'') {
      ++p;
    } else if (*p == '<') {
      // either the quote that closes was forgotten, or the character was not escaped
      const char* const close = std::find_if(p, end_, [&](char c) { return c == quote || c == '>' || c == '\n'; });
      if (!reported) report(fault::attribute_syntax, p, 1, "a closing quote, or &lt; for the character <");
      reported = broken = true;
      hangs_on_more_ |= close == end_;
      if (close == end_ || *close != quote) {
        p_ = p;
        return true;
      }
      p = close;
    } else if (is_white(*p)) {
      plain = false;
      ++p;
    } else {
      p = *p == '&' ? read_reference(p) : read_beyond_ascii(p);
    }
  }
  if (p == end_) {
    report(fault::attribute_syntax, first - 1, 40, "a closing quote");
    p_ = end_;
    cut_off = broken = true;
    return true;
  }
  a.raw = {first, static_cast<std::size_t>(p - first)};
  a.plain = plain;
  a.faulty = faulty || reported;
  faulty = faulty_before;
  p_ = p + 1;
  return true;
}

void tokenizer::skip_broken_attribute() {
  const char* const from = p_;
  while (p_ < end_ && *p_ != '>' && *p_ != '<' && !is_white(*p_) && !(*p_ == '/' && p_ + 1 < end_ && p_[1] == '>')) ++p_;
  if (p_ == from && p_ < end_ && *p_ != '>' && *p_ != '<' && !is_white(*p_)) ++p_;
}

piece tokenizer::read_end_tag() {
  broken = false;
  p_ += 2;
  if (!read_name(tag)) {
    report_here(fault::syntax, at, "the name of an end tag");
    broken = true;
  }
  p_ = skip_white(p_, end_);
  if (p_ < end_ && *p_ == '>') {
    ++p_;
    return piece::end_tag;
  }
  if (p_ < end_ && !broken) report_here(fault::syntax, p_, "> at the end of the tag");
  while (p_ < end_ && *p_ != '>' && *p_ != '<') ++p_;
  if (p_ == end_) {
    if (!broken) report(fault::syntax, at, 40, "> at the end of the tag");
    cut_off = true;
    return piece::finish;
  }
  broken = true;
  if (*p_ == '>') ++p_;
  return piece::end_tag;
}

}  // namespace iso20022::xml
