// Small schemas with what is seldom said in XSD, and documents at its borders: Xerces and all of our readers say the same.
#include <gtest/gtest.h>

#include <iso20022/codec/stream.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "judged_set.hpp"
#include "opinions.hpp"

namespace iso20022::judge {

namespace {

/// A schema of namespace urn:t in a folder of its own, and others that it imports, of urn:u, urn:v, ...
class odd_schema {
 public:
  explicit odd_schema(const std::string& body, const std::string& attributes = "elementFormDefault='qualified'",
                      const std::vector<std::string>& others = {}) {
    std::string name = (std::filesystem::temp_directory_path() / "odd-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    put('t', body, attributes);
    char letter = 't';
    for (const auto& other : others) put(++letter, other, attributes);
    auto set = loaded_set({folder_});
    if (!set) throw std::runtime_error(set.error().message);
    set_ = std::move(*set);
    grammars_ = std::make_unique<xerces_grammars>(set_.files);
    all_ = std::make_unique<opinions>(*grammars_, set_.files, isa_reader::available(), set_.registry);
  }
  ~odd_schema() { std::filesystem::remove_all(folder_); }

  void expect(const std::string& document, bool valid) {
    const auto c = all_->compare(document, true);
    EXPECT_EQ(c.what, finding::none) << document << "\n" << all_->all(document);
    EXPECT_EQ(c.ours_valid, valid) << document << "\n" << all_->all(document);
  }

  const schema::registry& registry() const { return set_.registry; }

 private:
  void put(char letter, const std::string& body, const std::string& attributes) const {
    const auto uri = std::string("'urn:") + letter + "'";
    std::ofstream(folder_ / (std::string(1, letter) + ".xsd"))
        << "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:u='urn:u' xmlns:v='urn:v' xmlns=" + uri +
               " targetNamespace=" + uri + " " + attributes + ">" + body + "</xs:schema>";
  }

  std::filesystem::path folder_;
  judged_set set_;
  std::unique_ptr<xerces_grammars> grammars_;
  std::unique_ptr<opinions> all_;
};

/// A document with one element of type T, which `facets` narrow to N.
class narrowed {
 public:
  narrowed(const std::string& facets, const std::string& more)
      : schema_("<xs:element name='Document' type='D'/><xs:complexType name='D'><xs:sequence><xs:element name='A' type='N'/>"
                "</xs:sequence></xs:complexType><xs:simpleType name='T'><xs:restriction base='xs:decimal'>" + facets +
                "</xs:restriction></xs:simpleType><xs:simpleType name='N'><xs:restriction base='T'>" + more +
                "</xs:restriction></xs:simpleType>") {}
  void expect(const std::vector<std::string>& valid, const std::vector<std::string>& not_valid) {
    for (const auto& v : valid) schema_.expect("<Document xmlns='urn:t'><A>" + v + "</A></Document>", true);
    for (const auto& v : not_valid) schema_.expect("<Document xmlns='urn:t'><A>" + v + "</A></Document>", false);
  }

 private:
  odd_schema schema_;
};

TEST(odd_schemas, a_bound_of_the_other_kind_narrows) {
  narrowed("<xs:minInclusive value='1'/><xs:maxInclusive value='10'/>",
           "<xs:minExclusive value='5'/><xs:maxExclusive value='8.5'/>")
      .expect({"5.1", "8", "8.4999"}, {"1", "5", "5.0", "8.5", "8.50", "10"});
  narrowed("<xs:minExclusive value='1'/><xs:maxExclusive value='10'/>",
           "<xs:minInclusive value='5'/><xs:maxInclusive value='8'/>")
      .expect({"5", "8", "8.0"}, {"1", "4.9", "8.1", "10"});
  narrowed("<xs:minInclusive value='-1'/><xs:maxInclusive value='1'/>",
           "<xs:minExclusive value='-1.00'/><xs:maxExclusive value='1.0'/>")
      .expect({"-0.99", "0", "0.99"}, {"-1", "1", "1.00"});
}

TEST(odd_schemas, other_means_other_than_the_target_namespace_in_unqualified_elements_too) {
  odd_schema schema("<xs:element name='Document'><xs:complexType><xs:sequence><xs:element name='A'><xs:complexType>"
                    "<xs:sequence><xs:any namespace='##other' processContents='skip'/></xs:sequence></xs:complexType>"
                    "</xs:element></xs:sequence></xs:complexType></xs:element>", "");
  const auto with = [](const std::string& inside) {
    return "<t:Document xmlns:t='urn:t'><A>" + inside + "</A></t:Document>";
  };
  schema.expect(with("<x:a xmlns:x='urn:x'/>"), true);
  schema.expect(with("<t:a/>"), false);
  schema.expect(with("<a/>"), false);
}

const std::string import_u = "<xs:import namespace='urn:u' schemaLocation='u.xsd'/>";

odd_schema three_namespaces() {
  return odd_schema(import_u + "<xs:element name='Document'><xs:complexType><xs:sequence><xs:element name='A' type='xs:string'/>"
                               "<xs:element name='E' maxOccurs='unbounded'><xs:complexType><xs:sequence><xs:element ref='u:B'/></xs:sequence>"
                               "</xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>",
                    "elementFormDefault='qualified'",
                    {"<xs:import namespace='urn:v' schemaLocation='v.xsd'/><xs:element name='B'><xs:complexType><xs:sequence>"
                     "<xs:element name='N' type='xs:string'/><xs:element ref='v:C'/></xs:sequence></xs:complexType></xs:element>",
                     "<xs:element name='C'><xs:complexType><xs:sequence><xs:element name='V' type='xs:string'/></xs:sequence>"
                     "</xs:complexType></xs:element>"});
}

TEST(odd_schemas, an_element_around_can_give_a_prefix_of_the_root_another_meaning) {
  auto schema = three_namespaces();
  const auto with = [](const std::string& c) {
    return "<t:Document xmlns:t='urn:t' xmlns:p='urn:v'><t:A>a</t:A><t:E><p:B xmlns:p='urn:u'><p:N>n</p:N>" + c + "<p:V>v</p:V></p:C></p:B></t:E></t:Document>";
  };
  schema.expect(with("<p:C>"), false);  // that of urn:u, not the root's
  schema.expect(with("<p:C xmlns:p='urn:v'>"), true);
  schema.expect("<t:Document xmlns:t='urn:t' xmlns:p='urn:v'><t:A>a</t:A><t:E><u:B xmlns:u='urn:u'><u:N>n</u:N><p:C><p:V>v</p:V></p:C>"
                "</u:B></t:E></t:Document>", true);
}

TEST(odd_schemas, a_stream_knows_no_prefix_that_is_declared_around_its_entries) {
  const auto schema = three_namespaces();
  const std::string entry = "<t:E><u:B><u:N>n</u:N><v:C><v:V>v</v:V></v:C></u:B></t:E>";
  const auto read = [&](const std::string& declarations) {
    stream s("/Document/E", schema.registry());
    std::size_t valid = 0;
    s.push("<t:Document xmlns:t='urn:t' " + declarations + "><t:A>a</t:A>" + entry + entry + "</t:Document>",
           [&](const stream_entry& e) { valid += e.ok(); });
    return s.finish([&](const stream_entry& e) { valid += e.ok(); }).ok() ? valid : 0;
  };
  EXPECT_EQ(read("xmlns:u='urn:u' xmlns:v='urn:v'"), 2u);
  EXPECT_EQ(read("xmlns:u='urn:v' xmlns:v='urn:u'"), 0u);
}

TEST(odd_schemas, open_content_of_a_root_is_counted_and_written_with_its_prefixes) {
  odd_schema schema("<xs:element name='Document'><xs:complexType><xs:sequence><xs:element name='A' type='xs:string'/>"
                    "<xs:any namespace='##other' processContents='lax' minOccurs='0' maxOccurs='3'/></xs:sequence></xs:complexType></xs:element>",
                    "elementFormDefault='qualified'",
                    {"<xs:element name='B'><xs:complexType><xs:sequence><xs:element name='N' type='xs:string'/></xs:sequence></xs:complexType></xs:element>"});
  for (const std::string one : {"<x xmlns='urn:x'/>", "<u:B><u:N>n</u:N></u:B>", "<!-- --><B xmlns='urn:u'><u:N >n</u:N></B>"}) {
    std::string content;
    for (int n = 0; n < 6; ++n, content += one)
      schema.expect("<Document xmlns='urn:t' xmlns:u='urn:u'><A>some text that is long enough</A>" + content + "</Document>", n <= 3);
  }
}

TEST(odd_schemas, wildcards_judge_global_elements_of_simple_types) {
  for (const std::string process : {"lax", "strict", "skip"}) {
    odd_schema schema("<xs:element name='Document'><xs:complexType><xs:sequence><xs:element name='A'><xs:complexType><xs:sequence>"
                      "<xs:any namespace='##other' processContents='" + process + "' maxOccurs='unbounded'/></xs:sequence></xs:complexType>"
                      "</xs:element></xs:sequence></xs:complexType></xs:element>",
                      "elementFormDefault='qualified'",
                      {"<xs:element name='I' type='xs:int'/><xs:element name='F' type='xs:string' fixed='f'/><xs:element name='E'>"
                       "<xs:simpleType><xs:restriction base='xs:string'><xs:enumeration value='a'/></xs:restriction></xs:simpleType></xs:element>"});
    const auto with = [](const std::string& inside) { return "<Document xmlns='urn:t' xmlns:u='urn:u'><A>" + inside + "</A></Document>"; };
    for (const char* inside : {"<u:I>5</u:I>", "<u:I> 5 </u:I><u:E>a</u:E>", "<u:F/>", "<u:F>f</u:F><!-- --><u:I>1<!-- -->2</u:I>"})
      schema.expect(with(inside), true);
    for (const char* inside : {"<u:I>x</u:I>", "<u:I/>", "<u:I>5</u:I><u:E>b</u:E>", "<u:F>g</u:F>", "<u:I z='1'>5</u:I>", "<u:I>5<u:I>5</u:I></u:I>"})
      schema.expect(with(inside), process == "skip");
    schema.expect(with("<u:X>5</u:X>"), process != "strict");
    schema.expect(with("<I>5</I>"), false);
  }
}

}  // namespace

}  // namespace iso20022::judge
