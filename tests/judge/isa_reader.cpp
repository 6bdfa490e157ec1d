#include "isa_reader.hpp"

#include "codec/arena.hpp"
#include "codec/fast/fast_reader.hpp"

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
  kernel run;
  codec::arena memory;
  fast::session session;
};

isa_reader::isa_reader(std::string_view isa) : state_(new state{std::string(isa), kernel_named(isa), {}, {}}) {
  const auto& registry = schema::registry::builtin();
  state_->session.prepare(schema::image(registry.image_base()), state_->memory, {});
}
isa_reader::isa_reader(isa_reader&&) noexcept = default;
isa_reader::~isa_reader() = default;

std::string_view isa_reader::name() const { return state_->name; }

message isa_reader::read(padded_input in) {
  auto& s = state_->session;
  state_->memory.reset();
  const auto* data = reinterpret_cast<const char*>(in.data);
  state_->memory.source = data;
  // As fast::read, but for the choice of the kernel.
  if (in.size < 64 || in.size >= s.limits.text_bytes || s.limits.elements < in.size / 7) return {};
  s.input = data;
  if (!fast::read_prolog(s, data, in.size)) return {};
  if (s.index.size() < in.size / 4 + 256) s.index.resize(in.size / 4 + 256);
  s.object = nullptr;
  const bool prefixed = s.root_prefix.length != 0 || !s.declared.empty();
  if (state_->run(s, prefixed) != fast::outcome::valid) return {};
  return {schema::registry::builtin(), s.root_index, s.object};
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
