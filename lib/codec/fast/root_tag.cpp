#include "codec/fast/root_tag.hpp"

#include "codec/fast/start_tag.hpp"
#include "xml/namespaces.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace iso20022::fast {
namespace {

/// Of the 16 bytes before `end`: there, the kind of message is named.
std::size_t hash(const char* end) {
  std::uint64_t a, b;
  std::memcpy(&a, end - 16, 8);
  std::memcpy(&b, end - 8, 8);
  return (a * 0x9E3779B97F4A7C15 ^ b) * 0x9E3779B97F4A7C15 >> 58;
}

bool find_root(const schema::image& tables, const start_tag& tag, root_tag& out) {
  std::string_view uri = tag.default_uri;
  if (!tag.prefix.empty()) {
    uri = {};
    for (std::size_t i = 0; i < tag.declaration_count; ++i)
      if (tag.declarations[i].prefix == tag.prefix) uri = tag.declarations[i].uri;
  }
  const auto roots = tables.roots();
  for (std::uint32_t i = 0; i < roots.size(); ++i) {
    if (tables.string(roots[i].name) != tag.local || tables.namespace_uri(roots[i].ns) != uri) continue;
    out.root = &roots[i];
    out.index = i;
    return tables.rows()[roots[i].row].kind == schema::fast_kind::enter_namespace;
  }
  return false;
}

/// What the text says, which the views point into.
bool parse(const schema::image& tables, root_tag& out) {
  start_tag tag;
  if (!parse_start_tag(out.text.data(), out.text.data() + out.text.size(), tag) || !find_root(tables, tag, out)) return false;
  out.prefixes.clear();
  out.declared.clear();
  if (tag.has_default) out.declared.push_back({std::string_view("", 0), tag.default_uri, tables.namespace_number(tag.default_uri)});
  for (const auto& [prefix, uri] : std::span(tag.declarations, tag.declaration_count)) {
    out.declared.push_back({prefix, uri, tables.namespace_number(uri)});
    root_tag::declaration d{{}, uri};
    // schema-location hints name no element
    if (uri != xml::xsi_uri && make_prefix(prefix, d.name)) out.prefixes.push_back(d);
  }
  return make_prefix(tag.prefix, out.prefix);
}

}  // namespace

const root_tag* root_tags::find(const schema::image& tables, const char* p, const char* end) {
  // where a value holds a '>', it is not the usual form
  const auto* const last = static_cast<const char*>(std::memchr(p, '>', std::min(longest, static_cast<std::size_t>(end - p))));
  if (!last || last - p < 16) return nullptr;
  const std::string_view text(p, static_cast<std::size_t>(last + 1 - p));
  root_tag& tag = tags_[hash(last)];
  if (tag.text == text) return &tag;
  tag.text = text;
  if (parse(tables, tag)) return &tag;
  tag.text.clear();
  return nullptr;
}

}  // namespace iso20022::fast
