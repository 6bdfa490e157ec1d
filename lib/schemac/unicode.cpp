#include "schemac/unicode.hpp"

#include <map>
#include <mutex>
#include <string>
#include <xercesc/util/regx/RangeToken.hpp>
#include <xercesc/util/regx/TokenFactory.hpp>

#include "schemac/xerces.hpp"

namespace iso20022::schemac {

namespace {

constexpr schema::u32 last_code_point = 0x10FFFF;

code_points all_in(xercesc::RangeToken& token) {
  code_points out;
  for (schema::u32 c = 0; c <= last_code_point; ++c) {
    if (!token.match(static_cast<XMLInt32>(c))) continue;
    if (!out.ranges.empty() && out.ranges.back().last + 1 == c) out.ranges.back().last = c;
    else out.ranges.push_back({c, c});
  }
  return out;
}

/// Asks Xerces about every character, which takes up to a third of a second: once a name.
const code_points* asked(const std::string& name) {
  static std::mutex guard;
  static std::map<std::string, code_points, std::less<>> known;
  const std::lock_guard lock(guard);
  if (const auto at = known.find(name); at != known.end()) return &at->second;
  start_xerces();
  auto* token = xercesc::TokenFactory::staticGetRange(utf16(name), false);
  return token ? &known.emplace(name, all_in(*token)).first->second : nullptr;
}

}  // namespace

const code_points& class_of_letter(char letter) {
  switch (letter) {
    case 'd': return *asked("Nd");
    case 'w': return *asked("xml:isWord");
    case 'i': return *asked("xml:isInitialNameChar");
    default: return *asked("xml:isNameChar");
  }
}

const code_points* class_of_name(std::string_view name) {
  return name.find(':') == name.npos ? asked(std::string(name)) : nullptr;
}

}  // namespace iso20022::schemac
