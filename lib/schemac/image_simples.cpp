// Simple types of an image: facets, patterns, code tables.
#include <algorithm>
#include <map>

#include "schemac/image.hpp"
#include "schemac/pattern.hpp"
#include "schemac/perfect.hpp"

namespace iso20022::schemac {

namespace {

class simple_writer {
 public:
  simple_writer(image_sections& out, problems& found) : out_(out), found_(found) {}

  void add(const simple_type& t) {
    schema::simple s{};
    s.name = out_.string(t.name);
    s.base = t.base;
    s.value = value_of(t);
    s.white_space = t.white_space;
    s.min_len = t.min_len, s.max_len = t.max_len;
    s.total_digits = t.total_digits, s.fraction_digits = t.fraction_digits;
    s.lower = t.lower.units, s.lower_scale = t.lower.scale, s.lower_kind = t.lower.kind;
    s.upper = t.upper.units, s.upper_scale = t.upper.scale, s.upper_kind = t.upper.kind;
    add_values(t, s);
    add_patterns(t, s);
    out_.simples.push_back(s);
  }

 private:
  void add_values(const simple_type& t, schema::simple& s) {
    s.first_enum = static_cast<u32>(out_.enums.size());
    s.enum_count = static_cast<u16>(t.values.size());
    for (const auto& v : t.values) out_.enums.push_back(out_.string(v));
    const auto is_short = [](const std::string& v) { return !v.empty() && v.size() <= 8; };
    if (t.values.empty() || !std::ranges::all_of(t.values, is_short)) return;
    const auto table = make_code_table(t.values);
    if (!table) return;
    s.fast_codes = static_cast<u32>(out_.code_slots.size());
    s.fast_shift = table->shift;
    s.fast_multiplier = table->multiplier;
    out_.code_slots.insert(out_.code_slots.end(), table->slots.begin(), table->slots.end());
  }

  void add_patterns(const simple_type& t, schema::simple& s) {
    s.pattern_count = static_cast<u16>(t.patterns.size());
    if (t.patterns.empty()) return;
    s.first_pattern = first_automaton(t);
    std::string all;
    for (const auto& p : t.patterns) all += (all.empty() ? "" : " and ") + p;
    s.pattern_text = out_.string(all);
    if (t.patterns.size() == 1) add_positional(t, s);
  }

  /// The automata of one type stand one behind the other; those of equal patterns are the same.
  u32 first_automaton(const simple_type& t) {
    const auto [at, added] = automata_.try_emplace(t.patterns, static_cast<u32>(out_.dfas.size()));
    if (added)
      for (const auto& p : t.patterns) add_automaton(p, t);
    return at->second;
  }

  void add_automaton(const std::string& pattern, const simple_type& t) {
    const auto made = compile_pattern(pattern);
    if (!made) {
      found_.push_back(
          {"SCHEMA-REFUSED", "the pattern " + pattern + " of " + t.name + ": " + made.error().message, t.where});
      return;
    }
    schema::dfa a{};
    a.class_count = static_cast<u16>(made->class_count);
    a.state_count = static_cast<u16>(made->state_count);
    a.classes = append(out_.bytes, made->classes);
    a.transitions = append(out_.halves, made->transitions);
    a.accepting = append(out_.bytes, made->accepting);
    out_.dfas.push_back(a);
  }

  template <class T>
  static u32 append(std::vector<T>& to, const std::vector<T>& more) {
    const auto at = static_cast<u32>(to.size());
    to.insert(to.end(), more.begin(), more.end());
    return at;
  }

  void add_positional(const simple_type& t, schema::simple& s) {
    auto forms = positional_forms(t.patterns[0], t.min_len, t.max_len);
    if (forms.empty()) return;
    for (std::size_t i = 0; i < forms.size(); ++i) forms[i].alternatives = static_cast<u32>(forms.size() - 1 - i);
    const auto [at, added] =
        positional_.try_emplace({t.patterns[0], t.min_len, t.max_len}, static_cast<u32>(out_.positionals.size()));
    if (added) out_.positionals.insert(out_.positionals.end(), forms.begin(), forms.end());
    s.positional = at->second + 1;
    s.positional_count = static_cast<u32>(forms.size());
  }

  image_sections& out_;
  problems& found_;
  std::map<std::vector<std::string>, u32> automata_;
  std::map<std::tuple<std::string, u32, u32>, u32> positional_;
};

}  // namespace

void add_simples(const dictionary& d, image_sections& out, problems& found) {
  out.simples.emplace_back();  // 0: no leaf
  simple_writer w(out, found);
  for (const auto& t : d.simples) w.add(t);
}

}  // namespace iso20022::schemac
