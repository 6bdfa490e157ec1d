// iso20022 bench: how fast this machine reads, validates and writes the user's own messages.
#include "commands.hpp"
#include "input.hpp"

#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>

namespace iso20022::cli {
namespace {

struct arguments {
  std::vector<std::string> files;
  bool json = false;
  unsigned milliseconds = 1000;
};

struct corpus {
  std::vector<std::string> messages;
  std::uint64_t bytes = 0;
};

struct timing {
  std::uint64_t picoseconds_per_message = 0;
  std::uint64_t bytes_per_second = 0;
};

/// Runs `pass` over `count` messages until the time is used up and keeps the fastest pass; it gives the bytes it handled.
timing fastest(const arguments& a, std::size_t count, const std::function<std::uint64_t()>& pass) {
  if (count == 0) return {};
  using clock = std::chrono::steady_clock;
  pass();  // warm-up
  std::uint64_t best = ~std::uint64_t{0}, bytes = 0;
  const auto until = clock::now() + std::chrono::milliseconds(a.milliseconds);
  do {
    const auto start = clock::now();
    bytes = pass();
    const auto ns = static_cast<std::uint64_t>(std::chrono::nanoseconds(clock::now() - start).count());
    if (ns < best) best = ns ? ns : 1;
  } while (clock::now() < until);
  return {best * 1000 / count, static_cast<std::uint64_t>(static_cast<unsigned __int128>(bytes) * 1000000000u / best)};
}

void print(const arguments& a, const char* verb, const timing& t, bool last) {
  const auto ns = static_cast<unsigned long long>(t.picoseconds_per_message / 1000);
  const auto rest = static_cast<unsigned>(t.picoseconds_per_message % 1000 / 100);
  const auto rate = static_cast<unsigned long long>(t.bytes_per_second);
  if (a.json)
    std::printf("\"%s\":{\"ns_per_message\":%llu.%u,\"bytes_per_second\":%llu}%s", verb, ns, rest, rate,
                last ? "" : ",");
  else std::printf("  %-9s %8llu.%u ns a message %8llu MB/s\n", verb, ns, rest, rate / 1000000);
}

int measure(const arguments& a, const corpus& c) {
  reader in;
  writer out;
  std::string text;
  const auto read = fastest(a, c.messages.size(), [&] {
    for (const auto& m : c.messages) in.read(m);
    return c.bytes;
  });
  const auto validate = fastest(a, c.messages.size(), [&] {
    for (const auto& m : c.messages) in.validate(m);
    return c.bytes;
  });
  std::vector<owned_message> messages;  // the valid ones
  for (const auto& m : c.messages)
    if (const auto r = in.read(m); r.ok()) messages.push_back(own(r.valid()));
  const auto write = fastest(a, messages.size(), [&] {
    std::uint64_t bytes = 0;
    for (const auto& m : messages) text.clear(), out.write_checked(m.get(), text), bytes += text.size();
    return bytes;
  });
  if (a.json) std::printf("{");
  else std::printf("%zu message%s, %llu bytes, %zu valid\n", c.messages.size(), c.messages.size() == 1 ? "" : "s",
                   static_cast<unsigned long long>(c.bytes), messages.size());
  print(a, "read", read, false);
  print(a, "validate", validate, false);
  print(a, "write", write, true);
  if (a.json) std::printf("}\n");
  return messages.size() == c.messages.size() ? all_valid : some_invalid;
}

int run(const arguments& a) {
  corpus c;
  for (const auto& file : expand(a.files)) {
    std::string why;
    auto bytes = load(file, why);
    if (!bytes) return std::fprintf(stderr, "iso20022: cannot read %s: %s\n", file.c_str(), why.c_str()), unreadable;
    c.bytes += bytes->size();
    c.messages.push_back(std::move(*bytes));
  }
  return measure(a, c);
}

}  // namespace

void add_bench(CLI::App& program, int& status) {
  auto* command = program.add_subcommand(
      "bench", "Read every file into memory and measure on this machine: read, validate, and write of the valid ones. "
               "The fastest pass over all files counts.");
  const auto a = std::make_shared<arguments>();
  command->add_option("DIR", a->files, "Directories or files of messages")->required();
  command->add_flag("--json", a->json, "The figures as one JSON object");
  command->add_option("--time", a->milliseconds, "Milliseconds to spend on each verb")->capture_default_str();
  command->callback([a, &status] { status = run(*a); });
}

}  // namespace iso20022::cli
