// The stream against the whole reader: the same bytes, cut at random places, give the same verdict and the same issues.
#include <gtest/gtest.h>

#include <algorithm>

#include <iso20022/codec/access.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/stream.hpp>
#include <iso20022/schema/loader.hpp>

#include "generate.hpp"
#include "mutate.hpp"

namespace iso20022::judge {

namespace {

schema::image tables() { return schema::image(schema::registry::builtin().image_base()); }

std::string text_of(const report& r) {
  std::string out = r.truncated ? "truncated\n" : "";
  for (const auto& i : r.issues)
    out += std::string(code_text(i.code)) + ' ' + i.path + ' ' + std::to_string(i.offset) + ' ' +
           std::to_string(i.line) + ':' + std::to_string(i.column) + ' ' + i.message + '\n' + i.snippet + '\n';
  return out;
}

bool is_in_open_content(const document& d, int i) {
  for (; i >= 0; i = d.elements[static_cast<std::size_t>(i)].parent) {
    const auto& e = d.elements[static_cast<std::size_t>(i)];
    const bool is_root = std::ranges::any_of(tables().roots(), [&](const auto& root) { return root.row == e.row; });
    if (tables().infos()[e.row].wildcard || (is_root && e.parent >= 0)) return true;
  }
  return false;
}

/// A component of the document, as a path: mostly one that may come often.
std::string some_path(const document& d, random& r) {
  std::vector<int> candidates;
  for (int pass = 0; pass < 2 && candidates.empty(); ++pass)
    for (std::size_t i = 1; i < d.elements.size(); ++i) {
      const auto& e = d.elements[i];
      if (!e.leaf && !is_in_open_content(d, static_cast<int>(i)) &&
          (pass == 1 || tables().rows()[e.row].max > 1 || r.one_in(8)))
        candidates.push_back(static_cast<int>(i));
    }
  if (candidates.empty()) return "/nothing";
  std::string path;
  for (int i = candidates[r.below(candidates.size())]; i >= 0; i = d.elements[static_cast<std::size_t>(i)].parent)
    path = '/' + std::string(tables().name(d.elements[static_cast<std::size_t>(i)].row)) + path;
  return path;
}

/// Everything in `m` that is below `path`, or all the rest.
std::string nodes(const message& m, std::string_view path, bool below) {
  std::string out;
  if (!m) return out;
  visit(m, [&](const node& n) {
    std::string plain;
    for (std::size_t i = 0; i < n.path.size(); ++i) {
      if (n.path[i] == '[') i = n.path.find(']', i);
      else plain += n.path[i];
    }
    const bool is_below = plain == path || plain.starts_with(std::string(path) + '/');
    const bool is_around = n.type == value_type::component && path.starts_with(plain);
    if (is_below == below && !(below && is_around && plain != path)) out += plain + '=' + n.text() + '\n';
  });
  return out;
}

struct streamed {
  std::string issues, inside, around;
  std::size_t entries = 0;
};

streamed read_in_pieces(stream& s, std::string_view xml, const std::string& path, random& r) {
  s.restart();
  streamed out;
  const auto longest = std::size_t{1} << r.below(14);
  const auto count = [&](const stream_entry& e) {
    ++out.entries;
    for (const auto& i : e.issues()) EXPECT_GE(i.offset, e.offset());
    out.inside += nodes(e.alone(), path, true);
  };
  while (!xml.empty()) {
    const auto n = std::min<std::size_t>(xml.size(), 1 + r.below(longest));
    const std::string chunk(xml.substr(0, n));  // a block of its own: what keeps a pointer to it is found by the sanitizer
    s.push(chunk, count);
    xml.remove_prefix(n);
  }
  out.issues = text_of(s.finish(count));
  out.around = nodes(s.surroundings(), path, false);
  return out;
}

class streams : public testing::TestWithParam<unsigned> {};

TEST_P(streams, say_what_the_whole_reader_says) {
  reader whole;
  const auto mutations = all_mutations();
  std::size_t entries = 0, invalid = 0;
  bool has_components = false;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    random r(seed_of(GetParam() + 1000, seed));
    generate_options o;
    o.how = seed % 3 == 0 ? richness::maximal : richness::random;
    o.style = random_style(r);
    const auto d = generate(tables(), GetParam(), o, seed);
    const auto path = some_path(d, r);
    has_components |= path != "/nothing";
    stream s(path, schema::registry::builtin(), {.buffer_bytes = 4096});
    stream slow(path, schema::registry::builtin(), {.buffer_bytes = 4096, .general_only = true});
    for (int n = 0; n < 4; ++n) {
      const auto xml = n == 0 ? d.xml : mutate(tables(), d, mutations, r).xml;
      const auto read = whole.read(xml);
      const auto expected = text_of(read.report());
      invalid += !expected.empty();
      for (auto* const one : {&s, &slow}) {
        const auto got = read_in_pieces(*one, xml, path, r);
        ASSERT_EQ(got.issues, expected) << "seed " << seed << ", path " << path << "\n" << xml;
        entries += got.entries;
        if (!read.ok()) continue;
        ASSERT_EQ(got.inside, nodes(read.valid(), path, true)) << "seed " << seed << ", path " << path << "\n" << xml;
        ASSERT_EQ(got.around, nodes(read.valid(), path, false)) << "seed " << seed << ", path " << path << "\n" << xml;
      }
    }
  }
  EXPECT_TRUE(entries != 0 || !has_components);
  EXPECT_GT(invalid, 0u);
}

TEST(streams_loaded, give_entries_of_a_registry_that_was_loaded) {
  const std::string files[] = {ISO20022_SCHEMAS};
  const auto registry = load_schemas(files);
  ASSERT_TRUE(registry) << registry.error().message;
  const std::string path = "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf";
  const auto root = schema::registry::builtin().find_message("pacs.008.001.08");
  reader whole(*registry);
  stream s(path, *registry);
  random r(1);
  std::size_t entries = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto xml = generate(tables(), static_cast<unsigned>(root), {}, seed).xml;
    const auto read = whole.read(xml);
    ASSERT_TRUE(read.ok()) << read.report().to_text();
    const auto got = read_in_pieces(s, xml, path, r);
    EXPECT_EQ(got.issues, "");
    EXPECT_EQ(got.inside, nodes(read.valid(), path, true));
    entries += got.entries;
  }
  EXPECT_GE(entries, 20u);
}

INSTANTIATE_TEST_SUITE_P(judge, streams, testing::Range(0u, static_cast<unsigned>(tables().roots().size())));

}  // namespace

}  // namespace iso20022::judge
