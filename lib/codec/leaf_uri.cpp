// xs:anyURI: a URI reference of RFC 2396 as amended by RFC 2732, as Xerces-C++ 3.2.4 judges it: characters that a URI has to
// escape (blanks, <>"{}|\^`, controls, everything beyond ASCII) stand for their escapes (XLink, 5.4).
//
// An authority of a server (user@host:port) is also one of a registry (any of its characters), except for IPv6 hosts in
// brackets: so only these two are told apart.
#include "codec/leaf.hpp"

namespace iso20022::codec {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
/// Unreserved, or standing for its escape.
bool is_free(char c) {
  constexpr std::string_view others = "-_.!~*'() <>\"{}|\\^`\x7f";
  return is_alpha(c) || is_digit(c) || static_cast<signed char>(c) < ' ' || others.find(c) != others.npos;
}

/// Whether `s` consists of free characters, %hh, and characters of `others`.
bool all_of(std::string_view s, std::string_view others) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '%') {
      if (i + 2 >= s.size() || !is_hex(s[i + 1]) || !is_hex(s[i + 2])) return false;
      i += 2;
    } else if (!is_free(s[i]) && others.find(s[i]) == others.npos) {
      return false;
    }
  }
  return true;
}

bool is_scheme(std::string_view s) {
  if (s.empty() || !is_alpha(s[0])) return false;
  for (const char c : s)
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return false;
  return true;
}

/// Four numbers of at most three digits and 255.
bool is_ipv4(std::string_view s) {
  unsigned numbers = 0;
  for (std::size_t i = 0; i <= s.size(); ++numbers) {
    unsigned n = 0;
    const std::size_t first = i;
    for (; i < s.size() && is_digit(s[i]) && i - first < 4; ++i) n = n * 10 + static_cast<unsigned>(s[i] - '0');
    if (i == first || i - first > 3 || n > 255 || (i < s.size() && s[i] != '.')) return false;
    ++i;
  }
  return numbers == 4;
}

/// Groups of up to four hex digits, one "::" for as many zero groups as are missing, perhaps an IPv4 address at the end.
bool is_ipv6(std::string_view s) {
  unsigned groups = 0;
  bool gap = false;
  std::size_t i = 0;
  if (s.substr(0, 2) == "::") gap = true, i = 2, ++groups;
  while (i < s.size()) {
    const std::size_t first = i;
    while (i < s.size() && is_hex(s[i])) ++i;
    if (i < s.size() && s[i] == '.') return groups <= 6 && (gap || groups == 6) && is_ipv4(s.substr(first));
    if (i == first || i - first > 4 || ++groups > 8) return false;
    if (i == s.size()) break;
    if (s[i++] != ':') return false;
    if (i < s.size() && s[i] == ':') {
      if (gap || ++groups > 8) return false;
      gap = true;
      ++i;
    } else if (i == s.size()) {
      return false;
    }
  }
  return gap || groups == 8;
}

bool is_ipv6_authority(std::string_view s) {
  if (const auto at = s.find('@'); at != s.npos) {
    if (!all_of(s.substr(0, at), ";:&=+$,")) return false;
    s.remove_prefix(at + 1);
  }
  const auto close = s.find(']');
  if (s.empty() || s[0] != '[' || close == s.npos || !is_ipv6(s.substr(1, close - 1))) return false;
  auto port = s.substr(close + 1);
  if (port.empty()) return true;
  if (port[0] != ':' || port.size() > 6) return false;
  unsigned n = 0;
  for (const char c : port.substr(1)) {
    if (!is_digit(c)) return false;
    n = n * 10 + static_cast<unsigned>(c - '0');
  }
  return n <= 65535;
}

bool is_authority(std::string_view s) { return all_of(s, "$,;:@&=+") || is_ipv6_authority(s); }

constexpr std::string_view reserved = ";/?:@&=+$,[]";

bool is_path(std::string_view s, bool hierarchical) {
  const auto behind = s.find_first_of("?#");
  if (!all_of(s.substr(0, behind), hierarchical ? ";/:@&=+$," : reserved)) return false;
  if (behind == s.npos) return true;
  auto rest = s.substr(behind + 1);
  if (s[behind] == '?')
    if (const auto hash = rest.find('#'); hash != rest.npos) {
      if (!all_of(rest.substr(0, hash), reserved)) return false;
      rest.remove_prefix(hash + 1);
    }
  return all_of(rest, reserved);
}

}  // namespace

bool is_uri(std::string_view s) {
  if (s.empty()) return true;
  const auto first = s.find_first_of(":/?#");
  const bool has_scheme = first != s.npos && s[first] == ':';
  if (has_scheme) {
    if (!is_scheme(s.substr(0, first))) return false;
    s.remove_prefix(first + 1);
    if (s.empty() || s[0] == '#') return false;
  }
  if (s.size() > 1 && s.substr(0, 2) == "//") {
    s.remove_prefix(2);
    const auto behind = s.find_first_of("/?#");
    if (!is_authority(s.substr(0, behind))) return false;
    s.remove_prefix(behind == s.npos ? s.size() : behind);
  }
  return s.empty() || is_path(s, !has_scheme || s[0] == '/');
}

}  // namespace iso20022::codec
