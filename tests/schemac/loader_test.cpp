// Schemas loaded at run time.
#include <gtest/gtest.h>

#include <iso20022/schema/loader.hpp>

#include "schema_folder.hpp"

using namespace schemac_test;

namespace {

TEST(loader, gives_a_registry) {
  const std::string paths[] = {SCHEMAC_TESTS "/small"};
  const auto loaded = iso20022::load_schemas(paths);
  ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
  EXPECT_EQ(loaded->messages().size(), 3u);
  EXPECT_EQ(loaded->find_message("test.001.001.01"), 2);
  EXPECT_EQ(loaded->find_root("urn:iso:std:iso:20022:tech:xsd:test.001.001.01", "Document"), 2);
  EXPECT_EQ(loaded->find_root("urn:none", "Document"), -1);
  const auto spec = loaded->spec(2);
  EXPECT_EQ(spec.business_name, "FI To FI Customer Credit Transfer V01");
  EXPECT_EQ(spec.element, "Document");
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(loaded->image_base()) % 128, 0u);
}

TEST(loader, says_what_is_wrong_and_where) {
  const schema_folder folder;
  folder.add(
      "a", document("<xs:all><xs:element name='A' type='xs:string'/></xs:all>") + "<xs:notation name='n' public='p'/>");
  const std::string paths[] = {folder.path()};
  const auto loaded = iso20022::load_schemas(paths);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, "SCHEMA-REFUSED");
  EXPECT_EQ(loaded.error().where, folder.file("a.xsd:4"));
  EXPECT_NE(loaded.error().message.find("xs:all"), std::string::npos);
  EXPECT_NE(loaded.error().message.find("a.xsd:6: xs:notation"), std::string::npos) << loaded.error().message;
}

}  // namespace
