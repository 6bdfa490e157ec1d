#include <iso20022/codec/own.hpp>

#include "codec/cpp_name.hpp"
#include "codec/own_copy.hpp"

#include <new>

namespace iso20022 {
namespace codec {

bool is_identifier_of(std::string_view identifier, std::string_view name) {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  if (identifier.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (is_word(name[i]) ? identifier[i] != name[i] : identifier[i] != '_') return false;
  return identifier.substr(name.size()).find_first_not_of('_') == std::string_view::npos;
}

}  // namespace codec

namespace {

const schema::type* find_component(schema::image tables, std::string_view cpp_name, std::size_t size) {
  cpp_name.remove_prefix(cpp_name.rfind(':') + 1);
  for (const auto& t : tables.all_types())
    if (t.size == size && codec::is_identifier_of(cpp_name, tables.string(t.name)) && t.name != 0) return &t;
  return nullptr;
}

std::unique_ptr<std::byte[]> copy_component(schema::image tables, const schema::type& t, const void* object) {
  const codec::deep_copy copy(tables, t, static_cast<const std::byte*>(object));
  auto block = std::make_unique_for_overwrite<std::byte[]>(copy.bytes());
  copy.into(block.get());
  return block;
}

const schema::type& type_of_root(schema::image tables, std::uint32_t root) {
  return tables.types()[tables.rows()[tables.roots()[root].row].type];
}

}  // namespace

namespace detail {

std::unique_ptr<std::byte[]> own_component(std::string_view cpp_name, std::size_t size, const void* object) {
  const schema::image tables(schema::registry::builtin().image_base());
  const auto* const t = find_component(tables, cpp_name, size);
  return t ? copy_component(tables, *t, object) : nullptr;
}

std::unique_ptr<std::byte[]> own_root(std::string_view id, const void* object) {
  const auto& registry = schema::registry::builtin();
  const schema::image tables(registry.image_base());
  const int root = registry.find_message(id);
  return root < 0 ? nullptr : copy_component(tables, type_of_root(tables, static_cast<std::uint32_t>(root)), object);
}

}  // namespace detail

/// Stands at the front of the block; the root struct follows.
struct owned_message::head {
  schema::registry registry;
  std::size_t bytes;
  std::uint32_t root;

  std::byte* object() { return reinterpret_cast<std::byte*>(this + 1); }
};

void owned_message::release::operator()(head* h) const {
  h->~head();
  ::operator delete(h);
}

message owned_message::get() const {
  return block_ ? message(block_->registry, block_->root, block_->object()) : message();
}

std::size_t owned_message::bytes() const { return block_ ? block_->bytes : 0; }

owned_message own(const message& m) {
  owned_message result;
  if (!m) return result;
  using head = owned_message::head;
  static_assert(sizeof(head) % 8 == 0);
  const schema::image tables(m.registry().image_base());
  const codec::deep_copy copy(tables, type_of_root(tables, m.root()), static_cast<const std::byte*>(m.object()));
  const std::size_t bytes = sizeof(head) + copy.bytes();
  result.block_.reset(new (::operator new(bytes)) head{m.registry(), bytes, m.root()});
  copy.into(result.block_->object());
  return result;
}

}  // namespace iso20022
