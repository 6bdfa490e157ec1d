// Writing: messages that were read, as compact XML into a string that is reused; beside pugixml's raw save of its tree.
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <pugixml.hpp>

#include "measure.hpp"

namespace iso20022::bench {

namespace {

/// Messages that stand alone, as services keep them: each in one block of memory.
std::vector<owned_message> owned_messages(const corpus& c) {
  reader r;
  std::vector<owned_message> all;
  for (const auto& d : c.documents) all.push_back(own(r.read(d).valid()));
  return all;
}

/// Runs `one` over all of `items` per iteration.
template <class Items, class F>
void measure_items(benchmark::State& s, const corpus& c, const Items& items, F one) {
  for (auto _ : s)
    for (const auto& i : items)
      if (!one(i)) return s.SkipWithError("could not write");
  s.counters["documents"] = static_cast<double>(c.documents.size());
  s.counters["bytes"] = static_cast<double>(c.bytes());
}

void ours(benchmark::State& s, const corpus& c, bool check_first) {
  const auto messages = owned_messages(c);
  const writer w;
  std::string out;
  measure_items(s, c, messages, [&](const owned_message& owned) {
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
  std::vector<std::unique_ptr<pugi::xml_document>> trees;
  for (const auto& d : c.documents) {
    trees.push_back(std::make_unique<pugi::xml_document>());
    trees.back()->load_buffer(d.data(), d.size());
  }
  appender a;
  measure_items(s, c, trees, [&](const auto& tree) {
    a.out.clear();
    tree->save(a, "", pugi::format_raw);
    return !a.out.empty();
  });
}

}  // namespace

void add_writing() {
  for (const auto& name : all_corpora()) {
    add("write", name, "ours", [name](auto& s) { ours(s, *corpus_for(name), false); });
    add("write", name, "ours, checked first", [name](auto& s) { ours(s, *corpus_for(name), true); });
    add("write", name, "pugixml", [name](auto& s) { pugixml(s, *corpus_for(name)); });
  }
}

}  // namespace iso20022::bench
