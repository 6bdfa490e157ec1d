// schemac: ISO 20022 schemas in, tables and structs out.
#include <cstdio>

#include "schemac/emit.hpp"
#include "schemac/image.hpp"
#include "schemac/options.hpp"
#include "schemac/read.hpp"

using namespace iso20022::schemac;

namespace {

int complain(const problems& found) {
  for (const auto& p : found)
    std::fprintf(stderr, "%s: %s: %s\n", to_text(p.where).c_str(), p.code.c_str(), p.message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto asked = read_options({argv + 1, argv + argc});
  if (asked.help) return std::fputs(help_text, stdout), 0;
  if (asked.schemas.empty() && asked.unknown.empty()) return std::fputs(help_text, stderr), 2;

  if (!asked.unknown.empty())
    return std::fprintf(stderr, "schemac: what is \"%s\"? Try --help.\n", asked.unknown.c_str()), 2;

  problems found;
  const auto set = read(asked.schemas, found);
  if (!found.empty()) return complain(found);
  auto words = resolve(set, found);
  share(words, asked.how, found);
  if (!found.empty()) return complain(found);
  check(words, found);
  if (!found.empty()) return complain(found);
  name_things(words);
  lay_out(words);

  const auto image = build_image(words, found);
  if (!asked.out.empty() && found.empty()) {
    files out;
    emit_image(image, asked.from, out);
    emit_cpp(words, asked.from, out);
    emit_xsd(words, asked.from, out, found);
    if (found.empty()) write_files(asked.out, out, found);
  }
  if (!found.empty()) return complain(found);

  std::printf("%zu messages, %zu components, %zu simple types; tables of %zu bytes\n", words.roots.size(),
              words.components.size(), words.simples.size(), image.size());
  return 0;
}
