// Instance attributes (xsi:...) taken out of a document, everywhere or only from open content.
#include <set>
#include <vector>

#include "surgery.hpp"

namespace iso20022::judge {

namespace {

constexpr std::string_view xsi = "http://www.w3.org/2001/XMLSchema-instance", blanks = " \t\r\n";

struct attribute {
  std::size_t begin, end;  // blanks before it included
  std::string_view name, value;
};

/// A start or empty tag: [begin, end).
std::vector<attribute> attributes_of(std::string_view xml, std::size_t begin, std::size_t end) {
  std::vector<attribute> found;
  std::size_t at = xml.find_first_of(" \t\r\n/>", begin);
  while (at < end) {
    const auto name = xml.find_first_not_of(blanks, at);
    const auto equals = xml.find('=', name);
    if (name >= end || equals >= end) break;
    const auto quote = xml.find_first_of("'\"", equals);
    const auto close = xml.find(xml[quote], quote + 1);
    const auto name_end = xml.find_first_of(" \t\r\n=", name);
    found.push_back({at, close + 1, xml.substr(name, name_end - name), xml.substr(quote + 1, close - quote - 1)});
    at = close + 1;
  }
  return found;
}

std::size_t tag_end(std::string_view xml, std::size_t begin) {
  for (std::size_t i = begin; i < xml.size(); ++i) {
    if (xml[i] == '>') return i + 1;
    if (xml[i] == '"' || xml[i] == '\'') i = xml.find(xml[i], i + 1);
    if (i == xml.npos) break;
  }
  return xml.size();
}

std::string_view local(std::string_view name) {
  return name.substr(name.find(':') == name.npos ? 0 : name.find(':') + 1);
}

/// Goes down the tables beside the document: which type is the element that is open, or is it open content?
class place {
 public:
  explicit place(schema::image tables) : tables_(tables) {}
  void enter(std::string_view name) { stack_.push_back(stack_.empty() ? root(name) : child(stack_.back(), name)); }
  void leave() {
    if (!stack_.empty()) stack_.pop_back();
  }
  bool open() const { return !stack_.empty() && stack_.back() == open_content; }

 private:
  static constexpr unsigned leaf = 0, open_content = ~0u;

  unsigned root(std::string_view name) const {
    for (const auto& r : tables_.roots())
      if (tables_.string(r.name) == name) candidates_.insert(tables_.rows()[r.row].type);
    return candidates_.empty() ? open_content : several;
  }
  unsigned child(unsigned type, std::string_view name) const {
    if (type == open_content || type == leaf) return type;
    if (type == several) {  // "Document" of which message? The first child tells.
      for (const unsigned t : candidates_)
        if (const unsigned found = child(t, name); found != open_content) return found;
      return open_content;
    }
    const auto& t = tables_.types()[type];
    for (unsigned r = t.first_row; r < t.first_row + t.row_count; ++r)
      if (tables_.name(r) == name) return tables_.rows()[r].type;
    return open_content;
  }

  static constexpr unsigned several = ~0u - 1;
  schema::image tables_;
  std::vector<unsigned> stack_;
  mutable std::set<unsigned> candidates_;
};

bool is_location(std::string_view name) { return name == "schemaLocation" || name == "noNamespaceSchemaLocation"; }

template <class Unwanted>
std::string without(std::string_view xml, where from, schema::image tables, Unwanted unwanted) {
  std::string out;
  std::size_t done = 0;
  std::set<std::string_view> prefixes;
  place at(tables);
  for (auto b = xml.find('<'); b != xml.npos; b = xml.find('<', b + 1)) {
    const auto skip = [&](std::string_view start, std::string_view end) {
      if (xml.substr(b, start.size()) != start) return false;
      b = std::min(xml.find(end, b + start.size()), xml.size() - 1);
      return true;
    };
    if (skip("<!--", "-->") || skip("<![CDATA[", "]]>") || skip("<?", "?>") || skip("<!", ">")) continue;
    const auto e = tag_end(xml, b);
    if (xml[b + 1] == '/') {
      at.leave();
      continue;
    }
    at.enter(local(xml.substr(b + 1, xml.find_first_of(" \t\r\n/>", b) - b - 1)));
    const auto all = attributes_of(xml, b, e);
    for (const auto& a : all)
      if (a.value == xsi && a.name.starts_with("xmlns:")) prefixes.insert(a.name.substr(6));
    for (const auto& a : all) {
      const auto prefix = a.name.substr(0, a.name.find(':'));
      if (!prefixes.contains(prefix) || !unwanted(local(a.name)) || (from == where::open_content && !at.open()))
        continue;
      out += xml.substr(done, a.begin - done);
      done = a.end;
    }
    if (xml[e - 2] == '/') at.leave();
  }
  return out.append(xml.substr(done));
}

}  // namespace

std::string without_instance_attributes(std::string_view xml, where from, schema::image tables) {
  return without(xml, from, tables, [](auto name) { return name == "type" || name == "nil" || is_location(name); });
}

std::string without_schema_locations(std::string_view xml, schema::image tables) {
  return without(xml, where::everywhere, tables, is_location);
}

}  // namespace iso20022::judge
