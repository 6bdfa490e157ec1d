// One measurement: a corpus read (or written) from its first document to its last, again and again.
#pragma once

#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <string>

#include "corpora.hpp"

namespace iso20022::bench {

using shared_corpus = std::shared_ptr<const corpus>;

/// Runs `one` over all documents of the corpus per iteration. Counters say how many documents and bytes that is.
template <class F>
void measure(benchmark::State& s, const corpus& c, F one) {
  for (auto _ : s)
    for (const auto& d : c.documents)
      if (!one(d)) return s.SkipWithError("refused a document");
  s.counters["documents"] = static_cast<double>(c.documents.size());
  s.counters["bytes"] = static_cast<double>(c.bytes());
}

/// Registers "verb/corpus/who".
void add(const std::string& verb, const std::string& corpus, const std::string& who,
         std::function<void(benchmark::State&)>);

/// The corpora by name, each made once: those of corpora.hpp and "random".
shared_corpus corpus_for(const std::string& name);
std::vector<std::string> all_corpora();

void add_reading();
void add_validating();
void add_writing();

}  // namespace iso20022::bench
