#include "schemac/pattern.hpp"

#include "schemac/automaton.hpp"

#include <string>

namespace iso20022::schemac {

namespace {

result<compiled_pattern> compile(const regex& parsed) {
  const auto free = build_automaton(parsed);
  if (!free) return free.error();
  const auto classes = classes_of(*free);
  const auto large = determine(*free, classes);
  if (!large) return large.error();
  const auto made = minimal(*large);
  return compiled_pattern{.classes = classes.of,
                          .transitions = {made.next.begin(), made.next.end()},
                          .accepting = made.accepting,
                          .class_count = made.class_count,
                          .state_count = static_cast<unsigned>(made.size())};
}

}  // namespace

result<compiled_pattern> compile_pattern(std::string_view s) {
  const auto parsed = parse_regex(s);
  if (!parsed) return parsed.error();
  auto made = compile(*parsed);
  if (!made) return error{"PATTERN", "pattern '" + std::string(s) + "' " + made.error().message, ""};
  return made;
}

}  // namespace iso20022::schemac
