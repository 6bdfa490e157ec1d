// Messages of every kind through our readers and our writer: read, written, read again; other indentation and prefix
// too.
#include <gtest/gtest.h>

#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include "generate.hpp"
#include "isa_reader.hpp"
#include "opinions.hpp"

namespace iso20022::judge {

namespace {

schema::image tables() { return schema::image(schema::registry::builtin().image_base()); }

std::string written(const message& m, write_options o = {}) {
  std::string out;
  EXPECT_TRUE(writer(o).write(m, out));
  return out;
}

class round_trip : public testing::TestWithParam<unsigned> {};

TEST_P(round_trip, reads_back_equal_however_it_is_written) {
  reader first, second;
  for (const auto how : {richness::minimal, richness::maximal, richness::random})
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      generate_options o;
      o.how = how;
      const auto d = generate(tables(), GetParam(), o, seed);
      const auto read = first.read(d.xml);
      ASSERT_TRUE(read.ok()) << read.report().to_text() << d.xml;
      const auto plain = written(read.valid());
      for (const write_options w : {write_options{}, write_options{.prefix = "p", .indent = 0, .declaration = true},
                                    write_options{.prefix = {}, .indent = 2, .declaration = false}}) {
        const auto xml = written(read.valid(), w);
        const auto again = second.read(xml);
        ASSERT_TRUE(again.ok()) << again.report().to_text() << xml;
        EXPECT_EQ(written(again.valid()), plain);
      }
    }
}

INSTANTIATE_TEST_SUITE_P(judge, round_trip, testing::Range(0u, static_cast<unsigned>(tables().roots().size())));

TEST(fast_reader, reads_plain_messages_of_every_kind_on_every_instruction_set) {
  for (const auto& isa : isa_reader::available()) {
    isa_reader fast(isa);
    for (unsigned root = 0; root < tables().roots().size(); ++root) {
      generate_options o;
      o.how = richness::minimal;
      auto xml = generate(tables(), root, o, 1).xml;
      // Left to the general reader: open content, and elements without any, where even white space is too much.
      if (xml.find("Extra") != std::string::npos || xml.find("<GetAll") != std::string::npos) continue;
      const auto size = xml.size();
      xml.append(input_padding, ' ');
      EXPECT_TRUE(fast.read({reinterpret_cast<const std::byte*>(xml.data()), size})) << isa << "\n" << xml;
    }
  }
}

}  // namespace

}  // namespace iso20022::judge
