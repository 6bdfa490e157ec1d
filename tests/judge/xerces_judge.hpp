// The first judge: Xerces-C++, SAX2, schemas cached and locked.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::judge {

struct verdict {
  bool valid = false;
  std::string error;  // the first one, in the judge's words; empty when valid
};

/// The schemas of the registry as Xerces understands them: loaded once, then read only, shared by threads. Resource.
class xerces_grammars {
 public:
  /// `schemas`: the folder with iso20022/ and fednow/; or files. Throws std::runtime_error with what Xerces says.
  explicit xerces_grammars(const std::vector<std::string>& schemas);
  ~xerces_grammars();

 private:
  friend class xerces_judge;
  struct state;
  std::unique_ptr<state> state_;
};

/// A parser with the grammars; one per thread. Resource.
class xerces_judge {
 public:
  explicit xerces_judge(const xerces_grammars&);
  ~xerces_judge();
  verdict judge(std::string_view document);
  /// What a valid document says, as a number: names, namespaces, attributes and texts, but neither prefixes nor white
  /// space between elements nor what an instance says about its schema (xsi:). 0: not valid.
  std::uint64_t digest(std::string_view document);
  /// The verdict only, with one reader for all documents: for benchmarks.
  bool parse(std::string_view document);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// Every .xsd that describes a message (components are included by them), the included ones first.
std::vector<std::string> schema_files(const std::string& folder);

}  // namespace iso20022::judge
