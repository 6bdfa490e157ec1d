// Generic access: paths, on the same data as the structs.
#include "builder_messages.hpp"

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <gtest/gtest.h>

#include <set>

namespace writing_test {

using namespace iso20022;

namespace {

#define TX "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]"

struct reading {
  reader r;
  message m = r.read(credit_transfer_xml).valid();
};

}  // namespace

TEST(access, get) {
  const reading read;
  const auto& m = read.m;
  EXPECT_EQ(get(m, TX "/IntrBkSttlmAmt"), "100.50");
  EXPECT_EQ(get(m, TX "/IntrBkSttlmAmt/@Ccy"), "USD");
  EXPECT_EQ(get(m, "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/EndToEndId"), "E2E-1");
  EXPECT_EQ(get(m, TX "/Dbtr/PstlAdr/AdrLine[2]"), "Boston");
  EXPECT_EQ(get(m, TX "/DbtrAcct/Id/Othr/Id"), "123456");
  ASSERT_NE(get<decimal>(m, TX "/IntrBkSttlmAmt"), nullptr);
  EXPECT_EQ(get<decimal>(m, TX "/IntrBkSttlmAmt")->value(), 10050);
  EXPECT_EQ(get<text>(m, TX "/IntrBkSttlmAmt"), nullptr);
  EXPECT_EQ(get<code<model::ChargeBearerType1Code>>(m, TX "/ChrgBr")->value(), model::ChargeBearerType1Code::SLEV);
  EXPECT_EQ(get<date>(m, TX "/IntrBkSttlmDt")->day, 2);
}

TEST(access, get_of_built_values) {
  builder b;
  const auto m = b.message(credit_transfer(b));
  EXPECT_EQ(get(m, TX "/IntrBkSttlmAmt"), "100.50");
  EXPECT_EQ(get(m, TX "/ChrgBr"), "SLEV");
  EXPECT_EQ(get(m, "/Document/FIToFICstmrCdtTrf/GrpHdr/CreDtTm"), "2024-01-02T10:10:00.5-05:00");
  EXPECT_EQ(get(m, "/Document/FIToFICstmrCdtTrf/GrpHdr/BtchBookg"), "false");
}

TEST(access, what_is_not_there) {
  const reading read;
  for (const auto* path : {"", "/", "Document", "/Dokument", "/Document/", "/Document/X", TX "/InstdAmt", TX "/InstdAmt/@Ccy", TX "/Dbtr",
                           TX "/Dbtr/PstlAdr/AdrLine[3]", TX "/Dbtr/PstlAdr/AdrLine[0]", TX "/Dbtr/PstlAdr/AdrLine[x]", TX "/Dbtr/PstlAdr/AdrLine[",
                           TX "/Dbtr/PstlAdr/AdrLine[1", TX "/IntrBkSttlmAmt/@Ccy/X", TX "/DbtrAcct/Id/IBAN", "//Document", "/@Ccy",
                           "/Document[2]/FIToFICstmrCdtTrf/GrpHdr/MsgId", TX "/IntrBkSttlmAmt/@Ccy[1]"})
    EXPECT_EQ(get(read.m, path), std::nullopt) << path;
  EXPECT_EQ(get(message(), "/Document"), std::nullopt);
}

TEST(access, find_describes) {
  const reading read;
  const auto n = find(read.m, TX "/Dbtr/PstlAdr/AdrLine[2]");
  ASSERT_TRUE(n);
  EXPECT_EQ(n->name, "AdrLine");
  EXPECT_EQ(n->business_name, "Address Line");
  EXPECT_EQ(n->type_name, "Max70Text");
  EXPECT_EQ(n->type, value_type::text);
  EXPECT_TRUE(n->repeats);
  EXPECT_EQ(n->index, 2u);
  EXPECT_EQ(n->count, 2u);
  EXPECT_EQ(n->depth, 5u);
  const auto c = find(read.m, TX "/Dbtr");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->type, value_type::component);
  EXPECT_EQ(c->type_name, "PartyIdentification135");
  EXPECT_EQ(c->text(), "");
}

TEST(access, visit_gives_every_value_with_its_path) {
  const reading read;
  std::string tree;
  unsigned open = 0, values = 0;
  visit(read.m,
        [&](const node& n) {
          EXPECT_EQ(n.depth, n.is_attribute ? open + 1 : open) << n.path;
          open += n.type == value_type::component;
          if (n.type == value_type::component) return;
          ++values;
          EXPECT_EQ(get(read.m, n.path), n.text()) << n.path;
        },
        [&](const node&) { --open; });
  EXPECT_EQ(open, 0u);
  EXPECT_EQ(values, 28u);
  visit(read.m, [&](const node& n) {
    if (n.name == "AdrLine" || n.name == "Ccy") tree += std::string(n.path) + " " + n.text() + "\n";
  });
  EXPECT_EQ(tree, TX "/IntrBkSttlmAmt/@Ccy USD\n" TX "/Dbtr/PstlAdr/AdrLine[1] Suite 200\n" TX "/Dbtr/PstlAdr/AdrLine[2] Boston\n");
}

TEST(access, set_makes_what_is_absent) {
  builder b;
  auto m = b.message(schema::registry::builtin(), "pacs.008.001.08");
  const reading read;
  visit(read.m, [&](const node& n) {
    if (n.type != value_type::component) { EXPECT_FALSE(set(b, m, n.path, n.text())) << n.path; }
  });
  EXPECT_TRUE(same_text(m, read.m));
  EXPECT_EQ(written(m), credit_transfer_xml);
}

TEST(access, set_changes_what_is_there) {
  builder b;
  auto m = b.message(credit_transfer(b));
  EXPECT_FALSE(set(b, m, TX "/IntrBkSttlmAmt", "7.00"));
  EXPECT_FALSE(set(b, m, TX "/IntrBkSttlmAmt/@Ccy", "EUR"));
  EXPECT_FALSE(set(b, m, TX "/Dbtr/PstlAdr/AdrLine[2]", "Chicago"));
  EXPECT_FALSE(set(b, m, TX "/Dbtr/PstlAdr/AdrLine[3]", "Illinois"));
  EXPECT_EQ(get<decimal>(m, TX "/IntrBkSttlmAmt")->value(), 700);
  EXPECT_EQ(get(m, TX "/Dbtr/PstlAdr/AdrLine[3]"), "Illinois");
  EXPECT_TRUE(check(m).ok());
}

TEST(access, set_turns_a_choice) {
  builder b;
  auto m = b.message(credit_transfer(b));
  EXPECT_FALSE(set(b, m, TX "/DbtrAcct/Id/IBAN", "DE89370400440532013000"));
  EXPECT_EQ(get(m, TX "/DbtrAcct/Id/Othr/Id"), std::nullopt);
  EXPECT_EQ(get(m, TX "/DbtrAcct/Id/IBAN"), "DE89370400440532013000");
  // and back: nothing of the other one is left in the memory that they share
  EXPECT_FALSE(set(b, m, TX "/DbtrAcct/Id/Othr/Issr", "US"));
  EXPECT_EQ(get(m, TX "/DbtrAcct/Id/IBAN"), std::nullopt);
  EXPECT_EQ(get(m, TX "/DbtrAcct/Id/Othr/Id"), std::nullopt);
  EXPECT_EQ(get(m, TX "/DbtrAcct/Id/Othr/Issr"), "US");
}

TEST(access, set_says_what_it_refused_by_its_business_name) {
  builder b;
  auto m = b.message(credit_transfer(b));
  const auto currency = set(b, m, TX "/IntrBkSttlmAmt/@Ccy", "usd");
  ASSERT_TRUE(currency);
  EXPECT_EQ(currency->business_name, "Currency");
  EXPECT_TRUE(currency->message.starts_with("Currency (@Ccy) has the wrong form")) << currency->message;
}

TEST(access, set_refuses) {
  struct refused { const char *path, *text, *code; };
  const refused table[] = {
      {TX "/IntrBkSttlmAmt/@Ccy", "usd", "SCH-PATTERN"},
      {TX "/IntrBkSttlmAmt", "-1", "SCH-RANGE"},
      {TX "/IntrBkSttlmAmt", "one", "SCH-NUMBER"},
      {TX "/ChrgBr", "XXXX", "SCH-ENUMERATION"},
      {TX "/IntrBkSttlmDt", "2023-02-29", "SCH-DATE"},
      {TX "/Cdtr/Nm", "a\1b", "XML-CHARACTER"},
      {TX "/Cdtr/Nm", "caf\xe9", "XML-NOT-UTF8"},
      {TX "/Cdtr/Nam", "x", "SCH-UNKNOWN-ELEMENT"},
      {TX "/Cdtr/@Nm", "x", "SCH-ATTRIBUTE-UNKNOWN"},
      {TX "/Cdtr", "x", "SCH-ELEMENT-IN-TEXT"},
      {"/Dokument/X", "x", "SCH-UNKNOWN-ROOT"},
      {TX "/Dbtr/PstlAdr/AdrLine[4]", "x", "SCH-TOO-MANY"},
      {TX "/Cdtr/PstlAdr/AdrLine[2]", "x", "SCH-TOO-MANY"},
      {TX "/Cdtr/Nm[2]", "x", "SCH-TOO-MANY"},
      {TX "/Cdtr/Nm/X", "x", "SCH-UNKNOWN-ELEMENT"},
      {TX "/IntrBkSttlmAmt/@Ccy/X", "x", "SCH-UNKNOWN-ELEMENT"},
      {TX "/Cdtr/Nm[", "x", "SCH-UNKNOWN-ELEMENT"},
  };
  builder b;
  auto m = b.message(credit_transfer(b));
  for (const auto& row : table) {
    const auto wrong = set(b, m, row.path, row.text);
    ASSERT_TRUE(wrong) << row.path;
    EXPECT_EQ(code_text(wrong->code), row.code) << row.path << ": " << wrong->message;
    EXPECT_EQ(wrong->path, row.path);
    EXPECT_FALSE(wrong->message.empty());
  }
  EXPECT_EQ(written(m), credit_transfer_xml);
  message nothing;
  EXPECT_TRUE(set(b, nothing, "/Document", "x"));
}

TEST(access, children_of_a_path) {
  const auto& registry = schema::registry::builtin();
  const auto root = static_cast<std::uint32_t>(registry.find_message("pacs.008.001.08"));
  std::string names;
  for (const auto& c : children(registry, root, "/Document/FIToFICstmrCdtTrf"))
    names += std::string(c.name) + " " + std::to_string(c.min) + ".." + (c.max == 0xffffffff ? "n" : std::to_string(c.max)) + "\n";
  EXPECT_EQ(names, "GrpHdr 1..1\nCdtTrfTxInf 1..n\nSplmtryData 0..n\n");
  const auto amount = children(registry, root, TX "/IntrBkSttlmAmt");
  ASSERT_EQ(amount.size(), 1u);
  EXPECT_EQ(amount[0].name, "Ccy");
  EXPECT_TRUE(amount[0].is_attribute);
  EXPECT_EQ(amount[0].min, 1u);
  EXPECT_EQ(amount[0].business_name, "Currency");
  for (const auto* wrong : {"/Document/X", "/Document/", "/Document/FIToFICstmrCdtTrf//", "Document"})
    EXPECT_TRUE(children(registry, root, wrong).empty()) << wrong;
  EXPECT_TRUE(children(registry, root, TX "/ChrgBr").empty());
}

// ---- every value of every message

namespace {

/// Values of which each type takes at least one.
const char* const candidates[] = {
    "USD", "US", "1", "0.5", "A", "AAAA", "2024-01-02", "2024-01-02T10:00:00Z", "10:00:00", "2024", "2024-01", "true", "BANKUS33",
    "021040078", "8a562c67-ca16-48ba-b074-65581be6f001", "+1-2125551234", "DE89370400440532013000", "12345678901234567890",
    "US33AAAA0000000000000000000001", "AB12", "https://example.com/a", "QUJD", "ABCDEFGHIJKL", "20240102021040078Sc01Step1MsgId",
    "123", "1234", "12", "ABC", "A1B2C3", "K", "frb.fednow.01", "US0378331005", "ABCDEF", "I2345678901", "AABBCC", "AB",
};

class walk {
 public:
  walk(const schema::registry& r, std::uint32_t root_index) : registry(r), root(root_index) {}

  const schema::registry& registry;
  const std::uint32_t root;
  std::set<std::string_view> above;  // types that a path is in: recursive ones are entered once
  std::size_t values = 0;

  void into(const std::string& path) {
    for (const auto& c : children(registry, root, path)) {
      if (c.type == value_type::any) continue;
      const auto below = path + (c.is_attribute ? "/@" : "/") + std::string(c.name) + (c.max > 1 ? "[1]" : "");
      if (c.type != value_type::component) try_value(below, c);
      if (c.is_attribute || !above.insert(c.type_name).second) continue;
      into(below);
      above.erase(c.type_name);
    }
  }

  void try_value(const std::string& path, const child& c) {
    builder b;
    auto m = b.message(registry, registry.spec(root).id);
    ++values;
    for (const char* text : with_codes(path)) {
      if (set(b, m, path, text)) continue;
      ASSERT_EQ(get(m, path), text) << path;
      const auto n = find(m, path);
      ASSERT_EQ(n->type_name, c.type_name);
      return;
    }
    ADD_FAILURE() << path << ": no value for " << c.type_name;
  }

  /// The candidates, and of an enumeration its first code, which `set` names when it refuses.
  std::vector<const char*> with_codes(const std::string& path) {
    std::vector<const char*> all(std::begin(candidates), std::end(candidates));
    builder b;
    auto m = b.message(registry, registry.spec(root).id);
    const auto wrong = set(b, m, path, "no such code");
    if (!wrong || wrong->code != issue_code::schema_enumeration) return all;
    auto words = std::string_view(wrong->expected);
    if (words.starts_with("one of ")) words.remove_prefix(7);
    code_ = words.substr(0, words.find_first_of(" ,"));
    all.insert(all.begin(), code_.c_str());
    return all;
  }

 private:
  std::string code_;
};

}  // namespace

TEST(access, set_and_get_every_value) {
  const auto& registry = schema::registry::builtin();
  std::size_t values = 0;
  for (const char* id : {"pacs.008.001.08", "pacs.002.001.10", "head.001.001.02", "admi.007.001.01", "camt.029.001.09"}) {
    const int root = registry.find_message(id);
    ASSERT_GE(root, 0) << id;
    walk w(registry, static_cast<std::uint32_t>(root));
    w.into("/" + std::string(registry.spec(static_cast<std::uint32_t>(root)).element));
    values += w.values;
  }
  EXPECT_GT(values, 3000u);
}

TEST(access, equality) {
  builder b;
  auto x = credit_transfer(b), y = credit_transfer(b);
  auto& amount = y.FIToFICstmrCdtTrf.CdtTrfTxInf.front().IntrBkSttlmAmt.value;
  amount = "100.5";
  EXPECT_TRUE(equal(b.message(x), b.message(y)));
  EXPECT_FALSE(same_text(b.message(x), b.message(y)));
  amount = "100.51";
  EXPECT_FALSE(equal(b.message(x), b.message(y)));
  EXPECT_FALSE(equal(b.message(x), b.message(accepted(b))));
  EXPECT_FALSE(equal(b.message(x), message()));
  EXPECT_TRUE(equal(message(), message()));
  x.FIToFICstmrCdtTrf.CdtTrfTxInf.front().Dbtr.PstlAdr->AdrLine = {};
  EXPECT_FALSE(equal(b.message(x), b.message(credit_transfer(b))));
}

}  // namespace writing_test
