// The compact form, fast: default namespaces, no white space between elements.
#pragma once

#include "codec/writer_general.hpp"
#include "codec/writer_plan.hpp"

namespace iso20022::codec {

/// Writes one message by the plan of its registry. What is unusual (attributes, open content, long names) is left to the
/// general writer, which appends to the same output.
class compact_writer {
 public:
  compact_writer(const write_plan&, schema::image, general_writer&, output&);

  char* root(char* o, u32 index, const std::byte* object);

 private:
  struct frame {
    const step* own;
    const std::byte* parent;
  };
  static constexpr unsigned most_open = 100;  // `check` allows fewer

  char* content(char* o, const step*, const std::byte* object);
  char* leaf(char* o, const step&, const char* p, std::size_t n);
  char* long_leaf(char* o, const step&, const char* p, std::size_t n);
  char* built_leaf(char* o, const step&, const std::byte* slot);
  char* unusual(char* o, const step&, const std::byte* slot);
  char* amount(char* o, const step&, const std::byte* slot);
  char* list(char* o, const step&, const std::byte* slot);
  char* leaf_list(char* o, const step&, const std::byte* slot);
  char* enter(char* o, const step&, const std::byte* object);

  char* room(char* o) {
    if (o > soft_end_) [[unlikely]] return grow(o, 0);
    return o;
  }
  char* grow(char* o, std::size_t n);

  char* soft_end_;  // the output's
  const frame* deepest_;
  frame* top_;
  const write_plan& plan_;
  schema::image tables_;
  general_writer& general_;
  output& out_;
  frame frames_[most_open];
};

}  // namespace iso20022::codec
