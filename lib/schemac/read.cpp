#include "schemac/read.hpp"

#include <filesystem>
#include <map>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/util/XMLEntityResolver.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/XMLUni.hpp>

#include "schemac/read_model.hpp"
#include "schemac/source_index.hpp"
#include "schemac/xerces.hpp"
#include "schemac/xsd_text.hpp"

namespace iso20022::schemac {

using namespace xercesc;

namespace {

/// A schema that imports all of them: so Xerces reads every file once, and complains with file and line.
std::string driver_of(const source_index& index, problems& found) {
  std::string driver =
      R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:schemac:driver">)";
  std::map<std::string, std::string> owner;
  for (const auto& f : index.files()) {
    if (!f.is_entry) continue;
    if (f.target_namespace.empty()) {
      found.push_back({"SCHEMA-REFUSED", "a schema without a target namespace, which no other one includes", {f.path, 1}});
      continue;
    }
    const auto [at, added] = owner.try_emplace(f.target_namespace, f.path);
    if (!added)
      found.push_back({"SCHEMA-CONTRADICTION",
                       "namespace " + f.target_namespace + " is defined in " + at->second + " already",
                       {f.path, 1}});
    driver += "<xs:import namespace=\"" + escaped(f.target_namespace) + "\" schemaLocation=\"" +
              escaped(std::filesystem::absolute(f.path).string()) + "\"/>";
  }
  if (index.files().empty()) found.push_back({"SCHEMA-READ", "no schema is given", {}});
  return driver + "</xs:schema>";
}

/// What stands between the first quotes, without "simpleType:" and the like before it.
std::string name_in(const std::string& message) {
  const auto open = message.find('\''), close = message.find('\'', open + 1);
  if (close == std::string::npos) return {};
  const auto quoted = message.substr(open + 1, close - open - 1);
  return quoted.substr(quoted.rfind(':') + 1);
}

/// Some of Xerces' complaints name a type and no place, others one place where two are meant.
void find_places(const source_index& index, problems& found) {
  for (auto& p : found) {
    const auto name = name_in(p.message);
    if (p.message.find("declared more than once") != std::string::npos) {
      p.code = "SCHEMA-CONTRADICTION";
      if (const auto other = index.other_place(name, p.where); other.line) p.message += "; also at " + to_text(other);
    }
    if (p.where.file.empty()) p.where = index.other_place(name, {});
    if (p.where.file.empty() && !index.files().empty()) p.where = {index.files().front().path, 1};
  }
}

/// Gives Xerces the texts that lie in memory.
class memory_resolver : public XMLEntityResolver {
 public:
  explicit memory_resolver(const sources& all) : all_(all) {}
  InputSource* resolveEntity(XMLResourceIdentifier* wanted) override {
    const auto path = resolved(without_scheme(utf8(wanted->getBaseURI())), utf8(wanted->getSystemId()));
    const auto* text = path.empty() ? nullptr : all_.text(path);
    if (!text) return nullptr;
    return new MemBufInputSource(reinterpret_cast<const XMLByte*>(text->data()), text->size(), utf16(path));
  }

 private:
  const sources& all_;
};

void load(const std::string& driver, const sources& all, XMLGrammarPool& pool, problems& found) {
  complaints heard(found);
  memory_resolver resolver(all);
  const auto reader = make_reader(&pool);
  reader->setFeature(XMLUni::fgSAX2CoreValidation, true);
  reader->setFeature(XMLUni::fgXercesDynamic, false);
  reader->setFeature(XMLUni::fgXercesSchema, true);
  reader->setFeature(XMLUni::fgXercesSchemaFullChecking, true);
  reader->setFeature(XMLUni::fgXercesLoadSchema, true);
  reader->setErrorHandler(&heard);
  if (!all.texts.empty()) reader->setXMLEntityResolver(&resolver);
  const auto* bytes = reinterpret_cast<const XMLByte*>(driver.data());
  const utf16 name("/schemac-driver.xsd");
  reader->loadGrammar(MemBufInputSource(bytes, driver.size(), name), Grammar::SchemaGrammarType, true);
}

}  // namespace

schema_set read(const sources& given, problems& found) {
  const auto index = source_index::read(given, found);
  if (!found.empty()) return {};
  XMLGrammarPoolImpl pool;
  try {
    const auto driver = driver_of(index, found);
    if (found.empty()) load(driver, given, pool, found);
    find_places(index, found);
    if (!found.empty()) return {};
    bool changed = false;
    return read_model(*pool.getXSModel(changed), index, found);
  } catch (const XMLException& e) {
    found.push_back({"SCHEMA-READ", utf8(e.getMessage()), {}});
  } catch (const SAXException& e) {
    found.push_back({"SCHEMA-READ", utf8(e.getMessage()), {}});
  } catch (const OutOfMemoryException&) {  // no XMLException
    found.push_back({"SCHEMA-READ", "Xerces needs more memory than there is", {}});
  }
  return {};
}

std::string to_text(const place& p) { return p.line ? p.file + ":" + std::to_string(p.line) : p.file; }

schema::value_kind value_of(const simple_type& t) {
  using enum schema::builtin;
  switch (t.base) {
    case boolean:
      return schema::value_kind::boolean;
    case decimal:
    case integer:
      return schema::value_kind::decimal;
    case date:
    case g_year:
    case g_year_month:
      return schema::value_kind::date;
    case date_time:
    case time:
      return schema::value_kind::date_time;
    default:
      return t.values.empty() ? schema::value_kind::text : schema::value_kind::code;
  }
}

}  // namespace iso20022::schemac
