// Names for people and for C++.
#include <gtest/gtest.h>

#include "schema_folder.hpp"
#include "schemac/business_names.hpp"
#include "schemac/identifiers.hpp"

using namespace schemac_test;

namespace {

TEST(business_names, longest_abbreviation_before_a_capital) {
  const business_names names("# a comment\nDbtr\tDebtor\nDbtrs\tDebtors\nAgt\tAgent\nAcct\tAccount\nF\tF\nFI\tFI\n",
                             "Odd1\tStrange One\n");
  EXPECT_EQ(names.of("DbtrAgtAcct"), "Debtor Agent Account");
  EXPECT_EQ(names.of("DbtrsAgt"), "Debtors Agent");
  EXPECT_EQ(names.of("Dbtr24Agt"), "Debtor 24 Agent");
  EXPECT_EQ(names.of("FIAgt"), "FI Agent");
  EXPECT_EQ(names.of("Odd1"), "Strange One");
  EXPECT_EQ(names.of("DbtrXyz"), "");
  EXPECT_EQ(names.of("Dbtragt"), "");
}

TEST(business_names, of_the_messages) {
  const auto& names = business_names::builtin();
  EXPECT_EQ(names.of("DbtrAgtAcct"), "Debtor Agent Account");
  EXPECT_EQ(names.of("AppHdr"), "Business Application Header");
}

TEST(business_names, the_documentation_of_the_schema_comes_first) {
  problems found;
  const auto d = compile_body(document(R"(<xs:sequence>
        <xs:element name="Dbtr" type="xs:string"><xs:annotation>
          <xs:documentation source="Definition">wrong</xs:documentation>
          <xs:documentation source="Name"> Party That Owes </xs:documentation></xs:annotation></xs:element>
        <xs:element name="Cdtr" type="xs:string"/><xs:element name="Zzyzx" type="xs:string"/></xs:sequence>)"),
                              found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const auto& fields = find(d, "Document")->fields;
  EXPECT_EQ(fields[0].business_name, "Party That Owes");
  EXPECT_EQ(fields[1].business_name, "Creditor");
  EXPECT_EQ(fields[2].business_name, "Zzyzx");
}

TEST(identifiers, of_names) {
  EXPECT_EQ(identifier("pacs.008.001.08"), "pacs_008_001_08");
  EXPECT_EQ(identifier("3DAY"), "_3DAY");
  EXPECT_EQ(identifier("A-B"), "A_B");
  EXPECT_EQ(identifier("class"), "class_");
  EXPECT_EQ(identifier("NULL"), "NULL_");
  EXPECT_EQ(identifier("a..b"), "a_b");
  unique_names unique{"taken"};
  EXPECT_EQ(unique("Id"), "Id");
  EXPECT_EQ(unique("Id"), "Id_2");
  EXPECT_EQ(unique("taken"), "taken_2");
}

TEST(message_ids, come_from_the_namespace_or_else_from_the_file) {
  const auto leaf = document(R"(<xs:sequence><xs:element name="Dbtr" type="xs:string"/></xs:sequence>)");
  const schema_folder folder;
  folder.add("a:xsd:pacs.008.001.08", leaf);
  folder.add("b:xsd:pacs.008.001.08", leaf);
  problems found;
  const auto d = compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(d.roots[0].message_id, "pacs.008.001.08");
  EXPECT_EQ(d.roots[0].message_name, "Debtor V08");
  EXPECT_EQ(d.roots[0].cpp_namespace, "pacs_008_001_08");
  EXPECT_EQ(d.roots[1].message_id, "b:xsd:pacs.008.001.08");
}

TEST(member_names, of_alternatives_are_none_of_the_choice_itself) {
  problems found;
  const auto words = compile_body(document("<xs:sequence><xs:element name='A' type='Pty'/></xs:sequence>", R"(
<xs:complexType name="Pty"><xs:choice><xs:element name="Pty" type="xs:string"/><xs:element name="tag" type="xs:string"/>
</xs:choice></xs:complexType>)"), found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const auto* const choice = find(words, "Pty");
  ASSERT_TRUE(choice && choice->is_choice);
  EXPECT_EQ(choice->cpp_name, "Pty");
  EXPECT_NE(choice->fields[0].member, "Pty");
  EXPECT_NE(choice->fields[1].member, "tag");
}

}  // namespace
