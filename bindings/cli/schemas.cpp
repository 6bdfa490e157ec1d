#include "schemas.hpp"

#include <dlfcn.h>

#include <filesystem>

namespace iso20022::cli {
namespace {

/// The loader brings Xerces and milliseconds of start-up, so it is opened only when it is asked for. It lies beside the
/// program, in ../lib, or where the system looks for libraries.
void* open_loader() {
  std::error_code failed;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
  for (const auto& place : {here / "libiso20022_loader.so", here.parent_path() / "lib" / "libiso20022_loader.so",
                            std::filesystem::path("libiso20022_loader.so")})
    if (void* library = dlopen(place.c_str(), RTLD_NOW)) return library;
  return nullptr;
}

}  // namespace

result<schema::registry> open_registry(const std::vector<std::string>& schemas) {
  if (schemas.empty()) return schema::registry::builtin();
  using load_function = void (*)(const std::vector<std::string>&, result<schema::registry>&);
  void* const library = open_loader();
  const auto load = library ? reinterpret_cast<load_function>(dlsym(library, "iso20022_load_schemas")) : nullptr;
  if (!load)
    return error{"LOADER", "the schema loader (libiso20022_loader.so) is not installed beside this program", dlerror()};
  result<schema::registry> loaded = error{"LOADER", "nothing was loaded", schemas[0]};
  load(schemas, loaded);
  return loaded;
}

std::string describe(const error& e) {
  const auto first = e.message.find('\n');
  std::string text = e.where.empty() ? e.message : e.where + ": " + e.message;
  if (!e.code.empty())
    text.insert(first == e.message.npos ? text.size() : text.size() - e.message.size() + first, " [" + e.code + "]");
  return text;
}

}  // namespace iso20022::cli
