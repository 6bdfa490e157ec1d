#include "surgery.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <regex>

namespace iso20022::judge {

namespace {

/// The value of a character reference that starts at `at` (a '&'), and where it ends; none when it is none.
struct reference {
  unsigned long value;
  std::size_t end;
};
std::optional<reference> reference_at(std::string_view xml, std::size_t at) {
  if (xml.substr(at, 2) != "&#") return {};
  const bool hex = xml.substr(at + 2, 1) == "x";
  std::size_t i = at + 2 + hex;
  unsigned long v = 0;
  const auto digit = [&](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 0x20);
    return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  const std::size_t first = i;
  for (; i < xml.size() && digit(xml[i]) >= 0; ++i)
    v = std::min(v * (hex ? 16 : 10) + static_cast<unsigned long>(digit(xml[i])), 0x200000ul);
  if (i == first || i == xml.size() || xml[i] != ';') return {};
  return reference{v, i + 1};
}

/// ASCII references of a text as characters.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto r = reference_at(text, i);
    if (r && r->value < 0x80)
      out += static_cast<char>(r->value), i = r->end;
    else
      out += text[i++];
  }
  return out;
}

/// Every text before an end tag, changed where `change` says how.
std::string with_leaves(std::string_view xml,
                        const std::function<std::optional<std::string>(const std::string&)>& change) {
  std::string out;
  std::size_t done = 0;
  for (auto end = xml.find("</"); end != xml.npos; end = xml.find("</", end + 2)) {
    const auto open = xml.rfind('>', end);
    if (open == xml.npos || open < done) continue;
    const auto text = xml.substr(open + 1, end - open - 1);
    const auto changed = change(decoded(text));
    out += xml.substr(done, open + 1 - done);
    out += changed ? *changed : std::string(text);
    done = end;
  }
  return out.append(xml.substr(done));
}

/// Without processing instructions and comments.
std::string without_instructions(std::string_view xml) {
  static const std::regex instruction("<\\?(?!xml\\s)[^?]*\\?>|<!--[^-]*-->");
  return std::regex_replace(std::string(xml), instruction, "");
}

std::string replaced(std::string_view xml, const char* what, const char* with) {
  const std::regex pattern(what);
  return with_leaves(xml, [&](const std::string& text) -> std::optional<std::string> {
    if (text.size() > 100 || !std::regex_search(text, pattern)) return {};
    return std::regex_replace(text, pattern, with);
  });
}

}  // namespace

std::string without_astral(std::string_view xml) {
  std::string out;
  for (std::size_t i = 0; i < xml.size();) {
    const auto r = reference_at(xml, i);
    const auto byte = static_cast<unsigned char>(xml[i]);
    if (r && r->value >= 0x10000 && r->value <= 0x10FFFF) {
      out += "&#8364;";
      i = r->end;
    } else if (byte >= 0xF0 && byte <= 0xF4 && i + 4 <= xml.size()) {
      out += "\xE2\x82\xAC";
      i += 4;
    } else {
      out += xml[i++];
    }
  }
  return out;
}

std::string without_line_separators(std::string_view xml) {
  std::string out;
  for (std::size_t i = 0; i < xml.size();) {
    const auto r = reference_at(xml, i);
    const bool raw = xml.substr(i, 2) == "\xE2\x80" && (xml.substr(i + 2, 1) == "\xA8" || xml.substr(i + 2, 1) == "\xA9");
    if (raw || (r && (r->value == 0x2028 || r->value == 0x2029))) {
      out += "\xE2\x80\x80";
      i = raw ? i + 3 : r->end;
    } else {
      out += xml[i++];
    }
  }
  return out;
}

std::string without_beyond_unicode(std::string_view xml) {
  std::string out;
  for (std::size_t i = 0; i < xml.size();) {
    const auto byte = [&](std::size_t k) { return i + k < xml.size() ? static_cast<unsigned char>(xml[i + k]) : 0u; };
    const bool tail = (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80 && (byte(3) & 0xC0) == 0x80;
    if (tail && byte(0) >= 0xF5 && byte(0) <= 0xF7)
      i += 4;
    else
      out += xml[i++];
  }
  return out;
}

std::string without_hidden_zeros(std::string_view xml) {
  // Behind a tag: where Xerces stops if the tag is the root's, whatever follows.
  auto end = xml.find('\0', xml.starts_with("<?xml") ? xml.find("?>") : 0);
  while (end != xml.npos && !xml.substr(0, xml.find_last_not_of(" \t\r\n", end - 1) + 1).ends_with('>'))
    end = xml.find('\0', end + 1);
  std::string out(xml.substr(0, end));
  if (out.starts_with("<?xml"))
    for (auto at = out.find('\0'); at < out.find("?>"); at = out.find('\0')) out.erase(at, 1);
  return out;
}

std::string without_broken_end(std::string_view xml) {
  const auto last = xml.rfind('>');
  for (auto at = last == xml.npos ? xml.size() : last; at < xml.size(); ++at) {
    const auto byte = static_cast<unsigned char>(xml[at]);
    const std::size_t length = byte < 0xC0   ? 1
                               : byte < 0xE0 ? 2
                               : byte < 0xF0 ? 3
                               : byte < 0xF8 ? 4
                               : byte < 0xFC ? 5
                                             : 6;
    if (length > xml.size() - at) return std::string(xml.substr(0, at));
  }
  return std::string(xml);
}

std::string without_wide_base64(std::string_view xml) {
  static const std::regex wide("[\\x80-\\xFF]|&#[xX]?[0-9A-Fa-f]+;"), base64("[A-Za-z0-9+/= \\t\\r\\n]*");
  return with_leaves(xml, [](const std::string& text) -> std::optional<std::string> {
    std::string plain = std::regex_replace(text, wide, "");
    if (plain == text || !std::regex_match(plain, base64)) return {};
    return plain;
  });
}

std::string without_bare_points(std::string_view xml) {
  return replaced(xml, "^[ \\t\\r\\n]*[-+]?\\.[ \\t\\r\\n]*$", "0");
}
std::string without_empty_fractions(std::string_view xml) { return replaced(xml, "(:[0-9]{2})\\.(?![0-9])", "$1"); }
std::string without_leap_seconds(std::string_view xml) { return replaced(xml, "(:[0-9]{2}):60", "$1:59"); }
std::string without_long_years(std::string_view xml) {
  const auto whole = without_instructions(xml);  // which may stand in the middle of a year
  const auto plain = replaced(whole, "^([ \\t\\r\\n]*-?)[0-9]{10,}-", "$012000-");
  return plain == whole ? std::string(xml) : plain;
}

std::string without_references_in_declarations(std::string_view xml) {
  std::string out;
  std::size_t done = 0;
  for (auto at = xml.find("xmlns"); at != xml.npos; at = xml.find("xmlns", at + 1)) {
    const auto open = xml.find_first_of("'\"", at);
    const auto close = open == xml.npos ? open : xml.find(xml[open], open + 1);
    if (close == xml.npos || open < done) continue;
    out += xml.substr(done, open - done);
    out += decoded(xml.substr(open, close - open));
    done = close;
  }
  return out.append(xml.substr(done));
}

std::string without_repeated_declarations(std::string_view xml) {
  std::string out(xml);
  for (auto at = out.find(" xmlns:"); at != out.npos; at = out.find(" xmlns:", at)) {
    const auto name = out.substr(at, out.find('=', at) + 1 - at);
    const auto open = at + name.size();
    const auto close = open < out.size() ? out.find(out[open], open + 1) : out.npos;
    const auto again = out.find(name, open);
    if (close != out.npos && again != out.npos && again < out.find('>', open)) out.erase(at, close + 1 - at);
    else at = open;
  }
  return out;
}

}  // namespace iso20022::judge
