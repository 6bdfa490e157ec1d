// Schemas loaded at run time.
#include <gtest/gtest.h>

#include <iso20022/schema/loader.hpp>

#include "schema/tables.hpp"
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

TEST(loader, lists_every_problem_with_file_and_line) {
  const schema_folder folder;
  folder.add("a", document("<xs:all><xs:element name='A' type='xs:string'/></xs:all>"));
  folder.add("b", document("\n<xs:sequence><xs:element name='A' type='Missing'/></xs:sequence>"));
  iso20022::schema_loader all;
  EXPECT_FALSE(all.add(folder.path()).load());
  ASSERT_EQ(all.problems().size(), 1u);  // what is refused is said before Xerces is asked
  EXPECT_EQ(all.problems()[0].file, folder.file("a.xsd"));
  EXPECT_EQ(all.problems()[0].line, 4u);
  iso20022::schema_loader second;
  EXPECT_FALSE(second.add(folder.file("b.xsd")).load());
  ASSERT_FALSE(second.problems().empty());
  EXPECT_EQ(second.problems()[0].line, 5u);
  EXPECT_EQ(second.problems()[0].code, "SCHEMA-READ");
}

TEST(loader, takes_texts_that_include_and_import_each_other) {
  const std::string head = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified' ";
  const std::string one = head + "xmlns='urn:one' xmlns:t='urn:two' targetNamespace='urn:one'>"
      "<xs:import namespace='urn:two' schemaLocation='../two/main.xsd'/><xs:include schemaLocation='part.xsd'/>"
      "<xs:element name='Document' type='D'/><xs:complexType name='D'><xs:sequence><xs:element name='A' type='P'/>"
      "<xs:element ref='t:Note'/></xs:sequence></xs:complexType></xs:schema>";
  iso20022::schema_loader all;
  all.add_text("one/main.xsd", one)
      .add_text("one/part.xsd",
                head + "><xs:simpleType name='P'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>")
      .add_text("two/main.xsd",
                head +
                    "xmlns='urn:two' targetNamespace='urn:two'><xs:element name='Note' type='N'/>"
                    "<xs:complexType name='N'><xs:sequence><xs:element name='B' type='xs:date'/></xs:sequence>"
                    "</xs:complexType></xs:schema>");
  const auto loaded = all.load();
  ASSERT_TRUE(loaded) << loaded.error().where << ": " << loaded.error().message;
  EXPECT_EQ(loaded->messages().size(), 2u);
  EXPECT_GE(loaded->find_root("urn:two", "Note"), 0);
  all.add_text("one/part.xsd", head + "><xs:simpleType name='P'><xs:list itemType='xs:date'/></xs:simpleType></xs:schema>");
  EXPECT_FALSE(all.load());
  EXPECT_EQ(all.problems().at(0).file, "one/part.xsd");
}

TEST(loader, takes_names_from_documentation) {
  const auto documented = [](const std::string& name, const std::string& documentation) {
    return "<xs:element name='" + name + "' type='xs:string'><xs:annotation>" + documentation +
           "</xs:annotation></xs:element>";
  };
  iso20022::schema_loader all;
  all.add_text("a.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:a' targetNamespace='urn:a'>" +
      document("<xs:sequence>" +
               documented("A", "<xs:documentation>Short Name</xs:documentation><xs:documentation source='Name'>The "
                               "Name</xs:documentation><xs:documentation source='Definition'>No</xs:documentation>") +
               documented("B", "<xs:documentation>Short Name</xs:documentation>") +
               documented("C", "<xs:documentation>A definition,\nwhich has lines.</xs:documentation>") + "</xs:sequence>") +
      "</xs:schema>");
  const auto loaded = all.load();
  ASSERT_TRUE(loaded) << loaded.error().message;
  const iso20022::schema::image tables(loaded->image_base());
  const auto& type = tables.types()[tables.rows()[tables.roots()[0].row].type];
  const auto name = [&](unsigned i) { return tables.string(tables.infos()[type.first_row + i].business_name); };
  EXPECT_EQ(name(0), "The Name");
  EXPECT_EQ(name(1), "Short Name");
  EXPECT_EQ(name(2), "C");
}

TEST(loader, opens_folders_with_blanks_in_their_names) {
  const schema_folder folder;
  std::filesystem::create_directory(folder.file("My Schemas #1"));
  folder.add("My Schemas #1/a b", document("<xs:sequence><xs:element name='A' type='xs:string'/></xs:sequence>"));
  std::filesystem::rename(folder.file("My Schemas #1/a b.xsd"), folder.file("My Schemas #1/ä b.xsd"));
  iso20022::schema_loader all;
  const auto loaded = all.add(folder.path()).load();
  EXPECT_TRUE(loaded) << loaded.error().where << ": " << loaded.error().message;
}

}  // namespace
