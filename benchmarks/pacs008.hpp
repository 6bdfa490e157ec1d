// Customer credit transfers (pacs.008.001.08) as they look on the rail, each one different.
#pragma once

#include <string>

#include "vocabulary.hpp"
#include "xml_out.hpp"

namespace iso20022::bench {

inline constexpr std::string_view pacs008_ns = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";

/// How much of what the message allows is used.
enum class richness { plain, usual, everything };

/// Writes one message (`Document` and its content) into `x`. `plain` is the shape of the FedNow samples, `usual` draws
/// the optional parts, `everything` takes all of them.
class pacs008 {
 public:
  pacs008(judge::xml_out& x, random& r, vocabulary& v, richness how) : x_(x), r_(r), v_(v), how_(how) {}
  void document();

 private:
  bool want(unsigned percent);
  void header();
  void transaction();
  void payment_id();
  void payment_type();
  void amounts();
  void charges();
  void agent(std::string_view tag, bool named);
  void address();
  void party(std::string_view tag, bool with_address);
  void identification(bool person);
  void contact();
  void account(std::string_view tag);
  void parties();
  void instructions();
  void regulatory();
  void remittance();
  void structured();
  void referred_document();
  void referred_amounts();
  void related_remittance();

  judge::xml_out& x_;
  random& r_;
  vocabulary& v_;
  richness how_;
};

}  // namespace iso20022::bench
