// The parsers that we are measured beside. Each is used the way its manual says is fast: everything that can be reused
// is.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::bench {

/// One way of reading a document. Resource; not shared by threads.
class peer {
 public:
  virtual ~peer() = default;
  /// False when it refuses the document.
  virtual bool read(std::string_view document) = 0;
};

struct peer_kind {
  const char* name;
  const char* what;  // one line for the report
  std::unique_ptr<peer> (*make)();
  bool validates = false;
  bool only_pacs008 = false;  // its code was generated for that message
};

/// pugixml (the unit), expat, libxml2 and Xerces with schemas, and CodeSynthesis where it is installed.
std::vector<peer_kind> reading_peers();

std::unique_ptr<peer> make_xsdcxx();  // only in builds with ISO20022_BENCH_XSDCXX

}  // namespace iso20022::bench
