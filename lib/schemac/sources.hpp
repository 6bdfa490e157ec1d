// What is to be read: files, directories, and texts that lie in memory and have names like files.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace iso20022::schemac {

struct sources {
  std::vector<std::string> paths;
  std::map<std::string, std::string> texts;  // XSD by name; a name may stand in another file's schemaLocation

  sources(std::vector<std::string> files_or_directories) : paths(std::move(files_or_directories)) {}
  sources(std::initializer_list<std::string> files_or_directories) : paths(files_or_directories) {}

  /// The text of that name or null: then it is a file. Relative names are taken from the working directory.
  const std::string* text(const std::string& path) const;
};

/// A schemaLocation as a path, relative to the file that makes it; empty when it is no local file.
std::string resolved(const std::string& from, std::string reference);
/// "file:///a" and "/a" as "/a".
std::string without_scheme(std::string path);

}  // namespace iso20022::schemac
