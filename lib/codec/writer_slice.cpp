#include "codec/writer_slice.hpp"

#include "xml/chars.hpp"

#include <algorithm>

namespace iso20022::codec {
namespace {

/// Behind the comment, CDATA section or processing instruction at `p`; `p` when it is a tag.
const char* skip_other_markup(const char* p, const char* end) {
  const std::string_view rest(p, static_cast<std::size_t>(end - p));
  const auto behind = [&](std::string_view closing) {
    const auto i = rest.find(closing);
    return i == rest.npos ? end : p + i + closing.size();
  };
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<![CDATA[")) return behind("]]>");
  return rest.starts_with("<?") ? behind("?>") : p;
}

struct tag {
  const char* behind;
  bool prefixed = false;
  bool declares_default = false;
  bool is_end = false;
  bool is_empty = false;
};

/// `p` at '<' of a well-formed tag.
tag read_tag(const char* p, const char* end) {
  tag t;
  t.is_end = p + 1 < end && p[1] == '/';
  const char* name_end = std::find_if(p, end, [](char c) { return xml::is_white(c) || c == '>' || c == '/'; });
  if (t.is_end) name_end = std::find(p, end, '>');
  t.prefixed = std::find(p, name_end, ':') != name_end;
  for (p = name_end; p < end && *p != '>'; ++p) {
    if (*p == '"' || *p == '\'') p = std::find(p + 1, end, *p);
    else if (xml::is_white(*p) &&
             std::string_view(p + 1, std::min<std::size_t>(5, static_cast<std::size_t>(end - p - 1))) == "xmlns")
      t.declares_default |= p + 6 < end && (p[6] == '=' || xml::is_white(p[6]));
    t.is_empty = p < end && *p == '/';
    if (p == end) break;
  }
  t.behind = p < end ? p + 1 : end;
  return t;
}

}  // namespace

bool uses_outer_default(std::string_view xml, unsigned elements) {
  const char* p = xml.data();
  const char* const end = p + xml.size();
  unsigned inside = 0;  // depth below the element that declares a default namespace, itself included
  while ((p = std::find(p, end, '<')) != end) {
    if (const char* const behind = skip_other_markup(p, end); behind != p) {
      p = behind;
      continue;
    }
    const tag t = read_tag(p, end);
    p = t.behind;
    if (t.is_end) {
      if (inside != 0) --inside;
    } else if (t.declares_default && elements == 1) {
      return false;
    } else if (inside != 0 || t.declares_default) {
      if (!t.is_empty) ++inside;
    } else if (!t.prefixed) {
      return true;
    }
  }
  return false;
}

slice_bindings::slice_bindings(const any* content) {
  if (!content) return;
  all_ = {content->bindings, content->binding_count};
  if (!content->ptr || all_.size() >= most) return;
  if (std::ranges::any_of(all_, [](const ns_binding& b) { return b.prefix_len == 0; })) return;
  if (!uses_outer_default(content->view(), content->elements)) return;
  *std::ranges::copy(all_, copy_).out = {"", "", 0, 0};
  all_ = {copy_, all_.size() + 1};
}

bool is_numbered(std::string_view name, std::string_view prefix, unsigned number) {
  if (!name.starts_with(prefix)) return false;
  name.remove_prefix(prefix.size());
  if (number == 0 || name.empty() || name[0] == '0') return number == 0 && name.empty();
  unsigned n = 0;
  for (const char c : name) {
    if (c < '0' || c > '9' || n > 100'000'000) return false;
    n = n * 10 + static_cast<unsigned>(c - '0');
  }
  return n == number;
}

unsigned fresh_number(std::string_view prefix, unsigned from, std::span<const ns_binding> known) {
  while (std::ranges::any_of(known, [&](const ns_binding& b) { return is_numbered(prefix_of(b), prefix, from); })) ++from;
  return from;
}

bool is_first_wildcard(schema::image tables, const field& f) {
  const auto& owner = tables.types()[f.info->owner];
  for (u32 i = owner.first_row; i < f.index; ++i)
    if (tables.infos()[i].wildcard) return false;
  return true;
}

}  // namespace iso20022::codec
