// Writing by path: planned and judged first, done afterwards, so that what is refused changes nothing.
#include <iso20022/codec/access.hpp>

#include "codec/access_path.hpp"
#include "codec/check_words.hpp"

namespace iso20022 {
namespace {

using codec::at;
using codec::field;
using codec::step;
using codec::steps;
using codec::u32;

class setting {
 public:
  setting(builder& b, const message& m) : builder_(b), message_(m), tables_(m.registry().image_base()) {}

  std::optional<issue> run(std::string_view path, std::string_view text) {
    about_.path = path;
    row_ = codec::root_place(tables_, message_).row;
    if (auto wrong = plan(path)) return wrong;
    if (simple_ == 0) return problem(issue_code::schema_element_in_text, text, "the path of a value");
    if (auto wrong = judge(text)) return wrong;
    put(path);
    return {};
  }

 private:
  std::optional<issue> problem(issue_code code, std::string_view found, std::string expected) const {
    return codec::make_issue(code, about_, found, std::move(expected), true);
  }

  /// Follows the path through the tables, and through the struct as far as it goes.
  std::optional<issue> plan(std::string_view path) {
    steps way(path);
    step s;
    about_.tag = path;
    if (!way.next(s) || s.is_attribute || s.index != 1 || tables_.name(row_) != s.name)
      return problem(issue_code::schema_unknown_root, path, "/" + std::string(tables_.name(row_)) + "/...");
    const std::byte* object = codec::root_place(tables_, message_).value;
    while (way.next(s)) {
      about_.parent = tables_.name(row_);
      about_.tag = (s.is_attribute ? "@" : "") + std::string(s.name);
      if (attribute_) return problem(issue_code::schema_unknown_element, s.name, "nothing behind an attribute");
      if (auto wrong = s.is_attribute ? enter_attribute(s) : enter(s, object)) return wrong;
    }
    if (way.malformed()) return problem(issue_code::schema_unknown_element, path, "a path such as /Document/A/B[2]/@C");
    simple_ = attribute_ ? attribute_->simple : tables_.rows()[row_].simple;
    return {};
  }

  std::optional<issue> enter_attribute(const step& s) {
    attribute_ = codec::attribute_named(tables_, tables_.types()[tables_.rows()[row_].type], s.name);
    if (!attribute_) return problem(issue_code::schema_attribute_unknown, s.name, "one of its attributes");
    about_.name = tables_.string(attribute_->business_name);
    return {};
  }

  std::optional<issue> enter(const step& s, const std::byte*& object) {
    const auto& t = tables_.types()[tables_.rows()[row_].type];
    const u32 next = codec::row_named(tables_, t, s.name);
    if (next == schema::no_row)
      return problem(issue_code::schema_unknown_element, s.name, "one of the elements of its type");
    row_ = next;
    const field f(tables_, next);
    about_.name = tables_.string(f.info->business_name);
    std::byte* where = nullptr;
    const bool here = object && (!t.is_choice || codec::chosen_row(tables_, t, object) == next);
    const u32 n = here ? codec::count_of(tables_, f, t.is_choice != 0, const_cast<std::byte*>(object), where) : 0;
    if (s.index > f.row->max || s.index > n + 1)
      return problem(issue_code::schema_too_many, std::to_string(s.index),
                     "an index from 1 to " + std::to_string(std::min(n + 1, f.row->max)));
    object = s.index > n   ? nullptr
             : f.is_list() ? codec::element(at<codec::raw_list>(where), f.row->size, s.index - 1)
                           : where;
    return {};
  }

  /// The value is made aside, in the builder's memory.
  std::optional<issue> judge(std::string_view text) {
    const auto& s = tables_.simples()[simple_];
    codec::arena spare;
    bool changed = false;
    const auto kept = codec::apply_white_space(s.white_space, text, &spare, changed);
    const auto copy = builder_.text(kept);
    codec::check_leaf(tables_, s, copy.view(), value_, nullptr);
    const auto found = codec::check_value(tables_, s, value_, copy.view());
    if (found.verdict == codec::value_verdict::ok) return {};
    return codec::value_issue(tables_, s, value_, copy.view(), found, about_);
  }

  void put(std::string_view path) {
    steps way(path);
    step s;
    way.next(s);
    std::byte* object = codec::root_place(tables_, message_).value;
    u32 row = codec::root_place(tables_, message_).row;
    while (way.next(s) && !s.is_attribute) {
      const auto& t = tables_.types()[tables_.rows()[row].type];
      row = codec::row_named(tables_, t, s.name);
      const field f(tables_, row);
      if (t.is_choice) choose(t, f, object);
      object = make(f, object + f.row->offset, s.index);
    }
    object += attribute_ ? attribute_->offset : tables_.types()[tables_.rows()[row].type].value_offset;
    std::memcpy(object, value_, size_of_value());
  }

  /// Makes the choice this alternative; what another one held is dropped.
  void choose(const schema::type& t, const field& f, std::byte* object) {
    if (at<u32>(object) == f.info->choice_tag) return;
    const u32 end = t.attribute_count ? tables_.attributes()[t.first_attribute].offset : t.size;
    std::memset(object, 0, end);
    at<u32>(object) = f.info->choice_tag;
  }

  std::byte* make(const field& f, std::byte* where, u32 index) {
    if (f.is_list()) {
      const auto& l = at<codec::raw_list>(where);
      return index > l.count ? builder_.append(where, f.row->size) : codec::element(l, f.row->size, index - 1);
    }
    if (!f.is_component() || f.info->store == schema::storage::in_place) return where;
    auto& pointer = at<std::byte*>(where);
    if (!pointer) pointer = builder_.allocate(f.row->size);
    return pointer;
  }

  std::size_t size_of_value() const { return codec::size_of_value(tables_.simples()[simple_].value); }

  builder& builder_;
  const message& message_;
  schema::image tables_;
  codec::subject about_;
  u32 row_ = schema::no_row;
  const schema::attribute* attribute_ = nullptr;
  u32 simple_ = 0;
  alignas(8) std::byte value_[32] = {};
};

}  // namespace

std::optional<issue> set(builder& b, message& m, std::string_view path, std::string_view text) {
  if (!m) return codec::make_issue(issue_code::xml_empty, {}, "", "a message");
  return setting(b, m).run(path, text);
}

}  // namespace iso20022
