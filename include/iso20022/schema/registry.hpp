// Which messages there are. Immutable, shared by threads, kept alive by whoever holds it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace iso20022::schema {

class image;

/// One root that a document may start with.
struct message_spec {
  std::string_view id;             // "pacs.008.001.08", "head.001.001.02", "fednow.incoming.v001"
  std::string_view business_name;  // "FI To FI Customer Credit Transfer V08"
  std::string_view namespace_uri;
  std::string_view element;        // "Document", "AppHdr", "FedNowIncoming"
  std::uint32_t root;              // index in the registry
};

/// A set of schemas in the form the engine walks: the compiled-in FedNow set (`builtin()`), or one loaded at run time
/// (`iso20022::schema_loader`). Resource; copies share.
class registry {
 public:
  /// The messages of the FedNow Service, compiled in.
  static const registry& builtin();
  /// Wraps an image; `owner` keeps its memory alive (null for constant data). Used by schemac and the loader.
  static registry from_image(const std::byte* image, std::shared_ptr<const void> owner);

  std::vector<message_spec> messages() const;
  /// The tables (lib/schema/tables.hpp); null in a registry that holds none.
  const std::byte* image_base() const { return image_; }
  /// Root index for (namespace, element), -1 when not registered.
  int find_root(std::string_view namespace_uri, std::string_view element) const;
  /// Root index for `message_spec::id`, -1 when there is no such message.
  int find_message(std::string_view id) const;
  message_spec spec(std::uint32_t root) const;

 private:
  const std::byte* image_ = nullptr;
  std::shared_ptr<const void> owner_;
};

}  // namespace iso20022::schema
