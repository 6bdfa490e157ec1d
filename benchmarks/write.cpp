// Writing: messages that were read, as compact XML into a string that is reused; beside pugixml's raw save of its tree.
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <pugixml.hpp>

#include "measure.hpp"

#include <map>

namespace iso20022::bench {

namespace {

/// Messages that stand alone, as services keep them: each in one block of memory.
const std::vector<owned_message>& owned_messages(const corpus& c) {
  static std::map<std::string, std::vector<owned_message>> made;
  auto& all = made[c.name];
  reader r;
  for (std::size_t i = all.size(); i < c.documents.size(); ++i) all.push_back(own(r.read(c.documents[i]).valid()));
  return all;
}

using tree_pointer = std::unique_ptr<pugi::xml_document>;

const std::vector<tree_pointer>& trees_of(const corpus& c) {
  static std::map<std::string, std::vector<tree_pointer>> made;
  auto& all = made[c.name];
  for (std::size_t i = all.size(); i < c.documents.size(); ++i) {
    all.push_back(std::make_unique<pugi::xml_document>());
    all.back()->load_buffer(c.documents[i].data(), c.documents[i].size());
  }
  return all;
}

void ours(benchmark::State& s, const corpus& c, bool check_first) {
  const auto& messages = owned_messages(c);
  const writer w;
  std::string out;
  measure(s, c, messages, [&](const owned_message& owned) {
    const message one = owned.get();
    out.clear();
    if (check_first) return w.write(one, out);
    w.write_checked(one, out);
    return !out.empty();
  });
}

struct appender final : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

void pugixml(benchmark::State& s, const corpus& c) {
  appender a;
  measure(s, c, trees_of(c), [&](const auto& tree) {
    a.out.clear();
    tree->save(a, "", pugi::format_raw);
    return !a.out.empty();
  });
}

}  // namespace

void add_writing() {
  for (const auto& name : all_corpora()) {
    // Made before anything is measured, while memory is in order: scattered over it pugixml's trees take half as long again.
    owned_messages(*corpus_for(name));
    trees_of(*corpus_for(name));
    add("write", name, "ours", [name](auto& s) { ours(s, *corpus_for(name), false); });
    if (name != "camt052") add("write", name, "ours, checked first", [name](auto& s) { ours(s, *corpus_for(name), true); });
    add("write", name, "pugixml", [name](auto& s) { pugixml(s, *corpus_for(name)); });
  }
}

}  // namespace iso20022::bench
