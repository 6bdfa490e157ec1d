#include "honest.hpp"

#include "measure.hpp"
#include "peers.hpp"

#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <pugixml.hpp>

#include <cstdio>
#include <sstream>

namespace iso20022::bench {
namespace {

/// What somebody says of copies of the mixed messages that are broken in one way.
struct breakage {
  const char* what;
  std::string_view from, to;  // the first `from` of a document becomes `to`
  bool is_xml;                // only the schema is violated
};

constexpr breakage breakages[] = {
    {"a text that is too long", "<Cd>USABA</Cd>", "<Cd>USABAX</Cd>", true},
    {"a date that is none", "<IntrBkSttlmDt>2026-", "<IntrBkSttlmDt>2026-13-", true},
    {"an amount with six decimals", R"(<IntrBkSttlmAmt Ccy="USD">)", R"(<IntrBkSttlmAmt Ccy="USD">0.123456)", true},
    {"a missing element", "<NbOfTxs>1</NbOfTxs>", "", true},
    {"an end tag that fits no start tag", "</GrpHdr>", "</GrpHdx>", false},
};

std::string broken(std::string d, const breakage& b) {
  if (const auto at = d.find(b.from); at != d.npos) d.replace(at, b.from.size(), b.to);
  return d;
}

std::string canonical(std::string_view xml) {
  pugi::xml_document tree;
  if (!tree.load_buffer(xml.data(), xml.size())) return {};
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

bool say(bool good, const std::string& what) {
  std::printf("%s %s\n", good ? "  yes" : "  NO ", what.c_str());
  return good;
}

bool refuses(const peer_kind& kind, peer& p) {
  bool good = true;
  for (const auto& b : breakages) {
    const bool must = kind.validates || !b.is_xml;
    std::size_t tried = 0;
    for (const auto& d : corpus_for("mixed")->documents) {
      const std::string bad = broken(d, b);
      if (bad == d) continue;
      ++tried;
      if (p.read(bad) != must) continue;
      good = say(false, std::string(kind.name) + (must ? " accepts " : " refuses ") + b.what);
      break;
    }
    if (tried == 0) good = say(false, std::string("no document can be broken so: ") + b.what);
  }
  return good && say(true, std::string(kind.name) + " refuses what is " + (kind.validates ? "invalid" : "no XML") +
                               ", and only that");
}

bool accepts(const peer_kind& kind, peer& p) {
  for (const auto& name : all_corpora()) {
    if (kind.only_pacs008 && !is_pacs008(name)) continue;
    for (const auto& d : corpus_for(name)->documents)
      if (!p.read(d)) return say(false, std::string(kind.name) + " refuses a document of " + name);
  }
  return say(true, std::string(kind.name) + " accepts every document");
}

/// What we read and write again is, as pugixml sees it, what pugixml reads: nothing is lost, and both writers are
/// measured on the same content.
bool keeps_everything() {
  reader in;
  const writer out;
  for (const auto& name : all_corpora()) {
    if (name == "prefix") continue;  // is written with default namespaces
    for (const auto& d : corpus_for(name)->documents) {
      std::string ours;
      if (!out.write(in.read(d).valid(), ours) || canonical(ours) != canonical(d))
        return say(false, "ours loses something of " + name);
    }
  }
  return say(true, "ours, read and written, is what pugixml sees in the input");
}

class ours final : public peer {
 public:
  bool read(std::string_view d) override {
    const bool read = reader_.read(d).ok(), valid = reader_.validate(d).ok();
    return read && valid;
  }

 private:
  reader reader_;
};

}  // namespace

bool everybody_works() {
  auto all = reading_peers();
  all.push_back({"ours", "", [] { return std::unique_ptr<peer>(new ours); }, true});
  bool good = keeps_everything();
  for (const auto& kind : all) {
    const auto p = kind.make();
    good = accepts(kind, *p) && good;
    good = refuses(kind, *p) && good;
  }
  return good;
}

}  // namespace iso20022::bench
