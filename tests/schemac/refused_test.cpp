// Constructs that are refused, each with the file and the line where it stands.
#include <gtest/gtest.h>

#include "schema_folder.hpp"
#include "schemac/image.hpp"

using namespace schemac_test;

namespace {

struct refusal {
  const char* name;
  std::string body;
  unsigned line;
  const char* message;
  const char* code = "SCHEMA-REFUSED";
};
void PrintTo(const refusal& r, std::ostream* out) { *out << r.name; }

class refused : public testing::TestWithParam<refusal> {};

TEST_P(refused, names_file_and_line) {
  const schema_folder folder;
  folder.add("a", GetParam().body);
  problems found;
  const auto words = compile({folder.path()}, sharing::one_meaning_a_name, found);
  if (found.empty()) build_image(words, found);  // where patterns are compiled
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].code, GetParam().code) << to_lines(found);
  EXPECT_EQ(found[0].where.file, folder.file("a.xsd"));
  EXPECT_EQ(found[0].where.line, GetParam().line) << to_lines(found);
  EXPECT_NE(found[0].message.find(GetParam().message), std::string::npos) << to_lines(found);
}

const std::string leaf = R"(<xs:sequence><xs:element name="A" type="xs:string"/></xs:sequence>)";

/// `content` within `n` anonymous types, all on one line.
std::string nested(unsigned n, const std::string& content) {
  std::string before, behind;
  for (; n; --n) {
    before += R"(<xs:sequence><xs:element name="A"><xs:complexType>)";
    behind += "</xs:complexType></xs:element></xs:sequence>";
  }
  return before + content + behind;
}

/// Groups, each twice in the next, on one line.
std::string doubled(unsigned n) {
  std::string all = R"(<xs:group name="G0"><xs:sequence><xs:element name="A" type="xs:string"/></xs:sequence></xs:group>)";
  for (unsigned i = 0; i < n; ++i) {
    const auto ref = "<xs:group ref='G" + std::to_string(i) + "'/>";
    all += "<xs:group name='G" + std::to_string(i + 1) + "'><xs:sequence>" + ref + ref + "</xs:sequence></xs:group>";
  }
  return all;
}

const refusal refusals[] = {
    {"all", document(R"(<xs:all><xs:element name="A" type="xs:string"/></xs:all>)"), 4, "xs:all"},
    {"empty_choice", document("<xs:choice/>"), 4, "xs:choice of nothing"},
    {"empty_choice_within", document(R"(<xs:sequence><xs:element name="A" type="xs:string"/>
<xs:choice maxOccurs="3"><xs:annotation><xs:documentation>None yet</xs:documentation></xs:annotation></xs:choice></xs:sequence>)"), 5, "xs:choice of nothing"},
    {"union", document(leaf, R"(<xs:simpleType name="U">
<xs:union memberTypes="xs:string xs:date"/></xs:simpleType>)"),
     7, "xs:union"},
    {"list",
     document(leaf,
              "\n"
              R"(<xs:simpleType name="L"><xs:list itemType="xs:date"/></xs:simpleType>)"),
     7, "xs:list"},
    {"substitution", document(leaf, R"(<xs:element name="S" type="Document" substitutionGroup="Document"/>)"), 6,
     "substitution"},
    {"abstract_type", document(leaf, R"(<xs:complexType name="T" abstract="true"/>)"), 6, "abstract"},
    {"abstract_element", document(leaf, R"(<xs:element name="T" abstract="1"/>)"), 6, "abstract"},
    {"mixed", document(leaf, R"(<xs:complexType name="T" mixed="true"/>)"), 6, "mixed"},
    {"any_attribute", document(leaf + "\n<xs:anyAttribute/>"), 5, "xs:anyAttribute"},
    {"key", document(leaf, R"(<xs:element name="K" type="Document">
<xs:unique name="u"><xs:selector xpath="A"/><xs:field xpath="."/></xs:unique></xs:element>)"),
     7, "xs:unique"},
    {"notation", document(leaf, R"(<xs:notation name="n" public="p"/>)"), 6, "xs:notation"},
    {"redefine", R"(<xs:redefine schemaLocation="b.xsd"/>)", 2, "xs:redefine"},
    {"nillable",
     document("\n"
              R"(<xs:sequence><xs:element name="A" type="xs:string" nillable="true"/></xs:sequence>)"),
     5, "nillable"},
    {"keyref", document(leaf, R"(<xs:element name="K" type="Document">
<xs:key name="u"><xs:selector xpath="A"/><xs:field xpath="."/></xs:key></xs:element>)"),
     7, "xs:key"},
    {"empty_alternative", document(leaf, R"(<xs:simpleType name="P"><xs:restriction base="xs:string">
<xs:pattern value="a||b"/></xs:restriction></xs:simpleType>)"),
     7, "empty alternative"},
    {"pattern_class",
     document(R"(<xs:sequence><xs:element name="A" type="P"/></xs:sequence>)", R"(<xs:simpleType name="P">
<xs:restriction base="xs:string"><xs:pattern value="\p{Nonsense}"/></xs:restriction></xs:simpleType>)"),
     7, "Nonsense"},
    {"repeated_choice", document(R"(<xs:choice maxOccurs="unbounded"><xs:element name="A" type="xs:string"/>
<xs:element name="B" type="xs:string"/></xs:choice>)"),
     3, "repeats"},
    {"no_finite_pattern",
     document(R"(<xs:sequence><xs:element name="A" type="P"/></xs:sequence>)", R"(<xs:simpleType name="P">
<xs:restriction base="xs:string"><xs:pattern value="(a{300}){300}"/></xs:restriction></xs:simpleType>)"),
     7, "states"},
    {"pattern_of_too_many_states",
     document(R"(<xs:sequence><xs:element name="A" type="P"/></xs:sequence>)", R"(<xs:simpleType name="P">
<xs:restriction base="xs:string"><xs:pattern value="(a|b)*a(a|b){20}"/></xs:restriction></xs:simpleType>)"),
     6, "states"},
    // Xerces, left alone with these, takes gigabytes and no end of time:
    {"pattern_that_explodes", document(leaf, R"(<xs:simpleType name="P"><xs:restriction base="xs:string">
<xs:pattern value="((((((((((((((((((((a){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}){1,3}"/>
</xs:restriction></xs:simpleType>)"),
     7, "written out"},
    {"group_that_explodes", document(R"(<xs:sequence maxOccurs="100"><xs:choice maxOccurs="100">
<xs:sequence maxOccurs="100"><xs:element name="A" type="xs:string"/></xs:sequence></xs:choice></xs:sequence>)"),
     4, "more than 1,000 times"},
    {"groups_that_explode", document(R"(<xs:group ref="G24"/>)", doubled(24)), 6, "more than 3,000 particles"},
    {"too_deep", document(nested(100, leaf)), 4, "deep"},
    {"ambiguous",
     document(
         R"(<xs:sequence><xs:element name="A" type="xs:string" minOccurs="0"/><xs:element name="A" type="xs:string"/>
</xs:sequence>)"),
     3, "unique particle attribution", "SCHEMA-READ"},
    {"repeated_group", document(R"(<xs:sequence maxOccurs="2"><xs:element name="A" type="xs:string"/>
<xs:element name="B" type="xs:string"/></xs:sequence>)"),
     3, "repeats"},
    {"counts_with_gaps",
     document(R"(<xs:sequence maxOccurs="2"><xs:element name="A" type="xs:string" minOccurs="2" maxOccurs="2"/>
</xs:sequence>)"),
     3, "repeats"},
    {"built_in",
     document("\n"
              R"(<xs:sequence><xs:element name="A" type="xs:duration"/></xs:sequence>)"),
     5, "xs:duration"},
    {"untyped",
     document("\n\n"
              R"(<xs:sequence><xs:element name="A"/></xs:sequence>)"),
     6, "xs:anyType"},
    {"endless",
     document(
         R"(<xs:sequence><xs:element name="A" type="E"/></xs:sequence>)",
         R"(<xs:complexType name="E"><xs:sequence><xs:element name="E" type="E"/></xs:sequence></xs:complexType>)"),
     3, "without end"},
    {"number_values",
     document(R"(<xs:sequence><xs:element name="A" type="N"/></xs:sequence>)",
              R"(<xs:simpleType name="N"><xs:restriction base="xs:decimal">
<xs:enumeration value="1"/></xs:restriction></xs:simpleType>)"),
     6, "enumeration"},
    {"namespaces_of_any", document(R"(<xs:sequence><xs:any namespace="urn:x urn:y"/></xs:sequence>)"), 3,
     "list of namespaces"},
    {"invalid_xsd",
     document("\n"
              R"(<xs:sequence><xs:element name="A" type="Missing"/></xs:sequence>)"),
     5, "Missing", "SCHEMA-READ"},
    {"not_well_formed", "\n<xs:element", 4, "", "SCHEMA-READ"},
    {"network", R"(<xs:import namespace="urn:x" schemaLocation="http://example.com/x.xsd"/>)", 2, "only local",
     "SCHEMA-READ"},
};
INSTANTIATE_TEST_SUITE_P(each, refused, testing::ValuesIn(refusals),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(refused_files, not_for_what_annotations_hold) {
  problems found;
  compile_body(document(R"(<xs:annotation><xs:appinfo><rule abstract="true" mixed="true" substitutionGroup="x"/></xs:appinfo>
<xs:documentation><xs:all/></xs:documentation></xs:annotation>)" + leaf), found);
  EXPECT_TRUE(found.empty()) << to_lines(found);
}

TEST(refused_files, not_what_just_fits) {
  const auto problems_of = [](unsigned repetition, unsigned particles) {
    std::string elements;
    for (unsigned i = 0; i < particles; ++i) elements += "<xs:element name='E" + std::to_string(i) + "' type='xs:string'/>";
    problems found;
    compile_body(document("<xs:sequence maxOccurs='" + std::to_string(repetition) + "'>" + elements + "</xs:sequence>"), found);
    return to_lines(found);
  };
  EXPECT_EQ(problems_of(1000, 1), "");
  EXPECT_NE(problems_of(1001, 1).find("more than 1,000 times"), std::string::npos);
  EXPECT_EQ(problems_of(1, 3000), "");
  EXPECT_NE(problems_of(1, 3001).find("more than 3,000 particles"), std::string::npos);
}

TEST(refused_files, not_there) {
  problems found;
  compile({"/nowhere/x.xsd"}, sharing::one_meaning_a_name, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].where.file, "/nowhere/x.xsd");
}

TEST(refused_files, a_message_instead_of_a_schema) {
  const schema_folder folder;
  folder.write("a.xml", "<Document xmlns='urn:x'>\n<A/></Document>");
  problems found;
  compile({folder.file("a.xml")}, sharing::unequal_are_kept_apart, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(to_text(found[0].where), folder.file("a.xml:1"));
  EXPECT_EQ(found[0].message, "this is no XML Schema: it starts with <Document>");
}

TEST(refused_files, no_target_namespace) {
  const schema_folder folder;
  folder.write("a.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");
  problems found;
  compile({folder.path()}, sharing::unequal_are_kept_apart, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(to_text(found[0].where), folder.file("a.xsd:1"));
  EXPECT_NE(found[0].message.find("target namespace"), std::string::npos);
}

TEST(refused_files, two_for_one_namespace_are_both_named) {
  const schema_folder folder;
  folder.add("a", document(leaf));
  std::filesystem::copy(folder.file("a.xsd"), folder.file("b.xsd"));
  problems found;
  compile({folder.path()}, sharing::unequal_are_kept_apart, found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "SCHEMA-CONTRADICTION");
  EXPECT_EQ(found[0].where.file, folder.file("b.xsd"));
  EXPECT_NE(found[0].message.find(folder.file("a.xsd")), std::string::npos);
}

TEST(refused_files, two_of_one_name_are_both_named) {
  const schema_folder folder;
  for (const std::string part : {"p", "q"})
    folder.write(part + ".xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:simpleType name='T'>"
                                "<xs:restriction base='xs:string'/></xs:simpleType></xs:schema>");
  folder.add("a", "<xs:include schemaLocation='p.xsd'/><xs:include schemaLocation='q.xsd'/>" + document(leaf));
  problems found;
  compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].code, "SCHEMA-CONTRADICTION");
  EXPECT_EQ(to_text(found[0].where), folder.file("q.xsd:2"));
  EXPECT_NE(found[0].message.find(folder.file("p.xsd:2")), std::string::npos) << to_lines(found);
}

TEST(refused_files, a_doctype_is_not_expanded) {
  const schema_folder folder;
  folder.write("a.xsd", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<x>&e;</x>");
  problems found;
  compile({folder.path()}, sharing::one_meaning_a_name, found);
  ASSERT_FALSE(found.empty());
  EXPECT_NE(found[0].message.find("DOCTYPE"), std::string::npos) << to_lines(found);
}

}  // namespace
