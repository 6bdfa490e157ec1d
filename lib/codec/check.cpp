// A struct judged by the tables that readers use: what would be wrong with its XML, without writing it.
#include "codec/check.hpp"

#include "codec/access_path.hpp"
#include "codec/check_open_content.hpp"
#include "codec/check_value.hpp"
#include "codec/check_words.hpp"

#include <iso20022/codec/writer.hpp>
#include <iso20022/core/limits.hpp>

namespace iso20022 {
namespace codec {
namespace {

using schema::attribute;
using schema::image;
using schema::simple;
using schema::type;

/// Walks a struct depth first. Without a report it stops at the first finding and allocates nothing.
class struct_judge {
 public:
  struct_judge(const message& m, report* out) : message_(m), tables_(m.registry().image_base()), out_(out) {}

  bool run() {
    const place root = root_place(tables_, message_);
    component(field(tables_, root.row), root.value, 0);
    return !failed_;
  }

 private:
  static constexpr u32 deepest = 96;  // read_limits().depth: what is nested deeper could not be read back

  bool stops() const { return failed_ && !out_; }

  // ---- structure

  void component(const field& f, const std::byte* object, u32 index) {
    if (depth_ == deepest) return tell(issue_code::limit_depth, f.index, index, "", std::to_string(deepest));
    trail_[depth_++] = {f.index, index};
    const auto& t = tables_.types()[f.row->type];
    attributes(t, object);
    if (t.is_choice) choice(t, object);
    else sequence(t, object);
    --depth_;
  }

  /// Positions are numbers of particles here; `particles` of the type means "nothing came yet".
  bool may_follow(const type& t, const field& f, u32 last) const {
    return in_mask(t, f.row->after, f.info->after_words, last);
  }
  bool may_end(const type& t, u32 last) const { return in_mask(t, t.closes_after, t.closes_words, last); }
  bool in_mask(const type& t, u64 narrow, u32 words, u32 last) const {
    if (t.wide) return tables_.masks()[words + last / 64] >> (last % 64) & 1;
    return narrow & (last == t.particles ? schema::start_position : u64{1} << last);
  }

  void sequence(const type& t, const std::byte* object) {
    u32 last = t.particles;
    bool open_content_done = false;
    for (u32 i = t.first_row; i < t.first_row + t.row_count && !stops(); ++i) {
      const field f(tables_, i);
      std::byte* where = nullptr;
      const u32 n = count_of(f, false, const_cast<std::byte*>(object), where);
      if (n == 0) {
        if (f.row->type && !f.is_component() && !f.is_list()) stray_attributes(f, where);
        continue;
      }
      if (f.info->wildcard && open_content_done) continue;
      open_content_done |= f.info->wildcard;
      if (!may_follow(t, f, last)) tell_order(t, last, i);
      last = f.info->particle;
      occurrences(f, where, n);
    }
    if (!stops() && !may_end(t, last)) tell_missing(t, last, schema::no_row);
  }

  void choice(const type& t, const std::byte* object) {
    const u32 i = chosen_row(tables_, t, object);
    if (i == schema::no_row) {
      if (!may_end(t, t.particles)) tell_missing(t, t.particles, schema::no_row);
      return;
    }
    const field f(tables_, i);
    std::byte* where = nullptr;
    const u32 n = count_of(f, true, const_cast<std::byte*>(object), where);
    if (n == 0) return tell(issue_code::schema_missing, i, 0, the_end(), "");
    occurrences(f, where, n);
  }

  void occurrences(const field& f, std::byte* where, u32 n) {
    if (n > f.row->max) tell(issue_code::schema_too_many, f.index, f.row->max, std::to_string(n), "at most " + std::to_string(f.row->max));
    if (n < f.info->min) tell(issue_code::schema_too_few, f.index, 0, std::to_string(n), "at least " + std::to_string(f.info->min));
    if (!f.is_list()) return one(f, where, 0);
    for (elements e(at<raw_list>(where), f.row->size); e && !stops(); e.next()) one(f, *e, e.index());
  }

  void one(const field& f, const std::byte* value, u32 index) {
    if (f.info->wildcard) open_content(f, at<any>(value));
    else if (f.is_component()) component(f, value, index);
    else leaf(f, value, index);
  }

  // ---- values

  void leaf(const field& f, const std::byte* slot, u32 index) {
    if (!present(f.info->value, slot)) return tell(issue_code::schema_missing, f.index, index, the_end(), "");
    if (depth_ == deepest) return tell(issue_code::limit_depth, f.index, index, "", std::to_string(deepest));
    trail_[depth_++] = {f.index, index};
    const auto& s = tables_.simples()[f.row->simple];
    value(s, slot, nullptr);
    if (f.info->fixed_value && !f.info->is_default) fixed(s, slot, f.info->fixed_value, nullptr);
    if (f.row->type) attributes(tables_.types()[f.row->type], slot);
    --depth_;
  }

  void attributes(const type& t, const std::byte* object) {
    for (u32 i = 0; i < t.attribute_count && !stops(); ++i) {
      const auto& a = tables_.attributes()[t.first_attribute + i];
      const auto& s = tables_.simples()[a.simple];
      const std::byte* const slot = object + a.offset;
      if (!present(a.value, slot)) {
        if (a.required) tell(issue_code::schema_attribute_missing, a, "", [&] { return expectation(tables_, s, leaf_status::ok); });
        continue;
      }
      value(s, slot, &a);
      if (a.fixed_value && !a.is_default) fixed(s, slot, a.fixed_value, &a);
    }
  }

  /// Attributes of a value that is not there would be lost.
  void stray_attributes(const field& f, const std::byte* slot) {
    const auto& t = tables_.types()[f.row->type];
    for (u32 i = 0; i < t.attribute_count; ++i) {
      const auto& a = tables_.attributes()[t.first_attribute + i];
      if (present(a.value, slot + a.offset)) return tell(issue_code::schema_missing, f.index, 0, "@" + std::string(tables_.string(a.name)), "");
    }
  }

  void value(const simple& s, const std::byte* slot, const attribute* a) {
    value_text room;
    const auto text = text_of(tables_, s, slot, room);
    const auto found = check_value(tables_, s, slot, text);
    if (found.verdict == value_verdict::ok) return;
    failed_ = true;
    if (out_) add(value_issue(tables_, s, slot, text, found, here(a)));
  }

  void fixed(const simple& s, const std::byte* slot, u32 string, const attribute* a) {
    value_text room;
    const auto text = text_of(tables_, s, slot, room), wanted = tables_.string(string - 1);
    if (equals_fixed(tables_, s, text, wanted)) return;
    failed_ = true;
    if (!out_) return;
    const auto code = a ? issue_code::schema_attribute_fixed : issue_code::schema_fixed;
    add(make_issue(code, here(a), quoted(text), quoted(wanted)));
  }

  void open_content(const field& f, const any& a) {
    std::string why;
    const auto problem = check_open_content(message_.registry(), f, a, out_ ? &why : nullptr);
    if (problem != issue_code::count_) {
      failed_ = true;
      if (out_) add(make_issue(problem, here(nullptr), quoted(a.view()), why));
    }
    if (!a.ptr && a.object && a.root) {
      const field root(tables_, tables_.roots()[a.root - 1].row);
      component(root, static_cast<const std::byte*>(a.object), 0);
    }
  }

  // ---- words

  std::string the_end() const {
    return !out_ || depth_ == 0 ? std::string() : "the end of " + std::string(tables_.name(trail_[depth_ - 1].row));
  }
  std::string trail_path() const {
    std::string path;
    for (u32 i = 0; i < depth_; ++i) append_step(path, tables_, trail_[i].row, trail_[i].index);
    return path;
  }
  /// The element that is open, or an attribute of it.
  subject here(const attribute* a) const {
    subject s;
    s.path = trail_path();
    const auto& own = tables_.infos()[trail_[depth_ - 1].row];
    if (a) {
      s.tag = "@" + std::string(tables_.string(a->name));
      s.path += "/" + s.tag;
      s.name = tables_.string(a->business_name);
      s.parent = tables_.string(own.name);
      return s;
    }
    s.tag = tables_.string(own.name);
    s.name = tables_.string(own.business_name);
    if (depth_ > 1) s.parent = tables_.name(trail_[depth_ - 2].row);
    return s;
  }
  /// A child of the element that is open.
  void tell(issue_code code, u32 row, u32 index, std::string found, std::string expected) {
    failed_ = true;
    if (!out_) return;
    subject s;
    s.path = trail_path();
    append_step(s.path, tables_, row, index);
    s.tag = tables_.name(row);
    s.name = tables_.string(tables_.infos()[row].business_name);
    if (depth_ != 0) s.parent = tables_.name(trail_[depth_ - 1].row);
    add(make_issue(code, s, std::move(found), std::move(expected)));
  }
  template <class Words>
  void tell(issue_code code, const attribute& a, std::string found, Words expected) {
    failed_ = true;
    if (out_) add(make_issue(code, here(&a), std::move(found), expected()));
  }

  /// What had to come behind `last`: mandatory, and in front of `before` where that is given.
  std::string wanted(const type& t, u32 last, u32 before, u32& first, u32& count) const {
    std::string names;
    count = 0;
    for (u32 i = t.first_row; i < t.first_row + t.row_count && (before == schema::no_row || i < before); ++i) {
      const field f(tables_, i);
      if (f.info->particle == last || f.info->min == 0 || !may_follow(t, f, last)) continue;
      if (count++ == 0) first = i;
      else names += ", ";
      names += f.info->wildcard ? std::string_view("any element") : tables_.name(i);
    }
    return count > 1 ? "one of " + names : names;
  }

  void tell_missing(const type& t, u32 last, u32 before) {
    failed_ = true;
    if (!out_) return;
    u32 first = t.first_row, count = 0;
    const auto expected = wanted(t, last, before, first, count);
    const auto found = before == schema::no_row ? the_end() : std::string(tables_.name(before));
    if (count == 1) return tell(issue_code::schema_missing, first, 0, found, expected);
    add(make_issue(issue_code::schema_incomplete_choice, as_parent(), found, expected));
  }
  /// The open element as the one that lacks something.
  subject as_parent() const {
    subject s = here(nullptr);
    s.parent = tables_.name(trail_[depth_ - 1].row);
    return s;
  }

  /// A child that may not come behind `last`: something between them is missing, or it excludes what came.
  void tell_order(const type& t, u32 last, u32 row) {
    u32 first = 0, count = 0;
    if (out_) wanted(t, last, row, first, count);
    if (count != 0) return tell_missing(t, last, row);
    const bool excluded = out_ && last != t.particles;
    tell(issue_code::schema_order, row, 0, "", excluded ? "it or " + std::string(tables_.name(t.first_row + last)) + ", not both" : "");
  }

  void add(issue i) {
    if (out_->issues.size() < read_limits().issues) out_->issues.push_back(std::move(i));
    else out_->truncated = true;
  }

  struct mark { u32 row, index; };

  const message& message_;
  image tables_;
  report* out_;
  bool failed_ = false;
  u32 depth_ = 0;
  mark trail_[deepest + 1];
};

}  // namespace

bool accepts(const message& m) { return m && struct_judge(m, nullptr).run(); }

}  // namespace codec

report check(const message& m) {
  report found;
  if (m) codec::struct_judge(m, &found).run();
  else found.issues.push_back(codec::make_issue(issue_code::xml_empty, {}, "", "a message"));
  return found;
}

}  // namespace iso20022
