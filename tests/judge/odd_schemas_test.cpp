// Small schemas with what is seldom said in XSD, and documents at its borders: Xerces and all of our readers say the same.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "judged_set.hpp"
#include "opinions.hpp"

namespace iso20022::judge {

namespace {

/// A schema of namespace urn:t in a folder of its own.
class odd_schema {
 public:
  explicit odd_schema(const std::string& body, const std::string& attributes = "elementFormDefault='qualified'") {
    std::string name = (std::filesystem::temp_directory_path() / "odd-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    std::ofstream(folder_ / "t.xsd") << "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:t' "
                                        "targetNamespace='urn:t' " + attributes + ">" + body + "</xs:schema>";
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

 private:
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

}  // namespace

}  // namespace iso20022::judge
