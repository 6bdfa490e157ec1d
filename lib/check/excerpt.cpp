#include "check/excerpt.hpp"

#include "xml/chars.hpp"

#include <algorithm>

namespace iso20022::check {
namespace {

constexpr char hex[] = "0123456789ABCDEF";

void append_byte(std::string& out, unsigned char c) {
  if (c == '\n') out += "\\n";
  else if (c == '\t') out += "\\t";
  else if (c == '\r') out += "\\r";
  else ((out += "\\x") += hex[c >> 4]) += hex[c & 15];
}

/// Whether the code point would disturb the line: controls (C1 too), and what turns or hides text.
bool is_harmful(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

/// Appends the character at `p`, shown safely; its length in bytes.
std::size_t append_character(std::string& out, const char* p, const char* end) {
  std::uint32_t c;
  const unsigned n = xml::decode(p, end, c);
  if (n != 0 && !is_harmful(c)) {
    out.append(p, n);
    return n;
  }
  const unsigned bytes = std::max(n, 1u);
  for (unsigned i = 0; i < bytes; ++i) append_byte(out, static_cast<unsigned char>(p[i]));
  return bytes;
}

bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

constexpr std::size_t before_caret = 60, behind_caret = 40;

}  // namespace

std::string shorten(std::string_view s, std::size_t longest) {
  std::string out;
  const char *p = s.data(), *const end = p + s.size();
  for (std::size_t n = 0; p < end; ++n) {
    if (n == longest) return out + "...";
    p += append_character(out, p, end);
  }
  return out;
}

std::string shorten_name(std::string_view s) { return shorten(s, 64); }

std::string quote(std::string_view s, std::size_t longest) { return '"' + shorten(s, longest) + '"'; }

void line_counter::walk_to(std::size_t offset) {
  if (offset < at_) *this = line_counter(input_, first_line_, first_column_);
  offset = std::min(offset, input_.size());
  for (; at_ < offset; ++at_) {
    const char c = input_[at_];
    if (c == '\n' || (c == '\r' && !(at_ + 1 < input_.size() && input_[at_ + 1] == '\n'))) {
      ++line_;
      column_ = 1;
    } else if (!is_tail(c) && c != '\r') {
      ++column_;
    }
  }
}

std::string snippet(std::string_view input, std::size_t offset) {
  offset = std::min(offset, input.size());
  const auto is_end = [&](std::size_t i) { return input[i] == '\n' || input[i] == '\r'; };
  std::size_t from = offset, to = offset;
  while (from > 0 && !is_end(from - 1) && offset - from < before_caret) --from;
  while (from < offset && is_tail(input[from])) ++from;
  while (to < input.size() && !is_end(to) && to - offset < behind_caret) ++to;
  while (to > offset && to < input.size() && is_tail(input[to])) --to;

  std::string line, caret;
  const char* const end = input.data() + to;
  for (const char* p = input.data() + from; p < end;) {
    const auto size_before = line.size();
    if (p == input.data() + offset) caret = std::string(xml::count_code_points(line), ' ') + '^';
    if (*p == '\t') line += ' ', ++p;
    else p += append_character(line, p, end);
    if (line.size() == size_before) break;
  }
  if (caret.empty()) caret = std::string(xml::count_code_points(line), ' ') + '^';
  return line + '\n' + caret;
}

}  // namespace iso20022::check
