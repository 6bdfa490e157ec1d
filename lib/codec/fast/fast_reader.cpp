#include "codec/fast/fast_reader.hpp"

#include "codec/fast/special_text.hpp"
#include "codec/fast/start_tag.hpp"
#include "codec/leaf.hpp"

#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace iso20022::fast {
namespace {

using reader_function = outcome (*)(session&, bool);

struct choice { std::string_view name; reader_function read; };

#if defined(__x86_64__)
bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2"); }
bool has_avx512() {
  return has_avx2() && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
}
#endif

/// The best that the processor has, or what ISO20022_ISA asks for where the processor has it.
choice choose() {
  const char* const asked = std::getenv("ISO20022_ISA");
  [[maybe_unused]] const std::string_view want = asked ? asked : "";
#if defined(__x86_64__)
  if ((want.empty() || want == "avx512") && has_avx512()) return {"avx512", avx512::read};
  if ((want.empty() || want == "avx2" || want == "avx512") && has_avx2()) return {"avx2", avx2::read};
#endif
  return {"portable", portable::read};
}
const choice& chosen() {
  static const choice c = choose();
  return c;
}

constexpr std::string_view usual_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// Behind byte order mark, declaration, blanks and comments; null when something else comes before the root.
const char* skip_prolog(const char* p, const char* end) {
  if (end - p >= 3 && std::memcmp(p, "\xEF\xBB\xBF", 3) == 0) p += 3;
  if (static_cast<std::size_t>(end - p) > usual_declaration.size() &&
      std::memcmp(p, usual_declaration.data(), usual_declaration.size()) == 0)
    p += usual_declaration.size();
  for (;;) {
    while (p < end && (*p == '\n' || *p == ' ' || *p == '\t' || *p == '\r')) ++p;
    if (end - p < 7 || std::memcmp(p, "<!--", 4) != 0) return p;
    for (p += 4;; ++p) {
      if (end - p < 3 || static_cast<signed char>(*p) < 0 || (*p < ' ' && *p != '\n' && *p != '\t' && *p != '\r')) return nullptr;
      if (p[0] == '-' && p[1] == '-') break;
    }
    if (p[2] != '>') return nullptr;
    p += 3;
  }
}

}  // namespace

void session::prepare(schema::image t, codec::arena& a, read_limits l) {
  kernel = chosen().read;
  tables = t;
  memory = &a;
  limits = l;
  depth_limit = l.depth < max_depth ? l.depth : max_depth;
  first_child.assign(t.head().rows.count, schema::close_row * sizeof(schema::row));
  for (std::uint32_t i = 0; i < t.head().rows.count; ++i) {
    const auto& r = t.rows()[i];
    if (r.kind > schema::fast_kind::close && r.kind <= schema::fast_kind::enter_namespace && t.types()[r.type].row_count)
      first_child[i] = static_cast<schema::u32>(t.types()[r.type].first_row * sizeof(schema::row));
  }
}

bool read_prolog(session& s, const char* data, std::size_t size, std::size_t here) {
  const char* const p = skip_prolog(data, data + here);
  if (!p || p >= data + here) return false;
  s.begin = p;
  s.end = data + size;
  const root_tag* const tag = s.root_tags.find(s.tables, p, data + here);
  if (!tag) return false;
  s.root = tag->root;
  s.root_index = tag->index;
  s.root_prefix = tag->prefix;
  s.root_says = tag;
  return true;
}

const char* namespace_tag(session& s, const schema::row& r, const char* p, bool prefixed, prefix& out,
                          xml::namespaces::binding& declared) {
  const auto uri = s.tables.namespace_uri(r.ns);
  const auto name = s.tables.name(static_cast<std::uint32_t>(&r - s.tables.rows()));
  declared = {std::string_view("", 0), uri, r.ns};
  // the form of the public samples: <Document xmlns="...">
  const char* q = p + 1;
  if (std::memcmp(q, name.data(), name.size()) == 0 && std::memcmp(q + name.size(), " xmlns=\"", 8) == 0 &&
      std::memcmp(q + name.size() + 8, uri.data(), uri.size()) == 0 &&
      std::memcmp(q + name.size() + 8 + uri.size(), "\">", 2) == 0)
    return q + name.size() + uri.size() + 10;
  start_tag tag;
  if (!prefixed || !parse_start_tag(p, s.end, tag) || tag.local != name || !make_prefix(tag.prefix, out)) return nullptr;
  const auto& outer = s.root_says->prefixes;
  const auto same = std::ranges::find_if(outer, [&](const auto& d) { return d.name.word == out.word && d.name.length == out.length; });
  // declarations other than this element's own could hide the root's, and so does one that means something else by a prefix of
  // the root: not the usual form
  if (tag.has_default || tag.declaration_count > 1 || (same != outer.end() && same->uri != uri)) return nullptr;
  if (tag.declaration_count == 1) {
    declared.prefix = tag.prefix;
    return tag.declarations[0].prefix == tag.prefix && tag.declarations[0].uri == uri ? tag.body : nullptr;
  }
  declared.number = schema::ns_none;
  return same != outer.end() ? tag.body : nullptr;
}

const schema::row* search(const session& s, const schema::row& parent, const char* p) {
  for (const auto& r : s.tables.rows_of(s.tables.types()[parent.type])) {
    const auto name = s.tables.name(static_cast<std::uint32_t>(&r - s.tables.rows()));
    const char next = p[1 + name.size()];
    if (std::memcmp(p + 1, name.data(), name.size()) == 0 && (next == '>' || next == ' ')) return &r;
  }
  return nullptr;
}

bool blank(const char* s, const char* e) {
  for (; s < e; ++s)
    if (*s != ' ' && *s != '\n' && *s != '\t' && *s != '\r') return false;
  return true;
}

bool is_count_of_texts(const session& s, std::uint32_t texts) {
  auto piece = s.pieces_read.begin();
  std::uint32_t n = s.texts_in_pieces;
  for (const char *p = s.begin, *next; p; p = next) {
    const char* behind;  // where an attribute holds a '>', before it is behind the tag: one too many then, and no equal count
    if (piece != s.pieces_read.end() && piece->begin == p) behind = piece++->end;
    else if (const auto* const e = static_cast<const char*>(std::memchr(p, '>', static_cast<std::size_t>(s.end - p)))) behind = e + 1;
    else return false;
    next = static_cast<const char*>(std::memchr(behind, '<', static_cast<std::size_t>(s.end - behind)));
    n += !blank(behind, next ? next : s.end);
  }
  return n == texts;
}

std::byte* append(session& s, std::byte* field, std::uint32_t size) {
  return codec::list_append(*s.memory, field, size);
}

void drop_last(std::byte* field) { --reinterpret_cast<list<text>*>(field)->count; }

bool special_leaf(session& s, const schema::row& r, const char* b, const char* e, std::byte* slot) {
  auto& m = *s.memory;
  const std::size_t room = static_cast<std::size_t>(e - b) + 64;
  if (static_cast<std::size_t>(m.end - m.cur) < room + 8) m.grow(room + 8);
  special_text t;
  char* const space = reinterpret_cast<char*>(m.cur) + 8;
  if (!decode_special(b, e, space, t)) return false;
  if (t.copy) {  // in front of decoded text stands where it came from
    const auto offset = s.input_offset + static_cast<std::uint64_t>(b - s.input);
    std::memcpy(m.cur, &offset, 8);
    m.cur += (8 + t.size + 7) & ~std::size_t{7};
  }
  if (r.kind == schema::fast_kind::text) {
    const auto n = static_cast<std::uint32_t>(t.size);
    std::memcpy(slot, &t.begin, 8);
    std::memcpy(slot + 8, &n, 4);
    return n - t.extra - r.min_len <= r.len_span;
  }
  return plain_leaf(s, r, t.begin, t.begin + t.size, slot);
}

bool plain_leaf(session& s, const schema::row& r, const char* b, const char* e, std::byte* slot) {
  const std::string_view content(b, static_cast<std::size_t>(e - b));
  return codec::check_leaf(s.tables, s.tables.simples()[r.simple], content, slot, s.memory) == codec::leaf_status::ok;
}

namespace {

/// Bytes of the shortest element that is not in a piece: "<A></A>".
constexpr std::size_t shortest_element = 7;

bool within_limits(const session& s, std::size_t size) {
  return size >= 64 && size <= s.limits.text_bytes && size <= s.limits.bytes && size < (1u << 30) &&
         size / shortest_element <= s.limits.elements && s.limits.attributes >= start_tag::max_attributes &&
         s.limits.namespaces >= start_tag::max_attributes + session::max_depth;  // elements further in declare one at most
}

/// Both stages, from the root on.
outcome read_root(session& s, const char* source) {
  s.window.begin(source);
  s.object = nullptr;
  s.pieces_read.clear();
  s.texts_in_pieces = 0;
  s.elements = static_cast<std::uint32_t>(static_cast<std::size_t>(s.end - s.begin) / shortest_element);
  return s.kernel(s, s.root_prefix.length != 0 || !s.root_says->prefixes.empty());
}

}  // namespace

outcome read(session& s, const char* data, std::size_t size) {
  s.input = data;
  if (!within_limits(s, size) || !read_prolog(s, data, size, size)) return outcome::unknown;
  return read_root(s, nullptr);
}

outcome read_copying(session& s, const char* source, std::size_t size, char* copy) {
  s.input = copy;
  if (!within_limits(s, size)) return outcome::unknown;
  const auto first = std::min(size, index_window::copied_ahead);
  std::memcpy(copy, source, first);
  if (read_prolog(s, copy, size, first)) return read_root(s, source + (s.begin - copy));
  if (first == size) return outcome::unknown;
  std::memcpy(copy + first, source + first, size - first);  // a long prolog, perhaps
  return read(s, copy, size);
}

std::string_view instruction_set() { return chosen().name; }

}  // namespace iso20022::fast
