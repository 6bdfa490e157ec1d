// Any bytes as a schema: refused with a reason, or a registry that readers can work with.
#include <iso20022/codec/reader.hpp>
#include <iso20022/schema/loader.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "fuzz.hpp"
#include "generate.hpp"

namespace {

using namespace iso20022;
using fuzz::must;

/// A folder for one file, gone at the end.
struct folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("iso20022-fuzz-" + std::to_string(getpid()));
  folder() { std::filesystem::create_directory(path); }
  ~folder() { std::filesystem::remove_all(path); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const folder place;
  const std::string files[] = {place.path / "schema.xsd"};
  std::ofstream(files[0], std::ios::binary) << fuzz::text_of(data, size);

  const auto loaded = load_schemas(files);
  if (!loaded) return must(!loaded.error().code.empty() && !loaded.error().message.empty(), "a refusal says why"), 0;
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
