// Start tags: which row an element is, and where its value goes.
#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"

#include <algorithm>
#include <cstring>

namespace iso20022::codec {

using schema::storage;
using schema::value_kind;

void general_reader::on_start_tag() {
  if (root_seen_ && frames_.empty()) {
    add({issue_code::xml_after_root, tokens_.at, {}, {}, {}, found_tag(), "the end of the input", {}});
    stop_ = true;
    return;
  }
  if (++elements_ > limits_.elements) return give_up(issue_code::limit_elements, limits_.elements);
  if (frames_.size() + above_ >= limits_.depth) return give_up(issue_code::limit_depth, limits_.depth);
  if (tokens_.too_many_attributes) return give_up(issue_code::limit_attributes, limits_.attributes);
  frame f;
  f.bindings = bindings_.size();
  f.counts = static_cast<u32>(counts_.size());
  f.tag = tokens_.tag.whole;
  f.local_at = static_cast<u32>(tokens_.tag.local.data() - f.tag.data());
  if (!tokens_.attributes.empty()) declare_namespaces();
  const auto name = resolve_element();
  f.ns = name.ns;
  if (frames_.empty()) {
    open_root(name, f);
  } else {
    if (top().kind == frame_kind::leaf) open_in_leaf(f);
    if (!stop_ && top().kind == frame_kind::component) open_child(name, f);
  }
  if (stop_) return;
  f.lenient = tokens_.unclosed || (f.row == 0 && tokens_.broken);
  if (stream_) f.tag = stable_tag(f);
  frames_.push_back(f);
  if (f.type) counts_.resize(counts_.size() + f.type->row_count);
  if (!tokens_.attributes.empty() || (f.type && f.type->attribute_count)) judge_attributes(top());
  if (f.kind == frame_kind::leaf) text_pieces_ = 0, text_at_ = tokens_.position(), text_faulty_ = false;
  if (tokens_.self_closing && !stop_) close_top();
}

// ---- the root

void general_reader::open_root(const resolved& name, frame& f) {
  root_seen_ = true;
  const auto roots = tables_.roots();
  for (u32 i = 0; i < roots.size(); ++i) {
    if (roots[i].ns != name.ns || tables_.string(roots[i].name) != tokens_.tag.local) continue;
    set_row(f, roots[i].row);
    result_ = {nullptr, i, true};
    if (stream_) find_entry_rows(roots[i].row);
    if (fill_) f.object = result_.object = memory_->allocate_zeroed(tables_.rows()[f.row].size);
    return;
  }
  if (!tokens_.broken && name.ns != assumed_ns) report_root(name);
}

// ---- children

void general_reader::open_child(const resolved& name, frame& f) {
  if (const u32 row = find_child(top(), name)) return accept(row, f);
  if (const u32 row = find_wildcard(name)) return open_wildcard(row, name, f);
  if (const u32 row = find_other_namespace(top())) {
    if (name.ns != assumed_ns) {
      const auto uri = name.binding >= 0 ? bindings_[name.binding].uri : std::string_view();
      add({issue_code::schema_wrong_namespace, tokens_.at, path_to(row), std::string(tokens_.tag.local), business_name(row),
           uri.empty() ? "no namespace" : check::shorten(uri), wanted_namespace(row), parent_name()});
    }
    return accept(row, f);
  }
  if (tokens_.broken) {
    top().lenient = true;
    return;
  }
  if (refuse_in_wildcard(name)) return;
  const u32 meant = find_slip(top());
  if (name.ns != assumed_ns) report_unknown(meant);
  if (meant == 0) return;
  // judged as what was meant, so that this is not missing too; its value is not kept
  accept(meant, f);
  f.object = nullptr;
}

/// Takes the element as the one of `row`, in its place or not.
void general_reader::accept(u32 row, frame& f) {
  const auto& info = tables_.infos()[row];
  const bool keep = judge_position(row);
  const u32 n = ++counts_[top().counts + info.particle];
  f.index = tables_.rows()[row].max > 1 ? n : 0;
  set_row(f, row);
  if (f.ns == assumed_ns) f.ns = tables_.rows()[row].ns ? tables_.rows()[row].ns : top().ns;
  if (stream_ && is_entry(row)) return open_entry(f);
  if (keep && top().object) f.object = place(top(), row);
}

void general_reader::set_row(frame& f, u32 row) {
  const auto& r = tables_.rows()[row];
  f.row = row;
  f.kind = tables_.infos()[row].value == value_kind::component ? frame_kind::component : frame_kind::leaf;
  f.type = r.type ? &tables_.types()[r.type] : nullptr;
}

/// The place of one more value of `row` in the parent's struct.
std::byte* general_reader::place(const frame& parent, u32 row) {
  const auto& r = tables_.rows()[row];
  const auto& info = tables_.infos()[row];
  if (info.choice_tag != 0) {
    u32 tag;
    std::memcpy(&tag, parent.object, sizeof tag);
    if (tag != 0 && tag != info.choice_tag) return nullptr;
    std::memcpy(parent.object, &info.choice_tag, sizeof tag);
  }
  std::byte* const field = parent.object + r.offset;
  if (info.store == storage::in_place) return field;
  if (info.store == storage::list) return list_append(*memory_, field, r.size);
  std::byte* const component = memory_->allocate_zeroed(r.size);
  std::memcpy(field, &component, sizeof component);
  return component;
}

/// The row of that name, the one that may come now if there are several; 0: none.
u32 general_reader::find_child(const frame& parent, const resolved& name) const {
  const auto& t = *parent.type;
  const auto local = tokens_.tag.local;
  const u32 from = parent.last == outside ? 0 : parent.last;  // most likely it comes soon behind the last one
  u32 fallback = 0;
  for (u32 i = 0; i < t.row_count; ++i) {
    const u32 particle = from + i < t.row_count ? from + i : from + i - t.row_count;
    const u32 row = t.first_row + particle;
    const auto& r = tables_.rows()[row];
    if (r.tag_len != local.size() + 2 && r.tag_len != 255) continue;
    if (r.tag_len <= sizeof r.tag ? std::memcmp(r.tag + 1, local.data(), local.size()) != 0 : tables_.name(row) != local) continue;
    if ((r.ns ? r.ns : parent.ns) != name.ns) continue;
    if (content_model(tables_, t).may_follow(parent.last, static_cast<u16>(particle))) return row;
    if (!fallback) fallback = row;
  }
  return fallback && find_wildcard(name) == 0 ? fallback : 0;
}

u32 general_reader::find_other_namespace(const frame& parent) const {
  for (u32 row = parent.type->first_row, n = 0; n < parent.type->row_count; ++n, ++row)
    if (!tables_.infos()[row].wildcard && tables_.name(row) == tokens_.tag.local) return row;
  return 0;
}

// ---- elements where a text should be

/// An element in a leaf: either it is wrong there, or the leaf's end tag was forgotten.
void general_reader::open_in_leaf(frame& f) {
  frame& leaf = top();
  if (leaf.odd_found || !leaf_end_is_missing()) {
    if (!leaf.lenient)
      add({issue_code::schema_element_in_text, tokens_.at, path() + "/" + check::shorten_name(tokens_.tag.local), check::shorten_name(tokens_.tag.local), {},
           found_tag(), "a text", parent_name()});
    leaf.lenient = leaf.odd_found = true;
    return;
  }
  add({issue_code::xml_end_tag_mismatch, tokens_.at, path(), {}, {}, found_tag(), end_tag(leaf), parent_name()});
  if (stop_) return;
  leaf.lenient = true;
  const auto declared = f.bindings;
  leaf.bindings = bindings_.size();  // keep those of the element that comes
  close_top();
  f.bindings = declared;
  f.counts = static_cast<u32>(counts_.size());
}

/// Whether the parent ends before the leaf does. Looks some way ahead only.
bool general_reader::leaf_end_is_missing() const {
  constexpr std::size_t farthest = 64 * 1024;
  if (frames_.size() < 2) return false;
  const std::string_view ahead(tokens_.at, std::min(farthest, static_cast<std::size_t>(tokens_.end() - tokens_.at)));
  const auto end_of = [&](const frame& f) {
    const auto tag = "</" + std::string(f.tag);
    for (auto at = ahead.find(tag); at != ahead.npos; at = ahead.find(tag, at + 1))
      if (const auto behind = at + tag.size(); behind < ahead.size() && (ahead[behind] == '>' || ahead[behind] <= ' ')) return at;
    return ahead.npos;
  };
  const auto parent_end = end_of(frames_[frames_.size() - 2]);
  return parent_end != ahead.npos && end_of(top()) > parent_end;
}

}  // namespace iso20022::codec
