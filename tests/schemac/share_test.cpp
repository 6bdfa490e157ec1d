// One name, one meaning.
#include <gtest/gtest.h>

#include "schema_folder.hpp"

using namespace schemac_test;

namespace {

std::string party(const std::string& name_type) {
  return document(R"(<xs:sequence><xs:element name="Pty" type="Party"/></xs:sequence>)",
                  R"(<xs:complexType name="Party"><xs:sequence><xs:element name="Nm" type=")" + name_type +
                      R"("/></xs:sequence></xs:complexType>)");
}

TEST(share, equal_components_of_two_namespaces_are_one) {
  const schema_folder folder;
  folder.add("a", party("xs:string"));
  folder.add("b", party("xs:string"));
  problems found;
  const auto d = compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(d.roots.size(), 2u);
  EXPECT_EQ(d.components.size(), 3u);  // two Documents, one Party
  EXPECT_TRUE(find(d, "Party")->shared);
}

TEST(share, a_contradiction_names_both_places_and_what_differs) {
  const schema_folder folder;
  folder.add("a", party("xs:string"));
  folder.add("b", "\n" + party("xs:date"));
  problems found;
  compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_EQ(found.size(), 1u) << to_lines(found);
  EXPECT_EQ(found[0].code, "SCHEMA-CONTRADICTION");
  EXPECT_EQ(to_text(found[0].where), folder.file("b.xsd:7"));
  EXPECT_NE(found[0].message.find("Party has another meaning at " + folder.file("a.xsd:6")), std::string::npos)
      << found[0].message;
  EXPECT_NE(found[0].message.find("xs:date"), std::string::npos) << found[0].message;
}

TEST(share, a_facet_is_a_meaning) {
  const auto with_length = [](const std::string& n) {
    return document(R"(<xs:sequence><xs:element name="A" type="T"/></xs:sequence>)",
                    R"(<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:maxLength value=")" + n +
                        R"("/></xs:restriction></xs:simpleType>)");
  };
  const schema_folder folder;
  folder.add("a", with_length("35"));
  folder.add("b", with_length("34"));
  problems found;
  compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_FALSE(found.empty());
  EXPECT_NE(found[0].message.find("`length 0 to 34` here, `length 0 to 35` there"), std::string::npos)
      << to_lines(found);
}

TEST(share, loaded_schemas_keep_unequal_types_apart) {
  const schema_folder folder;
  folder.add("a", party("xs:string"));
  folder.add("b", party("xs:date"));
  folder.add("c", party("xs:string"));
  problems found;
  const auto d = compile({folder.path()}, sharing::unequal_are_kept_apart, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(d.components.size(), 5u);  // three Documents, two kinds of Party
}

TEST(share, a_type_whose_child_differs_differs_too) {
  const auto nested = [](const std::string& leaf) {
    return document(
        R"(<xs:sequence><xs:element name="O" type="Outer"/></xs:sequence>)",
        R"(<xs:complexType name="Outer"><xs:sequence><xs:element name="I" type="Inner"/></xs:sequence></xs:complexType>)"
        R"(<xs:complexType name="Inner"><xs:sequence><xs:element name="L" type=")" +
            leaf + R"("/></xs:sequence></xs:complexType>)");
  };
  const schema_folder folder;
  folder.add("a", nested("xs:string"));
  folder.add("b", nested("xs:date"));
  problems found;
  const auto d = compile({folder.path()}, sharing::unequal_are_kept_apart, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(d.components.size(), 6u);
}

TEST(share, two_schemas_of_one_namespace_are_a_contradiction) {
  const schema_folder folder;
  folder.add("a", party("xs:string"));
  std::filesystem::copy_file(folder.file("a.xsd"), folder.file("b.xsd"));
  problems found;
  compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_EQ(found.size(), 1u) << to_lines(found);
  EXPECT_EQ(found[0].where.file, folder.file("b.xsd"));
  EXPECT_NE(found[0].message.find(folder.file("a.xsd")), std::string::npos);
}

TEST(share, files_may_include_each_other) {
  const schema_folder folder;
  folder.add("a", "<xs:include schemaLocation='b.xsd'/>" +
                      document("<xs:sequence><xs:element name='P' type='P'/></xs:sequence>"));
  folder.write(
      "b.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:test:a'>"
      "<xs:include schemaLocation='a.xsd'/><xs:complexType name='P'><xs:sequence/></xs:complexType></xs:schema>");
  problems found;
  const auto d = compile({folder.path()}, sharing::one_meaning_a_name, found);
  EXPECT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(d.roots.size(), 1u);
}

}  // namespace
