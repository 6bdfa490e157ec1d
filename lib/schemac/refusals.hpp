// What of XSD's syntax is refused at sight, before Xerces is asked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <xercesc/sax2/Attributes.hpp>

#include "schemac/model.hpp"

namespace iso20022::schemac {

/// "" when there is none.
std::string attribute_of(const xercesc::Attributes&, std::string_view name);

/// Why the element xs:`name` is refused, a sentence each. `repetition`: how often Xerces writes out the groups around;
/// what is within the element is written out as often as it says then.
std::vector<std::string> refusals_of(const std::string& name, const xercesc::Attributes&, std::uint64_t& repetition);

/// Groups that refer to groups that refer to groups: Xerces puts each in the place of its reference, so that thirty
/// lines can mean a billion elements. By local name, whatever the namespace.
class group_sizes {
 public:
  /// A particle of the type or group `owner`; `group`: what it refers to, or "".
  void add(const std::string& owner, const place& where, std::uint64_t repetition, const std::string& group);
  void refuse_large(problems&) const;

 private:
  struct definition {
    place where;
    std::uint64_t particles = 0;
    std::vector<std::pair<std::string, std::uint64_t>> references;  // with how often each is written
  };
  std::map<std::string, definition> all_;
};

}  // namespace iso20022::schemac
