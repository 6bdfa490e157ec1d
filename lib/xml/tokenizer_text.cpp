// Texts: characters, references, line ends.
#include "xml/chars.hpp"
#include "xml/tokenizer.hpp"

#include <cstring>

namespace iso20022::xml {
namespace {

struct named { std::string_view text; char character; };
constexpr named entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};

int digit_value(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

reference parse_character(const char* p, const char* end) {
  const char* q = p + 2;
  const bool hex = q < end && *q == 'x';
  if (hex) ++q;
  const char* const first = q;
  std::uint32_t c = 0;
  for (int v; q < end && (v = digit_value(*q, hex)) >= 0; ++q)
    if (c < 0x110000) c = c * (hex ? 16 : 10) + static_cast<std::uint32_t>(v);
  if (q == first || q == end || *q != ';' || !is_char(c)) return {};
  return {static_cast<std::size_t>(q + 1 - p), c};
}

template <class Space>
char* decode_with(std::string_view raw, char* out, bool references, Space space) {
  const char *p = raw.data(), *const end = p + raw.size();
  while (p < end) {
    if (*p == '&' && references) {
      if (const auto r = parse_reference(p, end); r.length != 0) {
        out += encode(r.character, out);
        p += r.length;
        continue;
      }
    } else if (*p == '\r') {
      *out++ = space('\n');
      p += p + 1 < end && p[1] == '\n' ? 2 : 1;
      continue;
    }
    *out++ = space(*p++);
  }
  return out;
}

char keep(char c) { return c; }
char to_blank(char c) { return c == '\n' || c == '\t' ? ' ' : c; }

}  // namespace

reference parse_reference(const char* p, const char* end) {
  if (p + 1 < end && p[1] == '#') return parse_character(p, end);
  for (const auto& e : entities)
    if (static_cast<std::size_t>(end - p) >= e.text.size() && std::memcmp(p, e.text.data(), e.text.size()) == 0)
      return {e.text.size(), static_cast<unsigned char>(e.character)};
  return {};
}

char* decode_text(std::string_view raw, char* out) { return decode_with(raw, out, true, keep); }
char* decode_cdata(std::string_view raw, char* out) { return decode_with(raw, out, false, keep); }
char* decode_value(std::string_view raw, char* out) { return decode_with(raw, out, true, to_blank); }

/// From `from` on, which may be a '<' that starts no tag, to the next '<'.
piece tokenizer::read_text(const char* from) {
  const char* p = from;
  plain = true;
  faulty = false;
  for (; p < end_ && is_white(*p); ++p) plain &= *p != '\r';
  blank = from == at && (p == end_ || *p == '<');
  while (p < end_) {
    if (bits_of(*p) & plain_text_bit) ++p;
    else if (*p == '<') break;
    else p = read_special(p);
  }
  content = {at, static_cast<std::size_t>(p - at)};
  p_ = p;
  return piece::text;
}

/// A byte of a text that is not plain; behind it.
const char* tokenizer::read_special(const char* p) {
  const char c = *p;
  if (c == '&') return read_reference(p);
  if (c == '\r') {
    plain = false;
    return p + 1;
  }
  if (c == ']') {
    if (end_ - p < 3 || p[1] != ']' || p[2] != '>') return p + 1;
    report(fault::cdata_end_in_text, p, 3, "]]&gt;");
    faulty = true;
    return p + 3;
  }
  return read_beyond_ascii(p);
}

/// A character that is not ASCII, or a control. Bytes that are not UTF-8 are reported once a text.
const char* tokenizer::read_beyond_ascii(const char* p) {
  std::uint32_t c = 0;
  const unsigned n = decode(p, end_, c);
  if (n != 0 && is_char(c) && !(ascii_only_ && c >= 0x80)) return p + n;
  const auto f = n == 0 ? fault::not_utf8 : is_char(c) ? fault::encoding : fault::character;
  if (!faulty)
    report(f, p, n ? n : 1,
           f == fault::encoding ? "ASCII characters only, as the XML declaration says" : "a character of XML in UTF-8");
  faulty = true;
  return p + (n ? n : 1);
}

const char* tokenizer::read_reference(const char* p) {
  plain = false;
  if (const auto r = parse_reference(p, end_); r.length != 0) return p + r.length;
  const bool number = p + 1 < end_ && p[1] == '#';
  const char* e = p + 1;
  while (e < end_ && e - p < 32 && !is_white(*e) && *e != '<' && *e != '&' && *e != ';' && *e != '"' && *e != '\'') ++e;
  if (e < end_ && *e == ';') ++e;
  report(number ? fault::character_reference : fault::entity, p, static_cast<std::size_t>(e - p),
         number ? "the number of a character of XML and a semicolon"
                : "&amp; for the character &, or one of &lt; &gt; &quot; &apos;");
  faulty = true;
  return p + 1;
}

/// What comments, sections and instructions hold: any characters of XML.
void tokenizer::check_characters(const char* b, const char* e) {
  faulty = false;
  while (b < e) {
    const auto c = static_cast<unsigned char>(*b);
    if ((c >= 0x20 && c < 0x80) || is_white(*b)) ++b;
    else b = read_beyond_ascii(b);
  }
}

}  // namespace iso20022::xml
