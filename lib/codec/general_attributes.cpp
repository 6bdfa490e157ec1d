// Attributes: declarations of namespaces, xsi:*, and those that the schema knows.
#include "codec/general_reader.hpp"

#include "check/excerpt.hpp"
#include "xml/chars.hpp"

#include <algorithm>

namespace iso20022::codec {
namespace {

constexpr std::string_view xs_uri = "http://www.w3.org/2001/XMLSchema";

bool is_declaration(const xml::attribute& a) { return a.name.prefix == "xmlns" || a.name.whole == "xmlns"; }

std::string_view trim(std::string_view s) {
  while (!s.empty() && xml::is_white(s.front())) s.remove_prefix(1);
  while (!s.empty() && xml::is_white(s.back())) s.remove_suffix(1);
  return s;
}

}  // namespace

// ---- namespaces

void general_reader::declare_namespaces() {
  for (const auto& a : tokens_.attributes) {
    if (!is_declaration(a)) continue;
    const std::string_view prefix = a.name.prefix.empty() ? std::string_view("", 0) : stable(a.name.local);
    const auto uri = value_of(a, true);
    if (const auto reason = xml::refuse_declaration(prefix, uri); !reason.empty())
      on_fault(xml::fault::namespace_name, a.at, {a.at, static_cast<std::size_t>(a.raw.data() + a.raw.size() + 1 - a.at)}, reason);
    bindings_.declare({prefix, uri, tables_.namespace_number(uri)});
  }
}

general_reader::resolved general_reader::resolve_element() {
  const auto& name = tokens_.tag;
  const int binding = bindings_.find(name.prefix);
  if (binding >= 0) {
    if (!slices_.empty()) note_use(binding);
    return {bindings_[binding].number, binding};
  }
  if (name.prefix.empty()) return {schema::ns_none, -1};
  if (name.prefix == "xml") return {schema::ns_xml, -1};
  if (name.prefix == "xmlns") return {unknown_ns, -1};
  on_fault(xml::fault::prefix_unbound, tokens_.at, {tokens_.at, name.whole.size() + 1}, "a prefix that an xmlns attribute declares");
  return {assumed_ns, -1};
}

bool general_reader::resolve_attribute(const xml::attribute& a, resolved& out) {
  out = {schema::ns_none, -1};
  if (a.name.prefix.empty()) return true;
  if (a.name.prefix == "xml") return out.ns = schema::ns_xml, true;
  out.binding = bindings_.find(a.name.prefix);
  if (out.binding < 0) {
    on_fault(xml::fault::prefix_unbound, a.at, a.name.whole, "a prefix that an xmlns attribute declares");
    return false;
  }
  if (!slices_.empty()) note_use(out.binding);
  out.ns = bindings_[out.binding].number;
  return true;
}

/// Whether an attribute in front of number `i` has the same name, as written or expanded.
bool general_reader::is_duplicate(std::size_t i) const {
  const auto& a = tokens_.attributes[i];
  const auto uri_of = [&](const xml::attribute& x) {
    const int b = x.name.prefix.empty() || is_declaration(x) ? -1 : bindings_.find(x.name.prefix);
    return b >= 0 ? bindings_[b].uri : std::string_view();
  };
  for (std::size_t k = 0; k < i; ++k) {
    const auto& b = tokens_.attributes[k];
    if (b.name.whole == a.name.whole) return true;
    if (b.name.local != a.name.local || is_declaration(a) || is_declaration(b)) continue;
    if (const auto uri = uri_of(a); !uri.empty() && uri == uri_of(b)) return true;
  }
  return false;
}

// ---- what the schema says of them

void general_reader::judge_attributes(frame& f) {
  u64 seen = 0;
  for (std::size_t i = 0; i < tokens_.attributes.size() && !stop_; ++i) {
    const auto& a = tokens_.attributes[i];
    if (i != 0 && is_duplicate(i)) {
      on_fault(xml::fault::duplicate_attribute, a.at, a.name.whole, "each attribute once");
      continue;
    }
    resolved name;
    if (is_declaration(a) || !resolve_attribute(a, name)) continue;
    if (name.ns == schema::ns_xsi) judge_instance(f, a);
    else if (f.kind != frame_kind::open) judge_attribute(f, a, name.ns, seen);
  }
  if (!stop_ && f.kind != frame_kind::open && f.type && !tokens_.broken) judge_required(f, seen);
}

void general_reader::judge_attribute(frame& f, const xml::attribute& a, u16 ns, u64& seen) {
  const u32 count = f.type ? f.type->attribute_count : 0;
  for (u32 i = 0; i < count; ++i) {
    const auto& known = tables_.attributes()[f.type->first_attribute + i];
    if (tables_.string(known.name) != a.name.local || (known.ns ? known.ns : schema::ns_none) != ns || known.prohibited) continue;
    seen |= u64{1} << (i & 63);
    if (!a.faulty) judge_value(f, a, known);
    return;
  }
  const auto tag = "@" + check::shorten_name(a.name.local);
  std::string expected;
  for (u32 i = 0; i < count; ++i)
    (expected += i ? ", @" : "@") += tables_.string(tables_.attributes()[f.type->first_attribute + i].name);
  add({issue_code::schema_attribute_unknown, a.at, path() + "/" + tag, tag, {}, "@" + std::string(a.name.whole),
       expected.empty() ? "no attributes" : expected, parent_name()});
}

void general_reader::judge_value(const frame& f, const xml::attribute& a, const schema::attribute& known) {
  const auto& type = tables_.simples()[known.simple];
  const auto value = settled(type, value_of(a, f.object != nullptr));
  auto status = check_leaf(tables_, type, value, f.object ? f.object + known.offset : nullptr, memory_);
  if (status == leaf_status::ok && type.base == schema::builtin::id && !note_id(type, value)) status = leaf_status::id;
  if (status == leaf_status::ok && (!known.fixed_value || known.is_default)) return;
  const auto tag = "@" + std::string(tables_.string(known.name));
  const auto written = a.plain ? a.raw : value;
  if (status != leaf_status::ok)
    return add_value(issue_of(status), a.raw.data(), path() + "/" + tag, tag, known.business_name, type, status, written);
  const auto fixed = tables_.string(known.fixed_value - 1);
  if (equals_fixed(tables_, type, value, fixed)) return;
  add({issue_code::schema_attribute_fixed, a.raw.data(), path() + "/" + tag, tag, std::string(tables_.string(known.business_name)),
       check::shorten(written), check::quote(fixed), parent_name(), true});
}

void general_reader::judge_required(const frame& f, u64 seen) {
  for (u32 i = 0; i < f.type->attribute_count && !stop_; ++i) {
    const auto& a = tables_.attributes()[f.type->first_attribute + i];
    if (seen >> (i & 63) & 1) continue;
    if (a.fixed_value && !a.required && f.object)
      check_leaf(tables_, tables_.simples()[a.simple], tables_.string(a.fixed_value - 1), f.object + a.offset, memory_);
    if (!a.required) continue;
    const auto tag = "@" + std::string(tables_.string(a.name));
    add({issue_code::schema_attribute_missing, tokens_.at, path() + "/" + tag, tag, std::string(tables_.string(a.business_name)), found_tag(),
         describe(tables_, tables_.simples()[a.simple]), parent_name()});
  }
}

/// The value as text: a view of the input when it means itself. `keep`: it must live as long as the message.
std::string_view general_reader::value_of(const xml::attribute& a, bool keep) {
  if (a.plain) return keep ? stable(a.raw) : a.raw;
  if (keep) {
    char* const at = memory_->begin_text(a.raw.size(), offset_of(a.raw.data()));
    char* const behind = xml::decode_value(a.raw, at);
    memory_->end_text(behind);
    return {at, static_cast<std::size_t>(behind - at)};
  }
  value_.resize(a.raw.size());
  return {value_.data(), static_cast<std::size_t>(xml::decode_value(a.raw, value_.data()) - value_.data())};
}

// ---- xsi:*

void general_reader::judge_instance(frame& f, const xml::attribute& a) {
  const auto local = a.name.local;
  if (local == "schemaLocation" || local == "noNamespaceSchemaLocation") return;  // hints; nothing is fetched
  const auto value = trim(value_of(a, false));
  if (local == "type") return judge_type(f, a, value);
  if (local == "nil") return judge_nil(f, a, value);
  add({issue_code::schema_attribute_unknown, a.at, path() + "/@" + check::shorten_name(local), "@" + check::shorten_name(a.name.whole), {},
       "@" + std::string(a.name.whole), "xsi:type, xsi:nil, xsi:schemaLocation or xsi:noNamespaceSchemaLocation", parent_name()});
}

/// xsi:type may only say what the schema says anyway. In open content only its prefix counts.
void general_reader::judge_type(const frame& f, const xml::attribute& a, std::string_view value) {
  const auto colon = value.find(':');
  const auto prefix = colon == value.npos ? std::string_view() : value.substr(0, colon);
  const auto local = colon == value.npos ? value : value.substr(colon + 1);
  const int binding = bindings_.find(prefix);
  if (binding >= 0 && !slices_.empty()) note_use(binding);
  if (colon == 0 || (colon != value.npos && binding < 0 && prefix != "xml"))
    return on_fault(xml::fault::prefix_unbound, a.raw.data(), a.raw, "a prefix that an xmlns attribute declares");
  if (f.kind == frame_kind::open) return;
  std::string_view declared = tables_.string(tables_.infos()[f.row].type_name);
  u16 ns = f.type && f.type->ns ? f.type->ns : f.ns;
  for (auto outer = frames_.rbegin(); ns == schema::ns_none && outer != frames_.rend(); ++outer)
    ns = outer->ns;  // an element without a namespace: its type belongs to that of the elements around
  bool same = binding >= 0 ? bindings_[binding].number == ns : ns == schema::ns_none;
  if (declared.starts_with("xs:")) {
    declared.remove_prefix(3);
    same = binding >= 0 && bindings_[binding].uri == xs_uri;
  }
  if (same && local == declared && !tables_.infos()[f.row].anonymous) return;
  add({issue_code::schema_type, a.raw.data(), path() + "/@type", name(f.row), business_name(f.row), check::shorten(value),
       std::string(tables_.string(tables_.infos()[f.row].type_name)), parent_name(), true});
}

/// No element of our schemas may be nil; in open content it may say what it likes.
void general_reader::judge_nil(frame& f, const xml::attribute& a, std::string_view value) {
  const bool yes = value == "true" || value == "1";
  const bool legal = yes || value == "false" || value == "0";
  if (legal && f.kind == frame_kind::open) return;
  const auto tag = f.row ? name(f.row) : check::shorten_name(tokens_.tag.local);
  add({issue_code::schema_nil, a.raw.data(), path() + "/@nil", tag, f.row ? business_name(f.row) : std::string(), check::shorten(value),
       legal ? "no xsi:nil: the element must have its value" : "true or false", parent_name(), true});
  f.lenient |= yes;
}

}  // namespace iso20022::codec
