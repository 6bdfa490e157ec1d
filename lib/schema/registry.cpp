#include <iso20022/schema/registry.hpp>

#include "schema/tables.hpp"

namespace iso20022::schema {

registry registry::from_image(const std::byte* block, std::shared_ptr<const void> owner) {
  registry r;
  r.image_ = block;
  r.owner_ = std::move(owner);
  return r;
}

message_spec registry::spec(std::uint32_t index) const {
  const image tables(image_);
  const auto& r = tables.roots()[index];
  return {tables.string(r.message_id), tables.string(r.message_name), tables.namespace_uri(r.ns), tables.string(r.name),
          index};
}

std::vector<message_spec> registry::messages() const {
  std::vector<message_spec> all;
  if (!image_) return all;
  const auto count = image(image_).roots().size();
  for (std::uint32_t i = 0; i < count; ++i) all.push_back(spec(i));
  return all;
}

int registry::find_root(std::string_view namespace_uri, std::string_view element) const {
  if (!image_) return -1;
  const image tables(image_);
  const auto roots = tables.roots();
  for (std::size_t i = 0; i < roots.size(); ++i)
    if (tables.string(roots[i].name) == element && tables.namespace_uri(roots[i].ns) == namespace_uri)
      return static_cast<int>(i);
  return -1;
}

int registry::find_message(std::string_view id) const {
  if (!image_) return -1;
  const image tables(image_);
  const auto roots = tables.roots();
  for (std::size_t i = 0; i < roots.size(); ++i)
    if (tables.string(roots[i].message_id) == id) return static_cast<int>(i);
  return -1;
}

}  // namespace iso20022::schema
