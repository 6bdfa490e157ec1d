// A line with a pattern, then values, a line each: what is compiled is whole, and its fast forms say what it says.
#include "fuzz.hpp"
#include "schemac/pattern.hpp"

namespace {

using namespace iso20022;
using fuzz::must;

bool matches(const schemac::compiled_pattern& p, std::string_view value) {
  unsigned state = 1;
  for (const char c : value) state = p.transitions[state * p.class_count + p.classes[static_cast<unsigned char>(c)]];
  return p.accepting[state] != 0;
}

bool matches(const schema::positional& form, std::string_view value) {
  if (value.size() >= 64 || (form.lengths >> value.size() & 1) == 0) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    bool in = false;
    for (unsigned r = 0; r < form.ranges; ++r)
      in |= static_cast<std::uint8_t>(value[i] - form.low[r][i]) <= form.width[r][i];
    if (!in) return false;
  }
  return true;
}

void look_at(const schemac::compiled_pattern& p) {
  must(p.state_count >= 2 && p.class_count >= 1, "there is a dead state and a start");
  must(p.classes.size() == 256 && p.accepting.size() == p.state_count, "the tables are whole");
  must(p.transitions.size() == std::size_t{p.state_count} * p.class_count, "the transitions are whole");
  for (const auto c : p.classes) must(c < p.class_count, "a class exists");
  for (const auto t : p.transitions) must(t < p.state_count, "a state exists");
  for (unsigned c = 0; c < p.class_count; ++c) must(p.transitions[c] == 0, "the dead state stays dead");
  must(p.accepting[0] == 0, "the dead state does not accept");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::choices input(fuzz::text_of(data, size));
  const auto pattern = input.line();
  const auto compiled = schemac::compile_pattern(pattern);
  if (!compiled) return must(!compiled.error().message.empty(), "a refusal says why"), 0;
  look_at(*compiled);
  const auto forms = schemac::positional_forms(pattern, 0, 63);
  while (!input.rest().empty()) {
    const auto value = input.line();
    bool form_matches = false;
    for (const auto& f : forms) form_matches |= matches(f, value);
    must(forms.empty() || value.size() > 63 || form_matches == matches(*compiled, value), "the forms are the pattern");
  }
  return 0;
}
