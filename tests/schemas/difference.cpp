#include "difference.hpp"

namespace check_schemas {

std::vector<difference> differences(const facts& ours, const facts& reference) {
  std::vector<difference> found;
  for (const auto& [path, f] : ours) {
    const auto other = reference.find(path);
    if (other == reference.end())
      found.push_back({path, f.value, absent});
    else if (other->second.value != f.value)
      found.push_back({path, f.value, other->second.value});
  }
  for (const auto& [path, f] : reference)
    if (!ours.contains(path)) found.push_back({path, absent, f.value});
  return found;
}

// The published camt.060 in hand carries one of FedNow's own patterns: not base ISO 20022, so not ours. It is a rule of
// the profile (FN-ID-10 in the facts).
const std::vector<listed_exception>& listed_exceptions() {
  static const std::string type = "MessageNameIdentification_FRS_1";
  static const std::string reason = "a FedNow pattern in the reference; ours has the base ISO type";
  static const std::vector<listed_exception> all = {
      {"camt.060.001.05",
       {"ReportingRequest5/1.2", "element ReqdMsgNmId : Max35Text 1..1", "element ReqdMsgNmId : " + type + " 1..1"},
       reason},
      {"camt.060.001.05", {type, absent, "simple, variety 1, restricts xs:string, final 0"}, reason},
      {"camt.060.001.05", {type + "/length", absent, "15"}, reason},
      {"camt.060.001.05",
       {type + "/pattern [a-z]{4,4}[.]{1,1}[0-9]{3,3}[.]{1,1}001[.]{1,1}[0-9]{2,2}", absent, "present"},
       reason},
      {"camt.060.001.05", {type + "/whiteSpace", absent, "preserve"}, reason},
  };
  return all;
}

}  // namespace check_schemas
