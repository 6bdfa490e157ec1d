// The few words with which we speak to Xerces. The only Xerces header outside this folder's read*.cpp and source*.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/util/TransService.hpp>
#include <xercesc/util/XMLString.hpp>

#include "schemac/model.hpp"

namespace iso20022::schemac {

/// Starts Xerces, once a process; never stopped, because others in the process may use it too.
void start_xerces();

inline std::string utf8(const XMLCh* s) {
  if (!s) return {};
  const xercesc::TranscodeToStr bytes(s, "UTF-8");
  return {reinterpret_cast<const char*>(bytes.str()), bytes.length()};
}

/// A zero-terminated UTF-16 string for Xerces' parameters.
class utf16 {
 public:
  explicit utf16(std::string_view s) : text_(reinterpret_cast<const XMLByte*>(s.data()), s.size(), "UTF-8") {}
  operator const XMLCh*() const { return text_.str(); }

 private:
  xercesc::TranscodeFromStr text_;
};

/// Collects what Xerces complains about; warnings count.
class complaints : public xercesc::DefaultHandler {
 public:
  explicit complaints(problems& found) : found_(found) {}
  void warning(const xercesc::SAXParseException& e) override { add(e); }
  void error(const xercesc::SAXParseException& e) override { add(e); }
  void fatalError(const xercesc::SAXParseException& e) override { add(e); }
  void resetErrors() override {}

 protected:
  problems& found_;

 private:
  void add(const xercesc::SAXParseException&);
};

/// A SAX2 reader that fetches nothing from the network and expands no entities without end.
std::unique_ptr<xercesc::SAX2XMLReaderImpl> make_reader(xercesc::XMLGrammarPool* pool = nullptr);

}  // namespace iso20022::schemac
