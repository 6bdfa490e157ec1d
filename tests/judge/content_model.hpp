// Order and cardinality of a type, asked from the outside: who may come next, may it end here.
#pragma once

#include <vector>

#include "schema/tables.hpp"

namespace iso20022::judge {

/// A view of one type of an image. Value type.
class content_model {
 public:
  static constexpr int start = -1;

  content_model(schema::image i, const schema::type& t) : image_(i), type_(&t) {}

  /// Rows (indexes in the image) that may come after row `last` (`start`: at the beginning), in schema order.
  std::vector<int> next(int last) const;
  bool may_end_after(int last) const;
  /// How many different rows come at least (`longest` false) or at most (true) after `last` until the end.
  unsigned distance(int last, bool longest) const;
  /// The fewest rows with which a content that holds `row` can begin, `row` the last of them.
  std::vector<int> shortest_to(int row) const;

 private:
  bool has(schema::u64 mask, schema::u32 words, int last) const;

  schema::image image_;
  const schema::type* type_;
};

/// The rows that lead from the content of `root` (a row) down to `target`, `target` the last; empty: there is no way.
std::vector<int> way_to(schema::image, int root, int target);

}  // namespace iso20022::judge
