// Any bytes as XML: pieces follow each other through the input, none reaches beyond it, and all of it ends.
#include <algorithm>
#include <string>

#include "fuzz.hpp"
#include "xml/tokenizer.hpp"

namespace {

using namespace iso20022;
using fuzz::must;

bool inside(std::string_view piece, std::string_view of) {
  return piece.empty() || (piece.data() >= of.data() && piece.data() + piece.size() <= of.data() + of.size());
}

struct faults final : xml::fault_sink {
  std::string_view input;
  std::size_t count = 0;

  void on_fault(xml::fault f, const char* at, std::string_view found, std::string_view expected) override {
    ++count;
    must(at >= input.data() && at <= input.data() + input.size(), "a fault lies in the input");
    must(inside(found, input) || f == xml::fault::encoding, "what was found lies in the input");
    must(!expected.empty(), "a fault says what was expected");
  }
};

void decode(std::string_view raw, char* (*how)(std::string_view, char*)) {
  std::string room(raw.size(), '\0');
  must(how(raw, room.data()) <= room.data() + room.size(), "what is decoded fits into its raw size");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::exact_copy copy(fuzz::text_of(data, size));
  faults sink;
  sink.input = copy.view();
  xml::tokenizer t;
  t.begin(sink.input.data(), sink.input.data() + size, sink, 16);
  if (!t.read_prolog()) return must(sink.count != 0, "who gives up says why"), 0;

  const char* before = t.position();
  for (;;) {
    const auto p = t.next();
    must(t.position() >= before && t.position() <= sink.input.data() + size, "the reader goes on and stays inside");
    if (p == xml::piece::finish) break;
    must(t.position() > before, "every piece takes something");
    before = t.position();
    if (p == xml::piece::start_tag) {
      must(inside(t.tag.whole, sink.input), "a name lies in the input");
      must(t.attributes.size() <= 16, "no more attributes than allowed");
      for (const auto& a : t.attributes) {
        must(inside(a.raw, sink.input), "a value lies in the input");
        decode(a.raw, xml::decode_value);
      }
    } else if (p == xml::piece::text || p == xml::piece::cdata) {
      must(inside(t.content, sink.input), "a text lies in the input");
      decode(t.content, p == xml::piece::text ? xml::decode_text : xml::decode_cdata);
    }
  }
  must(!t.cut_off || sink.count != 0, "a piece that was cut off was reported");
  return 0;
}
