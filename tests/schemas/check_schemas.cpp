// check_schemas OURS_DIR REFERENCE_DIR [SAMPLES_DIR]
//
// Proves that our schemas say what the published ISO 20022 schemas say: each message is loaded from ours and from the
// reference, or from the folder beside it that is called "-later", and compared component by component. A message that is in
// neither is said to be not compared. Then the component files and the FedNow files are loaded, and the
// samples, if a folder is given, are judged by the envelopes.
// Exit: 0 equal, 1 a difference (or a listed exception that no longer occurs), 77 no reference here.
#include "difference.hpp"
#include "grammar.hpp"
#include "schema_facts.hpp"

#include <xercesc/util/PlatformUtils.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>

namespace {

using namespace check_schemas;
namespace fs = std::filesystem;

constexpr int skipped = 77;

std::vector<fs::path> files_in(const fs::path& folder, const char* extension) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

class check {
 public:
  check(fs::path ours, fs::path reference) : ours_(std::move(ours)), reference_(std::move(reference)) {}

  void messages() {
    std::printf("%-18s %6s %10s %6s %11s %11s\n", "message", "types", "particles", "facets", "attributes",
                "differences");
    for (const auto& file : files_in(reference_, ".xsd")) guarded([&] { message(file.stem().string(), file); });
    for (const auto& file : files_in(ours_ / "iso20022", ".xsd")) {
      if (fs::exists(reference_ / file.filename())) continue;
      const auto later = fs::path(reference_.string() + "-later") / file.filename();
      guarded([&] { fs::exists(later) ? message(file.stem().string(), later) : alone(file.stem().string()); });
    }
    exceptions_occurred();
  }

  // Each component file stands alone, no name is defined twice, and none is without a user.
  void components() {
    const auto files = files_in(ours_ / "iso20022" / "components", ".xsd");
    for (const auto& file : files) guarded([&] { names_in({file}); });
    guarded([&] {
      const auto names = names_in(files);
      for (const auto& name : names)
        if (!used_.contains(name)) fail("components: no message uses " + name);
      std::printf("components: %zu files, %zu types, each file alone and all together\n", files.size(), names.size());
    });
  }

  void envelopes(const fs::path& samples) {
    for (const auto& file : files_in(ours_ / "fednow", ".xsd")) guarded([&] { grammar().load(file); });
    if (samples.empty()) return;
    guarded([&] {
      grammar both;
      both.load(ours_ / "fednow" / "fednow.incoming.v001.xsd");
      both.load(ours_ / "fednow" / "fednow.outgoing.v001.xsd");
      const auto documents = files_in(samples, ".xml");
      for (const auto& document : documents)
        if (const auto complaint = both.judge(document); !complaint.empty()) fail(complaint);
      std::printf("samples: %zu judged by the envelopes\n", documents.size());
    });
  }

  bool passed() const { return failures_ == 0; }

 private:
  template <class Do>
  void guarded(Do action) {
    try {
      action();
    } catch (const std::exception& e) {
      fail(e.what());
    }
  }

  void fail(const std::string& what) {
    ++failures_;
    std::printf("FAIL %s\n", what.c_str());
  }

  static std::string namespace_of(const std::string& id) { return "urn:iso:std:iso:20022:tech:xsd:" + id; }

  facts facts_of_ours(const std::string& id) {
    auto ours = read_facts(ours_ / "iso20022" / (id + ".xsd"), namespace_of(id), scope::reachable);
    used_.merge(type_names(ours));
    return ours;
  }

  /// A message of which no published schema is here.
  void alone(const std::string& id) {
    const auto ours = facts_of_ours(id);
    std::printf("%-18s %6zu %10zu %6zu %11zu %11s\n", id.c_str(), count(ours, fact_kind::type),
                count(ours, fact_kind::particle), count(ours, fact_kind::facet), count(ours, fact_kind::attribute),
                "NOT COMPARED: no published schema here");
  }

  void message(const std::string& id, const fs::path& published) {
    const auto ours = facts_of_ours(id);
    const auto reference = read_facts(published, namespace_of(id), scope::all);
    const auto found = differences(ours, reference);
    std::printf("%-18s %6zu %10zu %6zu %11zu %11zu\n", id.c_str(), count(ours, fact_kind::type),
                count(ours, fact_kind::particle), count(ours, fact_kind::facet), count(ours, fact_kind::attribute),
                found.size());
    for (const auto& d : found) judge(id, d);
  }

  static std::size_t count(const facts& all, fact_kind kind) {
    return std::ranges::count_if(all, [&](const auto& entry) { return entry.second.kind == kind; });
  }

  void judge(const std::string& id, const difference& d) {
    const auto& list = listed_exceptions();
    const auto listed = std::ranges::find_if(list, [&](const auto& e) { return e.message == id && e.expected == d; });
    const auto line = id + " " + d.path + ": ours " + d.ours + ", reference " + d.reference;
    if (listed == list.end()) return fail(line);
    occurred_.insert(listed - list.begin());
    std::printf("  listed: %s (%s)\n", line.c_str(), listed->reason.c_str());
  }

  void exceptions_occurred() {
    const auto& list = listed_exceptions();
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!occurred_.contains(i))
        fail("listed exception no longer occurs: " + list[i].message + " " + list[i].expected.path);
  }

  std::set<std::string> names_in(const std::vector<fs::path>& files) {
    std::string schema = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:all">)";
    for (const auto& file : files) schema += R"(<xs:include schemaLocation=")" + file.filename().string() + R"("/>)";
    schema += "</xs:schema>";
    return type_names(read_facts_of_text(schema, files.front().parent_path() / "all.xsd", "urn:all"));
  }

  fs::path ours_, reference_;
  std::set<std::string> used_;
  std::set<std::size_t> occurred_;
  int failures_ = 0;
};

int run(const fs::path& ours, const fs::path& reference, const fs::path& samples) {
  check all(ours, reference);
  all.messages();
  all.components();
  all.envelopes(samples);
  std::puts(all.passed() ? "equal" : "different");
  return all.passed() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) return std::fputs("check_schemas OURS_DIR REFERENCE_DIR [SAMPLES_DIR]\n", stderr), 2;
  if (!fs::is_directory(argv[2])) return std::printf("skipped: no reference schemas in %s\n", argv[2]), skipped;
  xercesc::XMLPlatformUtils::Initialize();
  const int verdict = run(argv[1], argv[2], argc == 4 ? argv[3] : "");
  xercesc::XMLPlatformUtils::Terminate();
  return verdict;
}
