#include <iso20022/codec/builder.hpp>

#include "codec/arena.hpp"
#include "schema/tables.hpp"

#include <cstring>

namespace iso20022 {

struct builder::state {
  codec::arena memory;
};

builder::builder() : state_(std::make_unique<state>()) {}
builder::builder(builder&&) noexcept = default;
builder& builder::operator=(builder&&) noexcept = default;
builder::~builder() = default;

std::byte* builder::allocate(std::size_t size) { return state_->memory.allocate_zeroed(size); }

std::byte* builder::append(std::byte* list, std::size_t element_size) {
  return codec::list_append(state_->memory, list, element_size);
}

iso20022::text builder::text(std::string_view s) {
  auto* const copy = reinterpret_cast<char*>(state_->memory.allocate(s.size() + 1));
  if (!s.empty()) std::memcpy(copy, s.data(), s.size());
  return std::string_view(copy, s.size());
}

iso20022::any builder::any(std::string_view xml,
                           std::initializer_list<std::pair<std::string_view, std::string_view>> bindings) {
  iso20022::any a;
  const auto content = text(xml);
  a.ptr = content.ptr;
  a.len = content.len;
  a.binding_count = static_cast<std::uint32_t>(bindings.size());
  auto* at = reinterpret_cast<ns_binding*>(allocate(sizeof(ns_binding) * bindings.size()));
  a.bindings = at;
  for (const auto& [prefix, uri] : bindings) {
    const auto p = text(prefix), u = text(uri);
    *at++ = {p.ptr, u.ptr, p.len, u.len};
  }
  return a;
}

iso20022::any builder::any(const iso20022::message& m) {
  iso20022::any a;
  if (!m) return a;
  a.elements = 1;
  a.root = m.root() + 1;
  a.object = m.object();
  return a;
}

iso20022::message builder::message(const schema::registry& registry, std::string_view id) {
  const int root = registry.find_message(id);
  if (root < 0) return {};
  const schema::image tables(registry.image_base());
  const auto& row = tables.rows()[tables.roots()[static_cast<std::size_t>(root)].row];
  return {registry, static_cast<std::uint32_t>(root), allocate(row.size)};
}

iso20022::message builder::of_builtin(std::string_view id, const void* object) {
  const auto& registry = schema::registry::builtin();
  const int root = registry.find_message(id);
  return root < 0 ? iso20022::message() : iso20022::message(registry, static_cast<std::uint32_t>(root), object);
}

void builder::clear() { state_->memory.reset(); }

}  // namespace iso20022
