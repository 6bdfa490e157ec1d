#include "xerces_judge.hpp"

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

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

  void error(const SAXParseException& e) override { note(e); }
  void fatalError(const SAXParseException& e) override { note(e); }
  // Nothing is fetched for anybody.
  InputSource* resolveEntity(const XMLCh*, const XMLCh*) override {
    return new MemBufInputSource(reinterpret_cast<const XMLByte*>(""), 0, "nothing");
  }

 private:
  void note(const SAXParseException& e) {
    if (!failed)
      text = std::to_string(e.getLineNumber()) + ":" + std::to_string(e.getColumnNumber()) + " " + to_text(e.getMessage());
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
    if (!std::filesystem::is_directory(s)) files.push_back(s);
    else for (auto& f : schema_files(s)) files.push_back(std::move(f));
  }
  const std::unique_ptr<SAX2XMLReader> reader(XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, state_->pool.get()));
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
  std::unique_ptr<SAX2XMLReader> reader;
  first_error errors;
};

xerces_judge::xerces_judge(const xerces_grammars& g) : state_(new state) {
  state_->reader.reset(XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, g.state_->pool.get()));
  set_features(*state_->reader);
  state_->reader->setErrorHandler(&state_->errors);
  state_->reader->setContentHandler(&state_->errors);
  state_->reader->setEntityResolver(&state_->errors);
}

xerces_judge::~xerces_judge() = default;

verdict xerces_judge::judge(std::string_view document) {
  state_->errors.stops = true;
  if (parse(document)) return {true, {}};
  return {false, state_->errors.text};
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
