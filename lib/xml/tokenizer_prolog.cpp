// The beginning of a document: byte order mark, XML declaration (productions [23] to [32], [80], [81]).
#include "xml/chars.hpp"
#include "xml/tokenizer.hpp"

namespace iso20022::xml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Names of one encoding differ in case, '-' and '_' only.
std::string_view plain_name(std::string_view s, char (&room)[16]) {
  std::size_t n = 0;
  for (const char c : s) {
    if (c == '-' || c == '_') continue;
    if (n == sizeof room) return {};
    room[n++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  }
  return {room, n};
}

bool is_encoding_name(std::string_view s) {
  const auto is_letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
  if (s.empty() || !is_letter(s[0])) return false;
  for (const char c : s)
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') return false;
  return true;
}

/// What the first four bytes say of an encoding that is not made of ASCII bytes; empty: nothing.
std::string_view foreign_encoding(std::string_view s) {
  const auto first = s.substr(0, 4);
  if (first.starts_with("\xFE\xFF") || first.starts_with("\xFF\xFE")) return "UTF-16 or UTF-32";
  if (first.size() >= 2 && ((first[0] == 0 && first[1] != 0) || (first[0] != 0 && first[1] == 0))) return "UTF-16";
  if (first.size() == 4 && first[0] == 0 && first[1] == 0 && first[2] == 0 && first[3] == '<') return "UTF-32";
  if (first == "\x4C\x6F\xA7\x94") return "EBCDIC";
  return {};
}

}  // namespace

bool tokenizer::read_prolog() {
  hangs_on_more_ = false;
  const std::string_view all(p_, static_cast<std::size_t>(end_ - p_));
  if (const auto other = foreign_encoding(all); !other.empty()) {
    sink_->on_fault(fault::encoding, p_, other, "UTF-8");
    return false;
  }
  if (all.starts_with(byte_order_mark)) p_ += byte_order_mark.size();
  if (starts_with("<?xml") && p_ + 5 < end_ && is_white(p_[5])) read_declaration();
  return true;
}

void tokenizer::read_declaration() {
  at = p_;
  const auto rest = std::string_view(p_, static_cast<std::size_t>(end_ - p_));
  const auto length = rest.find("?>");
  if (length == rest.npos) {  // an unterminated instruction, then
    hangs_on_more_ = true;
    return;
  }
  const char* const behind = p_ + length + 2;
  const char* const whole_end = end_;
  end_ = behind - 2;
  p_ += 5;
  std::string_view version, encoding, standalone;
  bool blank = false;
  bool ok = read_pseudo_attribute("version", version, blank) && blank;
  if (ok && read_pseudo_attribute("encoding", encoding, blank)) ok = blank && is_encoding_name(encoding);
  if (ok && read_pseudo_attribute("standalone", standalone, blank)) ok = blank;
  ok = ok && skip_white(p_, end_) == end_;
  end_ = whole_end;
  if (!ok || (standalone.data() && standalone != "yes" && standalone != "no"))
    report(fault::declaration, at, length + 2,
           "it must be <?xml version=\"1.0\" encoding=\"UTF-8\"?>, perhaps with standalone=\"yes\"");
  check_declared(version, ok ? encoding : std::string_view());
  p_ = behind;
}

/// S name = "value". False and nothing taken when the name is another one.
bool tokenizer::read_pseudo_attribute(std::string_view name, std::string_view& value, bool& blank_before) {
  const char* p = skip_white(p_, end_);
  const std::string_view rest(p, static_cast<std::size_t>(end_ - p));
  if (!rest.starts_with(name)) return false;
  blank_before = p != p_;
  p = skip_white(p + name.size(), end_);
  if (p == end_ || *p != '=') return false;
  p = skip_white(p + 1, end_);
  if (p == end_ || (*p != '"' && *p != '\'')) return false;
  const char quote = *p++;
  const char* const first = p;
  while (p < end_ && *p != quote) ++p;
  if (p == end_) return false;
  value = {first, static_cast<std::size_t>(p - first)};
  p_ = p + 1;
  return true;
}

void tokenizer::check_declared(std::string_view version, std::string_view encoding) {
  if (version.data() && version != "1.0") report(fault::version, version.data(), version.size(), "1.0");
  if (!encoding.data()) return;
  char room[16];
  const auto name = plain_name(encoding, room);
  ascii_only_ = name == "usascii" || name == "ascii";
  if (!ascii_only_ && name != "utf8") report(fault::encoding, encoding.data(), encoding.size(), "UTF-8");
}

}  // namespace iso20022::xml
