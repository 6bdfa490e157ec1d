#include "codec/writer_general.hpp"

#include "codec/writer_slice.hpp"
#include "codec/writer_text.hpp"

namespace iso20022::codec {

// ---- pieces of text

char* general_writer::put(char* o, std::string_view s) {
  o = out_.room(o, s.size());
  if (!s.empty()) std::memcpy(o, s.data(), s.size());
  return o + s.size();
}

char* general_writer::put_number(char* o, unsigned n) {
  if (n >= 10) o = put_number(o, n / 10);
  *o = static_cast<char>('0' + n % 10);
  return o + 1;
}

char* general_writer::put_text(char* o, std::string_view s) {
  o = out_.room(o, s.size());
  if (copy_text(o, s.data(), s.size()) == 0) return o + s.size();
  return put_escaped(out_.room(o, s.size() * longest_escape), s.data(), s.size());
}

char* general_writer::put_value(char* o, std::string_view s) {
  o = put(o, "=\"");
  o = put_escaped_value(out_.room(o, s.size() * longest_escape), s.data(), s.size());
  return put(o, "\"");
}

char* general_writer::put_name(char* o, u32 row) {
  if (!scope_.prefix.empty()) {
    o = put(o, scope_.prefix);
    if (scope_.number != 0) o = put_number(o, scope_.number);
    o = put(o, ":");
  }
  return put(o, tables_.name(row));
}

char* general_writer::put_binding(char* o, std::string_view prefix, unsigned number, std::string_view uri) {
  o = put(put(o, prefix.empty() ? " xmlns" : " xmlns:"), prefix);
  return put_value(number != 0 ? put_number(o, number) : o, uri);
}

char* general_writer::break_line(char* o) {
  const bool breaks = options_.indent != 0 && started_;
  started_ = has_children_ = true;
  if (!breaks) return o;
  const std::size_t blanks = static_cast<std::size_t>(options_.indent) * depth_;
  o = out_.room(o, blanks + 1);
  *o++ = '\n';
  std::memset(o, ' ', blanks);
  return o + blanks;
}

// ---- rows

char* general_writer::row(char* o, const schema::row& r, const std::byte* slot) { return row(o, field_of(r), slot); }

char* general_writer::row(char* o, const field& f, const std::byte* slot) {
  if (f.info->wildcard) return slice(o, f, at<any>(slot));
  if (f.is_list()) {
    for (elements e(at<raw_list>(slot), f.row->size); e; e.next())
      o = f.is_component() ? component(o, f, *e) : leaf(o, f, *e);
    return o;
  }
  if (!f.is_component()) return present(f.info->value, slot) || f.info->choice_tag ? leaf(o, f, slot) : o;
  if (f.info->store == schema::storage::in_place) return component(o, f, slot);
  const auto* const object = at<const std::byte*>(slot);
  return object ? component(o, f, object) : o;
}

char* general_writer::leaf(char* o, const field& f, const std::byte* slot) {
  const ns_scope outer = scope_;
  value_text made;
  const auto s = text_of(tables_, tables_.simples()[f.row->simple], slot + tables_.types()[f.row->type].value_offset, made);
  o = end_tag(put_text(start_tag(o, f, nullptr, slot), s), f);
  scope_ = outer;
  return o;
}

char* general_writer::component(char* o, const field& f, const std::byte* object) {
  if (depth_ == most_open) return o;
  const ns_scope outer = scope_;
  o = start_tag(o, f, content_of(f, object), object);
  ++depth_;
  has_children_ = false;
  const auto& t = tables_.types()[f.row->type];
  u32 first = t.first_row, last = t.first_row + t.row_count;
  if (t.is_choice) {
    first = chosen_row(tables_, t, object);
    last = first == schema::no_row ? first : first + 1;
  }
  for (u32 i = first; i < last; ++i) o = row(o, field(tables_, i), object + tables_.rows()[i].offset);
  --depth_;
  if (has_children_) o = break_line(o);
  has_children_ = true;  // the parent has
  o = end_tag(o, f);
  scope_ = outer;
  return o;
}

/// Bytes as they came; a message that was put in without bytes is written here. All wildcards of a type are one value.
char* general_writer::slice(char* o, const field& f, const any& a) {
  if (!is_first_wildcard(tables_, f)) return o;
  if (a.ptr) return a.len == 0 ? o : put(break_line(o), a.view());
  if (!a.object || a.root == 0) return o;
  return component(o, field(tables_, tables_.roots()[a.root - 1].row), static_cast<const std::byte*>(a.object));
}

// ---- tags

char* general_writer::start_tag(char* o, const field& f, const any* content, const std::byte* object) {
  const ns_scope outer = scope_;
  slice_bindings known(content);
  scope_ = inner_scope(f, known.all());
  o = put_name(put(break_line(o), "<"), f.index);
  o = bindings(declarations(o, outer), known.all());
  if (f.row->type) o = attributes(o, tables_.types()[f.row->type], object, content);
  return put(o, ">");
}

char* general_writer::end_tag(char* o, const field& f) { return put(put_name(put(o, "</"), f.index), ">"); }

char* general_writer::attributes(char* o, const schema::type& t, const std::byte* object, const any* content) {
  slice_bindings known(content);
  const std::string_view letter = options_.prefix.starts_with('a') ? "b" : "a";
  unsigned number = 0;
  for (u32 i = 0; i < t.attribute_count; ++i) {
    const auto& a = tables_.attributes()[t.first_attribute + i];
    if (!present(a.value, object + a.offset)) continue;
    if (a.ns > schema::ns_none && a.ns != schema::ns_xml) {
      number = fresh_number(letter, number + 1, known.all());
      o = put_binding(o, letter, number, tables_.namespace_uri(a.ns));
      o = put(put_number(put(put(o, " "), letter), number), ":");
    } else {
      o = put(o, a.ns == schema::ns_xml ? " xml:" : " ");
    }
    value_text made;
    o = put_value(put(o, tables_.string(a.name)), text_of(tables_, tables_.simples()[a.simple], object + a.offset, made));
  }
  return o;
}

}  // namespace iso20022::codec
