// Paths: /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/IntrBkSttlmAmt/@Ccy, and what they lead to.
#pragma once

#include "codec/access_slot.hpp"

#include <iso20022/codec/message.hpp>

#include <string>
#include <string_view>

namespace iso20022::codec {

struct step {
  std::string_view name;
  u32 index = 1;
  bool is_attribute = false;
};

/// Takes a path apart, step by step.
class steps {
 public:
  explicit steps(std::string_view path) : rest_(path) {}
  /// False at the end, and where the path is none: then `malformed`.
  bool next(step&);
  bool at_end() const { return rest_.empty(); }
  bool malformed() const { return malformed_; }

 private:
  std::string_view rest_;
  bool malformed_ = false;
};

/// Something in a message: an element under a row, or an attribute of one.
struct place {
  u32 row = schema::no_row;
  const schema::attribute* attribute = nullptr;
  std::byte* value = nullptr;  // component, leaf value or `any`; of an attribute its value; null: absent
  u32 index = 0, count = 1;    // index from 0
};

inline const schema::row& root_row(schema::image tables, u32 root) { return tables.rows()[tables.roots()[root].row]; }
inline place root_place(schema::image tables, const message& m) {
  return {tables.roots()[m.root()].row, nullptr, static_cast<std::byte*>(const_cast<void*>(m.object())), 0, 1};
}

const schema::attribute* attribute_named(schema::image, const schema::type&, std::string_view name);
/// Row of a type by tag, no_row when there is none; of several with one name, the first.
u32 row_named(schema::image, const schema::type&, std::string_view name);
/// The place below `from` that a step names; row no_row when it is not there. Open content that holds a message is
/// looked into.
place below(schema::image, const place& from, const step&);

/// Appends "/Tag" and "[n]" where the element may come more than once.
void append_step(std::string& path, schema::image, u32 row, u32 index_from_0);

}  // namespace iso20022::codec
