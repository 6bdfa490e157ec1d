#include "difftest_options.hpp"

#include <charconv>
#include <cstdio>
#include <sstream>
#include <string_view>

namespace iso20022::judge {

namespace {

constexpr const char* help = R"(difftest - do we and Xerces agree about every document?

Valid messages of every kind are made from the schemas, each is changed in named ways, and everybody is asked about the
result: Xerces-C++ validating with the same schemas, our general reader, and our fast reader on every instruction set.
A document on which they differ is a finding. It is explained when a known difference (each has a name, a reason and a
test of its own) is why; everything else is saved, made as small as possible, and the exit status is 1.

Also compared: the values that the readers read, that what is written from them reads back equal, and that Xerces sees
the same content in it as in the original.

  difftest                       20,000 mutants of all kinds
  difftest --count 1000000       a million; about ten minutes on two cores
  difftest --seed 7              other documents and other mutations; the same seed gives the same run
  difftest --kinds pacs.008.001.08,fednow.incoming.v001
  difftest --groups dates,numbers
  difftest --isa avx2            only these instruction sets (portable, avx2, avx512)
  difftest --by-mutation         one row a mutation in the table
  difftest --list                the groups and names of all mutations, the known differences and their reasons
  difftest --judge FILE          what everybody says about one file
  difftest --case N              only case N of this seed; the document is written to the findings
  difftest --out DIR             where findings are saved (default: difftest-findings)
  difftest --threads N           default 2
  difftest --schemas DIR         the folder with iso20022/ and fednow/
  difftest --load PATH,...       XSD files and folders: judge by these, loaded at run time, and not by what is built in
  difftest --restrict SEED       with --load: restricted first, as usage guidelines are (each must be one file); written to the findings
)";

std::vector<std::string> split(const std::string& s) {
  std::vector<std::string> parts;
  std::stringstream in(s);
  for (std::string p; std::getline(in, p, ',');) parts.push_back(p);
  return parts;
}

/// False when `value` is no number, or too large.
template <class T>
bool number(T& to, const std::string& value) {
  const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), to);
  return failed == std::errc() && end == value.data() + value.size();
}

/// Options with a value; false when there is no such option, or it needs a number.
bool set(difftest_options& o, std::string_view name, const std::string& value) {
  if (name == "--count") return number(o.count, value);
  if (name == "--seed") return number(o.seed, value);
  if (name == "--case") return number(o.only.emplace(), value);
  if (name == "--threads") return number(o.threads, value);
  if (name == "--restrict") return number(o.restricted.emplace(), value);
  if (name == "--kinds") return o.kinds = split(value), true;
  if (name == "--groups") return o.groups = split(value), true;
  if (name == "--isa") return o.isas = split(value), true;
  if (name == "--load") return o.load = split(value), true;
  if (name == "--judge") return o.judge_file = value, true;
  if (name == "--out") return o.out = value, true;
  if (name == "--schemas") return o.schemas = value, true;
  return false;
}

}  // namespace

std::optional<difftest_options> parse_options(int argc, char** argv, int& status) {
  difftest_options o;
  status = 2;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--help" || word == "-h") return std::fputs(help, stdout), status = 0, std::nullopt;
    if (word == "--by-mutation")
      o.by_mutation = true;
    else if (word == "--list")
      o.list = true;
    else if (i + 1 < argc && set(o, word, argv[i + 1]))
      ++i;
    else
      return std::fprintf(stderr, "difftest: what is \"%s %s\"? Try --help.\n", argv[i], i + 1 < argc ? argv[i + 1] : ""),
             std::nullopt;
  }
  return o;
}

}  // namespace iso20022::judge
