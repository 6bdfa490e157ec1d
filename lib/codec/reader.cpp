#include <iso20022/codec/reader.hpp>

#include "check/excerpt.hpp"
#include "codec/arena.hpp"
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

  std::unique_ptr<char[]> buffer;  // copies of inputs, with their padding
  std::size_t capacity = 0;
  std::string_view input;          // the last one

  state(const schema::registry& r, const read_options& o) : registry(r), options(o) {
    const schema::image tables(registry.image_base());
    if (tables) fast.prepare(tables, memory, options.limits);
  }

  std::string_view copy(std::span<const std::byte> bytes) {
    if (capacity < bytes.size() + input_padding) {
      capacity = bytes.size() + bytes.size() / 4 + input_padding;
      buffer = std::make_unique<char[]>(capacity);
    }
    if (!bytes.empty()) std::memcpy(buffer.get(), bytes.data(), bytes.size());
    return {buffer.get(), bytes.size()};
  }

  /// `bytes` are followed by padding.
  message read(std::string_view bytes, bool fill) {
    report.clear();
    input = bytes;
    memory.reset();
    memory.source = bytes.data();
    if (!registry.image_base()) return {};
    return options.general_only || !read_fast() ? read_general(fill) : message(registry, fast.root_index, fast.object);
  }

  bool read_fast() {
    if (fast::read(fast, input.data(), input.size()) != fast::outcome::valid) return false;
    ++statistics.fast;
    return true;
  }

  message read_general(bool fill) {
    ++statistics.general;
    memory.reset();
    general.prepare(schema::image(registry.image_base()), memory, options.limits, fill);
    const auto found = general.read(input.data(), input.size(), report);
    return found.known && found.object ? message(registry, found.root, found.object) : message();
  }
};

reader::reader(const schema::registry& r, read_options o) : state_(std::make_unique<state>(r, o)) {}
reader::reader(reader&&) noexcept = default;
reader& reader::operator=(reader&&) noexcept = default;
reader::~reader() = default;

read_result reader::read(std::span<const std::byte> bytes) {
  return {state_->read(state_->copy(bytes), !state_->options.verdict_only), state_->report};
}

read_result reader::read(padded_input input) {
  const std::string_view bytes(reinterpret_cast<const char*>(input.data), input.size);
  return {state_->read(bytes, !state_->options.verdict_only), state_->report};
}

const report& reader::validate(std::span<const std::byte> bytes) {
  state_->read(state_->copy(bytes), false);
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
  if (not_behind(s.input.data(), p) && not_behind(p, s.input.data() + s.input.size())) offset = static_cast<std::uint64_t>(p - s.input.data());
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
