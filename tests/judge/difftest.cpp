// The differential test as a program; `difftest --help` explains it.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>

#include "difftest_options.hpp"
#include "judged_set.hpp"
#include "known_differences.hpp"
#include "mutate.hpp"
#include "tally.hpp"

namespace iso20022::judge {

namespace {

// Mutants of one valid document; the document itself is the first of its cases.
constexpr std::uint64_t mutants_each = 16;
constexpr unsigned saved_each = 4;  // findings of one mutation that are worth a file

/// What a thread is at, for when it crashes.
struct at_work {
  std::uint64_t number = 0;
  const char* document = nullptr;
  std::size_t size = 0;
};
thread_local at_work current;
std::string crash_file;

// A crash is a finding too: say which case it was and keep the document. Only calls that a signal handler may make.
void crashed(int signal) {
  char b[128];
  const int n = std::snprintf(b, sizeof b, "\ncrashed (signal %d) on case %llu; the document: ", signal,
                              static_cast<unsigned long long>(current.number));
  const int file = open(crash_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  bool ok = write(2, b, static_cast<std::size_t>(n)) > 0 && write(2, crash_file.data(), crash_file.size()) > 0;
  ok = ok && write(2, "\n", 1) > 0 && write(file, current.document, current.size) >= 0;
  _exit(ok ? 3 : 4);
}

class run {
 public:
  run(const difftest_options& o, const judged_set& set, const xerces_grammars& g)
      : o_(o), set_(set), grammars_(g), image_(set.registry.image_base()) {
    for (const auto& m : all_mutations())
      if (o.groups.empty() || std::ranges::find(o.groups, m.group) != o.groups.end()) mutations_.push_back(m);
    for (unsigned i = 0; i < image_.roots().size(); ++i)
      if (o.kinds.empty() || std::ranges::find(o.kinds, kind(i)) != o.kinds.end()) kinds_.push_back(i);
    documents_ = (o.count + mutants_each - 1) / mutants_each;
  }

  bool possible() const { return !kinds_.empty() && !mutations_.empty(); }

  tally all() {
    if (o_.only) return one(*o_.only);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1u, o_.threads); ++i) threads.emplace_back([this] { work(); });
    std::thread reporter([this] { report_progress(); });
    for (auto& t : threads) t.join();
    finished_ = true;
    reporter.join();
    return total_;
  }

 private:
  std::string kind(unsigned root) const { return std::string(image_.string(image_.roots()[root].message_id)); }

  void work() {
    opinions all(grammars_, set_.files, o_.isas, set_.registry);
    tally mine;
    for (std::uint64_t d; (d = next_.fetch_add(1)) < documents_;) document_and_mutants(d, 0, mutants_each, all, mine);
    const std::lock_guard lock(mutex_);
    total_ += mine;
  }

  tally one(std::uint64_t number) {
    opinions all(grammars_, set_.files, o_.isas, set_.registry);
    tally mine;
    document_and_mutants(number / (mutants_each + 1), number % (mutants_each + 1), number % (mutants_each + 1), all,
                         mine);
    return mine;
  }

  /// Cases `first` to `last` of document `d`; case 0 is the document unchanged.
  void document_and_mutants(std::uint64_t d, std::uint64_t first, std::uint64_t last, opinions& all, tally& t) {
    random r(seed_of(o_.seed, d));
    const unsigned root = kinds_[d % kinds_.size()];
    const auto doc = generate(image_, root, draw_options(r, image_), r.next());
    for (std::uint64_t i = first; i <= last; ++i) {
      current.number = d * (mutants_each + 1) + i;
      random mine(seed_of(o_.seed ^ 0x6a756467, current.number));
      if (i == 0)
        judge_one(kind(root), "unchanged", "unchanged", doc.xml, "", true, all, t);
      else if (const auto m = mutate(image_, doc, mutations_, mine); m.first)
        judge_one(kind(root), m.first->group, m.first->name, m.xml, m.names, mine.one_in(4), all, t);
    }
    done_ += last - first + 1;
  }

  static generate_options draw_options(random& r, schema::image tables) {
    static constexpr richness rich[] = {richness::minimal, richness::random, richness::random, richness::random};
    generate_options g;
    g.how = r.one_in(40) ? richness::maximal : r.pick(rich);
    g.style = random_style(r);
    if (r.one_in(2)) g.focus = 2 + r.below(tables.head().rows.count - 2);
    static constexpr unsigned sizes[] = {20, 60, 60, 150, 300};
    g.elements = r.pick(sizes);
    static constexpr unsigned special[] = {0, 30, 140, 140, 600};
    g.special_per_mille = r.pick(special);
    g.astral = r.one_in(4);
    return g;
  }

  void judge_one(const std::string& kind, std::string_view group, std::string_view name, const std::string& xml,
                 const std::string& names, bool thorough, opinions& all, tally& t) {
    current.document = xml.data(), current.size = xml.size();
    const auto c = all.compare(xml, thorough);
    t.add(kind, group, name, c);
    valid_ += c.xerces_valid;
    if (c.what == finding::none && !o_.only) return;
    if (!c.known.empty() && !o_.only) return void(++explained_);
    unexplained_ += c.what != finding::none && c.known.empty();
    save(kind, name, xml, names, c, all);
  }

  void save(const std::string& kind, std::string_view name, const std::string& xml, const std::string& names,
            const comparison& c, opinions& all) {
    {
      const std::lock_guard lock(mutex_);
      if (++saved_[std::string(name) + std::string(finding_name(c.what))] > saved_each) return;
    }
    const auto file = std::filesystem::path(o_.out) / ("case" + std::to_string(current.number));
    std::filesystem::create_directories(o_.out);
    std::ofstream(file.string() + ".xml", std::ios::binary) << xml;
    const std::string small = c.what == finding::none ? xml : all.shrink(xml);
    std::ofstream(file.string() + ".small.xml", std::ios::binary) << small;
    std::ofstream(file.string() + ".txt")
        << "kind:     " << kind << "\nmutation: " << names << "\nseed:     " << o_.seed
        << "\nfinding:  " << finding_name(c.what) << "\n\n"
        << c.detail << "\n\nas found\n"
        << all.all(xml) << "\nmade small\n"
        << all.all(small);
  }

  void report_progress() {
    using clock = std::chrono::steady_clock;
    const auto start = clock::now();
    const bool terminal = isatty(2) != 0;
    const std::uint64_t whole = documents_ * (mutants_each + 1);
    for (unsigned tick = 1; !finished_; ++tick) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      if (!finished_ && (terminal ? tick % 5 : tick % 300) != 0) continue;
      const double s = std::chrono::duration<double>(clock::now() - start).count();
      const auto done = done_.load();
      std::fprintf(stderr,
                   "%s%9llu of %llu  %5.1f %%  %6.0f a second  valid %4.1f %%  explained %llu  unexplained %llu%s",
                   terminal ? "\r" : "", static_cast<unsigned long long>(done), static_cast<unsigned long long>(whole),
                   100.0 * static_cast<double>(done) / static_cast<double>(whole), static_cast<double>(done) / s,
                   done ? 100.0 * static_cast<double>(valid_.load()) / static_cast<double>(done) : 0,
                   static_cast<unsigned long long>(explained_.load()),
                   static_cast<unsigned long long>(unexplained_.load()), terminal ? "" : "\n");
    }
    if (terminal) std::fputc('\n', stderr);
  }

  const difftest_options& o_;
  const judged_set& set_;
  const xerces_grammars& grammars_;
  schema::image image_;
  std::vector<mutation> mutations_;
  std::vector<unsigned> kinds_;
  std::uint64_t documents_ = 0;
  std::atomic<std::uint64_t> next_{0}, done_{0}, valid_{0}, explained_{0}, unexplained_{0};
  std::atomic<bool> finished_{false};
  std::mutex mutex_;
  tally total_;
  std::map<std::string, unsigned> saved_;
};

int list() {
  for (const auto& m : all_mutations())
    std::printf("%-14s %s\n", std::string(m.group).c_str(), std::string(m.name).c_str());
  std::puts("\nknown differences");
  for (const auto& k : known_differences())
    std::printf("  %s\n    %s\n", std::string(k.name).c_str(), std::string(k.reason).c_str());
  return 0;
}

int judge_file(const difftest_options& o, const judged_set& set, const xerces_grammars& g) {
  std::ifstream in(o.judge_file, std::ios::binary);
  if (!in) return std::fprintf(stderr, "difftest: cannot read %s\n", o.judge_file.c_str()), 2;
  const std::string xml{std::istreambuf_iterator<char>(in), {}};
  opinions all(g, set.files, o.isas, set.registry);
  std::fputs(all.all(xml).c_str(), stdout);
  const auto c = all.compare(xml, true);
  return c.what != finding::none && c.known.empty();
}

int difftest(int argc, char** argv) {
  int status = 0;
  auto o = parse_options(argc, argv, status);
  if (!o) return status;
  if (o->list) return list();
  if (o->schemas.empty()) o->schemas = ISO20022_SCHEMAS;
  if (o->isas.empty()) o->isas = isa_reader::available();
  std::filesystem::create_directories(o->out);
  crash_file = o->out + "/crash.xml";
  for (const int s : {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE}) std::signal(s, crashed);
  const auto set = o->load.empty()      ? built_in_set(o->schemas)
                   : o->restricted ? restricted_set(o->load, *o->restricted, o->out + "/restricted")
                                   : loaded_set(o->load);
  if (!set) return std::fprintf(stderr, "difftest: %s: %s\n", set.error().where.c_str(), set.error().message.c_str()), 2;
  const xerces_grammars grammars(set->files);
  if (!o->judge_file.empty()) return judge_file(*o, *set, grammars);
  run r(*o, *set, grammars);
  if (!r.possible()) return std::fputs("difftest: no such kind or group; see --list\n", stderr), 2;
  const tally t = r.all();
  std::printf("%s\n%s\n%s\n%s", t.kind_table().c_str(), o->by_mutation ? t.mutation_table().c_str() : "",
              t.group_table(o->isas).c_str(), t.known_table().c_str());
  if (t.all.unexplained == 0) return std::puts("\nno unexplained disagreement"), 0;
  std::printf("\n%llu unexplained: see %s\n", static_cast<unsigned long long>(t.all.unexplained), o->out.c_str());
  return 1;
}

}  // namespace
}  // namespace iso20022::judge

int main(int argc, char** argv) { return iso20022::judge::difftest(argc, argv); }
