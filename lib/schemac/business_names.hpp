// What an abbreviated tag is called: "DbtrAgtAcct" is "Debtor Agent Account". The algorithm and its data are in
// schemas/business_names.tsv and schemas/business_names_exceptions.tsv, which are compiled in.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace iso20022::schemac {

class business_names {
 public:
  /// From the text of the two tables.
  business_names(std::string_view abbreviations, std::string_view exceptions);
  static const business_names& builtin();

  /// Empty when the tables do not know the tag.
  std::string of(std::string_view tag) const;

 private:
  std::map<std::string, std::string, std::less<>> words_, whole_;
  std::size_t longest_ = 0;
};

}  // namespace iso20022::schemac
