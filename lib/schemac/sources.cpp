#include "schemac/sources.hpp"

#include <algorithm>
#include <filesystem>

namespace iso20022::schemac {

namespace fs = std::filesystem;

const std::string* sources::text(const std::string& path) const {
  const auto same = [wanted = fs::absolute(path).lexically_normal()](const auto& t) {
    return fs::absolute(t.first).lexically_normal() == wanted;
  };
  const auto at = texts.empty() ? texts.end() : std::ranges::find_if(texts, same);
  return at == texts.end() ? nullptr : &at->second;
}

std::string without_scheme(std::string path) {
  if (path.starts_with("file://")) path.erase(0, 7);
  return path;
}

std::string resolved(const std::string& from, std::string reference) {
  reference = without_scheme(std::move(reference));
  if (reference.find("://") != std::string::npos) return {};
  return (fs::path(from).parent_path() / reference).lexically_normal().string();
}

}  // namespace iso20022::schemac
