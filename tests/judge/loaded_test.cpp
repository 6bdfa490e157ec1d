// Our schemas loaded at run time instead of compiled in: not only the verdict, every issue is the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <iso20022/codec/reader.hpp>
#include <iso20022/schema/loader.hpp>
#include <map>
#include <thread>

#include "judged_set.hpp"
#include "mutate.hpp"
#include "restrict.hpp"

namespace iso20022::judge {

namespace {

const schema::registry& loaded() {
  static const auto set = loaded_set({ISO20022_SCHEMAS});
  return set.value().registry;
}

schema::image tables(const schema::registry& r) { return schema::image(r.image_base()); }

TEST(loaded, has_the_messages_of_the_compiled_registry) {
  std::map<std::string_view, schema::message_spec> compiled;
  for (const auto& m : schema::registry::builtin().messages()) compiled[m.id] = m;
  ASSERT_EQ(loaded().messages().size(), compiled.size());
  for (const auto& m : loaded().messages()) {
    ASSERT_TRUE(compiled.contains(m.id)) << m.id;
    const auto& c = compiled[m.id];
    EXPECT_EQ(std::tuple(m.business_name, m.namespace_uri, m.element),
              std::tuple(c.business_name, c.namespace_uri, c.element));
  }
}

TEST(loaded, says_of_every_mutant_what_the_compiled_one_says) {
  const auto image = tables(schema::registry::builtin());
  const auto mutations = all_mutations();
  reader ours, theirs(loaded());
  unsigned invalid = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    random r(seed);
    generate_options o;
    o.style = random_style(r);
    const auto d = generate(image, static_cast<unsigned>(seed % image.roots().size()), o, seed);
    const auto xml = mutate(image, d, mutations, r).xml;
    const auto one = ours.read(xml), other = theirs.read(xml);
    ASSERT_EQ(one.report().to_text(), other.report().to_text()) << xml;
    invalid += !one.ok();
  }
  EXPECT_GT(invalid, 1000u);
  EXPECT_EQ(ours.statistics().fast, theirs.statistics().fast);
  EXPECT_GT(ours.statistics().fast, 200u);
}

TEST(loaded, may_be_loaded_and_read_by_several_threads_at_once) {
  const auto root = schema::registry::builtin().find_message("admi.002.001.01");
  const auto xml = generate(tables(schema::registry::builtin()), static_cast<unsigned>(root), {}, 1).xml;
  std::vector<unsigned> valid(4);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < valid.size(); ++i)
    threads.emplace_back([&, i] {
      const std::string paths[] = {ISO20022_MESSAGES "/admi.002.001.01.xsd"};
      auto mine = load_schemas(paths);
      if (!mine) return;
      reader r(*mine), shared(loaded());
      mine = schema::registry();  // the reader keeps what it needs
      valid[i] = r.read(xml).ok() + shared.read(xml).ok();
    });
  for (auto& t : threads) t.join();
  EXPECT_EQ(valid, (std::vector<unsigned>{2, 2, 2, 2}));
}

// The fast reader counts texts that are not blank: which types may have blank values is the schema's business.
TEST(loaded, blank_values_do_not_hide_a_text_between_elements) {
  const auto type = [](const std::string& name, const std::string& facets) {
    return "<xs:simpleType name='" + name + "'><xs:restriction base='xs:string'>" + facets +
           "</xs:restriction></xs:simpleType>";
  };
  schema_loader all;
  all.add_text(
      "a.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='urn:a' targetNamespace='urn:a' "
      "elementFormDefault='qualified'><xs:element name='Document' type='D'/><xs:complexType name='D'><xs:choice>"
      "<xs:element name='Text' type='xs:string'/><xs:element name='Form' type='F'/><xs:element name='Loop' type='L'/>"
      "<xs:element name='Code' type='C'/></xs:choice></xs:complexType>" +
          type("F", "<xs:pattern value='[a ]{1,3}'/>") + type("L", "<xs:pattern value='[a ]*'/>") +
          type("C", "<xs:enumeration value=' '/><xs:enumeration value='ab'/>") + "</xs:schema>");
  const auto registry = all.load();
  ASSERT_TRUE(registry) << registry.error().message;
  reader r(*registry);
  for (const std::string tag : {"Text", "Form", "Loop", "Code"}) {
    const auto document = [&](const std::string& behind) {
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:a\"><" + tag + "> </" + tag + ">" +
             behind + "</Document>";
    };
    EXPECT_TRUE(r.read(document("")).ok()) << tag;
    EXPECT_FALSE(r.read(document(";")).ok()) << tag;
  }
  EXPECT_EQ(r.statistics().fast, 4u);  // the valid ones
}

/// Whichever reader reads them: no two xs:ID of a document are the same.
TEST(loaded, ids_are_unique_within_a_document) {
  schema_loader loader;
  const auto set =
      loader
          .add_text("ids.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:ids"
      xmlns="urn:ids" elementFormDefault="qualified"><xs:element name="Document" type="D"/>
    <xs:complexType name="D"><xs:sequence><xs:element name="A" type="A" maxOccurs="9"/>
      <xs:element name="B" type="xs:ID" minOccurs="0" maxOccurs="3"/></xs:sequence></xs:complexType>
    <xs:complexType name="A"><xs:sequence><xs:element name="Id" type="xs:ID"/></xs:sequence></xs:complexType></xs:schema>)")
          .load();
  ASSERT_TRUE(set.has_value());
  const auto is_valid = [&](const std::string& content) {
    return reader(*set).read("<Document xmlns=\"urn:ids\">" + content + "</Document>").ok();
  };
  EXPECT_TRUE(is_valid("<A><Id>a</Id></A><A><Id>b</Id></A><B>c</B><B>d</B>"));
  EXPECT_FALSE(is_valid("<A><Id>a</Id></A><A><Id>a</Id></A><B>c</B><B>d</B>"));
  EXPECT_FALSE(is_valid("<A><Id>a</Id></A><A><Id>b</Id></A><B>c</B><B>c</B>"));
  EXPECT_FALSE(is_valid("<A><Id>a</Id></A><A><Id>b</Id></A><B>c</B><B>a</B>"));
}

TEST(restricted, is_the_same_for_the_same_seed_and_not_for_another) {
  const auto file = std::string(ISO20022_MESSAGES "/pacs.008.001.08.xsd");
  EXPECT_EQ(restricted(file, 1), restricted(file, 1));
  EXPECT_NE(restricted(file, 1), restricted(file, 2));
}

}  // namespace

}  // namespace iso20022::judge
