// What things are called: message ids, business names for people, identifiers for C++.
#include <algorithm>
#include <filesystem>
#include <map>

#include "schemac/business_names.hpp"
#include "schemac/dictionary.hpp"
#include "schemac/identifiers.hpp"

namespace iso20022::schemac {

namespace {

/// "pacs.008.001.08" of "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08", "fednow.incoming.v001" of
/// "urn:fednow:incoming:v001"; empty when the namespace says nothing of the kind.
std::string id_of_namespace(const std::string& uri) {
  if (const auto at = uri.rfind(":xsd:"); at != std::string::npos) return uri.substr(at + 5);
  if (!uri.starts_with("urn:") || uri.find('/') != std::string::npos) return {};
  std::string id = uri.substr(4);
  std::ranges::replace(id, ':', '.');
  return id;
}

/// One id a namespace: from its name, or else (no id in it, or taken by another namespace) from its file.
std::map<u16, std::string> ids_of_namespaces(const std::vector<root>& roots,
                                             const std::vector<std::string>& namespaces) {
  std::map<u16, std::string> ids;
  unique_names unique;
  std::map<std::string, u16> owner;
  for (const auto& r : roots) {
    if (ids.contains(r.ns)) continue;
    auto id = id_of_namespace(namespaces[r.ns]);
    if (id.empty() || !owner.try_emplace(id, r.ns).second) id = std::filesystem::path(r.where.file).stem().string();
    ids[r.ns] = unique(id);
  }
  return ids;
}

/// " V08" of "pacs.008.001.08".
std::string version_of(const std::string& id) {
  const bool iso = id.size() >= 15 && id[id.size() - 3] == '.' && id[id.size() - 7] == '.' && id[id.size() - 11] == '.';
  return iso ? " V" + id.substr(id.size() - 2) : "";
}

std::string business_name(const std::string& documented, const std::string& tag) {
  if (!documented.empty()) return documented;
  const auto name = business_names::builtin().of(tag);
  return name.empty() ? tag : name;
}

/// Whether a root wraps other messages: an element of another namespace is among what it may hold.
bool is_envelope(const dictionary& d, const root& r) {
  std::vector<int> waiting = {r.component};
  for (std::size_t i = 0; i < waiting.size(); ++i)
    for (const auto& f : d.components[static_cast<std::size_t>(waiting[i])].fields) {
      if (f.is_any || f.type.simple) continue;
      if (d.of(f).root != none) return true;
      if (std::ranges::find(waiting, f.type.index) == waiting.end()) waiting.push_back(f.type.index);
    }
  return false;
}

void name_fields(component& c) {
  unique_names unique;
  if (c.is_choice) unique = {c.cpp_name, "which", "which_one", "tag", "alternatives", "value_", "words"};
  if (c.content == schema::content_kind::simple) unique("value");
  bool any_named = false;
  for (auto& f : c.fields) {
    if (f.is_any) {
      f.member = any_named ? "any_content" : unique("any_content");
      any_named = true;
      continue;
    }
    f.business_name = business_name(f.documented_name, f.name);
    f.member = unique(identifier(f.name));
  }
  for (auto& a : c.attributes) {
    a.business_name = business_name(a.documented_name, a.name);
    a.member = unique(identifier(a.name));
  }
}

void name_roots(dictionary& d) {
  const auto ids = ids_of_namespaces(d.roots, d.namespaces);
  std::map<u16, int> count;
  for (const auto& r : d.roots) ++count[r.ns];
  for (auto& r : d.roots) {
    const auto& id = ids.at(r.ns);
    r.message_id = count[r.ns] == 1 ? id : id + "/" + r.name;
    r.cpp_namespace = identifier(id);
    r.kind = r.name == "Document" ? 0 : r.name == "AppHdr" ? 1 : is_envelope(d, r) ? 2 : 3;
    const auto& c = d.components[static_cast<std::size_t>(r.component)];
    const bool by_child = r.kind == 0 && c.fields.size() == 1 && !c.fields[0].is_any;
    r.business_name = business_name(r.documented_name, r.name);
    r.message_name =
        (by_child ? business_name(c.fields[0].documented_name, c.fields[0].name) : r.business_name) + version_of(id);
  }
}

}  // namespace

void name_things(dictionary& d) {
  name_roots(d);
  for (auto& l : d.leaves) l.business_name = business_name(l.documented_name, l.name);
  unique_names shared;
  std::map<std::string, unique_names> of_message;
  for (auto& c : d.components) {
    if (c.root == none) {
      c.cpp_name = shared(identifier(c.name));
    } else {
      const auto& r = d.roots[static_cast<std::size_t>(c.root)];
      c.cpp_name = of_message[r.cpp_namespace](identifier(r.name));
    }
    name_fields(c);
  }
}

}  // namespace iso20022::schemac
