#include "isa_reader.hpp"

#include "codec/arena.hpp"
#include "codec/fast/fast_reader.hpp"
#include "codec/general_reader.hpp"

#include <algorithm>

namespace iso20022::judge {

namespace {

using kernel = fast::outcome (*)(fast::session&, bool);

kernel kernel_named(std::string_view isa) {
#if defined(__x86_64__)
  if (isa == "avx512") return fast::avx512::read;
  if (isa == "avx2") return fast::avx2::read;
#endif
  return fast::portable::read;
}

}  // namespace

struct isa_reader::state {
  std::string name;
  schema::registry registry;
  codec::arena memory;
  fast::session session;
  codec::general_reader general;
  std::string copy;
  unsigned count = 0;
};

isa_reader::isa_reader(std::string_view isa, schema::registry r)
    : state_(new state{std::string(isa), std::move(r), {}, {}, {}, {}}) {
  auto& s = *state_;
  const schema::image tables(s.registry.image_base());
  s.session.prepare(tables, s.memory, {});
  s.session.kernel = kernel_named(isa);
  s.general.prepare(tables, s.memory, {});
  if (codec::may_read_pieces(tables)) s.session.pieces = &s.general;
}
isa_reader::isa_reader(isa_reader&&) noexcept = default;
isa_reader::~isa_reader() = default;

std::string_view isa_reader::name() const { return state_->name; }

message isa_reader::read(padded_input in) {
  auto& s = *state_;
  const auto* const data = reinterpret_cast<const char*>(in.data);
  // Every other document is copied on the way, a third is read in tiny pieces.
  const bool copying = ++s.count % 2 == 0;
  s.session.window.bytes = s.count % 3 == 0 ? 64 * (1 + s.count % 5) : fast::index_window::usual_bytes;
  s.copy.resize(std::max(s.copy.size(), in.size + input_padding));
  s.memory.reset();
  s.memory.source = copying ? s.copy.data() : data;
  const auto found =
      copying ? fast::read_copying(s.session, data, in.size, s.copy.data()) : fast::read(s.session, data, in.size);
  if (found != fast::outcome::valid) return {};
  return {s.registry, s.session.root_index, s.session.object};
}

std::vector<std::string> isa_reader::available() {
  std::vector<std::string> all{"portable"};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) all.push_back("avx2");
  if (all.size() == 2 && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi"))
    all.push_back("avx512");
#endif
  return all;
}

}  // namespace iso20022::judge
