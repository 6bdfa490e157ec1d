// Open content (xs:any): which wildcard takes an element, what is judged of it, and the slice that keeps its bytes.
#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"

#include <algorithm>

namespace iso20022::codec {
namespace {

enum process : schema::u8 { skip = 0, lax = 1, strict = 2 };
enum constraint : u32 { any_namespace = 0, other = 1, exactly = 2, none = 3 };

}  // namespace

bool general_reader::fits(u32 wildcard, const resolved& name) const {
  const u16 own = tables_.rows()[wildcard].ns ? tables_.rows()[wildcard].ns : top().ns;
  switch (tables_.infos()[wildcard].wildcard_ns) {
    case other: return name.ns != own && name.ns != schema::ns_none;
    case exactly: return name.ns == own;
    case none: return name.ns == schema::ns_none;
    default: return true;
  }
}

/// The wildcard of the top that may take the element now; 0: none.
u32 general_reader::find_wildcard(const resolved& name) const {
  const auto& t = *top().type;
  for (u32 row = t.first_row; row < t.first_row + t.row_count; ++row) {
    const auto& info = tables_.infos()[row];
    if (!info.wildcard || !fits(row, name) || !content_model(tables_, t).may_follow(top().last, info.particle)) continue;
    if (counts_[top().counts + info.particle] < tables_.rows()[row].max) return row;
  }
  return 0;
}

void general_reader::open_wildcard(u32 row, const resolved& name, frame& f) {
  const auto& info = tables_.infos()[row];
  frame& parent = top();
  parent.last = info.particle;
  const u32 n = ++counts_[parent.counts + info.particle];
  f.index = tables_.rows()[row].max > 1 ? n : 0;
  any* const value = parent.object ? reinterpret_cast<any*>(parent.object + tables_.rows()[row].offset) : nullptr;
  if (value) {
    if (!value->ptr) {
      value->ptr = tokens_.at;
      if (stream_) stream_->held.push_back({frames_.size(), value});
    }
    f.is_slice = true;
    slices_.push_back({f.bindings, value});
    if (name.binding >= 0) note_use(name.binding);
  }
  if (info.wildcard_process == skip) return;
  const auto roots = tables_.roots();
  for (u32 i = 0; i < roots.size(); ++i) {
    if (roots[i].ns != name.ns || tables_.string(roots[i].name) != tokens_.tag.local) continue;
    set_row(f, roots[i].row);
    if (!value || value->object) return;
    f.object = memory_->allocate_zeroed(tables_.rows()[f.row].size);
    value->object = f.object;
    value->root = i + 1;
    return;
  }
  for (const auto& leaf : tables_.leaves())
    if (leaf.ns == name.ns && tables_.string(leaf.name) == tokens_.tag.local) return set_row(f, leaf.row);
  if (info.wildcard_process == strict)
    add({issue_code::schema_wildcard, tokens_.at, path() + "/" + check::shorten_name(tokens_.tag.local), check::shorten_name(tokens_.tag.local), {},
         found_tag(), "an element that the schemas know, such as the root of a message", parent_name()});
}

/// An element of a namespace that a wildcard, which waits for one, does not take: said, and then it counts as that one.
bool general_reader::refuse_in_wildcard(const resolved& name) {
  const auto& t = *top().type;
  for (u32 row = t.first_row; row < t.first_row + t.row_count; ++row) {
    const auto& info = tables_.infos()[row];
    if (!info.wildcard || fits(row, name) || !content_model(tables_, t).may_follow(top().last, info.particle)) continue;
    const auto local = check::shorten_name(tokens_.tag.local);
    const auto expected = info.wildcard_ns == exactly ? "an element of the namespace " + wanted_namespace(row)
                          : info.wildcard_ns == none  ? std::string("an element without a namespace")
                                                      : "an element of a namespace other than " + wanted_namespace(row);
    add({issue_code::schema_wildcard, tokens_.at, path() + "/" + local, local, {}, found_tag(), expected, parent_name()});
    top().last = info.particle;
    ++counts_[top().counts + info.particle];
    return true;
  }
  return false;
}

/// A binding that a name uses: every slice that lies inside of its scope has to carry it.
void general_reader::note_use(int binding) {
  for (std::size_t s = 0; s < slices_.size(); ++s) {
    if (binding >= static_cast<int>(slices_[s].bindings)) continue;
    const auto known = [&](const slice_use& u) { return u.slice == s && u.binding == binding; };
    if (std::ranges::none_of(slice_uses_, known)) slice_uses_.push_back({s, binding});
  }
}

/// The element of a slice ends: the slice now reaches to here.
void general_reader::end_slice() {
  any& value = *slices_.back().value;
  const auto index = slices_.size() - 1;
  value.len = static_cast<u32>(tokens_.position() - value.ptr);
  ++value.elements;
  const auto is_of = [&](const slice_use& u) { return u.slice == index; };
  const auto is_kept = [&](const slice_use& u) {  // an element of the slice before this one used it too
    const auto prefix = bindings_[u.binding].prefix;
    const auto same = [&](const ns_binding& b) { return std::string_view(b.prefix, b.prefix_len) == prefix; };
    return std::any_of(value.bindings, value.bindings + value.binding_count, same);
  };
  std::erase_if(slice_uses_, [&](const slice_use& u) { return is_of(u) && is_kept(u); });
  if (const auto uses = static_cast<std::size_t>(std::ranges::count_if(slice_uses_, is_of)); uses != 0) {
    auto* const all = reinterpret_cast<ns_binding*>(memory_->allocate((value.binding_count + uses) * sizeof(ns_binding)));
    auto* end = std::copy_n(value.bindings, value.binding_count, all);
    for (const auto& u : slice_uses_) {
      if (!is_of(u)) continue;
      const auto& b = bindings_[u.binding];
      *end++ = {b.prefix.data(), b.uri.data(), static_cast<u32>(b.prefix.size()), static_cast<u32>(b.uri.size())};
    }
    value.bindings = all;
    value.binding_count = static_cast<u32>(end - all);
    std::erase_if(slice_uses_, is_of);
  }
  slices_.pop_back();
}

}  // namespace iso20022::codec
