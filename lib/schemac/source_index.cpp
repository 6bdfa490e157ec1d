#include "schemac/source_index.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <xercesc/framework/LocalFileInputSource.hpp>
#include <xercesc/sax/Locator.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/Attributes.hpp>
#include <xercesc/util/XMLUni.hpp>

#include "schemac/xerces.hpp"

namespace iso20022::schemac {

namespace fs = std::filesystem;
using namespace xercesc;

namespace {

constexpr std::string_view xsd_uri = "http://www.w3.org/2001/XMLSchema";

const std::set<std::string, std::less<>> refused_elements = {"all",    "union",        "list",     "key",     "keyref",
                                                             "unique", "anyAttribute", "redefine", "notation"};

std::string attribute_of(const Attributes& a, std::string_view name) { return utf8(a.getValue(utf16(name))); }
bool is_true(const std::string& s) { return s == "true" || s == "1"; }

/// A reference as a path, relative to the file that makes it; empty when it is no local file.
std::string resolved(const std::string& from, std::string reference) {
  if (reference.starts_with("file://")) return reference.substr(7);
  if (reference.find("://") != std::string::npos) return {};
  return (fs::path(from).parent_path() / reference).lexically_normal().string();
}

}  // namespace

/// One file: notes declarations and references, complains about what is refused.
class source_reader : public complaints {
 public:
  source_reader(std::string path, source_index& index, problems& found) : complaints(found), index_(index) {
    file_.path = std::move(path);
  }

  source_file parse() {
    const auto reader = make_reader();
    reader->setContentHandler(this);
    reader->setErrorHandler(this);
    reader->setLexicalHandler(this);
    reader->setEntityResolver(this);
    const auto absolute = fs::absolute(file_.path).string();
    try {
      reader->parse(LocalFileInputSource(utf16(absolute)));
    } catch (const XMLException& e) {
      complain("SCHEMA-READ", utf8(e.getMessage()));
    } catch (const SAXException&) {  // already told
    }
    return std::move(file_);
  }

  void setDocumentLocator(const Locator* l) override { locator_ = l; }

  void startDTD(const XMLCh*, const XMLCh*, const XMLCh*) override {
    complain("SCHEMA-REFUSED", "a DOCTYPE in a schema");
  }

  void startElement(const XMLCh* uri, const XMLCh* local, const XMLCh*, const Attributes& a) override {
    const std::string name = utf8(uri) == xsd_uri ? utf8(local) : "";
    if (name == "schema" && depth_ == 0) file_.target_namespace = attribute_of(a, "targetNamespace");
    ++depth_;
    refuse(name, a);
    if (name == "include" || name == "import") follow(name, attribute_of(a, "schemaLocation"));
    scopes_.push_back(scope_of(name, a));
    in_name_ = name == "documentation" && attribute_of(a, "source") == "Name";
    documentation_.clear();
  }

  void endElement(const XMLCh*, const XMLCh*, const XMLCh*) override {
    if (in_name_ && current_) current_->documented_name = trimmed(documentation_);
    in_name_ = false;
    --depth_;
    path_.resize(scopes_.back().path_length);
    current_ = scopes_.back().outer;
    scopes_.pop_back();
  }

  void characters(const XMLCh* s, XMLSize_t n) override {
    if (in_name_) documentation_ += utf8(std::basic_string<XMLCh>(s, n).c_str());
  }

 private:
  struct scope {
    std::size_t path_length;
    declaration* outer;
  };

  unsigned line() const { return locator_ ? static_cast<unsigned>(locator_->getLineNumber()) : 0; }
  void complain(const char* code, std::string message) {
    found_.push_back({code, std::move(message), {file_.path, line()}});
  }

  void refuse(const std::string& name, const Attributes& a) {
    if (refused_elements.contains(name)) complain("SCHEMA-REFUSED", "xs:" + name + " is not supported");
    if (!attribute_of(a, "substitutionGroup").empty())
      complain("SCHEMA-REFUSED", "substitution groups are not supported");
    if (is_true(attribute_of(a, "abstract"))) complain("SCHEMA-REFUSED", "abstract " + name + "s are not supported");
    if (is_true(attribute_of(a, "mixed"))) complain("SCHEMA-REFUSED", "mixed content is not supported");
  }

  void follow(const std::string& how, const std::string& reference) {
    if (reference.empty()) return;  // an import whose schema comes from elsewhere
    const auto path = resolved(file_.path, reference);
    if (path.empty())
      complain("SCHEMA-READ", "only local files are read, not " + reference);
    else
      (how == "include" ? file_.includes : imports).push_back(path);
  }

  /// Opens what has a name of its own: its path is where the schema model's components are looked up.
  scope scope_of(const std::string& kind, const Attributes& a) {
    const scope before{path_.size(), current_};
    std::string name = attribute_of(a, "name");
    if (name.empty() || kind.empty()) return before;
    if (kind == "attribute") name.insert(name.begin(), '@');
    if (!path_.empty() || kind == "element") path_ += "/";
    path_ += name;
    const auto [at, added] = index_.declarations_.try_emplace({file_.target_namespace, path_});
    if (added) at->second.where = {file_.path, line()};
    current_ = added ? &at->second : nullptr;
    return before;
  }

  static std::string trimmed(const std::string& s) {
    const auto first = s.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
  }

 public:
  std::vector<std::string> imports;

 private:
  source_index& index_;
  source_file file_;
  const Locator* locator_ = nullptr;
  int depth_ = 0;
  std::string path_;
  std::vector<scope> scopes_;
  declaration* current_ = nullptr;
  bool in_name_ = false;
  std::string documentation_;
};

namespace {

void add_paths(const std::string& given, std::vector<std::string>& out, problems& found) {
  std::error_code failed;
  if (fs::is_directory(given, failed)) {
    std::vector<std::string> inside;
    for (const auto& entry : fs::recursive_directory_iterator(given, failed))
      if (entry.is_regular_file() && entry.path().extension() == ".xsd") inside.push_back(entry.path().string());
    std::ranges::sort(inside);
    if (inside.empty()) found.push_back({"SCHEMA-READ", "no .xsd file in this directory", {given, 0}});
    out.insert(out.end(), inside.begin(), inside.end());
  } else if (fs::is_regular_file(given, failed)) {
    out.push_back(given);
  } else {
    found.push_back({"SCHEMA-READ", "no such file or directory", {given, 0}});
  }
}

/// Files that include each other in a circle have no entry: the first of them is made one.
void open_circles(std::vector<source_file>& files) {
  std::set<std::string> entered;
  for (const auto& f : files)
    if (f.is_entry) entered.insert(f.target_namespace);
  for (auto& f : files)
    if (entered.insert(f.target_namespace).second) f.is_entry = true;
}

}  // namespace

source_index source_index::read(const std::vector<std::string>& given, problems& found) {
  start_xerces();
  source_index index;
  std::vector<std::string> waiting;
  for (const auto& g : given) add_paths(g, waiting, found);
  std::ranges::reverse(waiting);
  std::set<std::string> seen, included;
  while (!waiting.empty()) {
    const auto path = fs::path(waiting.back()).lexically_normal().string();
    waiting.pop_back();
    if (!seen.insert(fs::weakly_canonical(path).string()).second) continue;
    source_reader reader(path, index, found);
    index.files_.push_back(reader.parse());
    const auto& file = index.files_.back();
    for (const auto& i : file.includes) included.insert(fs::weakly_canonical(i).string());
    waiting.insert(waiting.end(), reader.imports.rbegin(), reader.imports.rend());
    waiting.insert(waiting.end(), file.includes.rbegin(), file.includes.rend());
  }
  for (auto& f : index.files_) f.is_entry = !included.contains(fs::weakly_canonical(f.path).string());
  std::ranges::sort(index.files_, {}, &source_file::path);
  open_circles(index.files_);
  return index;
}

const declaration* source_index::find(const std::string& ns, const std::string& path) const {
  for (const auto& owner : {ns, std::string()})
    if (const auto at = declarations_.find({owner, path}); at != declarations_.end()) return &at->second;
  return nullptr;
}

place source_index::place_of(const std::string& ns, const std::string& path) const {
  const auto* d = find(ns, path);
  return d ? d->where : place{};
}

}  // namespace iso20022::schemac
