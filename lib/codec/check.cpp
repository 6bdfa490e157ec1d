// A struct judged by the tables that readers use: what would be wrong with its XML, without writing it.
#include "codec/check.hpp"

#include "codec/access_path.hpp"
#include "codec/check_by_reading.hpp"
#include "codec/check_quick.hpp"
#include "codec/check_value.hpp"
#include "codec/check_words.hpp"
#include "codec/general_content.hpp"

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
    return !failed_ && (!needs_reading_ || reads_back(message_, out_));
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

  void sequence(const type& t, const std::byte* object) {
    const content_model model(tables_, t);
    u16 last = outside;
    bool open_content_done = false;
    for (u32 i = t.first_row; i < t.first_row + t.row_count && !stops(); ++i) {
      const field f(tables_, i);
      std::byte* where = nullptr;
      const u32 n = count_of(tables_, f, false, const_cast<std::byte*>(object), where);
      if (n == 0) continue;
      if (f.info->wildcard && open_content_done) continue;
      open_content_done |= f.info->wildcard;
      if (model.may_follow(last, f.info->particle)) last = f.info->particle;
      else tell_order(model, t, object, last, i);
      occurrences(f, where, n);
    }
    if (!stops() && !model.may_follow(last, outside)) tell_missing(model, t, object, last, outside);
  }

  void choice(const type& t, const std::byte* object) {
    const u32 i = chosen_row(tables_, t, object);
    if (i == schema::no_row) {
      const content_model model(tables_, t);
      if (!model.may_follow(outside, outside)) tell_missing(model, t, object, outside, outside);
      return;
    }
    const field f(tables_, i);
    std::byte* where = nullptr;
    const u32 n = count_of(tables_, f, true, const_cast<std::byte*>(object), where);
    if (n == 0) return tell(issue_code::schema_missing, i, 0, the_end(), "");
    occurrences(f, where, n);
  }

  void occurrences(const field& f, std::byte* where, u32 n) {
    if (n > f.row->max)
      tell(issue_code::schema_too_many, f.index, f.row->max, std::to_string(n),
           "at most " + std::to_string(f.row->max));
    if (n < f.info->min)
      tell(issue_code::schema_too_few, f.index, 0, std::to_string(n), "at least " + std::to_string(f.info->min));
    if (!f.is_list()) return one(f, where, 0);
    for (elements e(at<raw_list>(where), f.row->size); e && !stops(); e.next()) one(f, *e, e.index());
  }

  void one(const field& f, const std::byte* value, u32 index) {
    if (f.info->wildcard) open_content(at<any>(value));
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
        if (a.required) tell(issue_code::schema_attribute_missing, a, "", [&] { return expectation(tables_, s); });
        continue;
      }
      value(s, slot, &a);
      if (a.fixed_value && !a.is_default) fixed(s, slot, a.fixed_value, &a);
    }
  }

  void value(const simple& s, const std::byte* slot, const attribute* a) {
    needs_reading_ |= s.base == schema::builtin::id;
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
    add(make_issue(code, here(a), text, '"' + std::string(wanted) + '"', true));
  }

  void open_content(const any& a) {
    needs_reading_ = true;
    if (a.root > tables_.roots().size()) return tell_bad_root(a.root);
    if (a.ptr || !a.object || !a.root) return;
    component(field(tables_, tables_.roots()[a.root - 1].row), static_cast<const std::byte*>(a.object), 0);
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
  void tell(issue_code code, u32 row, u32 index, std::string_view found, std::string expected) {
    failed_ = true;
    if (!out_) return;
    subject s;
    s.path = trail_path();
    if (!tables_.infos()[row].wildcard) append_step(s.path, tables_, row, index);
    s.tag = name_of(row);
    s.name = tables_.string(tables_.infos()[row].business_name);
    if (depth_ != 0) s.parent = tables_.name(trail_[depth_ - 1].row);
    add(make_issue(code, s, found, std::move(expected)));
  }
  template <class Words>
  void tell(issue_code code, const attribute& a, std::string_view found, Words expected) {
    failed_ = true;
    if (out_) add(make_issue(code, here(&a), found, expected()));
  }

  /// How many of each particle there are.
  std::vector<u32> counts(const type& t, const std::byte* object) const {
    std::vector<u32> all;
    for (u32 i = t.first_row; i < t.first_row + t.row_count; ++i) {
      std::byte* where = nullptr;
      all.push_back(count_of(tables_, field(tables_, i), false, const_cast<std::byte*>(object), where));
    }
    return all;
  }

  /// Everything that had to come behind `last` before `target` (a particle, or the end) could.
  void tell_missing(const content_model& model, const type& t, const std::byte* object, u16 last, u16 target) {
    failed_ = true;
    if (!out_) return;
    const auto found = target == outside ? the_end() : std::string(tables_.name(model.row(target)));
    const auto present = t.is_choice ? std::vector<u32>(t.row_count) : counts(t, object);
    for (const auto& step : model.missing(last, target, present.data())) {
      if (step.size() == 1) {
        tell(issue_code::schema_missing, model.row(step.front()), 0, found, std::string(name_of(model.row(step.front()))));
        continue;
      }
      std::string names;
      for (const u16 p : step) (names += names.empty() ? "" : p == step.back() ? " or " : ", ") += name_of(model.row(p));
      subject s = here(nullptr);
      s.parent = tables_.name(trail_[depth_ - 1].row);
      add(make_issue(issue_code::schema_incomplete_choice, s, found, names));
    }
  }
  std::string_view name_of(u32 row) const { return tables_.infos()[row].wildcard ? "open content" : tables_.name(row); }

  /// A child that may not come behind `last`: something between them is missing, or it excludes what came.
  void tell_order(const content_model& model, const type& t, const std::byte* object, u16& last, u32 row) {
    const u16 p = tables_.infos()[row].particle;
    failed_ = true;
    if (!out_) return;
    if (model.can_reach(last, p)) {
      tell_missing(model, t, object, last, p);
      last = p;
      return;
    }
    const auto before = last == outside ? std::string_view() : name_of(model.row(last));
    tell(issue_code::schema_too_many, row, 0, "both " + std::string(before) + " and " + std::string(name_of(row)),
         "only one of them");
  }

  void tell_bad_root(u32 root) {
    failed_ = true;
    if (out_)
      add(make_issue(issue_code::schema_wildcard, here(nullptr), "root " + std::to_string(root),
                     "a root of the registry"));
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
  bool needs_reading_ = false;
  u32 depth_ = 0;
  mark trail_[deepest + 1];
};

}  // namespace

bool accepts(const message& m) {
  if (!m) return false;
  const image tables(m.registry().image_base());
  const auto* const object = static_cast<const std::byte*>(m.object());
  return surely_valid(tables, root_row(tables, m.root()), object) || struct_judge(m, nullptr).run();
}

}  // namespace codec

report check(const message& m) {
  report found;
  if (m) codec::struct_judge(m, &found).run();
  else found.issues.push_back(codec::make_issue(issue_code::xml_empty, {}, "", "a message"));
  return found;
}

}  // namespace iso20022
