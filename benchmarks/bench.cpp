// All measurements in one process; `benchmarks/run` runs it several times and makes the table and the picture.
#include <cstdio>
#include <map>

#include "codec/fast/fast_reader.hpp"
#include "measure.hpp"
#include "peers.hpp"

namespace iso20022::bench {

void add(const std::string& verb, const std::string& corpus, const std::string& who,
         std::function<void(benchmark::State&)> f) {
  benchmark::RegisterBenchmark((verb + "/" + corpus + "/" + who).c_str(), [f](benchmark::State& s) { f(s); });
}

shared_corpus corpus_for(const std::string& name) {
  static std::map<std::string, shared_corpus> made;
  auto& c = made[name];
  if (!c) c = std::make_shared<const corpus>(name == "random" ? random_messages() : corpus_named(name));
  return c;
}

std::vector<std::string> all_corpora() {
  std::vector<std::string> names;
  for (const auto n : corpus_names()) names.emplace_back(n);
  names.emplace_back("random");
  return names;
}

}  // namespace iso20022::bench

int main(int argc, char** argv) {
  using namespace iso20022::bench;
  if (argc == 2 && std::string_view(argv[1]) == "--peers") {
    for (const auto& p : reading_peers()) std::printf("%s\t%s\n", p.name, p.what);
    return 0;
  }
  add_reading();
  add_validating();
  add_writing();
  benchmark::AddCustomContext("instruction_set", std::string(iso20022::fast::instruction_set()));
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
