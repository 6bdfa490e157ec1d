#include <cstdlib>
#include <cstring>
#include <iso20022/schema/loader.hpp>

#include "schemac/dictionary.hpp"
#include "schemac/image.hpp"

namespace iso20022 {

namespace {

/// The first problem is the error; the others follow in its message.
error as_error(const schemac::problems& found) {
  constexpr std::size_t shown = 20;
  error e{found[0].code, found[0].message, schemac::to_text(found[0].where)};
  for (std::size_t i = 1; i < found.size() && i < shown; ++i)
    e.message += "\n" + schemac::to_text(found[i].where) + ": " + found[i].message;
  if (found.size() > shown) e.message += "\nand " + std::to_string(found.size() - shown) + " more";
  return e;
}

std::shared_ptr<std::byte> aligned_copy(const std::vector<std::byte>& image) {
  auto* block = static_cast<std::byte*>(std::aligned_alloc(128, (image.size() + 127) & ~std::size_t{127}));
  std::memcpy(block, image.data(), image.size());
  return {block, [](std::byte* p) { std::free(p); }};
}

}  // namespace

result<schema::registry> load_schemas(std::span<const std::string> files_or_directories) {
  schemac::problems found;
  const auto words = schemac::compile({files_or_directories.begin(), files_or_directories.end()},
                                      schemac::sharing::unequal_are_kept_apart, found);
  if (!found.empty()) return as_error(found);
  const auto image = schemac::build_image(words, found);
  if (!found.empty()) return as_error(found);
  const auto block = aligned_copy(image);
  return schema::registry::from_image(block.get(), block);
}

}  // namespace iso20022
