// Below XML: bytes, without regard for what they mean.
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

std::size_t anywhere(edits& e) { return e.r.below(e.doc.xml.size()); }

std::string byte(unsigned b) { return std::string(1, static_cast<char>(b)); }

// Half of the time inside a leaf's text, where bytes are judged one by one.
std::size_t in_text(edits& e) {
  const auto* l = e.leaf();
  if (!l || l->content == l->content_end) return anywhere(e);
  return e.r.between(l->content, l->content_end - 1);
}

bool insert_one_of(edits& e, std::span<const std::string_view> what) {
  e.insert(e.r.one_in(3) ? anywhere(e) : in_text(e), std::string(e.r.pick(what)));
  return true;
}

constexpr std::string_view not_utf8[] = {"\x80",
                                         "\xBF",
                                         "\xC0\x80",
                                         "\xC1\xBF",
                                         "\xC3",
                                         "\xE0\x80\x80",
                                         "\xE0\x9F\xBF",
                                         "\xE2\x82",
                                         "\xED\xA0\x80",
                                         "\xED\xBF\xBF",
                                         "\xF0\x80\x80\x80",
                                         "\xF0\x8F\xBF\xBF",
                                         "\xF0\x9F\x98",
                                         "\xF4\x90\x80\x80",
                                         "\xF5\x80\x80\x80",
                                         "\xF8\x88\x80\x80\x80",
                                         "\xFE",
                                         "\xFF",
                                         "\xC3\x28",
                                         "\xE2\x28\xA1",
                                         "\xE2\x82\x28",
                                         "\xF0\x28\x8C\xBC",
                                         "\xF0\x90\x28\xBC",
                                         "\xF0\x28\x8C\x28"};
constexpr std::string_view not_characters[] = {{"\0", 1}, "\x01", "\x08", "\x0B",         "\x0C",
                                               "\x0E",    "\x1B", "\x1F", "\xEF\xBF\xBE", "\xEF\xBF\xBF"};
constexpr std::string_view odd_characters[] = {
    "\x7F",         "\xC2\x80",     "\xC2\x85",         "\xC2\x9F",         "\xC2\xA0",         "\xE2\x80\xA8",
    "\xEF\xBB\xBF", "\xEF\xB7\x90", "\xF0\x9F\xBF\xBE", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF", "\xF0\x90\x80\x80",
    "\xED\x9F\xBF", "\xEE\x80\x80", "\xCC\x81"};
constexpr std::string_view telling = "<>&;\"'=/ \t\n\r]?!-#x[:.";

constexpr mutation table[] = {
    {"bytes", "flip a bit",
     [](edits& e) {
       const auto at = anywhere(e);
       e.replace(at, at + 1, byte(static_cast<unsigned char>(e.doc.xml[at]) ^ (1u << e.r.below(8))));
       return true;
     }},
    {"bytes", "change a byte",
     [](edits& e) {
       const auto at = anywhere(e);
       e.replace(at, at + 1, byte(e.r.below(256)));
       return true;
     }},
    {"bytes", "change a byte of text",
     [](edits& e) {
       const auto at = in_text(e);
       e.replace(at, at + 1, byte(e.r.below(256)));
       return true;
     }},
    {"bytes", "insert a byte", [](edits& e) { return e.insert(anywhere(e), byte(e.r.below(256))), true; }},
    {"bytes", "insert a telling byte",
     [](edits& e) {
       e.insert(anywhere(e), std::string(1, telling[e.r.below(telling.size())]));
       return true;
     }},
    {"bytes", "change to a telling byte",
     [](edits& e) {
       const auto at = anywhere(e);
       e.replace(at, at + 1, std::string(1, telling[e.r.below(telling.size())]));
       return true;
     }},
    {"bytes", "delete a byte",
     [](edits& e) {
       const auto at = anywhere(e);
       e.erase(at, at + 1);
       return true;
     }},
    {"bytes", "delete bytes",
     [](edits& e) {
       const auto at = anywhere(e);
       e.erase(at, std::min(e.doc.xml.size(), at + e.r.between(2, 40)));
       return true;
     }},
    {"bytes", "repeat bytes",
     [](edits& e) {
       const auto at = anywhere(e);
       e.insert(at, std::string(e.view(at, std::min(e.doc.xml.size(), at + e.r.between(1, 60)))));
       return true;
     }},
    {"bytes", "swap two bytes",
     [](edits& e) {
       const auto at = anywhere(e);
       if (at + 1 >= e.doc.xml.size()) return false;
       e.replace(at, at + 2, {e.doc.xml[at + 1], e.doc.xml[at]});
       return true;
     }},
    {"bytes", "copy bytes from elsewhere",
     [](edits& e) {
       const auto from = anywhere(e);
       e.insert(anywhere(e), std::string(e.view(from, std::min(e.doc.xml.size(), from + e.r.between(1, 40)))));
       return true;
     }},
    {"bytes", "truncate", [](edits& e) { return e.erase(anywhere(e), e.doc.xml.size()), true; }},
    {"bytes", "truncate near the end",
     [](edits& e) {
       e.erase(e.doc.xml.size() - std::min<std::size_t>(e.doc.xml.size(), e.r.between(1, 30)), e.doc.xml.size());
       return true;
     }},
    {"bytes", "cut off the start", [](edits& e) { return e.erase(0, e.r.between(1, 60)), true; }},
    {"bytes", "append",
     [](edits& e) {
       static constexpr std::string_view tails[] = {
           "x",       "<",     ">",     "&",           "<a/>",         " ",       "\n", {"\0", 1}, "]]>",
           "<!---->", "<?x?>", "&#32;", "</Document>", "\xEF\xBB\xBF", "\xC2\xA0"};
       e.insert(e.doc.xml.size(), std::string(e.r.pick(tails)));
       return true;
     }},
    {"bytes", "not UTF-8", [](edits& e) { return insert_one_of(e, not_utf8); }},
    {"bytes", "not UTF-8 in text",
     [](edits& e) { return e.insert(in_text(e), std::string(e.r.pick(not_utf8))), true; }},
    {"bytes", "not a character", [](edits& e) { return insert_one_of(e, not_characters); }},
    {"bytes", "odd but legal character", [](edits& e) { return insert_one_of(e, odd_characters); }},
    {"bytes", "odd but legal character in text",
     [](edits& e) { return e.insert(in_text(e), std::string(e.r.pick(odd_characters))), true; }},
    {"bytes", "document is empty or blank",
     [](edits& e) {
       static constexpr std::string_view blanks[] = {
           "", " ", "\n", "\xEF\xBB\xBF", "<", "<a", "<?xml version=\"1.0\"?>"};
       e.replace(0, e.doc.xml.size(), std::string(e.r.pick(blanks)));
       return true;
     }},
};

}  // namespace

std::span<const mutation> byte_mutations() { return table; }

}  // namespace iso20022::judge
