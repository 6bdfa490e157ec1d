#include "grammar.hpp"

#include <xercesc/framework/LocalFileInputSource.hpp>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/XMLUni.hpp>

#include <stdexcept>

namespace check_schemas {

namespace {

using namespace xercesc;

class complaints : public DefaultHandler {
 public:
  void warning(const SAXParseException& e) override { add("warning", e); }
  void error(const SAXParseException& e) override { add("error", e); }
  void fatalError(const SAXParseException& e) override { add("error", e); }
  void resetErrors() override {}

  std::string all;

 private:
  void add(const char* kind, const SAXParseException& e) {
    all += text(e.getSystemId()) + ":" + std::to_string(e.getLineNumber()) + ": " + kind + ": " +
           text(e.getMessage()) + "\n";
  }
};

std::unique_ptr<SAX2XMLReader> make_reader(XMLGrammarPool& pool, complaints& heard) {
  std::unique_ptr<SAX2XMLReader> reader(XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, &pool));
  reader->setFeature(XMLUni::fgSAX2CoreValidation, true);
  reader->setFeature(XMLUni::fgXercesDynamic, false);
  reader->setFeature(XMLUni::fgXercesSchema, true);
  reader->setFeature(XMLUni::fgXercesSchemaFullChecking, true);
  reader->setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
  reader->setErrorHandler(&heard);
  reader->setContentHandler(&heard);
  return reader;
}

void load_source(XMLGrammarPool& pool, const InputSource& source, const std::string& name) {
  complaints heard;
  auto reader = make_reader(pool, heard);
  const Grammar* loaded = reader->loadGrammar(source, Grammar::SchemaGrammarType, true);
  if (!heard.all.empty()) throw std::runtime_error(heard.all);
  if (!loaded) throw std::runtime_error(name + ": no schema was loaded\n");
}

struct wide {
  explicit wide(const std::string& s) : chars(XMLString::transcode(s.c_str())) {}
  wide(const wide&) = delete;
  wide& operator=(const wide&) = delete;
  ~wide() { XMLString::release(&chars); }
  XMLCh* chars;
};

}  // namespace

std::string text(const XMLCh* chars) {
  if (!chars) return "";
  char* narrow = XMLString::transcode(chars);
  std::string result = narrow;
  XMLString::release(&narrow);
  return result;
}

void grammar::load(const std::filesystem::path& schema) {
  const auto path = std::filesystem::absolute(schema).string();
  load_source(*pool_, LocalFileInputSource(wide(path).chars), path);
}

void grammar::load_text(const std::string& schema, const std::filesystem::path& pretended_path) {
  const auto path = std::filesystem::absolute(pretended_path).string();
  const auto* bytes = reinterpret_cast<const XMLByte*>(schema.data());
  load_source(*pool_, MemBufInputSource(bytes, schema.size(), wide(path).chars), path);
}

std::string grammar::judge(const std::filesystem::path& document) {
  complaints heard;
  auto reader = make_reader(*pool_, heard);
  // Only what was loaded judges: a document may not bring a schema with it.
  reader->setFeature(XMLUni::fgXercesLoadSchema, false);
  reader->parse(LocalFileInputSource(wide(std::filesystem::absolute(document).string()).chars));
  return heard.all;
}

XSModel& grammar::model() {
  bool changed = false;
  return *pool_->getXSModel(changed);
}

}  // namespace check_schemas
