// A message of any kind: what it is and where its struct lies.
#pragma once

#include <iso20022/schema/registry.hpp>

namespace iso20022 {

/// Gives the root's message id for a generated root struct; specialised by generated code:
/// `template <> struct root_of<pacs_008_001_08::Document> { static constexpr std::string_view id = "pacs.008.001.08"; };`
template <class T>
struct root_of;

/// A handle: registry, root, struct. Value type; owns nothing. Valid as long as what it was read from (reader + input) or
/// built in (builder).
class message {
 public:
  message() = default;
  message(const schema::registry& r, std::uint32_t root, const void* object) : registry_(&r), object_(object), root_(root) {}

  explicit operator bool() const { return object_ != nullptr; }
  schema::message_spec spec() const { return registry_->spec(root_); }
  std::string_view id() const { return spec().id; }
  std::uint32_t root() const { return root_; }
  const void* object() const { return object_; }
  const schema::registry& registry() const { return *registry_; }
  /// The struct, when this is a T of the compiled-in registry; null otherwise.
  template <class T>
  const T* as() const {
    if (!object_ || registry_->image_base() != schema::registry::builtin().image_base() || id() != root_of<T>::id)
      return nullptr;
    return static_cast<const T*>(object_);
  }

 private:
  const schema::registry* registry_ = nullptr;
  const void* object_ = nullptr;
  std::uint32_t root_ = 0;
};

}  // namespace iso20022
