// Invented names, places and references. No person, firm or account of the real world; routing numbers are test values.
#pragma once

#include <string>
#include <string_view>

#include "random.hpp"

namespace iso20022::bench {

using judge::random;

/// Picks words. Every so often a free text gets a character that XML or ASCII has no room for: `special_per_mille` of
/// the free texts do. Texts come back as XML.
class vocabulary {
 public:
  vocabulary(random& r, unsigned special_per_mille) : r_(r), special_per_mille_(special_per_mille) {}

  std::string person();
  std::string company();
  std::string bank();
  std::string street();
  std::string town();
  std::string remittance();
  std::string phone();
  std::string e_mail();
  std::string routing_number();
  std::string digits(unsigned n);
  std::string alphanumeric(unsigned n);
  std::string uetr();
  std::string amount();
  std::string date();
  std::string date_time();
  std::string reference(std::string_view start, unsigned length);
  std::string_view state();

 private:
  std::string maybe_special(std::string text);
  random& r_;
  unsigned special_per_mille_;
};

}  // namespace iso20022::bench
