// Any path and any text, on a message of any kind: what can be found, what can be set, and what that leaves.
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

std::string made(unsigned root) {
  judge::generate_options o;
  o.elements = 120;
  return judge::generate(schema::image(schema::registry::builtin().image_base()), root, o, root).xml;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static reader r;
  fuzz::choices input(fuzz::text_of(data, size));
  const auto& registry = schema::registry::builtin();
  const auto root = static_cast<unsigned>(input.byte() % registry.messages().size());
  const fuzz::exact_copy path_copy(input.line()), text_copy(input.rest());
  const auto path = path_copy.view(), text = text_copy.view();

  const auto read = r.read(made(root));
  must(read.ok(), "what was made from the schema is valid");
  const auto found = find(read.valid(), path);
  must(found.has_value() || !get(read.valid(), path), "what is not found has no text");
  must(!found || r.locate(path).has_value(), "what is found has a position");
  must(!found || found->is_attribute || !r.slice(path).empty(), "what is found has bytes");
  for (const auto& c : children(registry, root, path)) must(!c.name.empty() && c.max != 0, "a child may be there");

  const auto before = own(read.valid()), changed = own(read.valid());
  builder b;
  auto m = changed.get();
  if (const auto refused = set(b, m, path, text)) {
    must(!refused->message.empty(), "a refusal says why");
    must(same_text(m, before), "what was refused changed nothing");
    return 0;
  }
  must(find(m, path).has_value() && get(m, path).has_value(), "what was set is there");
  std::string out;
  writer().write_checked(m, out);
  r.read(out);  // perhaps no longer valid: a choice may be incomplete
  return 0;
}
