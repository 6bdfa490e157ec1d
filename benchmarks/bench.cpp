// All measurements in one process; `benchmarks/run` runs it several times and makes the table and the picture.
#include "codec/fast/fast_reader.hpp"
#include "honest.hpp"
#include "measure.hpp"
#include "peers.hpp"

#include <malloc.h>

#include <pugixml.hpp>

#include <cstdio>
#include <map>

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

namespace {

/// Freed memory stays in the process: otherwise pugixml would get the pages of a 48 MB tree from the system again and
/// again, which costs it more than the reading.
void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
  mallopt(M_TOP_PAD, 64 << 20);
}

std::string pugixml_version() {
  return std::to_string(PUGIXML_VERSION / 1000) + "." + std::to_string(PUGIXML_VERSION % 1000 / 10);
}

}  // namespace
}  // namespace iso20022::bench

int main(int argc, char** argv) {
  using namespace iso20022::bench;
  const std::string instruction_set(iso20022::fast::instruction_set());
  const std::string_view only = argc == 2 ? argv[1] : "";
  if (only == "--instruction-set") return std::puts(instruction_set.c_str()) < 0;
  if (only == "--check") return everybody_works() ? 0 : 1;
  keep_freed_memory();
  add_writing();
  add_reading();
  add_validating();
  benchmark::AddCustomContext("instruction_set", instruction_set);
  benchmark::AddCustomContext("pugixml", pugixml_version());
  benchmark::AddCustomContext("compiler", "g++ " __VERSION__);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
