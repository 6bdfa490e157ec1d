#include <sstream>

#include "rules.hpp"

namespace iso20022::house {
namespace {

// The room that a file of ours, or an include of ours, belongs to; "" when it is none of ours.
std::string room_of(std::string_view path) {
  for (std::string_view root : {"include/iso20022/", "iso20022/", "lib/", "bindings/"}) {
    if (!path.starts_with(root)) continue;
    path.remove_prefix(root.size());
    const auto room = path.substr(0, path.find('/'));
    return room == "messages" ? "model" : std::string(room);
  }
  return {};
}

struct inclusion {
  std::string_view name;
  bool quoted;
};

std::vector<inclusion> inclusions(std::string_view text) {
  std::vector<inclusion> all;
  for (auto line : lines(text)) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with("#include")) continue;
    const auto open = line.find_first_of("<\"");
    const auto close = line.find_first_of(">\"", open + 1);
    if (close != line.npos) all.push_back({line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
  return all;
}

// A header of the standard library, or of the compiler.
bool is_standard(std::string_view name) { return name.find_first_of("/.") == name.npos || name.ends_with("mmintrin.h"); }

bool allowed(const std::map<std::string, std::set<std::string>>& rules, const std::string& key, const std::string& value) {
  const auto found = rules.find(key);
  return found != rules.end() && found->second.contains(value);
}

// What is wrong with this include in this file; "" when nothing is.
std::string judge(const stairs& s, const std::string& file, const std::string& from, const inclusion& i) {
  const std::string name(i.name);
  if (file.starts_with("include/")) {
    if (i.quoted) return "a public header includes a private one";
    if (!is_standard(name) && !name.starts_with("iso20022/")) return "a public header includes other people's";
  }
  if (file.starts_with("bindings/") && i.quoted && name.find('/') != name.npos) return "a binding includes a private header";
  if (i.quoted || name.starts_with("iso20022/")) {
    const bool beside = i.quoted && name.find('/') == name.npos;
    const auto to = beside ? from : room_of(i.quoted ? "lib/" + name : name);
    if (to == from || allowed(s.rooms, from, to)) return {};
    return from + " may not include " + to;
  }
  const auto stranger = name.substr(0, name.find('/') == name.npos ? name.npos : name.find('/') + 1);
  if (is_standard(name) || allowed(s.strangers, stranger, from)) return {};
  return from + " may not include <" + stranger + ">";
}

}  // namespace

stairs stairs::parse(std::string_view text) {
  stairs s;
  for (const auto line : lines(text)) {
    const auto colon = line.find(':');
    if (line.starts_with('#') || colon == line.npos) continue;
    std::istringstream words{std::string(line.substr(colon + 1))};
    std::set<std::string> rooms;
    for (std::string word; words >> word;) rooms.insert(word);
    const auto key = line.substr(0, colon);
    if (key.starts_with('<')) s.strangers[std::string(key.substr(1, key.find('>') - 1))] = rooms;
    else s.rooms[std::string(key)] = rooms;
  }
  return s;
}

findings against_stairs(const stairs& s, const std::vector<source>& files) {
  findings all;
  for (const auto& file : files) {
    const auto from = room_of(file.path);
    if (!s.rooms.contains(from)) {
      all.push_back(file.path + ": the room " + from + " has no line in stairs.txt");
      continue;
    }
    for (const auto& i : inclusions(file.text))
      if (const auto wrong = judge(s, file.path, from, i); !wrong.empty())
        all.push_back(file.path + ": " + std::string(i.name) + ": " + wrong);
  }
  return all;
}

}  // namespace iso20022::house
