// The schema loader as a library of its own, opened by `--schema` only.
#include <iso20022/schema/loader.hpp>

#include <string>

extern "C" void iso20022_load_schemas(const char* path, iso20022::result<iso20022::schema::registry>* out) {
  const std::string paths[] = {path};
  *out = iso20022::load_schemas(paths);
}
