// The tables, as the engine reads them.
#include <algorithm>

#include "small_schemas.hpp"

using namespace schemac_test;
namespace schema = iso20022::schema;
using schema::fast_kind;

namespace {

class tables : public testing::Test {
 protected:
  dictionary d = compile_small();
  image_of image{d};
  fast_kind kind(const std::string& owner, const std::string& name) const { return image.row(owner, name).kind; }
};

TEST_F(tables, kinds_of_the_fast_reader) {
  EXPECT_EQ(kind("Message1", "Amt"), fast_kind::amount);
  EXPECT_EQ(kind("Message1", "Dt"), fast_kind::date);
  EXPECT_EQ(kind("Message1", "CreDtTm"), fast_kind::date_time);
  EXPECT_EQ(kind("Message1", "Ind"), fast_kind::other_leaf);
  EXPECT_EQ(kind("Message1", "Nb"), fast_kind::other_leaf);  // an upper bound
  EXPECT_EQ(kind("Message1", "Cd"), fast_kind::other_leaf);  // two patterns
  EXPECT_EQ(kind("Message1", "DbtrAcct"), fast_kind::text);
  EXPECT_EQ(kind("Message1", "Dbtr"), fast_kind::component_opt);
  EXPECT_EQ(kind("Message1", "Cdtr"), fast_kind::component_list);
  EXPECT_EQ(kind("Message1", "ChrgBr"), fast_kind::code);
  EXPECT_EQ(kind("PostalAddress1", "Ctry"), fast_kind::pattern);
  EXPECT_EQ(kind("Message1", "List"), fast_kind::general);  // it counts: register comes at least twice
  EXPECT_EQ(kind("Counted1", "Nm"), fast_kind::general);    // inside it too
  EXPECT_EQ(kind("Message1", "Envlp"), fast_kind::wildcard);
  EXPECT_EQ(kind("Message1", "AVeryLongElementNameThatNoRowCanHold"), fast_kind::component_opt);
  EXPECT_EQ(kind("Party1", "Ctct"), fast_kind::component_list);
  EXPECT_EQ(kind("Party1", "Adr"), fast_kind::component_opt);
  EXPECT_EQ(kind("PostalAddress1", "AdrLine"), fast_kind::leaf_list);
  EXPECT_EQ(kind("Party1Choice", "Pty"), fast_kind::component);
  EXPECT_EQ(kind("Party1Choice", "Amt"), fast_kind::general);  // amounts in a list
  EXPECT_EQ(kind("Envelope", "Sndr"), fast_kind::component);
  EXPECT_EQ(kind("Envelope", "Document"), fast_kind::enter_namespace);
}

TEST_F(tables, tags_and_masks) {
  const auto& r = image.row("PostalAddress1", "Ctry");
  EXPECT_EQ(std::string(r.tag), "/Ctry>");
  EXPECT_EQ(r.tag_len, 6);
  EXPECT_EQ(r.tag_mask, 0x3e | u64{0x3f} << 32);
  const auto& amount = image.row("Message1", "Amt");  // its start tag goes on with the currency
  EXPECT_EQ(amount.tag_mask, 0x0e | u64{0x1f} << 32);
  const auto& document = image.row("Envelope", "Document");
  EXPECT_EQ(document.tag_mask, 0x1fe | u64{0x3ff} << 32);
  const auto& longer = image.row("Message1", "AVeryLongElementNameThatNoRowCanHold");
  EXPECT_EQ(longer.tag_len, 38);
  EXPECT_EQ(longer.tag_mask, 0xfffffffe | u64{0xffffffff} << 32);
}

TEST_F(tables, order_and_ends_are_masks) {
  const auto& line = image.row("PostalAddress1", "AdrLine");
  EXPECT_EQ(line.after, schema::start_position | 1);
  EXPECT_EQ(line.bit, 1u);
  EXPECT_EQ(line.max, 5u);
  EXPECT_EQ(image.row("PostalAddress1", "Ctry").after, schema::start_position | 1);
  EXPECT_EQ(image.type("PostalAddress1").closes_after, 2u);
  EXPECT_EQ(image.row("Party1", "Adr").closes_after, 2u);
  EXPECT_EQ(image.info("Party1Choice", "Chc").choice_tag, 2u);
  EXPECT_NE(image.row("Party1Choice", "Chc").flags & schema::row_is_choice, 0u);
  EXPECT_TRUE(image.type("Counted1").counted);
}

TEST_F(tables, facts_of_rows_and_attributes) {
  const auto t = image.tables();
  const auto& name = image.info("Party1", "Nm");
  EXPECT_EQ(t.string(name.business_name), "Full Name");
  EXPECT_EQ(t.string(name.type_name), "Max35Text");
  EXPECT_EQ(t.string(t.types()[name.owner].name), "Party1");
  EXPECT_EQ(image.row("Party1", "Nm").min_len, 1u);
  EXPECT_EQ(image.row("Party1", "Nm").len_span, 34u);
  const auto& amount = image.row("Message1", "Amt");
  EXPECT_EQ(amount.size, 40u);
  EXPECT_NE(amount.type, 0);
  EXPECT_NE(amount.simple, 0);
  EXPECT_EQ(amount.total_digits, 18);
  EXPECT_EQ(amount.fraction_digits, 5);
  const auto& detail = image.type("Detail");
  ASSERT_EQ(detail.attribute_count, 2);
  const auto* a = t.attributes() + detail.first_attribute;
  EXPECT_EQ(t.string(a[0].name), "Id");
  EXPECT_TRUE(a[0].required);
  EXPECT_EQ(t.string(a[1].fixed_value - 1), "en");
  EXPECT_TRUE(a[1].is_default);
}

TEST_F(tables, wildcards) {
  const auto t = image.tables();
  const auto& info = t.infos()[image.type("Detail").first_row + 1];
  EXPECT_EQ(info.wildcard, 1);
  EXPECT_EQ(info.wildcard_ns, 1u);
  EXPECT_EQ(info.wildcard_process, 1);
  EXPECT_EQ(info.value, schema::value_kind::any);
}

TEST_F(tables, enumerations) {
  const auto t = image.tables();
  const auto& s = t.simples()[image.row("Message1", "ChrgBr").simple];
  ASSERT_EQ(s.enum_count, 4);
  EXPECT_EQ(t.string(t.enums()[s.first_enum + 2]), "3DAY");
  EXPECT_EQ(s.value, schema::value_kind::code);
}

TEST_F(tables, roots) {
  const auto t = image.tables();
  ASSERT_EQ(t.roots().size(), 3u);
  const auto is = [&](const schema::root& r, const char* id, const char* type, int kind) {
    EXPECT_EQ(t.string(r.message_id), id);
    EXPECT_EQ(t.string(r.struct_name), type);
    EXPECT_EQ(r.kind, kind);
    const bool empty = t.types()[t.rows()[r.row].type].row_count == 0;  // where even white space is too much
    EXPECT_EQ(t.rows()[r.row].kind, empty ? fast_kind::general : fast_kind::enter_namespace);
  };
  is(t.roots()[0], "test.envelope.v001/Envelope", "iso20022::test_envelope_v001::Envelope", 2);
  is(t.roots()[1], "test.envelope.v001/Empty", "iso20022::test_envelope_v001::Empty", 3);
  is(t.roots()[2], "test.001.001.01", "iso20022::test_001_001_01::Document", 0);
}

u64 extract(u64 v, u64 key) {
  u64 r = 0;
  for (u64 at = 1; key; key &= key - 1, at <<= 1)
    if (v & key & -key) r |= at;
  return r;
}

/// Whatever follows a name, its slot leads to its row, or says that one has to search.
TEST_F(tables, children_are_found) {
  const auto t = image.tables();
  for (const auto& type : t.all_types().subspan(1))
    for (u32 i = 0; i <= type.row_count; ++i) {
      const u32 row = i < type.row_count ? type.first_row + i : schema::close_row;
      if (row != schema::close_row && (t.infos()[row].wildcard || t.infos()[row].owner == 0)) continue;
      const auto name =
          row == schema::close_row ? "/" + std::string(t.name(t.roots()[0].row)) : std::string(t.name(row));
      for (const char* behind : {">1234567", ">       ", "><Abcdef"}) {
        u64 word;
        std::memcpy(&word, (name + behind).data(), sizeof word);
        const u32 slot = t.slots()[type.child_slots + extract(word, type.child_key)];
        const bool shared = std::ranges::any_of(t.rows_of(type), [&](const auto& other) {  // two names, one key
          return &other != &t.rows()[row] && slot == (&other - t.rows()) * sizeof other;
        });
        EXPECT_TRUE(slot == row * sizeof(iso20022::schema::row) || shared) << t.string(type.name) << " " << name;
      }
    }
}

TEST(image, is_the_same_every_time) {
  problems found;
  EXPECT_EQ(build_image(compile_small(), found), build_image(compile_small(), found));
}

TEST(image, wide_types_have_masks_of_words) {
  std::string all;
  for (int i = 0; i < 100; ++i) all += "<xs:element name='E" + std::to_string(i) + "' type='xs:string' minOccurs='0'/>";
  problems found;
  const auto d = compile_body(document("<xs:sequence>" + all + "</xs:sequence>"), found);
  ASSERT_TRUE(found.empty()) << to_lines(found);
  const image_of image(d);
  const auto& type = image.type("Document");
  EXPECT_TRUE(type.wide);
  EXPECT_EQ(image.row("Document", "E70").kind, fast_kind::general);
  const u64* after = image.tables().masks() + image.info("Document", "E70").after_words;
  EXPECT_EQ(after[0], ~u64{0});
  EXPECT_EQ(after[1], ((u64{1} << (70 - 64)) - 1) | (u64{1} << (100 - 64)));  // 64..69 and "nothing yet"
}

}  // namespace
