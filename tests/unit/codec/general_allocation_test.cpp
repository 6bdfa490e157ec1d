// A warm reader allocates nothing. (Not under the address sanitizer, which has an operator new of its own.)
#ifndef __SANITIZE_ADDRESS__

#include "allocations.hpp"
#include "general_messages.hpp"

#include <gtest/gtest.h>

namespace general_test {
namespace {

std::size_t allocations_of_a_warm_read(iso20022::reader& reader, std::string_view xml) {
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(reader.read(xml).ok());
  const auto before = allocations::count();
  for (int i = 0; i < 10; ++i) (void)reader.read(xml);
  return allocations::count() - before;
}

TEST(general_allocation, none_in_steady_state) {
  auto general = general_reader();
  iso20022::reader usual;
  const std::string messages[] = {
      std::string(payment),
      changed(payment, {{"Alice Smith", "A&amp;B <!-- c --> <![CDATA[d]]>\r\n"},
                        {"\"USD\"", "\"U&#83;D\""},
                        {"1200.00", " 1200.00\n"}}),
      changed(payment, {{"<GrpHdr>", "<q:GrpHdr xmlns:q=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\">"},
                        {"</GrpHdr>", "</q:GrpHdr>"}}),
      changed(payment,
              {{"<Document ", "<Document xmlns:o=\"urn:o\" "},
               {"</CdtTrfTxInf>", "</CdtTrfTxInf><SplmtryData><Envlp><o:a><o:b/></o:a></Envlp></SplmtryData>"}}),
  };
  for (const auto& xml : messages) {
    EXPECT_EQ(allocations_of_a_warm_read(general, xml), 0u) << xml;
    EXPECT_EQ(allocations_of_a_warm_read(usual, xml), 0u) << xml;
  }
}

TEST(general_allocation, none_when_sizes_change) {
  auto general = general_reader();
  const std::string small(payment);
  std::string lines;
  for (int i = 0; i < 7; ++i) lines += "<AdrLine>" + std::to_string(i) + "</AdrLine>";
  const auto large = changed(payment, {{"<AdrLine>West Street</AdrLine><AdrLine>Boston</AdrLine>", lines}});
  for (int i = 0; i < 3; ++i) (void)general.read(large), (void)general.read(small);
  const auto before = allocations::count();
  for (int i = 0; i < 10; ++i) (void)general.read(large), (void)general.read(small);
  EXPECT_EQ(allocations::count() - before, 0u);
}

/// A wildcard that takes many elements carries the bindings that they share once.
TEST(general_allocation, open_content_costs_its_bytes) {
  std::string declarations, first = "<o>", others;
  for (int i = 0; i < 50; ++i) {
    const auto prefix = "n" + std::to_string(i);
    declarations += " xmlns:" + prefix + "=\"u\"";
    first += "<" + prefix + ":x/>";
  }
  for (int i = 0; i < 50'000; ++i) others += "<n0:y/>";
  const auto xml = "<FedNowIncoming xmlns=\"urn:fednow:incoming:v001\"" + declarations + "><FedNowTechnicalHeader>" +
                   first + "</o>" + others + "</FedNowTechnicalHeader></FedNowIncoming>";
  const auto before = allocations::bytes();
  allocations::restart_peak();
  EXPECT_FALSE(general_reader().read(xml).ok());  // no message in it
  EXPECT_LT(allocations::peak() - before, 4 * xml.size());  // was 150 times its size
}

}  // namespace
}  // namespace general_test

#endif
