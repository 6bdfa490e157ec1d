// Start tags: which row an element is, and where its value goes.
#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"

#include <algorithm>
#include <cstring>

namespace iso20022::codec {

using schema::storage;
using schema::value_kind;

namespace {

/// The name in the first end tag of `xml` whose start tag is not in it. Looks some way ahead only; nothing when there is none.
/// `is_inside`: the element that `xml` begins with has not ended before.
std::string_view first_unmatched_end(std::string_view xml, bool& is_inside) {
  constexpr std::size_t farthest = 64 * 1024;
  xml = xml.substr(0, farthest);
  std::vector<std::string_view> open;
  for (auto at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    const auto rest = xml.substr(at + 1);
    if (rest.starts_with("!--") || rest.starts_with("![CDATA[")) {
      at = xml.find(rest[1] == '-' ? "-->" : "]]>", at);
      if (at == xml.npos) break;
      continue;
    }
    const auto tag = rest.substr(0, rest.find('>'));
    const auto name = tag.substr(0, tag.find_first_of(" \t\r\n/", 1));
    if (tag.size() == rest.size()) break;  // cut off
    if (!tag.starts_with('/')) {
      if (!tag.ends_with('/') && !tag.starts_with('?') && !tag.starts_with('!')) open.push_back(name);
      continue;
    }
    const auto start = std::find(open.rbegin(), open.rend(), name.substr(1));
    if (start == open.rend()) {
      is_inside = !open.empty();
      return name.substr(1);
    }
    open.erase(start.base() - 1, open.end());
  }
  return {};
}

}  // namespace

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
  set_tag(f, tokens_.tag.whole);
  if (!tokens_.attributes.empty()) declare_namespaces();
  if (bindings_.size() > limits_.namespaces + 1u) return give_up(issue_code::limit_namespaces, limits_.namespaces);
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
  if (const u32 row = find_named(top(), tokens_.tag.local)) {
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
  const auto why = find_slip();
  if (why.what == slip::end || why.what == slip::start) {
    why.what == slip::end ? close_without_end(f) : open_without_start(why, f);
    if (!stop_) open_child(name, f);
    return;
  }
  const u32 meant = why.what == slip::name ? why.row : find_similar(top());
  if (name.ns != assumed_ns) report_unknown(meant);
  if (meant == 0) return;
  // judged as what was meant, so that this is not missing too; its value is not kept
  accept(meant, f);
  f.object = nullptr;
  if (why.what == slip::name) set_tag(f, why.tag);
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

void general_reader::set_tag(frame& f, std::string_view tag) {
  f.tag = tag;
  f.local_at = static_cast<u32>(tag.find(':') + 1);
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

/// The row of that name in whatever namespace; 0: none.
u32 general_reader::find_named(const frame& parent, std::string_view local) const {
  for (u32 row = parent.type->first_row, n = 0; n < parent.type->row_count; ++n, ++row)
    if (!tables_.infos()[row].wildcard && tables_.name(row) == local) return row;
  return 0;
}

/// Whether the child may come now, or behind others that come first.
bool general_reader::may_come(const frame& parent, u32 row) const {
  const content_model model(tables_, *parent.type);
  const u16 particle = tables_.infos()[row].particle;
  return model.may_follow(parent.last, particle) || model.can_reach(parent.last, particle);
}

// ---- tags that were forgotten

/// An element in a leaf: either it is wrong there, or the leaf's end tag was forgotten.
void general_reader::open_in_leaf(frame& f) {
  if (find_slip().what == slip::end) return close_without_end(f);
  frame& leaf = top();
  if (!leaf.lenient)
    add({issue_code::schema_element_in_text, tokens_.at, path() + "/" + check::shorten_name(tokens_.tag.local),
         check::shorten_name(tokens_.tag.local), {}, found_tag(), "a text", parent_name()});
  leaf.lenient = true;
}

/// Looks for the reason of an element that the top does not take in the end tags behind it, until that of the top is
/// known to come.
general_reader::slip general_reader::find_slip() {
  frame& f = top();
  if (f.end_comes) return {};
  bool is_inside = false;
  const auto end = first_unmatched_end({tokens_.at, static_cast<std::size_t>(tokens_.end() - tokens_.at)}, is_inside);
  const bool is_leaf = f.kind == frame_kind::leaf;
  const auto is_meant = [&](const frame& outer) { return outer.tag == end; };
  const auto takes_it = [&](const frame& outer) {
    return outer.kind == frame_kind::component && find_named(outer, tokens_.tag.local) != 0;
  };
  if (end != f.tag && std::any_of(frames_.begin(), frames_.end() - 1, is_meant)) {
    if (is_leaf || std::any_of(frames_.begin(), frames_.end() - 1, takes_it)) return {slip::end, 0, end};
    return {};
  }
  const u32 child = is_leaf ? 0 : find_named(f, end.substr(end.find(':') + 1));
  if (child && may_come(f, child)) {
    if (is_inside) return {slip::name, child, end};
    if (tables_.infos()[child].value == value_kind::component) return {slip::start, child, end};
  }
  f.end_comes = true;
  return {};
}

/// Closes the top, whose end tag was forgotten, ahead of the element that starts here.
void general_reader::close_without_end(frame& f) {
  report_mismatch(end_tag(top()));
  if (stop_) return;
  top().lenient = true;
  const auto declared = f.bindings;
  top().bindings = bindings_.size();  // keep those of the element that comes
  close_top();
  f.bindings = declared;
  f.counts = static_cast<u32>(counts_.size());
}

/// Opens a child of the top, whose start tag was forgotten, around the element that starts here.
void general_reader::open_without_start(const slip& lost, frame& f) {
  if (!top().text_found)  // else what is left of the tag has been complained of
    report_mismatch("<" + name(lost.row) + ">");
  if (stop_) return;
  frame child;
  child.bindings = f.bindings;
  child.counts = f.counts;
  child.ns = tables_.rows()[lost.row].ns ? tables_.rows()[lost.row].ns : top().ns;
  set_tag(child, lost.tag);
  child.end_comes = true;
  accept(lost.row, child);
  if (stream_) child.tag = stable_tag(child);
  frames_.push_back(child);
  counts_.resize(counts_.size() + child.type->row_count);
  f.counts = static_cast<u32>(counts_.size());
}

}  // namespace iso20022::codec
