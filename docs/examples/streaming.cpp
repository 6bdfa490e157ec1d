// What docs/guide/streaming.md shows.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/stream.hpp>
#include <iso20022/codec/to_text.hpp>
#include <iso20022/messages/camt_052_001_08.hpp>

#include <fstream>
#include <iostream>
#include <vector>

using namespace iso20022;

static int from_a_file(const std::string& name) {
  auto source = from_file(name);
  if (!source) return std::cout << source.error().message << '\n', 2;
  stream report("/Document/BkToCstmrAcctRpt/Rpt/Ntry");
  report.pull(*source);
  for (const stream_entry& entry : report) {
    if (const auto* e = entry.valid<model::ReportEntry10>()) std::cout << entry.index() << ": " << e->Amt.value << '\n';
    for (const issue& i : entry.issues()) std::cout << entry.path() << ": " << i.message << '\n';
  }
  if (const auto id = get(report.surroundings(), "/Document/BkToCstmrAcctRpt/GrpHdr/MsgId"))
    std::cout << "of " << *id << '\n';
  return report.report().ok() && !report.source_error() ? 0 : 1;
}

static bool chunk_by_chunk(std::ifstream& file) {
  stream report("/Document/BkToCstmrAcctRpt/Rpt/Ntry");
  unsigned valid = 0;
  const auto count = [&](const stream_entry& e) { valid += e.ok(); };
  std::vector<char> chunk(100);
  while (file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())), file.gcount() > 0)
    report.push(std::string_view(chunk.data(), static_cast<std::size_t>(file.gcount())), count);
  const bool ok = report.finish(count).ok();
  std::cout << valid << " entries are valid, all of it is " << (ok ? "" : "not ") << "valid\n";
  return ok;
}

int main(int argc, char** argv) {
  if (argc != 2) return std::cout << "usage: example_streaming FILE\n", 2;
  std::ifstream file(argv[1], std::ios::binary);
  chunk_by_chunk(file);
  return from_a_file(argv[1]);
}
