// A folder of schemas made for one test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "schemac/dictionary.hpp"

namespace schemac_test {

/// Made empty, removed at the end.
class schema_folder {
 public:
  schema_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "schemac-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  schema_folder(const schema_folder&) = delete;
  schema_folder& operator=(const schema_folder&) = delete;
  ~schema_folder() { std::filesystem::remove_all(path_); }

  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, const std::string& content) const { std::ofstream(file(name)) << content; }
  /// A schema of namespace urn:test:<name>: `body` begins on its second line.
  void add(const std::string& name, const std::string& body) const {
    const auto uri = "urn:test:" + name;
    write(name + ".xsd", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + uri +
                             "\" targetNamespace=\"" + uri + "\" elementFormDefault=\"qualified\">\n" + body +
                             "\n</xs:schema>\n");
  }

 private:
  std::string path_;
};

/// A schema whose Document has this content; further declarations may follow it.
inline std::string document(const std::string& content, const std::string& declarations = "") {
  return "<xs:element name=\"Document\" type=\"Document\"/>\n<xs:complexType name=\"Document\">\n" + content +
         "\n</xs:complexType>\n" + declarations;
}

using namespace iso20022::schemac;

/// Compiles `body` as namespace urn:test:a; problems are the caller's to look at.
inline dictionary compile_body(const std::string& body, problems& found, sharing how = sharing::one_meaning_a_name) {
  const schema_folder folder;
  folder.add("a", body);
  return compile({folder.path()}, how, found);
}

inline std::string to_lines(const problems& found) {
  std::string all;
  for (const auto& p : found) all += to_text(p.where) + ": " + p.code + ": " + p.message + "\n";
  return all;
}

inline const component* find(const dictionary& d, const std::string& name) {
  for (const auto& c : d.components)
    if (c.name == name) return &c;
  return nullptr;
}

}  // namespace schemac_test
