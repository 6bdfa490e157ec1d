#include "schemac/xerces.hpp"

#include "schemac/sources.hpp"

#include <xercesc/sax/SAXParseException.hpp>
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
  found_.push_back({"SCHEMA-READ",
                    utf8(e.getMessage()),
                    {without_scheme(utf8(e.getSystemId())), static_cast<unsigned>(e.getLineNumber())}});
}

std::unique_ptr<SAX2XMLReaderImpl> make_reader(XMLGrammarPool* pool) {
  static SecurityManager limits;  // its default limit of entity expansions is what we want
  auto reader = std::make_unique<SAX2XMLReaderImpl>(XMLPlatformUtils::fgMemoryManager, pool);
  reader->setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
  reader->setFeature(XMLUni::fgXercesLoadExternalDTD, false);
  reader->setFeature(XMLUni::fgXercesLoadSchema, false);
  reader->setProperty(XMLUni::fgXercesSecurityManager, &limits);
  return reader;
}

}  // namespace iso20022::schemac
