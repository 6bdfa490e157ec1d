// Which namespaces an element declares.
#include "codec/writer_general.hpp"
#include "codec/writer_slice.hpp"

#include <algorithm>

namespace iso20022::codec {

/// For elements around open content that means another default namespace than they do.
inline constexpr std::string_view default_mode_prefix = "ns";

char* general_writer::declarations(char* o, const ns_scope& outer) {
  const auto uri = scope_.ns == schema::ns_none ? std::string_view() : tables_.namespace_uri(scope_.ns);
  const bool same_prefix = scope_.prefix == outer.prefix && scope_.number == outer.number && scope_.ns == outer.ns;
  if (!scope_.prefix.empty()) return same_prefix ? o : put_binding(o, scope_.prefix, scope_.number, uri);
  return scope_.default_ns == outer.default_ns ? o : put_binding(o, {}, 0, uri);
}

/// What names inside the open content mean by the declarations around it.
char* general_writer::bindings(char* o, std::span<const ns_binding> known) {
  for (const auto& b : known) {
    if (b.prefix_len == 0) {
      const bool ours = scope_.default_ns != schema::ns_none && scope_.default_ns != ns_scope::foreign;
      if (uri_of(b) == (ours ? tables_.namespace_uri(scope_.default_ns) : std::string_view())) continue;
      scope_.default_ns = b.uri_len == 0 ? schema::ns_none : ns_scope::foreign;
    } else if (prefix_of(b) == "xml" ||
               (!scope_.prefix.empty() && is_numbered(prefix_of(b), scope_.prefix, scope_.number))) {
      continue;
    }
    o = put_binding(o, prefix_of(b), 0, uri_of(b));
  }
  return o;
}

ns_scope general_writer::inner_scope(const field& f, std::span<const ns_binding> known) {
  ns_scope inner = scope_;
  inner.ns = f.row->ns ? f.row->ns : scope_.ns;
  const auto uri = tables_.namespace_uri(inner.ns);
  if (inner.ns == schema::ns_none || options_.prefix.empty()) {
    const bool other = std::ranges::any_of(known, [&](const auto& b) { return b.prefix_len == 0 && uri_of(b) != uri; });
    inner.prefix = other && inner.ns != schema::ns_none ? default_mode_prefix : std::string_view();
    inner.number = inner.prefix.empty() ? 0 : fresh_number(inner.prefix, 1, known);
    if (inner.prefix.empty()) inner.default_ns = inner.ns;
    return inner;
  }
  if (inner.ns != scope_.ns || scope_.prefix.empty()) {
    inner.prefix = options_.prefix;
    inner.number = number_of(inner.ns);
  }
  const bool clash = std::ranges::any_of(
      known, [&](const auto& b) { return is_numbered(prefix_of(b), inner.prefix, inner.number) && uri_of(b) != uri; });
  if (clash) inner.number = fresh_number(inner.prefix, numbers_ + 1, known);
  return inner;
}

/// The open content that the component around it holds.
const any* general_writer::content_of(const field& f, const std::byte* object) const {
  const auto& t = tables_.types()[f.row->type];
  for (u32 i = t.first_row; i < t.first_row + t.row_count; ++i)
    if (tables_.infos()[i].wildcard) return &at<any>(object + tables_.rows()[i].offset);
  return nullptr;
}

/// 0 for the first namespace that appears, 1 for the second, ...
unsigned general_writer::number_of(u16 ns) {
  const auto* const end = numbered_ + std::min(numbers_, most_numbered);
  const auto* const seen = std::find(static_cast<const u16*>(numbered_), end, ns);
  if (seen != end) return static_cast<unsigned>(seen - numbered_);
  if (numbers_ < most_numbered) numbered_[numbers_] = ns;
  return numbers_++;
}

}  // namespace iso20022::codec
