// The general reader: knows everything about a message, says everything that is wrong with it.
//
// One pass over the pieces of the document (xml/tokenizer) with an explicit stack. It fills the structs that the rows
// describe, judges every rule of the schema, and goes on behind a violation: see "Recovery" in docs/design/codec.md.
//
//   general_reader.cpp      the loop, end tags, the end        general_position.cpp   order, counts, what is missing
//   general_elements.cpp    start tags, the root, places       general_wildcards.cpp  open content
//   general_attributes.cpp  attributes, xsi:*, declarations    general_leaves.cpp     texts and values
//   general_issues.cpp      findings with path and words       general_words.cpp      types in words
//   general_stream.cpp      piece by piece, from a window     general_piece.cpp      what the fast reader leaves to it
#pragma once

#include "codec/arena.hpp"
#include "codec/general_content.hpp"
#include "codec/general_stream.hpp"
#include "codec/leaf.hpp"
#include "codec/piece_reader.hpp"
#include "schema/tables.hpp"
#include "xml/namespaces.hpp"
#include "xml/tokenizer.hpp"

#include <iso20022/check/report.hpp>
#include <iso20022/core/any.hpp>
#include <iso20022/core/limits.hpp>

#include <string>
#include <unordered_set>
#include <vector>

namespace iso20022::codec {

/// What was read: nothing when not even the root is known.
struct general_result {
  std::byte* object = nullptr;
  u32 root = 0;
  bool known = false;
};

class general_reader final : public piece_reader, xml::fault_sink {
 public:
  void prepare(schema::image, arena&, const read_limits&);

  /// Reads one document. Texts point into `data` or the arena, whose `source` must be `data`. `fill` false: verdict and
  /// issues only.
  general_result read(const char* data, std::size_t size, report&, bool fill);
  const char* read_piece(const char* input, const char* at, const char* end, middle&) override;

  // One document in pieces: see general_stream.hpp. Texts are copied into the arenas.
  void begin_stream(stream_state&, const stream_window&, report&);
  /// The bytes at hand; those that were at hand before have moved by `distance`.
  void set_window(const stream_window&, std::ptrdiff_t distance);
  /// The first byte that is still needed.
  const char* needed_from() const;
  stream_progress advance();
  /// No more memory may be used for what is at hand.
  void refuse_size();
  /// Whether entries that another reader reads may come next.
  bool may_run(stream_run&);
  /// `count` of them were read, up to `behind`.
  void accept_run(u32 count, const char* behind);
  const general_result& result() const { return result_; }
  std::string entry_path(u32 index) const;

 private:
  enum class frame_kind : std::uint8_t {
    component,  // judged: has elements
    leaf,       // judged: has a text
    open,       // xs:any, or unknown: only well-formedness counts
  };
  struct frame {
    frame_kind kind = frame_kind::open;
    bool lenient = false;    // part of it was lost in recovery: do not complain of what is missing
    bool is_slice = false;   // an element of a wildcard's slice
    bool text_found = false; // text between elements was reported
    bool end_comes = false;  // its end tag was looked for: it is there
    u16 last = outside;      // particle that came last
    u16 ns = 0;              // of the element
    u32 row = 0;             // 0: not judged
    u32 index = 0;           // which one of its kind under its parent, from 1; 0: only one is possible
    u32 counts = 0;          // where its counters start in counts_
    u32 bindings = 0;        // declarations before this element
    const schema::type* type = nullptr;
    std::byte* object = nullptr;  // its struct or value; null: nothing is filled
    std::string_view tag;         // as written
    u32 local_at = 0;             // where its local name starts in `tag`
    std::string_view local() const { return tag.substr(local_at); }
  };
  struct resolved { u16 ns = 0; int binding = -1; };
  /// A missing element, reported at its parent's end unless it still comes.
  struct absence { std::size_t depth; u32 row; issue what; };
  /// Why an element is where nobody takes it, as an end tag behind it tells: the end tag of the top was forgotten, the start
  /// tag of its child `row` was, or the element is that child under another name.
  struct slip { enum : std::uint8_t { none, end, start, name } what = none; u32 row = 0; std::string_view tag; };
  /// An end tag that comes too late for its element, if it comes: two were crossed, say. `depth`: of the element around
  /// those that were closed.
  struct owed { std::size_t depth; std::string tag; };
  struct slice { u32 bindings; any* value; };
  struct slice_use { std::size_t slice; int binding; };

  // namespaces that are no namespace of the tables
  static constexpr u16 unknown_ns = schema::ns_unknown, assumed_ns = 0xfffe;

  // general_reader.cpp
  void begin(const char* data, const char* end, report&);
  void step();
  void on_piece(xml::piece);
  void on_end_tag();
  void on_mismatch();
  void report_mismatch(std::string expected);  // another tag than `tokens_` has
  bool is_owed();
  bool take_start_for_granted();
  void close_top();
  void judge_end(frame&);
  void finish();
  void on_fault(xml::fault, const char* at, std::string_view found, std::string_view expected) override;
  frame& top() { return frames_.back(); }
  const frame& top() const { return frames_.back(); }

  // general_piece.cpp
  void open_middle(const middle&);

  // general_elements.cpp
  void on_start_tag();
  void open_root(const resolved&, frame&);
  void open_child(const resolved&, frame&);
  void open_in_leaf(frame&);
  void report_root(const resolved&);
  void report_unknown(u32 meant);
  void accept(u32 row, frame&);
  u32 find_child(const frame& parent, const resolved&) const;
  u32 find_named(const frame& parent, std::string_view local) const;
  bool may_come(const frame& parent, u32 row) const;
  u32 find_similar(const frame& parent) const;
  slip find_slip();
  void close_without_end(frame&);
  void open_without_start(const slip&, frame&);
  void set_row(frame&, u32 row);
  static void set_tag(frame&, std::string_view tag);
  std::byte* place(const frame& parent, u32 row);

  // general_position.cpp
  bool judge_position(u32 row);
  bool judge_repetition(const content_model&, u32 row);
  void report_absences(const content_model&, u16 target, const std::string& found);
  void add_absence(const content_model::step&, const std::string& found);
  void forget_absence(u32 row);
  void flush_absences(std::size_t depth);
  void judge_minimum(const frame&);

  // general_wildcards.cpp
  u32 find_wildcard(const resolved&) const;
  bool fits(u32 wildcard, const resolved&) const;
  void open_wildcard(u32 row, const resolved&, frame&);
  bool refuse_in_wildcard(const resolved&);
  void note_use(int binding);
  void end_slice();

  // general_attributes.cpp
  void declare_namespaces();
  resolved resolve_element();
  void judge_attributes(frame&);
  bool is_duplicate(std::size_t i) const;
  bool resolve_attribute(const xml::attribute&, resolved&);
  void judge_attribute(frame&, const xml::attribute&, u16 ns, u64& seen);
  void judge_value(const frame&, const xml::attribute&, const schema::attribute&);
  void judge_required(const frame&, u64 seen);
  void judge_instance(frame&, const xml::attribute&);
  void judge_type(const frame&, const xml::attribute&, std::string_view value);
  void judge_nil(frame&, const xml::attribute&, std::string_view value);
  std::string_view value_of(const xml::attribute&, bool keep);

  // general_leaves.cpp
  void on_text(bool cdata);
  void on_text_between(bool cdata);
  void add_text(bool cdata);
  std::string_view take_text(bool keep);
  std::string_view settled(const schema::simple&, std::string_view content);
  void finish_leaf(frame&);
  bool take_default(const frame&, bool is_empty);
  void judge_leaf(const frame&, std::string_view content);
  std::string_view as_written(std::string_view content) const;
  bool note_id(const schema::simple&, std::string_view content);

  // general_stream.cpp
  std::string_view stable(std::string_view);
  std::string_view stable_tag(const frame&);
  void find_entry_rows(u32 root);
  bool is_entry(u32 row) const;
  bool is_at_entry() const;
  void open_entry(frame&);
  void stream_close(const frame&);
  void hold_no_longer(std::size_t depth);
  bool must_wait(xml::piece) const;
  stream_progress finish_stream();
  void check_sizes();
  void locate(issue&) const;

  // general_issues.cpp
  struct finding {
    issue_code code;
    const char* at;
    std::string path, tag, name, found, expected, parent;
    bool is_value = false;  // `found` is a value: quoted in the sentence
  };
  void add(finding);
  issue make_issue(finding) const;
  void add(issue);
  void give_up(issue_code, std::uint64_t limit);
  void add_value(issue_code, const char* at, const std::string& path, std::string_view tag, u32 business_name,
                 const schema::simple&, leaf_status, std::string_view content);
  void sort_issues(std::size_t first);
  void locate_issues();
  std::string path() const { return path(frames_.size()); }
  std::string path(std::size_t frames) const;
  std::string path_to(u32 row) const;  // a child of the top
  std::string parent_name() const;
  std::string parent_business_name() const;
  static std::string end_tag(const frame&);
  std::string expected_children() const;
  std::string list_rows(const std::vector<u16>& particles) const;
  std::string found_tag() const;
  std::string business_name(u32 row) const { return std::string(tables_.string(tables_.infos()[row].business_name)); }
  std::string name(u32 row) const;
  std::string wanted_namespace(u32 row) const;  // of a child of the top

  std::uint64_t offset_of(const char* p) const { return input_offset_ + static_cast<std::uint64_t>(p - input_); }
  const schema::simple& simple_of(const frame& f) const { return tables_.simples()[tables_.rows()[f.row].simple]; }

  schema::image tables_;
  arena* memory_ = nullptr;
  read_limits limits_;
  bool fill_ = true;
  report* report_ = nullptr;
  report piece_report_;

  const char* input_ = nullptr;
  std::uint64_t input_offset_ = 0;  // of its first byte; not 0 in a stream
  xml::tokenizer tokens_;
  xml::namespaces bindings_;
  std::vector<frame> frames_;
  std::vector<u32> counts_;
  general_result result_;
  u32 elements_ = 0;
  u32 above_ = 0;  // of a piece: open elements around its component
  bool stop_ = false;
  bool root_seen_ = false;
  bool doctype_seen_ = false;
  bool encoding_refused_ = false;

  // the text of the open leaf
  std::string text_;             // decoded, when it is not one plain piece
  std::string_view plain_text_;
  u32 text_pieces_ = 0;
  const char* text_at_ = nullptr;
  bool text_faulty_ = false;
  std::string value_;            // a decoded attribute value

  std::vector<absence> absences_;
  std::vector<owed> owed_;
  std::vector<slice> slices_;
  std::vector<slice_use> slice_uses_;
  std::unordered_set<std::string> ids_;
  std::size_t id_bytes_ = 0;

  stream_state* stream_ = nullptr;  // null: the whole document is at hand
};

/// What a simple type allows, in words: "1 to 35 characters", "3 letters A-Z, for example USD".
std::string describe(const schema::image&, const schema::simple&);
/// The same for one failed check: only what matters for it.
std::string describe(const schema::image&, const schema::simple&, leaf_status);
issue_code issue_of(leaf_status);

}  // namespace iso20022::codec
