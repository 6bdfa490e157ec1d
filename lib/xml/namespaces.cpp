#include "xml/namespaces.hpp"

namespace iso20022::xml {

std::string_view refuse_declaration(std::string_view prefix, std::string_view uri) {
  if (prefix == "xmlns") return "the prefix xmlns cannot be declared";
  if (prefix == "xml" && uri != xml_uri) return "the prefix xml means http://www.w3.org/XML/1998/namespace and nothing else";
  if (prefix != "xml" && uri == xml_uri) return "this namespace can only have the prefix xml";
  if (uri == xmlns_uri) return "this namespace cannot be declared";
  if (!prefix.empty() && uri.empty()) return "a prefix must mean a namespace; only the default one can be taken away";
  return {};
}

}  // namespace iso20022::xml
