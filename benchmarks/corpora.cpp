#include "corpora.hpp"

#include "envelope.hpp"
#include "pacs008.hpp"

namespace iso20022::bench {

namespace {

constexpr std::size_t mixed_count = 1024;
// Names, places and remittance lines are a fifth of the texts: five in a hundred of them make one in a hundred of all.
constexpr unsigned mixed_special_per_mille = 50;

std::string mixed_document(std::size_t i, std::string prefix) {
  random r(judge::seed_of(2026, i));
  vocabulary v(r, mixed_special_per_mille);
  std::string s;
  static constexpr unsigned indents[] = {0, 0, 0, 0, 0, 2, 2, 2, 2, 4};
  judge::xml_style style{.indent = r.pick(indents), .prefix = std::move(prefix)};
  style.declaration = r.percent(80);
  judge::xml_out x(s, style);
  pacs008(x, r, v, richness::usual).document();
  return s;
}

corpus mixed_with(std::string name, const std::string& prefix) {
  corpus c{std::move(name), {}};
  for (std::size_t i = 0; i < mixed_count; ++i) c.documents.push_back(mixed_document(i, prefix));
  return c;
}

template <class Write>
corpus one(std::string name, unsigned indent, unsigned special_per_mille, Write write) {
  random r(7);
  vocabulary v(r, special_per_mille);
  std::string s;
  judge::xml_out x(s, {.indent = indent});
  write(x, r, v);
  return {std::move(name), {std::move(s)}};
}

}  // namespace

std::size_t corpus::bytes() const {
  std::size_t n = 0;
  for (const auto& d : documents) n += d.size();
  return n;
}

corpus single(std::string_view name) {
  const auto transfer = [](richness how) {
    return [how](judge::xml_out& x, random& r, vocabulary& v) { pacs008(x, r, v, how).document(); };
  };
  if (name == "pacs008") return one("pacs008", 2, 0, transfer(richness::plain));
  if (name == "pacs008_compact") return one("pacs008_compact", 0, 0, transfer(richness::plain));
  if (name == "rich") return one("rich", 2, 200, transfer(richness::everything));
  return one("pacs002", 2, 0, write_status);
}

corpus mixed() { return mixed_with("mixed", ""); }
corpus mixed_prefixed() { return mixed_with("prefix", "p8"); }
corpus envelope() { return one("envelope", 2, 0, write_envelope); }
corpus account_report() {
  return one("camt052", 2, 20, [](auto& x, auto& r, auto& v) { write_account_report(x, r, v, 10'000); });
}

std::vector<std::string_view> corpus_names() {
  return {"pacs008", "pacs008_compact", "pacs002", "rich", "envelope", "mixed", "prefix", "camt052"};
}

corpus corpus_named(std::string_view name) {
  if (name == "mixed") return mixed();
  if (name == "prefix") return mixed_prefixed();
  if (name == "envelope") return envelope();
  if (name == "camt052") return account_report();
  for (const auto known : corpus_names())
    if (name == known) return single(name);
  return {};
}

}  // namespace iso20022::bench
