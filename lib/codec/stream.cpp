#include "codec/stream_state.hpp"

#include "codec/cpp_name.hpp"

#include <algorithm>
#include <cstring>

namespace iso20022 {

using codec::stream_progress;

stream::state::state(std::string_view path, const schema::registry& r, const stream_options& o)
    : path_text(path),
      registry(r),
      options(o),
      tables(registry.image_base()),
      buffer(o.buffer_bytes),
      run_bytes(o.buffer_bytes) {
  std::string_view rest = path_text;
  while (!rest.empty() && rest.front() == '/') {
    rest.remove_prefix(1);
    position.path.push_back(rest.substr(0, rest.find('/')));
    rest.remove_prefix(position.path.back().size());
  }
  if (!rest.empty()) position.path.clear();
  if (tables) fast.prepare(tables, entry_memory, options.limits);
  restart();
}

void stream::state::restart() {
  report.clear();
  statistics = {};
  surrounding_memory.reset();
  entry_memory.reset();
  buffer.clear();
  chunk = {};
  source = nullptr;
  source_error.reset();
  is_finished = is_last = false;
  found.clear();
  given = 0;
  wanted_to = searched_for = searched_to = 0;
  not_fast = ~std::uint64_t{0};
  codec::stream_state fresh;
  fresh.path = std::move(position.path);
  fresh.surroundings = &surrounding_memory;
  fresh.entries = &entry_memory;
  fresh.entry_bytes = options.entry_bytes;
  fresh.surrounding_bytes = options.surrounding_bytes;
  position = std::move(fresh);
  if (!tables) return;
  general.prepare(tables, surrounding_memory, options.limits);
  general.begin_stream(position, buffer.window(false), report);
}

const stream_entry* stream::state::next() {
  if (!tables) return nullptr;
  for (;;) {
    if (given < found.size()) return give_run_entry();
    if (position.is_done) return nullptr;
    if (is_waiting() && !refill()) return nullptr;
    if (is_waiting()) continue;
    const auto a = options.general_only ? attempt::none : run();
    if (a == attempt::done) continue;
    const auto progress = a == attempt::wait ? stream_progress::more : general.advance();
    if (progress == stream_progress::entry) return give_entry();
    if (progress == stream_progress::more) want_more();
  }
}

// ---- entries

void stream::state::fill_in(stream_entry& e) {
  const std::uint32_t row = position.rows.back();
  const auto& type = tables.types()[tables.rows()[row].type];
  e.state_ = this;
  e.type_name_ = tables.string(tables.infos()[row].type_name);
  e.size_ = registry.image_base() == schema::registry::builtin().image_base() ? type.size : 0;
}

const stream_entry* stream::state::give_run_entry() {
  const auto& f = found[given];
  if (given == 0) fill_in(entry);
  entry.object_ = f.object;
  entry.issues_ = {};
  entry.index_ = first_index + static_cast<std::uint32_t>(given);
  entry.offset_ = fast.input_offset + static_cast<std::uint64_t>(f.at - fast.input);
  ++given;
  ++statistics.fast;
  return &entry;
}

const stream_entry* stream::state::give_entry() {
  fill_in(entry);
  entry.object_ = position.object;
  entry.issues_ = std::span(report.issues).subspan(position.first_issue, position.behind_issue - position.first_issue);
  entry.index_ = position.index;
  entry.offset_ = position.offset;
  ++statistics.general;
  return &entry;
}

message stream::state::surroundings() const {
  const auto& r = general.result();
  return r.known && r.object ? message(registry, r.root, r.object) : message();
}

/// Blank structs from the root down to a copy of the entry.
message stream::state::alone(const void* object) {
  const auto& rows = position.rows;
  std::byte* const root = entry_memory.allocate_zeroed(tables.rows()[rows.front()].size);
  std::byte* at = root;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& r = tables.rows()[rows[i]];
    const auto& info = tables.infos()[rows[i]];
    if (info.choice_tag != 0) std::memcpy(at, &info.choice_tag, sizeof info.choice_tag);
    std::byte* const field = at + r.offset;
    at = field;
    if (info.store == schema::storage::list) at = codec::list_append(entry_memory, field, r.size);
    if (info.store == schema::storage::pointer) {
      at = entry_memory.allocate_zeroed(r.size);
      std::memcpy(field, &at, sizeof at);
    }
  }
  std::memcpy(at, object, tables.rows()[rows.back()].size);
  return message(registry, general.result().root, root);
}

// ---- bytes

/// What is at hand is not enough. Long pieces are not tried again for each byte that comes.
void stream::state::want_more() {
  constexpr std::size_t impatient = 1024;
  const auto at_hand = static_cast<std::size_t>(buffer.end() - general.needed_from());
  wanted_to = buffer.end_offset() + std::max<std::size_t>(1, at_hand > impatient ? at_hand / 8 : 1);
  constexpr std::size_t look_ahead = 128 * 1024;
  if (at_hand > std::max(options.entry_bytes, options.surrounding_bytes) + look_ahead) {
    general.refuse_size();
    wanted_to = 0;
  }
}

/// False: there is nothing to be had now.
bool stream::state::refill() {
  if (position.is_done) return true;
  if (chunk.empty() && !source && !is_finished) return false;
  take_bytes();
  return true;
}

void stream::state::take_bytes() {
  std::ptrdiff_t moved = 0;
  const auto room = buffer.room(general.needed_from(), moved);
  if (!chunk.empty()) {
    const auto n = std::min(room.size(), chunk.size());
    std::memcpy(room.data(), chunk.data(), n);
    chunk = chunk.subspan(n);
    buffer.added(n);
  } else if (source) {
    const auto n = source(room);
    if (n) buffer.added(std::min(*n, room.size()));
    else source_error = n.error();
    is_last = !n || *n == 0;
  } else {
    is_last = true;
  }
  general.set_window(buffer.window(is_last), moved);
}

// ---- the public face

bool stream_entry::ok() const {
  return std::ranges::none_of(issues_, [](const issue& i) { return i.severity == severity::error; });
}

std::string stream_entry::path() const { return static_cast<stream::state*>(state_)->path_of(index_); }

message stream_entry::alone() const { return object_ ? static_cast<stream::state*>(state_)->alone(object_) : message(); }

bool stream_entry::is(std::string_view cpp_name, std::size_t size) const {
  return size == size_ && codec::is_identifier_of(cpp_name.substr(cpp_name.rfind(':') + 1), type_name_);
}

stream::stream(std::string_view path, const schema::registry& r, stream_options o)
    : state_(std::make_unique<state>(path, r, o)) {}
stream::stream(stream&&) noexcept = default;
stream& stream::operator=(stream&&) noexcept = default;
stream::~stream() = default;

void stream::push(std::span<const std::byte> chunk) { state_->chunk = chunk; }
void stream::finish() { state_->is_finished = true; }
void stream::pull(byte_source s) { state_->source = std::move(s); }

const stream_entry* stream::next() { return state_->next(); }
const report& stream::report() const { return state_->report; }
bool stream::is_done() const { return state_->position.is_done && state_->given == state_->found.size(); }
bool stream::has_path() const { return !state_->position.rows.empty(); }
message stream::surroundings() const { return state_->surroundings(); }
const std::optional<error>& stream::source_error() const { return state_->source_error; }
stream::counts stream::statistics() const { return state_->statistics; }
void stream::restart() { state_->restart(); }

}  // namespace iso20022
