#include "schemac/regex.hpp"

#include "schemac/unicode.hpp"

#include <algorithm>
#include <string>

namespace iso20022::schemac {
namespace {

using schema::u32;
using schema::u64;
constexpr u32 last_code_point = 0x10FFFF;
constexpr u32 longest = 60'000;

/// How many characters the pattern has where x{3} is written xxx; more than `longest`: at least so many.
u64 written_out(const regex& r) {
  u64 n = 1;
  for (const auto& part : r.parts) n = std::min<u64>(n + written_out(part), longest + 1);
  const u32 times = r.max == schema::unbounded ? r.min + 1 : r.max;
  return r.kind == regex::form::repeat ? n * std::max(times, 1u) : n;
}

/// Recursive descent; stops at the first mistake.
class parser {
 public:
  explicit parser(std::string_view s) : s_(s) {}

  result<regex> run() {
    regex r = choice(0);
    if (mistake_.empty() && at_ < s_.size()) fail("')' without '('");
    if (mistake_.empty() && written_out(r) > longest)
      mistake_ = "its repetitions, written out, need more than 60,000 states";
    if (mistake_.empty()) return r;
    return error{"PATTERN", "pattern '" + std::string(s_) + "': " + mistake_, ""};
  }

 private:
  void fail(std::string why) {
    if (mistake_.empty()) mistake_ = std::move(why) + " at character " + std::to_string(at_ + 1);
    at_ = s_.size();
  }
  bool more() const { return at_ < s_.size(); }
  bool take(char c) { return more() && s_[at_] == c ? ++at_, true : false; }

  u32 code_point() {
    const auto b = [&](std::size_t i) { return at_ + i < s_.size() ? static_cast<unsigned char>(s_[at_ + i]) : 0u; };
    const unsigned first = b(0);
    const std::size_t n = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    u32 c = n == 1 ? first : first & (0x7Fu >> n);
    for (std::size_t i = 1; i < n; ++i) c = c << 6 | (b(i) & 63u);
    at_ += n;
    return c;
  }

  regex choice(unsigned depth) {
    regex r{regex::form::choice, {}, {}, 1, 1};
    if (depth > 64) fail("too many nested groups");
    do r.parts.push_back(sequence(depth));
    while (take('|'));
    return r.parts.size() == 1 ? std::move(r.parts[0]) : r;
  }
  regex sequence(unsigned depth) {
    regex r;
    while (more() && s_[at_] != '|' && s_[at_] != ')') r.parts.push_back(quantified(depth));
    return r;
  }
  regex quantified(unsigned depth) {
    regex part = atom(depth);
    u32 min = 1, max = 1;
    if (take('?')) min = 0;
    else if (take('*')) min = 0, max = schema::unbounded;
    else if (take('+')) max = schema::unbounded;
    else if (take('{')) quantity(min, max);
    else return part;
    regex repeated{regex::form::repeat, {}, {}, min, max};
    repeated.parts.push_back(std::move(part));
    return repeated;
  }
  void quantity(u32& min, u32& max) {
    min = number();
    max = min;
    if (take(',')) max = more() && s_[at_] == '}' ? schema::unbounded : number();
    if (!take('}') || min > max) fail("a quantity that is none");
  }
  u32 number() {
    if (!more() || s_[at_] < '0' || s_[at_] > '9') fail("a number is missing");
    u32 n = 0;
    for (; more() && s_[at_] >= '0' && s_[at_] <= '9'; ++at_)
      if ((n = n * 10 + static_cast<u32>(s_[at_] - '0')) > 10000) fail("a quantity above 10,000");
    return n;
  }

  regex atom(unsigned depth) {
    if (take('(')) {
      regex inner = choice(depth + 1);
      if (!take(')')) fail("')' is missing");
      return inner;
    }
    regex r{regex::form::set, {}, {}, 1, 1};
    if (take('[')) r.set = character_class(depth);
    else if (take('.')) r.set = any_but_line_ends();
    else if (take('\\')) r.set = escape();
    else if (std::string_view("?*+{}]").find(s_[at_]) != std::string_view::npos) fail("a special character without '\\'");
    else r.set = single(code_point());
    return r;
  }
  static code_points single(u32 c) {
    code_points s;
    s.add(c, c);
    return s;
  }
  static code_points any_but_line_ends() {
    code_points ends = single('\n');
    ends.add('\r', '\r');
    return ends.complement();
  }

  code_points escape() {
    if (!more()) return fail("'\\' at the end"), code_points{};
    const char c = s_[at_++];
    code_points blanks = single(' ');
    for (char b : {'\t', '\n', '\r'}) blanks.add(static_cast<u32>(b), static_cast<u32>(b));
    switch (c) {
      case 'n': return single('\n');
      case 'r': return single('\r');
      case 't': return single('\t');
      case 's': return blanks;
      case 'S': return blanks.complement();
      case 'd': case 'w': case 'i': case 'c': return class_of_letter(c);
      case 'D': case 'W': case 'I': case 'C': return class_of_letter(static_cast<char>(c + 'a' - 'A')).complement();
      case 'p': return named_class();
      case 'P': return named_class().complement();
      default: break;
    }
    if (std::string_view("\\|.-^?*+{}()[]").find(c) != std::string_view::npos) return single(static_cast<u32>(c));
    return fail(std::string("'\\") + c + "' means nothing"), code_points{};
  }
  code_points named_class() {
    const auto end = s_.find('}', at_);
    if (!take('{') || end == s_.npos) return fail("'\\p' without a name in braces"), code_points{};
    const auto name = s_.substr(at_, end - at_);
    const auto* known = class_of_name(name);
    if (!known) return fail("no category or block '" + std::string(name) + "'"), code_points{};
    at_ = end + 1;
    return *known;
  }

  code_points character_class(unsigned depth) {
    if (depth > 64) fail("too many nested classes");
    const bool negative = take('^');
    code_points in, out;
    bool first = true;
    while (more() && s_[at_] != ']') {
      if (!first && s_[at_] == '-' && at_ + 1 < s_.size() && s_[at_ + 1] == '[') {
        at_ += 2;
        out = character_class(depth + 1);
        break;
      }
      class_range(in, first);
      first = false;
    }
    if (first || !take(']')) fail("a class that is not closed, or empty");
    if (negative) in = in.complement();
    return in.without(out);
  }
  void class_range(code_points& in, bool first) {
    const bool hyphen = s_[at_] == '-';
    code_points low = class_character();
    const bool ranged = more() && s_[at_] == '-' && at_ + 1 < s_.size() && s_[at_ + 1] != ']' && s_[at_ + 1] != '[';
    if (hyphen && !first && more() && s_[at_] != ']') fail("'-' in the middle of a class");
    if (!ranged || hyphen) {
      for (const auto& r : low.ranges) in.add(r.first, r.last);
      return;
    }
    ++at_;
    const code_points high = class_character();
    if (low.ranges.size() != 1 || high.ranges.size() != 1 || low.ranges[0].first > high.ranges[0].first)
      return fail("a range that is none");
    in.add(low.ranges[0].first, high.ranges[0].first);
  }
  code_points class_character() {
    if (take('\\')) return escape();
    if (more() && s_[at_] == '[') fail("'[' in a class without '\\'");
    return more() ? single(code_point()) : code_points{};
  }

  std::string_view s_;
  std::size_t at_ = 0;
  std::string mistake_;
};

}  // namespace

void code_points::add(u32 first, u32 last) {
  const auto from = std::ranges::lower_bound(ranges, first, {}, [](range r) { return r.last + 1; });
  auto to = from;
  for (; to != ranges.end() && to->first <= last + 1; ++to)
    first = std::min(first, to->first), last = std::max(last, to->last);
  if (from == to) ranges.insert(from, {first, last});
  else *from = {first, last}, ranges.erase(from + 1, to);
}

code_points code_points::complement() const {
  code_points out;
  u32 next = 0;
  for (const range r : ranges) {
    if (r.first > next) out.ranges.push_back({next, r.first - 1});
    next = r.last + 1;
  }
  if (next <= last_code_point) out.ranges.push_back({next, last_code_point});
  return out;
}

code_points code_points::without(const code_points& other) const {
  if (other.ranges.empty()) return *this;
  code_points both = complement();  // a without b = not (not a or b)
  for (const range r : other.ranges) both.add(r.first, r.last);
  return both.complement();
}

result<regex> parse_regex(std::string_view s) { return parser(s).run(); }

}  // namespace iso20022::schemac
