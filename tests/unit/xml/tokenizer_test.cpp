// Pieces and faults of documents: one row a document.
#include "xml/tokenizer.hpp"

#include "xml/chars.hpp"

#include <gtest/gtest.h>

#include <string>

namespace iso20022::xml {
namespace {

/// Writes what it is told in one line: S(tart) E(nd) T(ext) D(cdata) C(omment) P(i) Y(doctype), !fault.
class notes final : fault_sink {
 public:
  std::string of(std::string_view xml) {
    tokenizer t;
    t.begin(xml.data(), xml.data() + xml.size(), *this, 8);
    if (!t.read_prolog()) return out_;
    for (;;) {
      const auto p = t.next();
      if (p == piece::finish) return out_ + (t.cut_off ? "|" : "");
      note(t, p);
    }
  }

 private:
  void note(const tokenizer& t, piece p) {
    switch (p) {
      case piece::start_tag: {
        out_ += "S" + std::string(t.tag.whole);
        for (const auto& a : t.attributes) out_ += "," + std::string(a.name.whole) + "=" + value(a.raw);
        out_ += t.broken ? "? " : t.self_closing ? "/ " : " ";
        break;
      }
      case piece::end_tag: out_ += "E" + std::string(t.tag.whole) + " "; break;
      case piece::text: out_ += "T" + decoded(t.content, decode_text) + (t.blank ? "_ " : " "); break;
      case piece::cdata: out_ += "D" + decoded(t.content, decode_cdata) + " "; break;
      case piece::comment: out_ += "C "; break;
      case piece::instruction: out_ += "P "; break;
      case piece::doctype: out_ += "Y "; break;
      case piece::finish: break;
    }
  }
  static std::string decoded(std::string_view raw, char* (*decode)(std::string_view, char*)) {
    std::string out(raw.size(), ' ');
    out.resize(static_cast<std::size_t>(decode(raw, out.data()) - out.data()));
    return out;
  }
  static std::string value(std::string_view raw) { return decoded(raw, decode_value); }
  void on_fault(fault f, const char*, std::string_view, std::string_view) override {
    out_ += "!" + std::to_string(static_cast<int>(f)) + " ";
  }
  std::string out_;
};

constexpr int syntax = static_cast<int>(fault::syntax), attributes = static_cast<int>(fault::attribute_syntax);
std::string bad(int f) { return "!" + std::to_string(f) + " "; }

struct row { std::string_view xml; std::string expected; };

TEST(xml_tokenizer, table) {
  const row rows[] = {
      {"<a/>", "Sa/ "},
      {"<a></a >", "Sa Ea "},
      {"<p:a b='1' c = \"2\"\n/>", "Sp:a,b=1,c=2/ "},
      {"<a>x&lt;&#65;&#x42;\r\ny\rz</a>", "Sa Tx<AB\ny\nz Ea "},
      {"<a b='x\r\ny\t&#10;&amp;'/>", "Sa,b=x y \n&/ "},
      {"<a>\n </a>", "Sa T\n _ Ea "},
      {"<a><![CDATA[<&\r\n]]]]></a>", "Sa D<&\n]] Ea "},
      {"<!-- - --><?b c?><a/>", "C P Sa/ "},
      {"<?xml version='1.0' encoding='utf-8' standalone=\"yes\" ?><a/>", "Sa/ "},
      {"\xEF\xBB\xBF<a/>", "Sa/ "},
      {"<!DOCTYPE a [<!ENTITY b '>]'>]><a/>", bad(static_cast<int>(fault::doctype)) + "Y Sa/ "},
      {"<\xC3\xA9\xC2\xB7 \xF0\x90\x80\x80='1'/>", "S\xC3\xA9\xC2\xB7,\xF0\x90\x80\x80=1/ "},
      {"<a b/>", bad(attributes) + "Sa? "},
      {"<a>1 < 2</a>", "Sa T1  " + bad(syntax) + "T< 2 Ea "},
      {"<a b=\"1\"c=\"2\"/>", bad(attributes) + "Sa,b=1,c=2? "},
      {"<a b=\"1><c/>", bad(attributes) + "Sa,b=? Sc/ "},
      {"<a <b/>", bad(syntax) + "Sa? Sb/ "},
      {"<a", bad(syntax) + "|"},
      {"<a b='", bad(attributes) + "|"},
      {"<", bad(syntax) + "|"},
      {"<!-- a", bad(static_cast<int>(fault::comment)) + "|"},
      {"<![CDATA[ a", bad(static_cast<int>(fault::cdata)) + "|"},
      {"<?a", bad(static_cast<int>(fault::processing_instruction)) + "|"},
  };
  for (const auto& r : rows) {
    EXPECT_EQ(notes().of(r.xml), r.expected) << r.xml;
  }
}

TEST(xml_tokenizer, declarations) {
  const auto verdict = [](const std::string& declaration) {
    const auto s = notes().of(declaration + "<a/>");
    return s.find('!') == s.npos ? -1 : std::stoi(s.substr(s.find('!') + 1));
  };
  constexpr int encoding = static_cast<int>(fault::encoding), version = static_cast<int>(fault::version),
                form = static_cast<int>(fault::declaration);
  for (const auto* good : {"", "<?xml version='1.0'?>", "<?xml\tversion = \"1.0\"\nencoding='UTF8'\r\n?>",
                           "<?xml version='1.0' encoding='us-ascii'?>", "<?xml version='1.0' standalone='no'?>",
                           "<?xmlx?>", "<?xml-stylesheet a?>"})
    EXPECT_EQ(verdict(good), -1) << good;
  for (const auto* other : {"ISO-8859-1", "UTF-16", "windows-1252", "U.TF8", "UTF-7"})
    EXPECT_EQ(verdict("<?xml version='1.0' encoding='" + std::string(other) + "'?>"), encoding) << other;
  for (const auto* other : {"1.1", "1.2", "2.0", "1", ""})
    EXPECT_EQ(verdict("<?xml version='" + std::string(other) + "'?>"), version) << other;
  for (const auto* wrong :
       {"<?xml?>", "<?xml ?>", " <?xml version='1.0'?>", "<?XML version='1.0'?>",
        "<?xml version='1.0'encoding='UTF-8'?>", "<?xml encoding='UTF-8'?>", "<?xml version='1.0' standalone='YES'?>",
        "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>", "<?xml version='1.0' foo='x'?>",
        "<?xml version='1.0' encoding=''?>", "<?xml version='1.0' encoding='8'?>"})
    EXPECT_EQ(verdict(wrong), form) << wrong;
}

TEST(xml_chars, utf8) {
  const auto length = [](std::string_view s) {
    std::uint32_t c;
    return decode(s.data(), s.data() + s.size(), c);
  };
  EXPECT_EQ(length("a"), 1u);
  EXPECT_EQ(length("\xC2\x80"), 2u);
  EXPECT_EQ(length("\xE0\xA0\x80"), 3u);
  EXPECT_EQ(length("\xEF\xBF\xBF"), 3u);
  EXPECT_EQ(length("\xF0\x90\x80\x80"), 4u);
  EXPECT_EQ(length("\xF4\x8F\xBF\xBF"), 4u);
  for (const std::string_view s : {"\x80", "\xC1\xBF", "\xC2", "\xC2\x20", "\xE0\x9F\xBF", "\xE2\x82", "\xED\xA0\x80",
                                   "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
    EXPECT_EQ(length(s), 0u);
  for (std::uint32_t c : {0x41u, 0xE9u, 0x20ACu, 0x1F600u}) {
    char room[4];
    std::uint32_t back;
    EXPECT_EQ(decode(room, room + encode(c, room), back), encode(c, room));
    EXPECT_EQ(back, c);
  }
}

TEST(xml_chars, names) {
  for (const auto* good : {"a", "_", "a-1.b", "\xC3\xA9", "\xE3\x80\x81", "a\xC2\xB7", "\xF0\x90\x80\x80"})
    EXPECT_TRUE(is_ncname(good)) << good;
  for (const auto* bad : {"", "1", "-a", "a:b", "a b", "\xC2\xB7", "\xC3\x97", "\xCC\x80", "\xCD\xBE"})
    EXPECT_FALSE(is_ncname(bad)) << bad;
}

}  // namespace
}  // namespace iso20022::xml
