#include "peers.hpp"

#include <expat.h>

#include <pugixml.hpp>

#include "libxml2_judge.hpp"
#include "xerces_judge.hpp"

namespace iso20022::bench {

namespace {

/// An unvalidated tree. The document object is reused, the input copied (load_buffer), as our reader copies its input.
class pugixml final : public peer {
 public:
  bool read(std::string_view d) override { return static_cast<bool>(tree_.load_buffer(d.data(), d.size())); }

 private:
  pugi::xml_document tree_;
};

/// Well-formedness and events, no tree, no schema.
class expat final : public peer {
 public:
  expat() : parser_(XML_ParserCreate(nullptr)) {}
  ~expat() override { XML_ParserFree(parser_); }
  bool read(std::string_view d) override {
    XML_ParserReset(parser_, nullptr);
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_, [](void* me, const XML_Char*, const XML_Char**) { ++static_cast<expat*>(me)->events_; },
        [](void* me, const XML_Char*) { ++static_cast<expat*>(me)->events_; });
    XML_SetCharacterDataHandler(parser_,
                                [](void* me, const XML_Char*, int n) { static_cast<expat*>(me)->events_ += n; });
    return XML_Parse(parser_, d.data(), static_cast<int>(d.size()), 1) == XML_STATUS_OK;
  }

 private:
  XML_Parser parser_;
  long events_ = 0;
};

/// A tree, then validated. The schemas are parsed once, parser and validator reused.
class libxml2_xsd final : public peer {
 public:
  bool read(std::string_view d) override { return judge_.judge(d).valid; }

 private:
  judge::libxml2_judge judge_{{ISO20022_SCHEMAS}};
};

/// Events, validated. Grammars cached and locked, the reader reused.
class xerces_sax2_xsd final : public peer {
 public:
  bool read(std::string_view d) override { return judge_.parse(d); }

 private:
  judge::xerces_grammars grammars_{{ISO20022_SCHEMAS}};
  judge::xerces_judge judge_{grammars_};
};

template <class P>
std::unique_ptr<peer> make() {
  return std::make_unique<P>();
}

}  // namespace

std::vector<peer_kind> reading_peers() {
  std::vector<peer_kind> all{{"pugixml", "untyped tree, not validated (the unit)", make<pugixml>},
                             {"expat", "events, not validated", make<expat>}};
  if (judge::libxml2_judge::available()) all.push_back({"libxml2", "untyped tree, XSD", make<libxml2_xsd>, true});
  all.push_back({"Xerces", "SAX2, XSD, cached grammars", make<xerces_sax2_xsd>, true});
#ifdef ISO20022_BENCH_XSDCXX
  all.push_back({"xsdcxx", "CodeSynthesis: typed tree, XSD, cached grammars", make_xsdcxx, true, true});
#endif
  return all;
}

}  // namespace iso20022::bench
