// Texts: of leaves, and where none may be.
#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"
#include "xml/chars.hpp"

namespace iso20022::codec {

using schema::content_kind;

void general_reader::on_text(bool cdata) {
  if (frames_.empty()) {
    if (!cdata && (tokens_.blank || tokens_.faulty)) return;
    add({issue_code::xml_text_outside_root, tokens_.at, {}, {}, {}, check::shorten(cdata ? "<![CDATA[" : tokens_.content),
         root_seen_ ? "the end of the input" : "the first element", {}});
    if (root_seen_) stop_ = true;
    return;
  }
  const frame& f = top();
  if (f.kind == frame_kind::leaf) return add_text(cdata);
  if (f.kind == frame_kind::component) on_text_between(cdata);
}

/// White space may stand between elements, as a reference too, but not in a CDATA section, and not where nothing may be.
void general_reader::on_text_between(bool cdata) {
  frame& f = top();
  const bool empty = f.type->content == content_kind::empty;
  if (!cdata && tokens_.blank && !empty) return;
  if (tokens_.faulty || f.text_found) return;
  if (!cdata && !tokens_.plain && !empty) {
    text_.resize(tokens_.content.size());
    const auto n = static_cast<std::size_t>(xml::decode_text(tokens_.content, text_.data()) - text_.data());
    if (xml::is_blank({text_.data(), n})) return;
  }
  const char* at = tokens_.at;
  if (!tokens_.blank) at = xml::skip_white(at, tokens_.position());
  f.text_found = true;
  auto text = std::string_view(at, static_cast<std::size_t>(tokens_.position() - at));
  while (!tokens_.blank && !text.empty() && xml::is_white(text.back())) text.remove_suffix(1);
  add({issue_code::schema_text_between, at, path(), {}, parent_business_name(), check::shorten(text), empty ? "nothing" : "elements only",
       parent_name(), true});
}

// ---- leaves

void general_reader::add_text(bool cdata) {
  text_faulty_ |= tokens_.faulty;
  const auto raw = tokens_.content;
  if (text_pieces_++ == 0) {
    text_at_ = raw.data();
    plain_text_ = raw;
    if (raw.size() > limits_.text_bytes) return give_up(issue_code::limit_text, limits_.text_bytes);
    if (tokens_.plain) return;
    text_.clear();
  } else if (text_pieces_ == 2 && plain_text_.data()) {
    text_.assign(plain_text_);
  }
  plain_text_ = {};
  const auto before = text_.size();
  if (before + raw.size() > limits_.text_bytes) return give_up(issue_code::limit_text, limits_.text_bytes);
  text_.resize(before + raw.size());
  char* const out = text_.data() + before;
  text_.resize(static_cast<std::size_t>((cdata ? xml::decode_cdata(raw, out) : xml::decode_text(raw, out)) - text_.data()));
}

/// The text of the leaf that ends. `keep`: it must live as long as the message.
std::string_view general_reader::take_text(bool keep) {
  if (text_pieces_ == 0 || plain_text_.data()) {
    const auto plain = text_pieces_ == 0 ? std::string_view(text_at_, 0) : plain_text_;
    return keep ? stable(plain) : plain;
  }
  if (!keep) return text_;
  char* const at = memory_->begin_text(text_.size(), offset_of(text_at_));
  text_.copy(at, text_.size());
  memory_->end_text(at + text_.size());
  return {at, text_.size()};
}

void general_reader::finish_leaf(frame& f) {
  const auto content = take_text(f.object != nullptr);
  if (text_faulty_ || f.lenient) {  // said already; the text is kept as it came
    if (f.object) set_raw_text(f.object, content);
    return;
  }
  if (take_default(f, content.empty())) return;
  judge_leaf(f, content);
}

/// An empty element that has a fixed or default value has just that; true: there is nothing more to judge.
bool general_reader::take_default(const frame& f, bool is_empty) {
  const auto value = tables_.infos()[f.row].fixed_value;
  if (!is_empty || !value) return false;
  if (f.object) check_leaf(tables_, simple_of(f), tables_.string(value - 1), f.object, memory_);
  return true;
}

/// Decoded text is rewritten in place when white space is collapsed: done first, so that everybody sees the same text.
std::string_view general_reader::settled(const schema::simple& type, std::string_view content) {
  bool changed;
  return memory_->owns(content.data()) ? apply_white_space(type.white_space, content, memory_, changed) : content;
}

void general_reader::judge_leaf(const frame& f, std::string_view content) {
  const auto& type = simple_of(f);
  content = settled(type, content);
  auto status = check_leaf(tables_, type, content, f.object, memory_);
  if (status == leaf_status::ok && type.base == schema::builtin::id && !note_id(type, content)) status = leaf_status::id;
  if (status != leaf_status::ok) {
    const auto tag = name(f.row);
    return add_value(issue_of(status), text_at_, path(), tag, tables_.infos()[f.row].business_name, type, status, as_written(content));
  }
  const auto& info = tables_.infos()[f.row];
  if (!info.fixed_value || info.is_default) return;
  const auto fixed = tables_.string(info.fixed_value - 1);
  if (equals_fixed(tables_, type, content, fixed)) return;
  add({issue_code::schema_fixed, text_at_, path(), name(f.row), business_name(f.row), check::shorten(as_written(content)), check::quote(fixed),
       parent_name(), true});
}

/// The leaf's text before white space in a copy of it was collapsed.
std::string_view general_reader::as_written(std::string_view content) const {
  return text_pieces_ != 0 && plain_text_.data() ? plain_text_ : content;
}

/// False: another xs:ID of the document has this value.
bool general_reader::note_id(const schema::simple& type, std::string_view content) {
  bool changed;
  const auto found = ids_.emplace(apply_white_space(type.white_space, content, nullptr, changed));
  if (found.second) id_bytes_ += sizeof(std::string) * 2 + found.first->size();
  return found.second;
}

}  // namespace iso20022::codec
