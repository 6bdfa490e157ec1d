// Reading: validated and typed, from input without padding, beside the peers.
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/stream.hpp>
#include <iso20022/schema/loader.hpp>

#include "measure.hpp"
#include "peers.hpp"

#include <map>

namespace iso20022::bench {

namespace {

void ours(benchmark::State& s, const corpus& c) {
  reader r;
  measure(s, c, [&](const std::string& d) { return r.read(d).ok(); });
  s.counters["fast"] = static_cast<double>(r.statistics().fast);
  s.counters["general"] = static_cast<double>(r.statistics().general);
}

// The same from input that is padded already: no copy.
void ours_padded(benchmark::State& s, const corpus& c) {
  corpus padded = c;
  for (auto& d : padded.documents) d.append(input_padding, ' ');
  reader r;
  measure(s, padded, [&](const std::string& d) {
    return r.read(padded_input{reinterpret_cast<const std::byte*>(d.data()), d.size() - input_padding}).ok();
  });
}

// With the general reader alone: what an unusual document costs.
void ours_general(benchmark::State& s, const corpus& c) {
  reader r(schema::registry::builtin(), read_options{.limits = {}, .general_only = true});
  measure(s, c, [&](const std::string& d) { return r.read(d).ok(); });
}

// With a schema that was loaded at run time instead of compiled in.
void ours_loaded(benchmark::State& s, const corpus& c) {
  static const std::string files[] = {ISO20022_SCHEMAS};
  static const auto registry = load_schemas(files);
  if (!registry) return s.SkipWithError(registry.error().message.c_str());
  reader r(*registry);
  measure(s, c, [&](const std::string& d) { return r.read(d).ok(); });
}

// Entry by entry, in constant memory.
void ours_streamed(benchmark::State& s, const corpus& c) {
  stream in("/Document/BkToCstmrAcctRpt/Rpt/Ntry");
  std::size_t entries = 0;
  measure(s, c, [&](const std::string& d) {
    in.restart();
    const auto count = [&](const stream_entry& e) { entries += e.ok(); };
    in.push(std::string_view(d), count);
    return in.finish(count).ok();
  });
  s.counters["fast"] = static_cast<double>(in.statistics().fast);
  s.counters["general"] = static_cast<double>(in.statistics().general);
}

/// Each peer is made once: its schemas are parsed once, its memory is warm.
peer& peer_of(const peer_kind& kind) {
  static std::map<std::string, std::unique_ptr<peer>> made;
  auto& p = made[kind.name];
  if (!p) p = kind.make();
  return *p;
}

/// In other ways than the usual one only what shows something is measured.
bool shows_other_ways(const std::string& corpus) { return corpus == "mixed" || corpus == "envelope" || corpus == "random"; }

}  // namespace

bool is_pacs008(const std::string& corpus) {
  return corpus.starts_with("pacs008") || corpus == "rich" || corpus == "mixed" || corpus == "prefix";
}

void add_reading() {
  for (const auto& name : all_corpora()) {
    add("read", name, "ours", [name](auto& s) { ours(s, *corpus_for(name)); });
    if (shows_other_ways(name)) {
      add("read", name, "ours, padded input", [name](auto& s) { ours_padded(s, *corpus_for(name)); });
      add("read", name, "ours, general reader", [name](auto& s) { ours_general(s, *corpus_for(name)); });
    }
    if (name == "mixed")
      add("read", name, "ours, schema loaded at run time", [name](auto& s) { ours_loaded(s, *corpus_for(name)); });
    if (name == "camt052") add("read", name, "ours, streamed", [name](auto& s) { ours_streamed(s, *corpus_for(name)); });
    for (const auto& p : reading_peers()) {
      if (p.only_pacs008 && !is_pacs008(name)) continue;
      add("read", name, p.name, [name, p](auto& s) {
        peer& parser = peer_of(p);
        measure(s, *corpus_for(name), [&](const std::string& d) { return parser.read(d); });
      });
    }
  }
}

}  // namespace iso20022::bench
