// check_business_names SCHEMAS_DIR [TAG...]
//
// Every element and attribute of the schemas has a business name by the tables beside them, and every row of the
// tables is needed. With tags: prints their names. The algorithm is described at the top of business_names.tsv.
#include <xercesc/sax2/Attributes.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/PlatformUtils.hpp>

#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

using table = std::map<std::string, std::string, std::less<>>;

table read_table(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  table rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0 || tab + 1 == line.size() || line.find('\t', tab + 1) != std::string::npos)
      throw std::runtime_error(file.string() + ": not two columns: " + line);
    if (!rows.emplace(line.substr(0, tab), line.substr(tab + 1)).second)
      throw std::runtime_error(file.string() + ": twice: " + line);
  }
  return rows;
}

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)); }
bool begins_word(char c) { return is_digit(c) || std::isupper(static_cast<unsigned char>(c)); }

class namer {
 public:
  explicit namer(const fs::path& folder)
      : words_(read_table(folder / "business_names.tsv")),
        exceptions_(read_table(folder / "business_names_exceptions.tsv")) {}

  std::optional<std::string> name(std::string_view tag) {
    if (const auto whole = exceptions_.find(tag); whole != exceptions_.end()) {
      used_.insert(whole->first);
      return whole->second;
    }
    return spell_out(tag);
  }

  // Rows that no tag has needed so far.
  std::set<std::string> unused() const {
    std::set<std::string> left;
    for (const auto* rows : {&words_, &exceptions_})
      for (const auto& [key, words] : *rows)
        if (!used_.contains(key)) left.insert(key);
    return left;
  }

 private:
  std::optional<std::string> spell_out(std::string_view tag) {
    std::string name;
    while (!tag.empty()) {
      const auto length = is_digit(tag[0]) ? digits(tag) : longest(tag);
      if (length == 0) return std::nullopt;
      if (!name.empty()) name += ' ';
      name += words(tag.substr(0, length));
      tag.remove_prefix(length);
    }
    return name;
  }

  static std::size_t digits(std::string_view tag) {
    std::size_t n = 0;
    while (n < tag.size() && is_digit(tag[n])) ++n;
    return n;
  }

  // The longest abbreviation that the tag begins with and that ends where a word may end; 0 if there is none.
  std::size_t longest(std::string_view tag) const {
    for (auto n = tag.size(); n > 0; --n)
      if ((n == tag.size() || begins_word(tag[n])) && words_.contains(tag.substr(0, n))) return n;
    return 0;
  }

  std::string words(std::string_view token) {
    const auto row = words_.find(token);
    if (row == words_.end()) return std::string(token);  // a number
    used_.insert(row->first);
    return row->second;
  }

  table words_, exceptions_;
  std::set<std::string> used_;
};

// The name attributes of xs:element and xs:attribute.
class tag_collector : public xercesc::DefaultHandler {
 public:
  void startElement(const XMLCh*, const XMLCh* local, const XMLCh*, const xercesc::Attributes& attributes) override {
    const auto kind = narrow(local);
    if (kind != "element" && kind != "attribute") return;
    for (XMLSize_t i = 0; i < attributes.getLength(); ++i)
      if (narrow(attributes.getLocalName(i)) == "name") tags.insert(narrow(attributes.getValue(i)));
  }

  std::set<std::string> tags;

 private:
  static std::string narrow(const XMLCh* chars) {
    char* copy = xercesc::XMLString::transcode(chars);
    std::string result = copy;
    xercesc::XMLString::release(&copy);
    return result;
  }
};

std::set<std::string> tags_in(const fs::path& folder) {
  tag_collector collector;
  const std::unique_ptr<xercesc::SAX2XMLReader> reader(xercesc::XMLReaderFactory::createXMLReader());
  reader->setContentHandler(&collector);
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".xsd") reader->parse(entry.path().c_str());
  return collector.tags;
}

int check_all(namer& names, const fs::path& folder) {
  const auto tags = tags_in(folder);
  int failures = 0;
  for (const auto& tag : tags)
    if (!names.name(tag)) ++failures, std::printf("FAIL no name: %s\n", tag.c_str());
  for (const auto& row : names.unused()) ++failures, std::printf("FAIL no tag needs the row: %s\n", row.c_str());
  std::printf("%zu tags, %d failures\n", tags.size(), failures);
  return failures == 0 && !tags.empty() ? 0 : 1;
}

int run(int argc, char** argv) {
  namer names(argv[1]);
  if (argc == 2) return check_all(names, argv[1]);
  for (int i = 2; i < argc; ++i) std::printf("%s\t%s\n", argv[i], names.name(argv[i]).value_or(argv[i]).c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return std::fputs("check_business_names SCHEMAS_DIR [TAG...]\n", stderr), 2;
  xercesc::XMLPlatformUtils::Initialize();
  int verdict = 1;
  try {
    verdict = run(argc, argv);
  } catch (const std::exception& e) {
    std::printf("FAIL %s\n", e.what());
  }
  xercesc::XMLPlatformUtils::Terminate();
  return verdict;
}
