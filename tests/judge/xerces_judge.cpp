#include "xerces_judge.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/Attributes.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/schema/SchemaSymbols.hpp>

namespace iso20022::judge {

using namespace xercesc;

namespace {

std::string to_text(const XMLCh* s) {
  std::string r;
  for (; s && *s; ++s) r += *s < 0x80 ? static_cast<char>(*s) : '?';
  return r;
}

struct platform {
  platform() { XMLPlatformUtils::Initialize(); }
  ~platform() { XMLPlatformUtils::Terminate(); }
};

/// Stops at the first error: what comes behind it does not change the verdict.
struct stop {};

class first_error final : public DefaultHandler {
 public:
  std::string text;
  bool failed = false;
  bool stops = true;
  bool digests = false;
  std::uint64_t sum = 0;

  void startElement(const XMLCh* uri, const XMLCh* name, const XMLCh*, const Attributes& all) override {
    if (!digests) return;
    add(1, uri), add(2, name);
    std::uint64_t unordered = 0;
    for (XMLSize_t i = 0; i < all.getLength(); ++i) {
      if (XMLString::equals(all.getURI(i), SchemaSymbols::fgURI_XSI)) continue;
      if (XMLString::equals(all.getURI(i), XMLUni::fgXMLNSURIName)) continue;
      unordered += mix(mix(mix(7, all.getURI(i)), all.getLocalName(i)), all.getValue(i));
    }
    sum = sum * 31 + unordered;
  }
  void endElement(const XMLCh*, const XMLCh*, const XMLCh*) override { sum = sum * 31 + 3; }
  void characters(const XMLCh* s, const XMLSize_t n) override {
    if (!digests) return;
    for (XMLSize_t i = 0; i < n; ++i) sum = (sum ^ s[i]) * 0x100000001b3u;
  }

  void error(const SAXParseException& e) override { note(e); }
  void fatalError(const SAXParseException& e) override { note(e); }
  // Nothing is fetched for anybody.
  InputSource* resolveEntity(const XMLCh*, const XMLCh*) override {
    return new MemBufInputSource(reinterpret_cast<const XMLByte*>(""), 0, "nothing");
  }

 private:
  static std::uint64_t mix(std::uint64_t h, const XMLCh* s) {
    for (; s && *s; ++s) h = (h ^ *s) * 0x100000001b3u;
    return h * 31 + 5;
  }
  void add(std::uint64_t what, const XMLCh* s) { sum = mix(sum * 31 + what, s); }
  void note(const SAXParseException& e) {
    if (!failed)
      text =
          std::to_string(e.getLineNumber()) + ":" + std::to_string(e.getColumnNumber()) + " " + to_text(e.getMessage());
    failed = true;
    if (stops) throw stop{};
  }
};

void set_features(SAX2XMLReader& r) {
  r.setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
  r.setFeature(XMLUni::fgSAX2CoreValidation, true);
  r.setFeature(XMLUni::fgXercesDynamic, false);
  r.setFeature(XMLUni::fgXercesSchema, true);
  r.setFeature(XMLUni::fgXercesSchemaFullChecking, false);
  r.setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
  r.setFeature(XMLUni::fgXercesLoadSchema, false);
  r.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
  r.setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
}

}  // namespace

std::vector<std::string> schema_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto* part : {"iso20022", "fednow"}) {
    const auto from = files.size();
    for (const auto& e : std::filesystem::directory_iterator(std::filesystem::path(folder) / part))
      if (e.path().extension() == ".xsd") files.push_back(e.path());
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(from), files.end());
  }
  return files;
}

struct xerces_grammars::state {
  platform runtime;
  std::unique_ptr<XMLGrammarPoolImpl> pool{new XMLGrammarPoolImpl};
};

xerces_grammars::xerces_grammars(const std::vector<std::string>& schemas) : state_(new state) {
  std::vector<std::string> files;
  for (const auto& s : schemas) {
    if (!std::filesystem::is_directory(s))
      files.push_back(s);
    else
      for (auto& f : schema_files(s)) files.push_back(std::move(f));
  }
  const std::unique_ptr<SAX2XMLReader> reader(
      XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, state_->pool.get()));
  set_features(*reader);
  reader->setFeature(XMLUni::fgXercesLoadSchema, true);
  reader->setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, false);
  first_error errors;
  errors.stops = false;
  reader->setErrorHandler(&errors);
  for (const auto& f : files) {
    reader->loadGrammar(f.c_str(), Grammar::SchemaGrammarType, true);
    if (errors.failed) throw std::runtime_error(f + ": " + errors.text);
  }
  state_->pool->lockPool();
}

xerces_grammars::~xerces_grammars() = default;

struct xerces_judge::state {
  XMLGrammarPoolImpl* pool;
  std::unique_ptr<SAX2XMLReader> reader;
  first_error errors;

  // What an xsi attribute in open content does to Xerces stays in its reader: the same document can be refused the
  // first time and accepted the second. So each document that is judged gets a reader of its own (20 us).
  void renew() {
    reader.reset(XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, pool));
    set_features(*reader);
    reader->setErrorHandler(&errors);
    reader->setContentHandler(&errors);
    reader->setEntityResolver(&errors);
  }
};

xerces_judge::xerces_judge(const xerces_grammars& g) : state_(new state{g.state_->pool.get(), nullptr, {}}) {
  state_->renew();
}

xerces_judge::~xerces_judge() = default;

verdict xerces_judge::judge(std::string_view document) {
  state_->errors.stops = true;
  state_->renew();
  if (parse(document)) return {true, {}};
  return {false, state_->errors.text};
}

std::uint64_t xerces_judge::digest(std::string_view document) {
  auto& e = state_->errors;
  state_->renew();
  e.stops = e.digests = true;
  e.sum = 1;
  const bool ok = parse(document);
  e.digests = false;
  return ok ? e.sum | 1 : 0;
}

bool xerces_judge::parse(std::string_view document) {
  auto& e = state_->errors;
  e.failed = false;
  e.text.clear();
  const MemBufInputSource source(reinterpret_cast<const XMLByte*>(document.data()), document.size(), "document");
  try {
    state_->reader->parse(source);
  } catch (const stop&) {
  } catch (const XMLException& x) {
    if (!e.failed) e.text = to_text(x.getMessage());
    e.failed = true;
  } catch (const OutOfMemoryException&) {
    e.text = "out of memory", e.failed = true;
  }
  return !e.failed;
}

}  // namespace iso20022::judge
