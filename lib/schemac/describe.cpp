#include "schemac/describe.hpp"

#include <algorithm>
#include <sstream>

namespace iso20022::schemac {

namespace {

std::string count(u32 n) { return n == schema::unbounded ? "unbounded" : std::to_string(n); }

std::string value_text(bool has_value, bool is_default, const std::string& value) {
  return !has_value ? "" : (is_default ? " default " : " fixed ") + value;
}

std::string bound_text(const char* name, const bound& b) {
  if (b.kind == schema::bound_kind::none) return "";
  return std::string(name) + (b.kind == schema::bound_kind::inclusive ? "Inclusive " : "Exclusive ") +
         std::to_string(b.units) + (b.scale ? " / 10^" + std::to_string(b.scale) : "") + "\n";
}

std::string positions(const position_set& s) {
  std::string out;
  for (std::size_t i = 0; i < s.size() * 64; ++i)
    if (contains(s, i)) out += (out.empty() ? "" : " ") + std::to_string(i);
  return out;
}

std::string any_text(const field& f, const dictionary& d) {
  static constexpr const char* ranges[] = {"##any", "##other than", "", "##local"};
  static constexpr const char* processes[] = {"skip", "lax", "strict"};
  return std::string("any ") + ranges[static_cast<int>(f.any.kind)] + (f.ns ? " " + d.namespaces[f.ns] : "") + " " +
         processes[f.any.process];
}

}  // namespace

std::string describe(const simple_type& t) {
  static constexpr const char* bases[] = {
      "string",  "normalizedString", "token", "anyURI",   "ID",   "base64Binary", "boolean",
      "decimal", "integer",          "date",  "dateTime", "time", "gYear",        "gYearMonth"};
  static constexpr const char* spaces[] = {"preserve", "replace", "collapse"};
  std::ostringstream out;
  out << "base " << bases[static_cast<int>(t.base)] << "\nwhiteSpace " << spaces[t.white_space] << "\nlength "
      << t.min_len << " to " << count(t.max_len) << "\ntotalDigits " << count(t.total_digits) << "\nfractionDigits "
      << count(t.fraction_digits) << "\n"
      << bound_text("min", t.lower) << bound_text("max", t.upper);
  for (const auto& p : t.patterns) out << "pattern " << p << "\n";
  auto values = t.values;  // their order means nothing
  std::ranges::sort(values);
  for (const auto& v : values) out << "value " << v << "\n";
  return out.str();
}

std::string describe(const dictionary& d, const component& c, const describe_words& words) {
  std::ostringstream out;
  if (c.content == schema::content_kind::simple) out << "content " << words.leaf(c.simple) << "\n";
  for (const auto& a : c.attributes)
    out << "attribute " << a.name << (a.ns ? " of " + d.namespaces[a.ns] : "")
        << (a.required ? " required " : " optional ") << words.leaf(a.simple)
        << value_text(a.has_value, a.is_default, a.value) << "\n";
  out << (c.is_choice ? "choice\n" : "");
  for (const auto& f : c.fields)
    out << (f.is_any ? any_text(f, d)
                     : "element " + f.name + (f.ns ? " of " + d.namespaces[f.ns] : "") + " " + words.child(f))
        << " " << f.min << ".." << count(f.max) << value_text(f.has_value, f.is_default, f.value) << " after "
        << positions(f.after) << "\n";
  out << "ends after " << positions(c.closes_after) << "\n";
  return out.str();
}

std::string first_difference(const std::string& here, const std::string& there) {
  std::istringstream a(here), b(there);
  std::string x, y;
  for (;;) {
    const bool more_a = static_cast<bool>(std::getline(a, x)), more_b = static_cast<bool>(std::getline(b, y));
    if (!more_a) x = "nothing";
    if (!more_b) y = "nothing";
    if (x != y || (!more_a && !more_b)) return "`" + x + "` here, `" + y + "` there";
  }
}

}  // namespace iso20022::schemac
