#include <iso20022/codec/reader.hpp>

#include "check/excerpt.hpp"
#include "codec/arena.hpp"
#include "codec/block.hpp"
#include "codec/fast/fast_reader.hpp"
#include "codec/general_find.hpp"
#include "codec/general_reader.hpp"

#include <cstring>

namespace iso20022 {

static_assert(input_padding >= fast::padding);

struct reader::state {
  schema::registry registry;
  read_options options;
  codec::arena memory;
  fast::session fast;
  codec::general_reader general;
  iso20022::report report;
  counts statistics;

  codec::block buffer;             // copies of inputs, with their padding
  std::size_t capacity = 0;
  std::string_view input;          // the last one

  state(const schema::registry& r, const read_options& o) : registry(r), options(o) {
    const schema::image tables(registry.image_base());
    if (!tables) return;
    fast.prepare(tables, memory, options.limits);
    general.prepare(tables, memory, options.limits);
    if (codec::may_read_pieces(tables)) fast.pieces = &general;
  }

  /// The bytes are copied: by the fast reader on its way, or for the general one.
  message read(std::span<const std::byte> bytes, bool fill) {
    if (capacity < bytes.size() + input_padding) {
      capacity = bytes.size() + bytes.size() / 4 + input_padding;
      buffer = codec::allocate_block(capacity);
    }
    const auto* const source = reinterpret_cast<const char*>(bytes.data());
    auto* const copy = reinterpret_cast<char*>(buffer.get());
    begin({copy, bytes.size()});
    if (!registry.image_base()) return {};
    if (!options.general_only && fast::read_copying(fast, source, bytes.size(), copy) == fast::outcome::valid)
      return fast_message();
    if (!bytes.empty()) std::memcpy(copy, source, bytes.size());
    return read_general(fill);
  }

  message read(padded_input bytes, bool fill) {
    begin({reinterpret_cast<const char*>(bytes.data), bytes.size});
    if (!registry.image_base()) return {};
    if (!options.general_only && fast::read(fast, input.data(), input.size()) == fast::outcome::valid) return fast_message();
    return read_general(fill);
  }

  void begin(std::string_view bytes) {
    report.clear();
    input = bytes;
    memory.reset();
    memory.source = bytes.data();
  }

  message fast_message() {
    ++statistics.fast;
    return message(registry, fast.root_index, fast.object);
  }

  message read_general(bool fill) {
    ++statistics.general;
    memory.reset();
    const auto found = general.read(input.data(), input.size(), report, fill);
    return found.known && found.object ? message(registry, found.root, found.object) : message();
  }
};

reader::reader(const schema::registry& r, read_options o) : state_(std::make_unique<state>(r, o)) {}
reader::reader(reader&&) noexcept = default;
reader& reader::operator=(reader&&) noexcept = default;
reader::~reader() = default;

read_result reader::read(std::span<const std::byte> bytes) {
  return {state_->read(bytes, !state_->options.verdict_only), state_->report};
}

read_result reader::read(padded_input input) {
  return {state_->read(input, !state_->options.verdict_only), state_->report};
}

const report& reader::validate(std::span<const std::byte> bytes) {
  state_->read(bytes, false);
  return state_->report;
}

namespace {

position position_of(std::string_view input, std::size_t offset) {
  check::line_counter counter(input);
  counter.walk_to(offset);
  return {offset, counter.line(), counter.column()};
}

}  // namespace

std::optional<position> reader::locate(const void* ptr) const {
  const auto& s = *state_;
  const auto* const p = static_cast<const char*>(ptr);
  const std::less_equal<const char*> not_behind;
  std::uint64_t offset;
  if (!p) return {};
  if (not_behind(s.input.data(), p) && not_behind(p, s.input.data() + s.input.size()))
    offset = static_cast<std::uint64_t>(p - s.input.data());
  else if (s.memory.owns(p)) offset = codec::arena::source_of(p);
  else return {};
  if (offset > s.input.size()) return {};
  return position_of(s.input, offset);
}

std::optional<position> reader::locate(std::string_view path) const {
  const auto found = codec::find_path(state_->input, path);
  if (!found) return {};
  return position_of(state_->input, static_cast<std::size_t>(found->data() - state_->input.data()));
}

std::string_view reader::slice(std::string_view path) const {
  return codec::find_path(state_->input, path).value_or(std::string_view());
}

reader::counts reader::statistics() const { return state_->statistics; }

}  // namespace iso20022
