// Any bytes: the readers agree, say what is wrong, and what is right survives being written.
#include <iso20022/codec/access.hpp>
#include <iso20022/codec/own.hpp>
#include <iso20022/codec/reader.hpp>
#include <iso20022/codec/writer.hpp>

#include <string>
#include <vector>

#include "fuzz.hpp"
#include "isa_reader.hpp"

namespace {

using namespace iso20022;
using fuzz::must;

struct readers {
  reader usual;
  reader general{schema::registry::builtin(), {.limits = {}, .general_only = true}};
  std::vector<judge::isa_reader> fast;
  std::string padded;

  readers() {
    for (const auto& isa : judge::isa_reader::available()) fast.emplace_back(isa);
  }
};

std::string written(const message& m) {
  std::string out;
  writer().write_checked(m, out);
  return out;
}

void look_at_issues(const report& r) {
  for (const auto& i : r.issues) {
    must(!i.message.empty() && !code_text(i.code).empty(), "an issue says what it is");
    must(i.line >= 1 && i.column >= 1, "an issue has a position");
  }
  must(r.ok() || (!r.to_text("file").empty() && !r.to_json().empty()), "a report can be shown");
}

void look_at_message(const message& m, const std::string& canonical, std::string_view input, readers& by) {
  std::size_t values = 0;
  visit(m, [&](const node& n) { values += n.text().size() + n.path.size(); });
  must(values != 0, "a message has nodes");
  const auto kept = own(m);
  must(equal(m, kept) && same_text(m, kept), "a copy is equal");
  must(check(m).ok(), "what was read without an error is valid when it is checked");
  must(by.general.slice("/" + std::string(m.spec().element)).size() <= input.size(), "a slice lies in the input");
  const auto again = by.usual.read(canonical);
  must(again.ok(), "what was written is valid");
  must(same_text(kept, again.valid()), "read(write(x)) == x");
  must(written(again.valid()) == canonical, "what was written is canonical");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static readers by;
  const fuzz::exact_copy copy(fuzz::text_of(data, size));
  const auto input = copy.view();

  const auto read = by.general.read(input);
  const bool valid = read.ok();
  look_at_issues(read.report());
  const std::string canonical = valid ? written(read.valid()) : std::string();

  const auto usual = by.usual.read(input);
  must(usual.ok() == valid, "the usual reader's verdict is the general reader's");
  must(!valid || written(usual.valid()) == canonical, "the usual reader's values are the general reader's");

  // Behind the input stands what was there before.
  if (by.padded.size() < size + input_padding) by.padded.resize(size + input_padding, ' ');
  input.copy(by.padded.data(), size);
  for (auto& fast : by.fast) {
    const auto m = fast.read({reinterpret_cast<const std::byte*>(by.padded.data()), size});
    must(!m || valid, "what a fast reader takes is valid");
    must(!m || written(m) == canonical, "a fast reader's values are the general reader's");
  }
  must(by.usual.validate(input).ok() == valid, "validate says what read says");
  if (valid) look_at_message(read.valid(), canonical, input, by);
  return 0;
}
