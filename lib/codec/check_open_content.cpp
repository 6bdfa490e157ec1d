#include "codec/check_open_content.hpp"

namespace iso20022::codec {

issue_code check_open_content(const schema::registry& registry, const field&, const any& a, std::string* why) {
  const schema::image tables(registry.image_base());
  if (a.root > tables.roots().size()) return issue_code::schema_wildcard;
  if (why) *why = "one or more elements";
  if (a.ptr && a.len == 0) return issue_code::schema_wildcard;
  return issue_code::count_;
}

}  // namespace iso20022::codec
