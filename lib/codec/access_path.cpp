#include "codec/access_path.hpp"

#include <charconv>

namespace iso20022::codec {

bool steps::next(step& out) {
  if (rest_.empty() || malformed_) return false;
  malformed_ = true;
  if (rest_[0] != '/') return false;
  rest_.remove_prefix(1);
  const auto end = rest_.find('/');
  std::string_view s = rest_.substr(0, end);
  rest_ = end == rest_.npos ? std::string_view() : rest_.substr(end);
  out = {};
  if (s.starts_with('@')) {
    out.is_attribute = true;
    s.remove_prefix(1);
  }
  if (const auto bracket = s.find('['); bracket != s.npos) {
    const char* const first = s.data() + bracket + 1;
    const char* const last = s.data() + s.size() - 1;  // the ']'
    if (first > last) return false;
    const auto [stop, error] = std::from_chars(first, last, out.index);
    if (error != std::errc() || stop != last || *last != ']' || out.index == 0 || out.is_attribute) return false;
    s = s.substr(0, bracket);
  }
  out.name = s;
  malformed_ = s.empty();
  return !malformed_;
}

const schema::attribute* attribute_named(schema::image tables, const schema::type& t, std::string_view name) {
  for (u32 i = 0; i < t.attribute_count; ++i) {
    const auto& a = tables.attributes()[t.first_attribute + i];
    if (tables.string(a.name) == name) return &a;
  }
  return nullptr;
}

u32 row_named(schema::image tables, const schema::type& t, std::string_view name) {
  for (u32 i = t.first_row; i < t.first_row + t.row_count; ++i)
    if (!tables.infos()[i].wildcard && tables.name(i) == name) return i;
  return schema::no_row;
}

namespace {

place attribute_below(schema::image tables, const place& from, const step& s) {
  const auto& t = tables.types()[tables.rows()[from.row].type];
  const auto* const a = attribute_named(tables, t, s.name);
  if (!a || !present(a->value, from.value + a->offset)) return {};
  return {from.row, a, from.value + a->offset, 0, 1};
}

/// The message that open content holds, when its root has this name.
place message_in(schema::image tables, const std::byte* value, std::string_view name) {
  const auto& a = at<any>(value);
  if (!a.object || a.root == 0 || tables.string(tables.roots()[a.root - 1].name) != name) return {};
  auto* const object = static_cast<std::byte*>(const_cast<void*>(a.object));
  return {tables.roots()[a.root - 1].row, nullptr, object, 0, 1};
}

}  // namespace

place below(schema::image tables, const place& from, const step& s) {
  if (from.attribute || from.row == schema::no_row) return {};
  if (s.is_attribute) return attribute_below(tables, from, s);
  place found;
  u32 before = 0;
  each_child(tables, tables.types()[tables.rows()[from.row].type], from.value,
             [&](const field& f, std::byte* value, u32 i, u32 count) {
               if (f.info->wildcard) found = s.index == 1 ? message_in(tables, value, s.name) : place();
               else if (tables.name(f.index) == s.name && ++before == s.index) found = {f.index, nullptr, value, i, count};
               return found.row == schema::no_row;
             });
  return found;
}

void append_step(std::string& path, schema::image tables, u32 row, u32 index_from_0) {
  path += '/';
  path += tables.name(row);
  if (tables.rows()[row].max <= 1) return;
  path += '[';
  path += std::to_string(index_from_0 + 1);
  path += ']';
}

}  // namespace iso20022::codec
