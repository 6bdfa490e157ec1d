// Documents changed in named ways: some stay valid, most do not; who is right about which is what the judge is for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generate.hpp"
#include "generate_value.hpp"

namespace iso20022::judge {

/// A generated document and the changes made to it so far. Changes are kept as edits of the original, so that several
/// mutations can be made without one moving the other's ground; where two overlap the first one counts.
class edits {
 public:
  edits(schema::image i, const document& d, random& r) : image(i), doc(d), r(r), values(i, r, options_) {}

  const schema::image image;
  const document& doc;
  random& r;
  value_source values;

  // looking around; null and empty when there is no such thing
  const placed* element();
  const placed* leaf();
  const placed* component();  // with at least one child
  const placed* root() const { return &doc.elements.front(); }
  const placed* child_of(const placed&);
  /// A leaf whose simple type `fits`.
  template <class F>
  const placed* leaf_where(F fits) {
    return pick_where([&](const placed& p) { return simple_of(p) && fits(*simple_of(p)); });
  }
  template <class F>
  const placed* pick_where(F fits) {
    const auto n = doc.elements.size();
    const auto from = r.below(n);
    for (std::size_t i = 0; i < n; ++i)
      if (const auto& p = doc.elements[(from + i) % n]; fits(p)) return &p;
    return nullptr;
  }
  std::vector<const placed*> children_of(const placed&) const;
  const schema::simple* simple_of(const placed&) const;
  std::string_view tag(const placed&) const;     // as written, prefix included
  std::string_view prefix(const placed&) const;  // with its colon, or empty
  std::string_view text(const placed& p) const { return view(p.content, p.content_end); }
  std::string_view whole(const placed& p) const { return view(p.begin, p.end); }
  std::string_view view(std::size_t b, std::size_t e) const { return std::string_view(doc.xml).substr(b, e - b); }
  std::string_view some_tag_of_the_schema();

  struct attribute_at {
    std::size_t name, name_end, value, value_end;
  };
  std::vector<attribute_at> attributes(const placed&) const;
  /// An element that has an attribute (declarations included), and that attribute.
  bool with_attribute(const placed*& p, attribute_at& a);

  // changing
  void replace(std::size_t begin, std::size_t end, std::string with);
  void insert(std::size_t at, std::string what) { replace(at, at, std::move(what)); }
  void erase(std::size_t begin, std::size_t end) { replace(begin, end, {}); }
  void set_text(const placed& p, std::string xml) { replace(p.content, p.content_end, std::move(xml)); }
  /// Behind the name in the start tag: where attributes go.
  void add_attribute(const placed& p, std::string_view attribute);
  /// A place between elements: before a child, or before an end tag of a component.
  std::size_t between();
  std::string result() const;

 private:
  struct edit {
    std::size_t begin, end;
    std::string with;
  };
  std::vector<edit> edits_;
  generate_options options_;
};

struct mutation {
  std::string_view group;  // "bytes", "facets", ...: a column of the table
  std::string_view name;
  bool (*apply)(edits&);  // false: there is nothing here that it could change
};

std::span<const mutation> byte_mutations();
std::span<const mutation> tag_mutations();
std::span<const mutation> attribute_mutations();
std::span<const mutation> structure_mutations();
std::span<const mutation> length_mutations();
std::span<const mutation> number_mutations();
std::span<const mutation> date_mutations();
std::span<const mutation> code_mutations();
std::span<const mutation> space_mutations();
std::span<const mutation> reference_mutations();
std::span<const mutation> markup_mutations();
std::span<const mutation> namespace_mutations();
std::span<const mutation> instance_mutations();
std::span<const mutation> declaration_mutations();
std::span<const mutation> open_content_mutations();

/// All of them.
std::vector<mutation> all_mutations();

struct mutant {
  std::string xml;
  const mutation* first = nullptr;  // the one it is filed under; null: nothing applied
  std::string names;                // all of them, in order
};

/// A mutant of `d`: one mutation drawn from `from`, in a fifth of the cases up to two more.
mutant mutate(schema::image, const document& d, std::span<const mutation> from, random&);

}  // namespace iso20022::judge
