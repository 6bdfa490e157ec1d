// Where every value lies: what g++ (and every other compiler of the platforms in question) lays out for the structs
// that emit_cpp writes. Every value is aligned to 8 and has a size that 8 divides, so that there is no padding to think
// about.
#include <algorithm>

#include "schemac/dictionary.hpp"
#include "schemac/graph.hpp"

namespace iso20022::schemac {

u32 size_of_value(schema::value_kind v) {
  switch (v) {
    case schema::value_kind::decimal:
    case schema::value_kind::date:
      return 24;
    case schema::value_kind::date_time:
      return 32;
    case schema::value_kind::any:
      return 48;
    default:
      return 16;
  }
}

namespace {

class placer {
 public:
  explicit placer(dictionary& d) : d_(d) {}

  void run() {
    for (auto& c : d_.components)
      for (auto& f : c.fields) f.store = wanted(c, f);
    point_out_of_cycles();
    for (std::size_t i = 0; i < d_.components.size(); ++i) place(static_cast<int>(i));
  }

 private:
  schema::storage wanted(const component& parent, const field& f) const {
    if (f.is_any) return schema::storage::in_place;
    if (f.max > 1) return schema::storage::list;
    if (f.mandatory || parent.is_choice || d_.leaf(f)) return schema::storage::in_place;
    return schema::storage::pointer;
  }

  bool is_inside(const field& f) const { return !f.is_any && !f.type.simple && f.store == schema::storage::in_place; }
  component& at(int i) { return d_.components[static_cast<std::size_t>(i)]; }

  /// A struct that lies in itself has no size: every edge of such a cycle becomes a pointer.
  void point_out_of_cycles() {
    std::vector<std::vector<int>> inside;
    for (const auto& c : d_.components) {
      inside.emplace_back();
      for (const auto& f : c.fields)
        if (is_inside(f)) inside.back().push_back(f.type.index);
    }
    const auto group = strong_components(inside);
    for (std::size_t i = 0; i < group.size(); ++i)
      for (auto& f : d_.components[i].fields)
        if (is_inside(f) && group[static_cast<std::size_t>(f.type.index)] == group[i])
          f.store = schema::storage::pointer;
  }

  u32 size_of_field(const field& f) {
    if (f.store == schema::storage::list) return 24;
    if (f.store == schema::storage::pointer) return 8;
    if (f.type.simple) return size_of_value(value_of(d_.simple(f.type.index)));
    place(f.type.index);
    return at(f.type.index).size;
  }

  void place(int i) {
    if (at(i).size != 0) return;
    u32 end = 0;
    if (at(i).content == schema::content_kind::simple) end = size_of_value(value_of(d_.simple(at(i).simple)));
    for (std::size_t k = 0; k < at(i).fields.size(); ++k) {
      auto& f = at(i).fields[k];
      if (f.is_any) {
        place_any(at(i), f, end);
      } else if (at(i).is_choice) {
        f.offset = 8;
        end = std::max(end, 8 + size_of_field(f));
      } else {
        f.offset = end;
        end += size_of_field(f);
      }
    }
    for (auto& a : at(i).attributes) {
      a.offset = end;
      end += size_of_value(value_of(d_.simple(a.simple)));
    }
    at(i).size = std::max(end, u32{8});  // an empty struct has a size too
  }

  /// All wildcards of a component are one field.
  static void place_any(component& c, field& f, u32& end) {
    const auto first = std::ranges::find_if(c.fields, &field::is_any);
    if (&*first == &f) {
      c.any_offset = end;
      end += size_of_value(schema::value_kind::any);
    }
    f.offset = c.any_offset;
  }

  dictionary& d_;
};

}  // namespace

void lay_out(dictionary& d) { placer(d).run(); }

}  // namespace iso20022::schemac
