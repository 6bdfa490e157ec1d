#include "schemac/xerces.hpp"

#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/SecurityManager.hpp>
#include <xercesc/util/XMLUni.hpp>

namespace iso20022::schemac {

using namespace xercesc;

void start_xerces() {
  static const bool started = (XMLPlatformUtils::Initialize(), true);
  (void)started;
}

void complaints::add(const SAXParseException& e) {
  std::string file = utf8(e.getSystemId());
  if (file.starts_with("file://")) file.erase(0, 7);
  found_.push_back({"SCHEMA-READ", utf8(e.getMessage()), {file, static_cast<unsigned>(e.getLineNumber())}});
}

std::unique_ptr<SAX2XMLReader> make_reader(XMLGrammarPool* pool) {
  static SecurityManager limits;  // its default limit of entity expansions is what we want
  std::unique_ptr<SAX2XMLReader> reader(XMLReaderFactory::createXMLReader(XMLPlatformUtils::fgMemoryManager, pool));
  reader->setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
  reader->setFeature(XMLUni::fgXercesLoadExternalDTD, false);
  reader->setFeature(XMLUni::fgXercesLoadSchema, false);
  reader->setProperty(XMLUni::fgXercesSecurityManager, &limits);
  return reader;
}

}  // namespace iso20022::schemac
