// One measurement: a corpus read (or written) from its first document to its last, again and again.
#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <string>

#include "corpora.hpp"

namespace iso20022::bench {

using shared_corpus = std::shared_ptr<const corpus>;

/// Runs `one`, which says whether it worked, over all of `items` per iteration; once before, so that all memory is warm.
/// Counters say how many documents and bytes of the corpus that is.
template <class Items, class F>
void measure(benchmark::State& s, const corpus& c, const Items& items, F one) {
  for (const auto& i : items)
    if (!one(i)) return s.SkipWithError("refused");
  for (auto _ : s)
    for (const auto& i : items)
      if (!one(i)) return s.SkipWithError("refused");
  s.counters["documents"] = static_cast<double>(c.documents.size());
  s.counters["bytes"] = static_cast<double>(c.bytes());
}

/// The same over the corpus' documents.
template <class F>
void measure(benchmark::State& s, const corpus& c, F one) {
  measure(s, c, c.documents, one);
}

/// Registers "verb/corpus/who".
void add(const std::string& verb, const std::string& corpus, const std::string& who,
         std::function<void(benchmark::State&)>);

/// The corpora by name, each made once: those of corpora.hpp and "random".
shared_corpus corpus_for(const std::string& name);
std::vector<std::string> all_corpora();
/// Whether the corpus holds bare pacs.008 only, which is what CodeSynthesis has classes for.
bool is_pacs008(const std::string& corpus);

void add_reading();
void add_validating();
void add_writing();

}  // namespace iso20022::bench
