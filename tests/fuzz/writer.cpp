// A valid message of any kind, made from the schema, written in any style, reads back as the same message.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <string>

#include "fuzz.hpp"
#include "generate.hpp"

namespace {

using namespace iso20022;
using fuzz::must;

std::string made(fuzz::choices& from, schema::image tables) {
  judge::generate_options o;
  const auto root = from.byte() % tables.roots().size();
  o.how = static_cast<judge::richness>(from.byte() % 3);
  o.special_per_mille = from.byte() * 4u;
  o.elements = 20u + 4u * from.byte();
  o.focus = (from.byte() | from.byte() << 8) % tables.head().rows.count;
  const auto seed = from.number();
  judge::random r(seed);
  o.style = judge::random_style(r);
  return judge::generate(tables, static_cast<unsigned>(root), o, seed).xml;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static reader first, second;
  const auto& registry = schema::registry::builtin();
  fuzz::choices input(fuzz::text_of(data, size));
  const auto xml = made(input, schema::image(registry.image_base()));
  write_options style;
  style.indent = input.byte() % 9;
  style.declaration = input.byte() % 2 == 0;
  style.prefix = input.rest().substr(0, 12);

  const auto read = first.read(xml);
  must(read.ok(), "what was made from the schema is valid");
  std::string out = "before";
  const bool written = writer(registry, style).write(read.valid(), out);
  must(out.starts_with("before") && (written || out.size() == 6), "the writer appends, or does nothing");
  if (!written) return must(!style.prefix.empty(), "only a prefix can be refused"), 0;
  const auto again = second.read(std::string_view(out).substr(6));
  must(again.ok(), "what was written is valid");
  must(same_text(read.valid(), again.valid()), "read(write(x)) == x");
  return 0;
}
