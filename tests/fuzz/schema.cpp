// Any bytes as a schema: refused with a reason, or a registry that readers can work with.
#include <iso20022/codec/reader.hpp>
#include <iso20022/schema/loader.hpp>

#include <string>

#include "fuzz.hpp"
#include "generate.hpp"

namespace {

using namespace iso20022;
using fuzz::must;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  schema_loader loader;
  const auto loaded = loader.add_text("schema.xsd", std::string(fuzz::text_of(data, size))).load();
  for (const auto& p : loader.problems()) must(!p.code.empty() && !p.message.empty(), "a refusal says why");
  must(loaded.has_value() == loader.problems().empty(), "what has a problem is not loaded");
  if (!loaded) return 0;
  reader r(*loaded), general(*loaded, {.limits = {}, .general_only = true});
  for (const auto& m : loaded->messages()) {
    must(!m.element.empty(), "a root has a name");
    // Facets may contradict each other, so that no value is valid: the readers need only agree.
    judge::generate_options few;
    few.elements = 40;
    const auto xml = judge::generate(schema::image(loaded->image_base()), m.root, few, size).xml;
    must(r.read(xml).ok() == general.read(xml).ok(), "the readers agree");
  }
  return 0;
}
