// One piece of a document that the fast reader reads: the same judgement, from within an open component.
#include "codec/general_reader.hpp"

#include <iso20022/core/opt.hpp>

#include <algorithm>
#include <bit>

namespace iso20022::codec {

bool may_read_pieces(const schema::image& tables) {
  const std::span simples(tables.simples(), tables.head().simples.count);
  return std::ranges::none_of(simples, [](const schema::simple& t) { return t.base == schema::builtin::id; });
}

const char* general_reader::read_piece(const char* input, const char* at, const char* end, middle& p) {
  piece_report_.clear();
  begin(at, end, piece_report_);
  input_ = input;
  fill_ = true;
  root_seen_ = true;
  for (const auto& b : p.scope) bindings_.declare(b);
  open_middle(p);
  above_ = p.depth - 1;
  elements_ = p.elements;
  do step();
  while (!stop_ && frames_.size() > 1 && piece_report_.issues.empty());
  above_ = 0;
  if (stop_ || frames_.size() != 1 || !piece_report_.issues.empty() || !absences_.empty()) return nullptr;
  p.elements = elements_;
  p.position = top().last == outside ? schema::start_position : u64{1} << top().last;
  return tokens_.position();
}

/// The frame of a component that another reader opened, with what it counted.
void general_reader::open_middle(const middle& p) {
  frame f;
  set_row(f, p.row);
  f.ns = p.ns;
  f.object = p.object;
  f.bindings = bindings_.size();
  if (p.position != schema::start_position) f.last = static_cast<u16>(std::countr_zero(p.position));
  counts_.assign(f.type->row_count, 0);
  for (u16 particle = 0; particle < f.type->row_count; ++particle) {
    const u32 row = f.type->first_row + particle;
    if (tables_.infos()[row].store != schema::storage::list) continue;
    if (f.type->is_choice && particle != f.last) continue;  // its place in the struct is another's
    counts_[particle] = reinterpret_cast<const list<std::byte>*>(f.object + tables_.rows()[row].offset)->count;
  }
  frames_.push_back(f);
}

}  // namespace iso20022::codec
