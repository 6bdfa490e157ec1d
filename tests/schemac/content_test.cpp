// Content models: who may follow whom.
#include <gtest/gtest.h>

#include "schema_folder.hpp"

using namespace schemac_test;

namespace {

std::string names(const component& c, const position_set& s) {
  std::string out;
  for (std::size_t i = 0; i < c.fields.size(); ++i)
    if (contains(s, i)) out += c.fields[i].is_any ? "*" : c.fields[i].name;
  return out + (contains(s, c.fields.size()) ? "^" : "");
}

/// "A after ^; B after A; end after AB": ^ is "nothing yet", lower case is optional.
std::string model(const std::string& content) {
  problems found;
  const auto d = compile_body(document(content), found);
  if (!found.empty()) return to_lines(found);
  const auto& c = *find(d, "Document");
  std::string out = c.is_choice ? "choice: " : "";
  for (const auto& f : c.fields)
    out += (f.is_any ? "*" : f.name) + std::string(f.mandatory ? "!" : "") + " after " + names(c, f.after) + "; ";
  return out + "end after " + names(c, c.closes_after);
}

std::string e(const std::string& name, const std::string& occurs = "") {
  return "<xs:element name=\"" + name + "\" type=\"xs:string\" " + occurs + "/>";
}
std::string sequence(const std::string& content, const std::string& occurs = "") {
  return "<xs:sequence " + occurs + ">" + content + "</xs:sequence>";
}
std::string choice(const std::string& content, const std::string& occurs = "") {
  return "<xs:choice " + occurs + ">" + content + "</xs:choice>";
}
const std::string optional = "minOccurs='0'", many = "maxOccurs='unbounded'";

struct example {
  std::string content, expected;
};

TEST(content, models) {
  const example examples[] = {
      {sequence(e("A") + e("B")), "A! after ^; B! after A; end after B"},
      {sequence(e("A", optional) + e("B")), "A after ^; B! after A^; end after B"},
      {sequence(e("A") + e("B", optional)), "A! after ^; B after A; end after AB"},
      {sequence(e("A", optional) + e("B", optional)), "A after ^; B after A^; end after AB^"},
      {sequence(e("A", many) + e("B")), "A! after A^; B! after A; end after B"},
      {choice(e("A") + e("B")), "choice: A after ^; B after ^; end after AB"},
      {choice(e("A") + e("B"), optional), "choice: A after ^; B after ^; end after AB^"},
      {choice(e("A", many) + e("B")), "choice: A after A^; B after ^; end after AB"},
      {choice(e("A")), "choice: A! after ^; end after A"},
      {sequence(choice(e("A") + e("B"))), "choice: A after ^; B after ^; end after AB"},
      {sequence(e("A") + choice(e("B") + e("C")) + e("D")),
       "A! after ^; B after A; C after A; D! after BC; end after D"},
      {sequence(e("A") + choice(e("B") + e("C"), optional) + e("D")),
       "A! after ^; B after A; C after A; D! after ABC; end after D"},
      {choice(sequence(e("A") + e("B", optional)) + e("C")), "A after ^; B after A; C after ^; end after ABC"},
      {choice(sequence(e("A") + e("B")) + sequence(e("B") + e("A"))),
       "A after ^; B after A; B after ^; A after B; end after BA"},
      {sequence(sequence(e("A"), many) + e("B")), "A! after A^; B! after A; end after B"},
      {sequence(sequence(e("A"), optional + " " + many) + e("B")), "A after A^; B! after A^; end after B"},
      {sequence(e("A") + "<xs:any namespace='##other' minOccurs='0'/>"), "A! after ^; * after A; end after A*"},
      {sequence(e("A", "minOccurs='0' maxOccurs='0'") + e("B")), "B! after ^; end after B"},
      {"<xs:sequence/>", "end after ^"},
  };
  for (const auto& x : examples) EXPECT_EQ(model(x.content), x.expected) << x.content;
}

TEST(content, counts_of_group_and_element_are_one) {
  problems found;
  const auto d = compile_body(
      document(sequence(sequence(e("A", "minOccurs='1' maxOccurs='3'"), "minOccurs='2' maxOccurs='4'"))), found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const auto& c = *find(d, "Document");
  EXPECT_EQ(c.fields[0].min, 2u);
  EXPECT_EQ(c.fields[0].max, 12u);
  EXPECT_TRUE(c.counted);
}

TEST(content, one_name_at_two_places_is_linked) {
  problems found;
  const auto d = compile_body(document(choice(sequence(e("A") + e("B")) + sequence(e("B") + e("A")))), found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const auto& c = *find(d, "Document");
  EXPECT_EQ(c.fields[0].next_same_name, 3);
  EXPECT_EQ(c.fields[1].next_same_name, 2);
  EXPECT_EQ(c.fields[2].member, "B_2");
}

TEST(content, more_than_63_particles) {
  std::string all;
  for (int i = 0; i < 200; ++i) all += e("E" + std::to_string(i), optional);
  problems found;
  const auto d = compile_body(document(sequence(all)), found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const auto& c = *find(d, "Document");
  EXPECT_TRUE(c.wide());
  EXPECT_EQ(c.closes_after.size(), 4u);
  EXPECT_TRUE(contains(c.fields[150].after, 149) && contains(c.fields[150].after, 200));
  EXPECT_FALSE(contains(c.fields[150].after, 150));
}

TEST(content, a_derived_type_has_the_content_of_its_base) {
  problems found;
  const auto d = compile_body(document("<xs:complexContent><xs:extension base='B'><xs:sequence>" + e("C") +
                                           "</xs:sequence></xs:extension></xs:complexContent>",
                                       "<xs:complexType name='B'>" + sequence(e("A")) + "</xs:complexType>"),
                              found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  EXPECT_EQ(find(d, "Document")->fields.size(), 2u);
}

}  // namespace
