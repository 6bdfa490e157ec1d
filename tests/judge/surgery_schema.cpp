// Surgery that asks the tables what a name is.
#include <regex>
#include <set>

#include "surgery.hpp"

namespace iso20022::judge {

std::string without_unfixed_attributes(std::string_view xml, schema::image tables) {
  std::string out(xml);
  for (schema::u32 i = 0; i < tables.head().attributes.count; ++i) {
    const auto& a = tables.attributes()[i];
    if (a.fixed_value == 0 || a.is_default) continue;
    const std::regex written("([ \\t\\r\\n]" + std::string(tables.string(a.name)) + "[ \\t\\r\\n]*=[ \\t\\r\\n]*)(\"[^\"<]*\"|'[^'<]*')");
    out = std::regex_replace(out, written, "$1\"" + std::string(tables.string(a.fixed_value - 1)) + "\"");
  }
  return out;
}

std::string without_blanks_for_values(std::string_view xml, schema::image tables) {
  std::string out(xml);
  for (schema::u32 row = 0; row < tables.head().rows.count; ++row) {
    if (tables.infos()[row].fixed_value == 0) continue;
    const std::regex blank("([<:]" + std::string(tables.name(row)) + "(?:[ \\t\\r\\n][^<>]*)?>)(?:[ \\t\\r\\n]|&#(?:x20|x9|xA|xD|32|9|10|13);)+(</)");
    out = std::regex_replace(out, blank, "$1$2");
  }
  return out;
}

std::string without_unknown_leaves(std::string_view xml, schema::image tables) {
  std::set<std::string_view> known;
  for (schema::u32 row = 0; row < tables.head().rows.count; ++row) known.insert(tables.name(row));
  static const std::regex leaf("<(?:[^<>:/ ]*:)?([^<>:/ \\t\\r\\n]+)(?:[ \\t\\r\\n][^<>]*)?(?:/>|>[^<]*</[^<>]*>)");
  std::string out;
  const char* done = xml.data();
  for (std::cregex_iterator m(xml.data(), xml.data() + xml.size(), leaf), end; m != end; ++m) {
    const std::string name = (*m)[1].str();
    if (known.contains(name)) continue;
    out.append(done, (*m)[0].first);
    done = (*m)[0].second;
  }
  return out.append(done, xml.data() + xml.size());
}

}  // namespace iso20022::judge
