// The schema loader as a library of its own, opened by `--schema` only.
#include <iso20022/schema/loader.hpp>

extern "C" void iso20022_load_schemas(const std::vector<std::string>& paths,
                                      iso20022::result<iso20022::schema::registry>& out) {
  out = iso20022::load_schemas(paths);
}
