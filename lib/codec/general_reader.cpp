#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"
#include "xml/chars.hpp"

#include <algorithm>

namespace iso20022::codec {
namespace {

using xml::fault;
using xml::piece;

constexpr issue_code code_of_fault[] = {
    issue_code::xml_not_utf8,         issue_code::xml_encoding,
    issue_code::xml_version,          issue_code::xml_declaration,
    issue_code::xml_doctype,          issue_code::xml_character,
    issue_code::xml_syntax,           issue_code::xml_name,
    issue_code::xml_attribute_syntax, issue_code::xml_duplicate_attribute,
    issue_code::xml_entity,           issue_code::xml_character_reference,
    issue_code::xml_comment,          issue_code::xml_processing_instruction,
    issue_code::xml_cdata,            issue_code::xml_cdata_end_in_text,
    issue_code::xml_prefix_unbound,   issue_code::xml_namespace,
};

/// Whether one name may be the other with a slip of the pen: equal but for case, or one character more, less or other.
bool is_slip(std::string_view a, std::string_view b) {
  const auto same = [](char x, char y) { return (x | 32) == (y | 32); };
  std::size_t front = 0, back = 0;
  while (front < std::min(a.size(), b.size()) && same(a[front], b[front])) ++front;
  const auto rest = std::min(a.size(), b.size()) - front;
  while (back < rest && same(a[a.size() - 1 - back], b[b.size() - 1 - back])) ++back;
  return std::max(a.size(), b.size()) - front - back <= 1;
}

std::string_view local_part(std::string_view tag) { return tag.substr(tag.find(':') + 1); }

}  // namespace

void general_reader::prepare(schema::image tables, arena& memory, const read_limits& limits) {
  tables_ = tables;
  memory_ = &memory;
  limits_ = limits;
}

general_result general_reader::read(const char* data, std::size_t size, report& r, bool fill) {
  begin(data, data + size, r);
  fill_ = fill;
  if (size > limits_.bytes || size > 1u << 30) {
    give_up(issue_code::limit_bytes, std::min<std::uint64_t>(limits_.bytes, 1u << 30));
  } else if (tokens_.read_prolog()) {
    while (!stop_) step();
  }
  flush_absences(0);
  locate_issues();
  return result_;
}

void general_reader::begin(const char* data, const char* end, report& r) {
  report_ = &r;
  input_ = data;
  tokens_.begin(data, end, *this, limits_.attributes);
  bindings_.clear();
  bindings_.declare({std::string_view("", 0), std::string_view("", 0), schema::ns_none});
  frames_.clear();
  counts_.clear();
  absences_.clear();
  owed_.clear();
  slices_.clear();
  slice_uses_.clear();
  if (!ids_.empty()) ids_.clear();
  id_bytes_ = 0;
  result_ = {};
  elements_ = 0;
  stop_ = root_seen_ = doctype_seen_ = encoding_refused_ = false;
}

void general_reader::step() {
  if (!frames_.empty() && tokens_.take_end_tag(top().tag)) return close_top();
  on_piece(tokens_.next());
}

void general_reader::on_piece(piece p) {
  switch (p) {
    case piece::start_tag: return on_start_tag();
    case piece::end_tag: return on_end_tag();
    case piece::text: return on_text(false);
    case piece::cdata: return on_text(true);
    case piece::doctype: doctype_seen_ = true; return;
    case piece::finish: return finish();
    case piece::comment:
    case piece::instruction: return;
  }
}

void general_reader::on_fault(fault f, const char* at, std::string_view found, std::string_view expected) {
  // one cause, one issue: entities that a refused DOCTYPE declared, bytes of an encoding that was refused
  if (f == fault::entity && doctype_seen_) return;
  if (f == fault::not_utf8 && encoding_refused_) return;
  encoding_refused_ |= f == fault::encoding;
  if (f == fault::doctype) doctype_seen_ = true;
  if (report_->truncated) return;  // a text may have millions of them
  const auto code = code_of_fault[static_cast<std::size_t>(f)];
  const bool bytes = f == fault::not_utf8 || f == fault::character;
  std::string shown;
  for (const char c : found) {
    static constexpr char hex[] = "0123456789ABCDEF";
    if (!bytes) break;
    const auto u = static_cast<unsigned char>(c);
    ((shown += shown.empty() ? "0x" : " 0x") += hex[u >> 4]) += hex[u & 15];
  }
  if (!bytes) shown = found.empty() ? "the end of the input" : std::string(found);
  add({code, at, path(), {}, parent_business_name(), shown, std::string(expected), parent_name(), false});
}

// ---- end tags

void general_reader::on_end_tag() {
  if (frames_.empty()) {
    add({issue_code::xml_after_root, tokens_.at, {}, {}, {}, found_tag(), "nothing", {}});
    return;
  }
  if (tokens_.tag.whole == top().tag) return close_top();
  on_mismatch();
}

/// Closes what the sender most likely meant to close.
void general_reader::on_mismatch() {
  if (is_owed()) return;
  const auto open = std::find_if(frames_.rbegin(), frames_.rend(), [&](const frame& f) { return f.tag == tokens_.tag.whole; });
  const bool is_elsewhere = open != frames_.rend();
  if (!is_elsewhere && top().kind == frame_kind::component && take_start_for_granted()) return;
  // a broken start tag may have lost its name: the first issue said so
  const bool was_broken = !is_elsewhere && top().kind == frame_kind::open && top().lenient;
  if (!was_broken && !tokens_.broken) report_mismatch(end_tag(top()));
  if (is_elsewhere) {
    for (auto n = open - frames_.rbegin(); n > 0 && !stop_; --n) {
      top().lenient = true;
      owed_.push_back({frames_.size() - static_cast<std::size_t>(n) - 1, check::shorten_name(top().tag)});
      close_top();
    }
    if (!stop_) close_top();
  } else if (was_broken || top().kind == frame_kind::leaf || is_slip(local_part(top().tag), tokens_.tag.local)) {
    top().lenient = true;
    close_top();
  }
}

void general_reader::report_mismatch(std::string expected) {
  add({issue_code::xml_end_tag_mismatch, tokens_.at, path(), {}, parent_business_name(), found_tag(), std::move(expected),
       parent_name()});
}

/// Whether the end tag is that of an element which the end tag of another one around it has closed: said then.
bool general_reader::is_owed() {
  while (!owed_.empty() && owed_.back().depth > frames_.size() + 1) owed_.pop_back();
  const auto tag = check::shorten_name(tokens_.tag.whole);
  const auto found = std::find_if(owed_.begin(), owed_.end(), [&](const owed& o) { return o.tag == tag; });
  if (found == owed_.end()) return false;
  owed_.erase(found);
  return true;
}

/// The end tag of a child without children that may come, but whose start tag was forgotten: said, and the child is not missing.
bool general_reader::take_start_for_granted() {
  frame& f = top();
  const u32 row = find_named(f, tokens_.tag.local);
  if (row == 0 || !may_come(f, row)) return false;
  const u16 particle = tables_.infos()[row].particle;
  if (!f.text_found && !tokens_.broken)  // else what is left of it has been complained of
    report_mismatch(end_tag(f));
  ++counts_[f.counts + particle];
  f.last = particle;
  forget_absence(row);
  return true;
}

void general_reader::close_top() {
  frame& f = top();
  if (f.kind == frame_kind::leaf) finish_leaf(f);
  else if (f.kind == frame_kind::component) judge_end(f);
  if (f.is_slice) end_slice();
  if (!absences_.empty()) flush_absences(frames_.size());
  if (stream_) stream_close(f);
  counts_.resize(f.counts);
  bindings_.pop_to(f.bindings);
  frames_.pop_back();
}

/// What must have come before an end tag.
void general_reader::judge_end(frame& f) {
  if (f.lenient) return;
  const content_model model(tables_, *f.type);
  if (!model.may_follow(f.last, outside)) report_absences(model, outside, end_tag(f));
  if (f.type->counted) judge_minimum(f);
}

// ---- the end of the input

void general_reader::finish() {
  stop_ = true;
  if (tokens_.cut_off) return;
  if (!frames_.empty()) {
    std::string missing;
    for (auto f = frames_.rbegin(); f != frames_.rend() && missing.size() < 300; ++f) missing += end_tag(*f);
    add({issue_code::xml_unclosed, tokens_.at, path(), {}, parent_business_name(), "the end of the input", missing, parent_name()});
  } else if (!root_seen_ && report_->issues.empty()) {
    add({issue_code::xml_empty, tokens_.at, {}, {}, {}, "the end of the input", "a message", {}});
  }
}

}  // namespace iso20022::codec
