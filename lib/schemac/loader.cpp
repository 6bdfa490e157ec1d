#include <cstdlib>
#include <cstring>
#include <iso20022/schema/loader.hpp>

#include "schemac/dictionary.hpp"
#include "schemac/image.hpp"

namespace iso20022 {

namespace {

/// The first problem is the error; the others follow in its message.
error as_error(const std::vector<schema_problem>& found) {
  constexpr std::size_t shown = 20;
  const auto where = [](const schema_problem& p) { return schemac::to_text({p.file, p.line}); };
  error e{found[0].code, found[0].message, where(found[0])};
  for (std::size_t i = 1; i < found.size() && i < shown; ++i)
    e.message += "\n" + where(found[i]) + ": " + found[i].message;
  if (found.size() > shown) e.message += "\nand " + std::to_string(found.size() - shown) + " more";
  return e;
}

std::shared_ptr<std::byte> aligned_copy(const std::vector<std::byte>& image) {
  auto* block = static_cast<std::byte*>(std::aligned_alloc(128, (image.size() + 127) & ~std::size_t{127}));
  std::memcpy(block, image.data(), image.size());
  return {block, [](std::byte* p) { std::free(p); }};
}

std::vector<std::byte> image_of(const schemac::sources& given, schemac::problems& found) {
  const auto words = schemac::compile(given, schemac::sharing::unequal_are_kept_apart, found);
  return found.empty() ? schemac::build_image(words, found) : std::vector<std::byte>();
}

}  // namespace

schema_loader& schema_loader::add(std::string file_or_directory) {
  paths_.push_back(std::move(file_or_directory));
  return *this;
}

schema_loader& schema_loader::add_text(std::string name, std::string xsd) {
  if (!texts_.contains(name)) paths_.push_back(name);
  texts_[std::move(name)] = std::move(xsd);
  return *this;
}

result<schema::registry> schema_loader::load() {
  schemac::sources given(paths_);
  given.texts = texts_;
  schemac::problems found;
  const auto image = image_of(given, found);
  problems_.clear();
  for (auto& p : found)
    problems_.push_back({std::move(p.code), std::move(p.message), std::move(p.where.file), p.where.line});
  if (!problems_.empty()) return as_error(problems_);
  const auto block = aligned_copy(image);
  return schema::registry::from_image(block.get(), block);
}

result<schema::registry> load_schemas(std::span<const std::string> files_or_directories) {
  schema_loader all;
  for (const auto& p : files_or_directories) all.add(p);
  return all.load();
}

}  // namespace iso20022
