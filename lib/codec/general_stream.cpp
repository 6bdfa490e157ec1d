// The general reader over a window: the same judgement, piece by piece.
#include "codec/general_reader.hpp"

#include "codec/access_path.hpp"

#include <algorithm>
#include <cstring>

namespace iso20022::codec {

using xml::piece;

namespace {

/// How far ahead the search for a forgotten end tag looks (general_elements.cpp), and the longest snippet behind it.
constexpr std::ptrdiff_t end_look_ahead = 64 * 1024 + xml::tokenizer::look_ahead;

}  // namespace

void general_reader::begin_stream(stream_state& s, const stream_window& w, report& r) {
  stream_ = &s;
  memory_ = s.surroundings;
  input_offset_ = 0;
  begin(w.data, w.end, r);
  set_window(w, 0);
}

void general_reader::set_window(const stream_window& w, std::ptrdiff_t distance) {
  auto& s = *stream_;
  s.window = w;
  s.lines = check::line_counter({w.data, static_cast<std::size_t>(w.end - w.data)}, w.line, w.column);
  input_ = w.data;
  input_offset_ = w.offset;
  tokens_.move(distance, w.end);
  if (!frames_.empty() && top().kind == frame_kind::leaf) {
    text_at_ += distance;
    if (text_pieces_ != 0 && plain_text_.data()) plain_text_ = {plain_text_.data() + distance, plain_text_.size()};
  }
  for (auto& h : s.held) h.value->ptr += distance;
}

const char* general_reader::needed_from() const {
  const char* from = tokens_.position();
  if (!frames_.empty() && top().kind == frame_kind::leaf) from = std::min(from, text_at_);
  for (const auto& h : stream_->held) from = std::min(from, h.value->ptr);
  return from;
}

stream_progress general_reader::advance() {
  auto& s = *stream_;
  if (stop_) return finish_stream();
  const auto place = tokens_.here();
  const bool doctype = doctype_seen_, encoding = encoding_refused_;
  s.issues_before = report_->issues.size();

  const bool begins = !s.has_begun;
  const bool ends = !begins && !frames_.empty() && tokens_.take_end_tag(top().tag);
  const bool candidate = !begins && !ends && is_at_entry();
  bool readable = true;
  auto p = piece::end_tag;
  if (begins) readable = tokens_.read_prolog();
  else if (!ends) p = tokens_.next();
  if (must_wait(p)) {
    tokens_.go_back(place);
    report_->issues.resize(s.issues_before);
    report_->truncated = stop_ = false;
    doctype_seen_ = doctype;
    encoding_refused_ = encoding;
    return stream_progress::more;
  }
  if (begins) {
    s.has_begun = true;
    stop_ |= !readable;
    return stream_progress::piece;
  }
  if (candidate) {
    s.entries->reset();
    memory_ = s.entries;
  }
  ends ? close_top() : on_piece(p);
  if (!s.in_entry) memory_ = s.surroundings;
  if (s.entry_ended) {
    s.entry_ended = false;
    return stream_progress::entry;
  }
  check_sizes();
  return stream_progress::piece;
}

/// Whether what was just read might have been something else if the window reached further.
bool general_reader::must_wait(piece p) const {
  if (stream_->window.is_last) return false;
  if (tokens_.hangs_on_more() || p == piece::finish) return true;
  if (p != piece::start_tag || frames_.empty() || tokens_.end() - tokens_.at >= end_look_ahead) return false;
  const frame& f = top();
  return f.kind == frame_kind::leaf || (f.kind == frame_kind::component && find_named(f, tokens_.tag.local) == 0);
}

stream_progress general_reader::finish_stream() {
  auto& s = *stream_;
  if (s.is_done) return stream_progress::done;
  s.is_done = true;
  flush_absences(0);
  sort_issues(0);
  hold_no_longer(0);
  return stream_progress::done;
}

void general_reader::check_sizes() {
  const auto& s = *stream_;
  if (s.in_entry) {
    if (offset_of(tokens_.position()) - s.offset > s.entry_bytes) refuse_size();
  } else if (s.surroundings->used() + id_bytes_ > s.surrounding_bytes) {
    give_up(issue_code::limit_surroundings, s.surrounding_bytes);
  }
}

void general_reader::refuse_size() {
  const auto& s = *stream_;
  if (s.in_entry) {
    while (frames_.size() > s.rows.size()) frames_.pop_back();  // the issue is about the entry
    give_up(issue_code::limit_entry, s.entry_bytes);
  } else if (is_at_entry()) {  // not even its start tag ends
    const u32 row = s.rows.back();
    const u32 before = counts_[top().counts + tables_.infos()[row].particle];
    add({issue_code::limit_entry, tokens_.position(), entry_path(before + 1), name(row), business_name(row), "more",
         std::to_string(s.entry_bytes), parent_name()});
    stop_ = true;
  } else {
    give_up(issue_code::limit_surroundings, s.surrounding_bytes);
  }
}

void general_reader::locate(issue& i) const {
  auto& s = *stream_;
  const auto at = static_cast<std::size_t>(i.offset - s.window.offset);
  s.lines.walk_to(at);
  i.line = s.lines.line();
  i.column = s.lines.column();
  i.snippet = check::snippet({s.window.data, static_cast<std::size_t>(s.window.end - s.window.data)}, at);
}

// ---- what must outlive the window

/// `text`, in the arena when there is a window that slides away.
std::string_view general_reader::stable(std::string_view text) {
  if (!stream_) return text;
  char* const copy = memory_->begin_text(text.size(), offset_of(text.data()));
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  memory_->end_text(copy + text.size());
  return {copy, text.size()};
}

std::string_view general_reader::stable_tag(const frame& f) {
  if (f.row != 0 && tables_.name(f.row) == f.tag) return tables_.name(f.row);
  return stable(f.tag);
}

/// Slices whose parent, the element at `depth` or one inside of it, ends.
void general_reader::hold_no_longer(std::size_t depth) {
  auto& held = stream_->held;
  while (!held.empty() && held.back().depth >= depth) {
    any& value = *held.back().value;
    value.ptr = stable(value.view()).data();
    held.pop_back();
  }
}

// ---- entries

/// The rows of the path in the message that begins; none when it has no such path.
void general_reader::find_entry_rows(u32 root) {
  auto& s = *stream_;
  s.rows.clear();
  if (s.path.empty() || tables_.name(root) != s.path.front()) return;
  s.rows.push_back(root);
  for (std::size_t i = 1; i < s.path.size(); ++i) {
    const u32 found = row_named(tables_, tables_.types()[tables_.rows()[s.rows.back()].type], s.path[i]);
    if (found == schema::no_row || tables_.infos()[found].value != schema::value_kind::component) return s.rows.clear();
    s.rows.push_back(found);
  }
  if (s.rows.size() < 2) s.rows.clear();
}

/// Whether a child of the top that is of `row` is an entry.
bool general_reader::is_entry(u32 row) const {
  const auto& rows = stream_->rows;
  if (rows.empty() || frames_.size() + 1 != rows.size() || row != rows.back()) return false;
  for (std::size_t i = 0; i < frames_.size(); ++i)
    if (frames_[i].row != rows[i]) return false;
  return true;
}

/// Whether the start tag of an entry comes next, by its name.
bool general_reader::is_at_entry() const {
  const auto& s = *stream_;
  if (s.rows.empty() || frames_.size() + 1 != s.rows.size() || !is_entry(s.rows.back())) return false;
  const auto name = tables_.name(s.rows.back());
  std::string_view ahead(tokens_.position(), static_cast<std::size_t>(tokens_.end() - tokens_.position()));
  if (ahead.size() < name.size() + 2 || ahead[0] != '<') return false;
  ahead.remove_prefix(1);
  if (const auto behind = ahead.substr(0, 64).find_first_of(": />\t\r\n"); behind != ahead.npos && ahead[behind] == ':')
    ahead.remove_prefix(behind + 1);
  return ahead.starts_with(name) && ahead.size() > name.size() && std::strchr(" />\t\r\n", ahead[name.size()]);
}

void general_reader::open_entry(frame& f) {
  auto& s = *stream_;
  if (memory_ != s.entries) {  // a slip in the name
    s.entries->reset();
    memory_ = s.entries;
  }
  s.in_entry = true;
  s.index = counts_[top().counts + tables_.infos()[f.row].particle];
  s.offset = offset_of(tokens_.at);
  s.first_issue = s.issues_before;
  s.elements_before = elements_ - 1;
  elements_ = 1;
  const auto& info = tables_.infos()[f.row];
  if (info.choice_tag != 0 && top().object) std::memcpy(top().object, &info.choice_tag, sizeof info.choice_tag);
  if (fill_) f.object = s.entries->allocate_zeroed(tables_.rows()[f.row].size);
}

/// The top ends.
void general_reader::stream_close(const frame& f) {
  auto& s = *stream_;
  hold_no_longer(frames_.size());
  if (!s.in_entry || frames_.size() != s.rows.size()) return;
  s.in_entry = false;
  s.entry_ended = true;
  s.object = f.object;
  s.behind_issue = report_->issues.size();
  sort_issues(s.first_issue);
  elements_ = s.elements_before;
}

std::string general_reader::entry_path(u32 index) const {
  const auto& s = *stream_;
  const u32 row = s.rows.back();
  auto out = path(s.rows.size() - 1) + '/' + name(row);
  return tables_.rows()[row].max > 1 ? out + '[' + std::to_string(index) + ']' : out;
}

bool general_reader::may_run(stream_run& run) {
  const auto& s = *stream_;
  if (stop_ || s.in_entry || tokens_.ascii_only() || !is_at_entry() || !absences_.empty()) return false;
  const u32 row = s.rows.back();
  const auto& r = tables_.rows()[row];
  const auto& info = tables_.infos()[row];
  const frame& parent = top();
  if (r.kind == schema::fast_kind::general || info.choice_tag != 0 || !slices_.empty()) return false;
  if (bindings_.size() + limits_.depth > limits_.namespaces) return false;  // each element of an entry may declare one
  const content_model model(tables_, *parent.type);
  const u32 count = counts_[parent.counts + info.particle];
  if (count >= r.max || !model.may_follow(parent.last, info.particle)) return false;
  run.at = tokens_.position();
  const char* const colon = run.at[1 + tables_.name(row).size()] == '>' ? nullptr : static_cast<const char*>(std::memchr(run.at, ':', 64));
  run.prefix_length = colon ? static_cast<std::size_t>(colon - run.at - 1) : 0;
  run.tag = {run.at + 1, run.prefix_length + (colon ? 1 : 0) + tables_.name(row).size()};
  const int binding = bindings_.find(run.tag.substr(0, run.prefix_length));
  if (binding < 0 || bindings_[binding].number != (r.ns ? r.ns : parent.ns)) return false;
  run.row = row;
  run.first_index = count + 1;
  run.most = model.may_follow(info.particle, info.particle) ? r.max - count : 1;
  run.depth = frames_.size();
  return true;
}

void general_reader::accept_run(u32 count, const char* behind) {
  const auto particle = tables_.infos()[stream_->rows.back()].particle;
  counts_[top().counts + particle] += count;
  top().last = particle;
  tokens_.skip_to(behind);
}

}  // namespace iso20022::codec
