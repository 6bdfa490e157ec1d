// Tags, texts and the rest of the markup of one document, one piece at a time, with recovery behind every fault.
#pragma once

#include "xml/fault.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace iso20022::xml {

/// A qualified name as it is written.
struct qname {
  std::string_view whole;   // "p:Document"
  std::string_view prefix;  // "p", or ""
  std::string_view local;   // "Document"
};

struct attribute {
  qname name;
  std::string_view raw;  // between the quotes
  const char* at;        // where the name starts
  bool plain;            // the value is `raw`: no references, tabs or line ends in it
  bool faulty;           // a fault inside was reported
};

enum class piece : std::uint8_t { start_tag, end_tag, text, cdata, comment, instruction, doctype, finish };

/// Reads XML 1.0 in UTF-8, namespaces on names only (bindings are the caller's). Value type over memory that is not its own;
/// allocates nothing in steady state. Reads no byte at or behind `end`.
///
/// Recovery: a broken tag is given with `broken` set and ends at the next '>' or before the next '<'; a '<' that starts no
/// tag is given as text; faults inside of texts and values leave these `faulty`.
class tokenizer {
 public:
  void begin(const char* p, const char* end, fault_sink&, std::size_t most_attributes);
  /// Byte order mark and XML declaration. False: the encoding cannot be read at all (UTF-16, EBCDIC), nothing can be done.
  bool read_prolog();
  piece next();
  /// Takes the end tag `</tag>` when exactly that comes next: the usual case, ahead of `next`.
  bool take_end_tag(std::string_view tag_name) {
    const std::size_t n = tag_name.size();
    if (static_cast<std::size_t>(end_ - p_) < n + 3 || p_[0] != '<' || p_[1] != '/' || p_[n + 2] != '>' ||
        std::memcmp(p_ + 2, tag_name.data(), n) != 0)
      return false;
    at = p_;
    p_ += n + 3;
    return true;
  }

  // When the document goes on behind `end` (streaming), a piece is read on trial.
  /// How far behind a piece its reading, and the report of a fault in it, may look.
  static constexpr std::ptrdiff_t look_ahead = 64;
  /// Whether the piece could have been another one if more had been there behind `end`: `go_back`, then.
  bool hangs_on_more() const { return end_ - p_ < look_ahead || hangs_on_more_; }
  /// The declaration says US-ASCII.
  bool ascii_only() const { return ascii_only_; }
  struct place { const char* position; bool ascii_only; };
  place here() const { return {p_, ascii_only_}; }
  void go_back(place);
  /// Goes on at `p`: somebody else read what is before it.
  void skip_to(const char* p) { at = p_ = p; }
  /// The bytes moved by `distance`; they end at `end` now.
  void move(std::ptrdiff_t distance, const char* end);

  // the piece read last
  const char* at = nullptr;           // its first byte
  const char* position() const { return p_; }  // behind it
  const char* end() const { return end_; }
  qname tag;                          // start_tag, end_tag
  std::vector<attribute> attributes;  // start_tag
  bool self_closing = false;          // start_tag
  bool broken = false;                // start_tag, end_tag
  bool unclosed = false;              // start_tag: it ended before a '<'; text behind its name may be lost
  bool too_many_attributes = false;   // start_tag: more than allowed; the rest was not collected
  std::string_view content;           // text, cdata: as written
  bool plain = false;                 // text, cdata: means itself
  bool blank = false;                 // text: white space only
  bool faulty = false;                // text, cdata: a fault inside was reported
  bool cut_off = false;               // finish: the input ended inside of a piece, which was reported

 private:
  void report(fault f, const char* where, std::size_t length, std::string_view expected);
  /// As report, with what stands at `where` up to a blank or a tag's end.
  void report_here(fault f, const char* where, std::string_view expected);
  bool starts_with(std::string_view s) const;

  piece read_text(const char* from);
  const char* read_special(const char* p);
  const char* read_beyond_ascii(const char* p);
  const char* read_reference(const char* p);
  void check_characters(const char* b, const char* e);

  piece read_markup();
  piece read_comment();
  piece read_cdata();
  piece read_doctype();
  piece read_instruction();
  piece finish(bool cut);
  piece unterminated(fault f, std::string_view expected);

  piece read_start_tag();
  piece read_end_tag();
  bool read_name(qname&);
  void read_declaration();
  bool read_pseudo_attribute(std::string_view name, std::string_view& value, bool& blank_before);
  void check_declared(std::string_view version, std::string_view encoding);
  void read_attributes();
  bool read_attribute();
  bool read_value(attribute&);
  void skip_broken_attribute();

  const char* p_ = nullptr;
  const char* end_ = nullptr;
  fault_sink* sink_ = nullptr;
  std::size_t most_attributes_ = 0;
  bool ascii_only_ = false;
  bool complained_ = false;        // something was reported since the start of the tag
  bool hangs_on_more_ = false;     // something was looked for up to the end
};

/// A reference at `p` ('&'): its length with the ';' and its character; 0 when it is none.
struct reference { std::size_t length = 0; std::uint32_t character = 0; };
reference parse_reference(const char* p, const char* end);

/// Writes what a text (`is_value` false: line ends become LF) or an attribute value (true: white space becomes blanks)
/// means to `out`, which has room for raw.size() bytes; behind the last byte written. Faulty references stay as they are.
char* decode_text(std::string_view raw, char* out);
char* decode_value(std::string_view raw, char* out);
/// A CDATA section: line ends only.
char* decode_cdata(std::string_view raw, char* out);

}  // namespace iso20022::xml
