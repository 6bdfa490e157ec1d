// What everybody says about one document: Xerces, libxml2, and our readers, general and fast, on every instruction set.
#pragma once

#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "isa_reader.hpp"
#include "libxml2_judge.hpp"
#include "schema/tables.hpp"

namespace iso20022::judge {

/// Ours in the form the judges' verdicts have, and the codes of what was found.
struct our_verdict : verdict {
  std::vector<issue_code> codes;
  bool has(issue_code c) const;
};

/// Where two opinions that must be one are two.
enum class finding { none, verdict, fast, values, written, lost, threw };
std::string_view finding_name(finding);

struct comparison {
  bool xerces_valid = false, ours_valid = false;
  finding what = finding::none;
  std::string_view known;  // a known difference explains it
  std::string detail;      // who said what, for people
  unsigned fast = 0;       // bit per instruction set: it took the fast way
};

/// All readers and judges of one thread. Resource.
class opinions {
 public:
  /// `schemas`: the files that `xerces_grammars` has, and that `registry` was made of.
  opinions(const xerces_grammars&, std::vector<std::string> schemas, const std::vector<std::string>& isas,
           const schema::registry& registry = schema::registry::builtin());

  /// The tables by which we judge.
  schema::image tables() const { return tables_; }

  verdict xerces(std::string_view xml) { return xerces_.judge(xml); }
  our_verdict ours(std::string_view xml);
  verdict libxml2(std::string_view xml);

  /// Compares everything that can be compared. `thorough`: also what is written from what was read.
  comparison compare(std::string_view xml, bool thorough);
  /// Everybody's words, one a line.
  std::string all(std::string_view xml);
  /// A smaller document about which the same opinions differ in the same way.
  std::string shrink(std::string xml);

 private:
  void compare_all(std::string_view xml, bool thorough, comparison&);
  void compare_fast(std::string_view xml, const std::string& canonical, comparison&);
  void compare_written(std::string_view xml, const std::string& canonical, comparison&);

  xerces_judge xerces_;
  schema::image tables_;
  std::vector<std::string> schemas_;
  std::unique_ptr<libxml2_judge> libxml2_;
  reader usual_, general_;
  std::vector<isa_reader> isas_;
  std::string padded_;
};

}  // namespace iso20022::judge
