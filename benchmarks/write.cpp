// Writing: messages that were read, as compact XML into a string that is reused; beside pugixml's raw save of its tree.
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>
#include <pugixml.hpp>

#include "measure.hpp"

namespace iso20022::bench {

namespace {

/// One reader a message: each keeps its own.
struct messages {
  std::vector<std::unique_ptr<reader>> readers;
  std::vector<message> all;

  explicit messages(const corpus& c) {
    for (const auto& d : c.documents) {
      readers.push_back(std::make_unique<reader>());
      all.push_back(readers.back()->read(d).valid());
    }
  }
};

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
  const messages m(c);
  const writer w;
  std::string out;
  measure_items(s, c, m.all, [&](const message& one) {
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
