#include "libxml2_judge.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#ifdef ISO20022_JUDGE_LIBXML2

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

namespace iso20022::judge {

namespace {

void note(void* text, xmlErrorPtr e) {
  auto& t = *static_cast<std::string*>(text);
  if (!t.empty() || e->level < XML_ERR_ERROR) return;
  t = std::to_string(e->line) + ": " + (e->message ? e->message : "");
  while (!t.empty() && t.back() == '\n') t.pop_back();
}

std::string target_of(const std::string& file) {
  std::ifstream in(file);
  std::stringstream s;
  s << in.rdbuf();
  const std::string t = s.str(), key = "targetNamespace=\"";
  const auto at = t.find(key);
  if (at == std::string::npos) return {};
  return t.substr(at + key.size(), t.find('"', at + key.size()) - at - key.size());
}

// libxml2 takes one schema: one that imports all of them.
std::string wrapper(const std::vector<std::string>& files) {
  std::string w = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">";
  for (const auto& f : files)
    w += "<xs:import namespace=\"" + target_of(f) + "\" schemaLocation=\"" + std::filesystem::absolute(f).string() +
         "\"/>";
  return w + "</xs:schema>";
}

}  // namespace

struct libxml2_judge::state {
  xmlSchemaPtr schema = nullptr;
  xmlSchemaValidCtxtPtr valid = nullptr;
  xmlParserCtxtPtr parser = nullptr;
  std::string text;
};

libxml2_judge::libxml2_judge(const std::vector<std::string>& schemas) : state_(new state) {
  std::vector<std::string> files;
  for (const auto& s : schemas) {
    if (!std::filesystem::is_directory(s))
      files.push_back(s);
    else
      for (auto& f : schema_files(s)) files.push_back(std::move(f));
  }
  const std::string w = wrapper(files);
  auto* context = xmlSchemaNewMemParserCtxt(w.data(), static_cast<int>(w.size()));
  xmlSchemaSetParserStructuredErrors(context, note, &state_->text);
  state_->schema = xmlSchemaParse(context);
  xmlSchemaFreeParserCtxt(context);
  if (!state_->schema) throw std::runtime_error("libxml2: " + state_->text);
  state_->valid = xmlSchemaNewValidCtxt(state_->schema);
  state_->parser = xmlNewParserCtxt();
}

libxml2_judge::~libxml2_judge() {
  xmlFreeParserCtxt(state_->parser);
  xmlSchemaFreeValidCtxt(state_->valid);
  xmlSchemaFree(state_->schema);
}

bool libxml2_judge::available() { return true; }

verdict libxml2_judge::judge(std::string_view document) {
  auto& text = state_->text;
  text.clear();
  xmlSetStructuredErrorFunc(&text, note);
  xmlDocPtr d = xmlCtxtReadMemory(state_->parser, document.data(), static_cast<int>(document.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_COMPACT);
  bool ok = d != nullptr && state_->parser->wellFormed && state_->parser->nsWellFormed;
  if (ok) {
    xmlSchemaSetValidStructuredErrors(state_->valid, note, &text);
    ok = xmlSchemaValidateDoc(state_->valid, d) == 0;
  }
  if (d) xmlFreeDoc(d);
  return {ok, ok ? std::string() : text.empty() ? "refused" : text};
}

}  // namespace iso20022::judge

#else

namespace iso20022::judge {

struct libxml2_judge::state {};
libxml2_judge::libxml2_judge(const std::vector<std::string>&) {}
libxml2_judge::~libxml2_judge() = default;
bool libxml2_judge::available() { return false; }
verdict libxml2_judge::judge(std::string_view) { return {}; }

}  // namespace iso20022::judge

#endif
