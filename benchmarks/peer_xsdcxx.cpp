// CodeSynthesis XSD (C++/Tree): classes generated from our pacs.008 schema, made from a validated DOM with cached
// grammars.
#include <stdexcept>
#include <xercesc/dom/DOM.hpp>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/Wrapper4InputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>

#include "pacs.008.001.08.hxx"
#include "peers.hpp"

namespace iso20022::bench {

using namespace xercesc;

namespace {

class counting_errors final : public DOMErrorHandler {
 public:
  unsigned errors = 0;
  bool handleError(const DOMError& e) override {
    errors += e.getSeverity() != DOMError::DOM_SEVERITY_WARNING;
    return true;
  }
};

class xsdcxx final : public peer {
 public:
  xsdcxx() {
    auto* dom = DOMImplementationRegistry::getDOMImplementation(u"LS");
    parser_.reset(dom->createLSParser(DOMImplementationLS::MODE_SYNCHRONOUS, nullptr, XMLPlatformUtils::fgMemoryManager,
                                      pool_.get()));
    auto& c = *parser_->getDomConfig();
    c.setParameter(XMLUni::fgDOMComments, false);
    c.setParameter(XMLUni::fgDOMDatatypeNormalization, true);
    c.setParameter(XMLUni::fgDOMEntities, false);
    c.setParameter(XMLUni::fgDOMNamespaces, true);
    c.setParameter(XMLUni::fgDOMElementContentWhitespace, false);
    c.setParameter(XMLUni::fgDOMValidate, true);
    c.setParameter(XMLUni::fgXercesSchema, true);
    c.setParameter(XMLUni::fgXercesSchemaFullChecking, false);
    c.setParameter(XMLUni::fgXercesUseCachedGrammarInParse, true);
    c.setParameter(XMLUni::fgXercesUserAdoptsDOMDocument, true);
    c.setParameter(XMLUni::fgDOMErrorHandler, &errors_);
    parser_->loadGrammar(ISO20022_PACS008_XSD, Grammar::SchemaGrammarType, true);
    pool_->lockPool();
    c.setParameter(XMLUni::fgXercesLoadSchema, false);
  }
  ~xsdcxx() override {
    parser_->release();
    (void)parser_.release();
  }

  bool read(std::string_view d) override {
    errors_.errors = 0;
    MemBufInputSource bytes(reinterpret_cast<const XMLByte*>(d.data()), d.size(), "document");
    Wrapper4InputSource source(&bytes, false);
    xml_schema::dom::unique_ptr<DOMDocument> tree(parser_->parse(&source));
    if (errors_.errors != 0) return false;
    const auto typed = ::pacs008_generated::Document_(*tree, xml_schema::flags::dont_initialize);
    return typed != nullptr;
  }

 private:
  struct platform {
    platform() { XMLPlatformUtils::Initialize(); }
    ~platform() { XMLPlatformUtils::Terminate(); }
  } platform_;
  std::unique_ptr<XMLGrammarPoolImpl> pool_{new XMLGrammarPoolImpl};
  counting_errors errors_;
  std::unique_ptr<DOMLSParser> parser_;
};

}  // namespace

std::unique_ptr<peer> make_xsdcxx() { return std::make_unique<xsdcxx>(); }

}  // namespace iso20022::bench
