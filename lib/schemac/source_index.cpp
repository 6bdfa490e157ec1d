#include "schemac/source_index.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <xercesc/framework/LocalFileInputSource.hpp>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/sax/Locator.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/Attributes.hpp>
#include <xercesc/util/XMLUni.hpp>

#include "schemac/refusals.hpp"
#include "schemac/xerces.hpp"

namespace iso20022::schemac {

namespace fs = std::filesystem;
using namespace xercesc;

namespace {

constexpr std::string_view xsd_uri = "http://www.w3.org/2001/XMLSchema";

constexpr int max_depth = 256;
constexpr std::size_t longest_name = 60;  // of documentation that could be a name, in bytes


}  // namespace

/// One file: notes declarations and references, complains about what is refused.
class source_reader : public complaints {
 public:
  source_reader(std::string path, source_index& index, problems& found) : complaints(found), index_(index) {
    file_.path = std::move(path);
  }

  /// `text`: the file's content when it lies in memory, else null.
  source_file parse(const std::string* text) {
    const auto reader = make_reader();
    reader->setContentHandler(this);
    reader->setErrorHandler(this);
    reader->setLexicalHandler(this);
    reader->setEntityResolver(this);
    const utf16 absolute(fs::absolute(file_.path).string());
    try {
      if (text) reader->parse(MemBufInputSource(reinterpret_cast<const XMLByte*>(text->data()), text->size(), absolute));
      else reader->parse(LocalFileInputSource(absolute));
    } catch (const XMLException& e) {
      complain("SCHEMA-READ", utf8(e.getMessage()));
    } catch (const SAXException&) {  // already told: NOLINT(bugprone-empty-catch)
    }
    return std::move(file_);
  }

  void setDocumentLocator(const Locator* l) override { locator_ = l; }

  void startDTD(const XMLCh*, const XMLCh*, const XMLCh*) override {
    complain("SCHEMA-REFUSED", "a DOCTYPE in a schema");
  }

  void startElement(const XMLCh* uri, const XMLCh* local, const XMLCh*, const Attributes& a) override {
    const std::string name = utf8(uri) == xsd_uri ? utf8(local) : "";
    if (depth_ == 0 && name != "schema")
      complain("SCHEMA-READ", "this is no XML Schema: it starts with <" + utf8(local) + ">");
    if (name == "schema" && depth_ == 0) file_.target_namespace = attribute_of(a, "targetNamespace");
    if (++depth_ == max_depth) complain("SCHEMA-REFUSED", "elements within elements, more than 255 deep");
    static constexpr std::string_view particles[] = {"element", "any", "group", "choice", "sequence"};
    if (!scopes_.empty() && std::ranges::find(particles, name) != std::end(particles)) scopes_.back().empty_choice = 0;
    scopes_.push_back(scope_of(name, a));
    if (name == "choice" && !in_annotation_ && attribute_of(a, "minOccurs") != "0") scopes_.back().empty_choice = line();
    if (name == "annotation") in_annotation_ = true;
    if (!in_annotation_) look_at(name, a);
    in_name_ = name == "documentation" && may_be_name(attribute_of(a, "source"));
    documentation_.clear();
  }

  void endElement(const XMLCh*, const XMLCh*, const XMLCh*) override {
    if (in_name_ && current_) note_name(trimmed(documentation_));
    in_name_ = false;
    --depth_;
    path_.resize(scopes_.back().path_length);
    current_ = scopes_.back().outer;
    in_annotation_ = scopes_.back().in_annotation;
    if (const auto at = scopes_.back().empty_choice)
      found_.push_back({"SCHEMA-REFUSED", "an xs:choice of nothing, which no content can satisfy, is not supported", {file_.path, at}});
    repetition_ = scopes_.back().repetition;
    scopes_.pop_back();
  }

  void characters(const XMLCh* s, XMLSize_t n) override {
    if (in_name_) documentation_ += utf8(std::basic_string<XMLCh>(s, n).c_str());
  }

 private:
  struct scope {
    std::size_t path_length;
    declaration* outer;
    bool in_annotation;
    std::uint64_t repetition;
    unsigned empty_choice = 0;  // an xs:choice that must come and has no particle so far: its line
  };

  /// ISO calls names source="Name"; documentation without a source is taken for one when it is short and alone.
  bool may_be_name(const std::string& source) {
    surely_name_ = source == "Name";
    return surely_name_ || source.empty();
  }
  void note_name(const std::string& text) {
    const bool short_line = text.size() <= longest_name && text.find('\n') == std::string::npos;
    if (surely_name_ || (short_line && current_->documented_name.empty())) current_->documented_name = text;
  }

  unsigned line() const { return locator_ ? static_cast<unsigned>(locator_->getLineNumber()) : 0; }
  void complain(const char* code, std::string message) {
    found_.push_back({code, std::move(message), {file_.path, line()}});
  }

  void look_at(const std::string& name, const Attributes& a) {
    if (name == "include" || name == "import") follow(name, attribute_of(a, "schemaLocation"));
    for (auto& why : refusals_of(name, a, repetition_)) complain("SCHEMA-REFUSED", std::move(why));
    const auto reference = name == "group" ? attribute_of(a, "ref") : "";
    const bool named = !attribute_of(a, "name").empty();
    if (name == "element" || name == "any" || !reference.empty())
      index_.sizes_.add(named ? path_.substr(0, path_.rfind('/')) : path_, {file_.path, line()}, repetition_, reference);
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
    const scope before{path_.size(), current_, in_annotation_, repetition_};
    std::string name = attribute_of(a, "name");
    if (name.empty() || kind.empty()) return before;
    if (kind == "attribute") name.insert(name.begin(), '@');
    if (!path_.empty() || kind == "element") path_ += "/";
    path_ += name;
    const auto [at, added] = index_.declarations_.try_emplace({file_.target_namespace, path_});
    if (added) at->second.where = {file_.path, line()};
    else at->second.again.push_back({file_.path, line()});
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
  bool in_name_ = false, surely_name_ = false, in_annotation_ = false;
  std::uint64_t repetition_ = 1;  // of the groups around
  std::string documentation_;
};

namespace {

void add_paths(const sources& all, const std::string& given, std::vector<std::string>& out, problems& found) {
  std::error_code failed;
  if (all.text(given)) {
    out.push_back(given);
  } else if (fs::is_directory(given, failed)) {
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
  std::map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < files.size(); ++i) at[fs::weakly_canonical(files[i].path).string()] = i;
  std::vector<bool> reached(files.size());
  const auto reach = [&](std::size_t first) {
    std::vector<std::size_t> waiting{first};
    while (!waiting.empty()) {
      const auto i = waiting.back();
      waiting.pop_back();
      if (reached[i]) continue;
      reached[i] = true;
      for (const auto& included : files[i].includes)
        if (const auto to = at.find(fs::weakly_canonical(included).string()); to != at.end()) waiting.push_back(to->second);
    }
  };
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].is_entry) reach(i);
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!reached[i]) files[i].is_entry = true, reach(i);
}

}  // namespace

source_index source_index::read(const sources& given, problems& found) {
  start_xerces();
  source_index index;
  std::vector<std::string> waiting;
  for (const auto& g : given.paths) add_paths(given, g, waiting, found);
  std::ranges::reverse(waiting);
  std::set<std::string> seen, included;
  while (!waiting.empty()) {
    const auto path = fs::path(waiting.back()).lexically_normal().string();
    waiting.pop_back();
    if (!seen.insert(fs::weakly_canonical(path).string()).second) continue;
    source_reader reader(path, index, found);
    index.files_.push_back(reader.parse(given.text(path)));
    const auto& file = index.files_.back();
    for (const auto& i : file.includes) included.insert(fs::weakly_canonical(i).string());
    waiting.insert(waiting.end(), reader.imports.rbegin(), reader.imports.rend());
    waiting.insert(waiting.end(), file.includes.rbegin(), file.includes.rend());
  }
  for (auto& f : index.files_) f.is_entry = !included.contains(fs::weakly_canonical(f.path).string());
  index.sizes_.refuse_large(found);
  std::ranges::sort(index.files_, {}, &source_file::path);
  open_circles(index.files_);
  return index;
}

const declaration* source_index::find(const std::string& ns, const std::string& path) const {
  for (const auto& owner : {ns, std::string()})
    if (const auto at = declarations_.find({owner, path}); at != declarations_.end()) return &at->second;
  return nullptr;
}

place source_index::other_place(const std::string& name, const place& known) const {
  const auto is_known = [&](const place& p) { return p.file == known.file && p.line == known.line; };
  for (const auto& path : {name, "/" + name, "@" + name})
    for (const auto& [key, found] : declarations_) {
      if (key.second != path) continue;
      if (!is_known(found.where)) return found.where;
      const auto at = std::ranges::find_if_not(found.again, is_known);
      if (at != found.again.end()) return *at;
    }
  return {};
}

place source_index::place_of(const std::string& ns, const std::string& path) const {
  const auto* d = find(ns, path);
  return d ? d->where : place{};
}

}  // namespace iso20022::schemac
