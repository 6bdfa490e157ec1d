// The first line: version, encoding, standalone; and the encodings themselves.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

constexpr std::string_view encodings[] = {"UTF-8",    "utf-8",          "Utf-8",       "UTF8",
                                          "utf8",     "UTF.8",          "UTF_8",       "UTF-7",
                                          "UTF-16",   "UTF-16LE",       "UCS-4",       "US-ASCII",
                                          "us-ascii", "ASCII",          "ISO-8859-1",  "iso-8859-1",
                                          "latin1",   "windows-1252",   "ISO-8859-15", "EBCDIC-CP-US",
                                          "",         " UTF-8",         "UTF-8 ",      "8-UTF",
                                          "x",        "\xC3\xA9",       "ISO646-US",   "ISO_646.irv:1991",
                                          "UTF-8x",   "ANSI_X3.4-1968", "IBM037",      "Shift_JIS"};
constexpr std::string_view versions[] = {"1.0", "1.1",  "1.",   "1",   "2.0", "1.00", "01.0",
                                         "",    " 1.0", "1.0 ", "1.2", "1,0", "1.0a", "0.9"};

/// Where the declaration ends (0: there is none).
std::size_t declaration_end(const edits& e) { return e.doc.xml.starts_with("<?xml") ? e.doc.xml.find("?>") + 2 : 0; }

bool set(edits& e, std::string declaration) { return e.replace(0, declaration_end(e), std::move(declaration)), true; }

std::string usual(std::string_view version, std::string_view encoding) {
  return "<?xml version=\"" + std::string(version) + "\" encoding=\"" + std::string(encoding) + "\"?>";
}

std::string some(edits& e, std::span<const std::string_view> of) { return std::string(e.r.pick(of)); }

// Valid input is UTF-8; characters beyond the Basic Multilingual Plane become surrogates.
std::string utf16(std::string_view s, bool little, bool mark) {
  std::string out;
  const auto put = [&](unsigned u) {
    const char hi = static_cast<char>(u >> 8), lo = static_cast<char>(u);
    out += little ? lo : hi;
    out += little ? hi : lo;
  };
  if (mark) put(0xFEFF);
  for (std::size_t i = 0; i < s.size();) {
    const auto b = static_cast<unsigned char>(s[i]);
    const unsigned n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    unsigned c = n == 1 ? b : b & (0x7Fu >> n);
    for (unsigned k = 1; k < n && i + k < s.size(); ++k) c = c << 6 | (static_cast<unsigned char>(s[i + k]) & 0x3F);
    if (c >= 0x10000)
      put(0xD800 + ((c - 0x10000) >> 10)), put(0xDC00 + ((c - 0x10000) & 0x3FF));
    else
      put(c);
    i += n;
  }
  return out;
}

constexpr std::string_view whole[] = {"",
                                      "<?xml version='1.0' encoding='UTF-8'?>",
                                      "<?xml version=\"1.0\"?>",
                                      "<?xml version=\"1.0\" standalone=\"yes\"?>",
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>",
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
                                      "<?xml version=\"1.0\" standalone=\"maybe\"?>",
                                      "<?xml version=\"1.0\" standalone=\"YES\"?>",
                                      "<?xml encoding=\"UTF-8\" version=\"1.0\"?>",
                                      "<?xml encoding=\"UTF-8\"?>",
                                      "<?xml?>",
                                      "<?xml ?>",
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>",
                                      "<?xml  version = \"1.0\"\n encoding\t= 'UTF-8'  ?>",
                                      "<?xml version=\"1.0\"encoding=\"UTF-8\"?>",
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?",
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\">",
                                      "<?xml version=1.0?>",
                                      "<?xml version=\"1.0'?>",
                                      "<?XML version=\"1.0\"?>",
                                      "<? xml version=\"1.0\"?>",
                                      "<?xml version=\"1.0\" x=\"y\"?>",
                                      "<?xml version=\"1.0\" encoding=\"UTF-8\" encoding=\"UTF-8\"?>",
                                      "<?xml version=\"1.0\" version=\"1.0\"?>",
                                      "<?xml standalone=\"yes\"?>",
                                      "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?>",
                                      "<?xml version=\"1.0\" Encoding=\"UTF-8\"?>",
                                      "<?xmlversion=\"1.0\"?>",
                                      "<?xml version=\"1.&#48;\"?>",
                                      "<?xml version=\"1.0\" encoding='utf-8' standalone='no' ?>",
                                      "<?xml version=\"1.0\"\r\n?>"};

constexpr mutation table[] = {
    {"declaration", "another form", [](edits& e) { return set(e, some(e, whole)); }},
    {"declaration", "encoding", [](edits& e) { return set(e, usual("1.0", some(e, encodings))); }},
    {"declaration", "version", [](edits& e) { return set(e, usual(some(e, versions), "UTF-8")); }},
    {"declaration", "twice", [](edits& e) { return e.insert(declaration_end(e), usual("1.0", "UTF-8")), true; }},
    {"declaration", "behind something",
     [](edits& e) {
       static constexpr std::string_view before[] = {
           " ", "\n", "<!---->", "<?p?>", "\xEF\xBB\xBF ", "\xEF\xBB\xBF\xEF\xBB\xBF", "x", "\r\n", "\t"};
       e.replace(0, declaration_end(e), some(e, before) + usual("1.0", "UTF-8"));
       return true;
     }},
    {"declaration", "byte order mark", [](edits& e) { return e.insert(0, "\xEF\xBB\xBF"), true; }},
    {"declaration", "byte order mark and encoding",
     [](edits& e) { return set(e, "\xEF\xBB\xBF" + usual("1.0", some(e, encodings))); }},
    {"declaration", "byte order mark of another encoding",
     [](edits& e) {
       static constexpr std::string_view marks[] = {
           "\xFE\xFF", "\xFF\xFE", {"\0\0\xFE\xFF", 4}, {"\xFF\xFE\0\0", 4}, "\x2B\x2F\x76\x38", "\xEF\xBB", "\xEF"};
       e.insert(0, some(e, marks));
       return true;
     }},
    {"declaration", "US-ASCII with a byte beyond",
     [](edits& e) {
       const auto* l = e.leaf();
       if (!l) return false;
       set(e, usual("1.0", e.r.one_in(2) ? "US-ASCII" : "ASCII"));
       e.insert(l->content, "\xC3\xA9");
       return true;
     }},
    {"declaration", "UTF-16",
     [](edits& e) {
       const bool little = e.r.one_in(2), mark = e.r.percent(80);
       const std::string start = e.r.one_in(4) ? usual("1.0", "UTF-8") : e.r.one_in(3) ? "" : usual("1.0", "UTF-16");
       const auto body = std::string(e.view(declaration_end(e), e.doc.xml.size()));
       e.replace(0, e.doc.xml.size(), utf16(start + body, little, mark));
       return true;
     }},
    {"declaration", "a byte of it changed",
     [](edits& e) {
       const auto end = declaration_end(e);
       if (end == 0) return false;
       const auto at = e.r.below(end);
       e.replace(at, at + 1, std::string(1, "<>?='\" xml10-.UTF8a\n"[e.r.below(20)]));
       return true;
     }},
    {"declaration", "a byte of it lost or doubled",
     [](edits& e) {
       const auto end = declaration_end(e);
       if (end == 0) return false;
       const auto at = e.r.below(end);
       e.replace(at, at + 1, e.r.one_in(2) ? "" : std::string(2, e.doc.xml[at]));
       return true;
     }},
};

}  // namespace

std::span<const mutation> declaration_mutations() { return table; }

}  // namespace iso20022::judge
