#include "schemac/emit_struct.hpp"

#include <algorithm>

#include "schemac/identifiers.hpp"

namespace iso20022::schemac {

namespace {

std::string value_type(const simple_type& t) {
  switch (value_of(t)) {
    case schema::value_kind::code:
      return "code<model::" + identifier(t.name) + ">";
    case schema::value_kind::decimal:
      return "decimal";
    case schema::value_kind::boolean:
      return "boolean";
    case schema::value_kind::date:
      return "date";
    case schema::value_kind::date_time:
      return "date_time";
    default:
      return "text";
  }
}

std::string member_type(const dictionary& d, const field& f) {
  if (f.is_any) return "any";
  const auto inner = f.type.simple ? value_type(d.simple(f.type.index)) : qualified_name(d, d.of(f));
  if (f.store == schema::storage::list) return "list<" + inner + ">";
  return f.store == schema::storage::pointer ? "opt<" + inner + ">" : inner;
}

std::string occurrence(const component& owner, const field& f) {
  const u32 least = f.mandatory || owner.is_choice ? f.min : 0;
  return "[" + std::to_string(least) + ".." + (f.max == schema::unbounded ? "n" : std::to_string(f.max)) + "]";
}

std::string remark(const component& owner, const field& f) {
  return "  // " + occurrence(owner, f) + " " + (f.is_any ? "open content" : f.business_name) + "\n";
}

/// The wildcards of a component are one member.
bool is_member(const component& c, std::size_t i) {
  return !c.fields[i].is_any || std::none_of(c.fields.begin(), c.fields.begin() + static_cast<long>(i),
                                             [](const field& f) { return f.is_any; });
}

std::string attributes(const dictionary& d, const component& c) {
  std::string out;
  for (const auto& a : c.attributes)
    out += "  " + value_type(d.simple(a.simple)) + " " + a.member + "{};  // @" + a.name +
           (a.required ? " [1..1] " : " [0..1] ") + a.business_name + "\n";
  return out;
}

std::string plain_struct(const dictionary& d, const component& c) {
  std::string out = (c.fields.empty() && c.attributes.empty() && c.simple == none ? "struct alignas(8) " : "struct ") +
                    c.cpp_name + " {\n";
  if (c.content == schema::content_kind::simple) out += "  " + value_type(d.simple(c.simple)) + " value{};\n";
  for (std::size_t i = 0; i < c.fields.size(); ++i)
    if (is_member(c, i))
      out += "  " + member_type(d, c.fields[i]) + " " + c.fields[i].member + "{};" + remark(c, c.fields[i]);
  return out + attributes(d, c) + "};\n";
}

/// The maker and the two questions of one alternative.
std::string alternative(const std::string& type, const std::string& owner, const std::string& name) {
  const auto ask = " " + name + "() const { return tag == which::" + name + " ? &value_." + name + " : nullptr; }\n";
  auto change = ask;
  change.erase(change.find(" const"), 6);
  return "  static " + owner + " " + name + "(const " + type + "& v) {\n    " + owner +
         " c;\n    c.tag = which::" + name + ";\n    c.value_." + name + " = v;\n    return c;\n  }\n  const " + type +
         "*" + ask + "  " + type + "*" + change;
}

/// Words in lines of at most 118 columns, all indented as the first.
class filled_lines {
 public:
  explicit filled_lines(std::string first) : indent_(first.find_first_not_of(' ')), line_(std::move(first)) {}
  void add(const std::string& word) {
    if (line_.size() + 1 + word.size() > 118) done_ += line_ + "\n", line_ = std::string(indent_ - 1, ' ');
    line_ += " " + word;
  }
  std::string text() const { return done_ + line_ + "\n"; }

 private:
  std::size_t indent_;
  std::string done_, line_;
};

/// As a string literal of C++.
std::string quoted(const std::string& s) {
  std::string out = "\"";
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || c == '?') out += '\\';
    if (byte >= ' ' && byte < 0x7f) out += c;
    else
      for (const int shift : {6, 3, 0})
        out += (shift == 6 ? "\\" : ""), out += static_cast<char>('0' + (byte >> shift & 7));
  }
  return out + "\"";
}

/// A tagged union whose alternatives are made and asked for by name. `words` zeroes all of it.
std::string choice_struct(const dictionary& d, const component& c) {
  std::string names, members, functions;
  for (const auto& f : c.fields) {
    const auto type = member_type(d, f);
    names += ", " + f.member;
    members += "    " + type + " " + f.member + ";" + remark(c, f);
    functions += alternative(type, c.cpp_name, f.member);
  }
  const u32 size = c.attributes.empty() ? c.size : c.attributes.front().offset;
  return "struct " + c.cpp_name + " {\n  enum class which : std::uint32_t { none = 0" + names +
         " };\n  which tag = which::none;  // set by the makers below, and so is value_: ask, do not touch\n" +
         "  union alternatives {\n    std::uint64_t words[" +
         std::to_string((size - 8) / 8) + "];\n" + members +
         "    constexpr alternatives() : words{} {}\n  } value_;\n" + attributes(d, c) +
         "\n  which which_one() const { return tag; }\n  explicit operator bool() const { return tag != which::none; "
         "}\n" +
         functions + "};\n";
}

}  // namespace

std::string qualified_name(const dictionary& d, const component& c) {
  if (c.root == none) return "model::" + c.cpp_name;
  // from the top: a component may be named like the namespace of its message (admi.002.001.01)
  return "iso20022::" + d.roots[static_cast<std::size_t>(c.root)].cpp_namespace + "::" + c.cpp_name;
}

bool is_enumeration(const simple_type& t) { return value_of(t) == schema::value_kind::code; }

std::string emit_enumeration(const simple_type& t) {
  unique_names unique{"absent"};
  filled_lines enumerators("  absent = 0,"), texts("      \"\",");
  for (const auto& v : t.values) {
    enumerators.add(unique(identifier(v)) + (&v == t.values.data() ? " = 1," : ","));
    texts.add(quoted(v) + ",");
  }
  const auto name = identifier(t.name);
  return "enum class " + name + " : std::uint16_t {\n" + enumerators.text() + "};\ninline std::string_view code_text(" +
         name + " c) {\n  static constexpr std::string_view all[] = {\n" + texts.text() +
         "  };\n  return static_cast<std::size_t>(c) < sizeof all / sizeof *all ? all[static_cast<std::size_t>(c)] : "
         "std::string_view();\n}\n";
}

std::string emit_struct(const dictionary& d, const component& c) {
  return (c.is_choice ? choice_struct(d, c) : plain_struct(d, c)) + "static_assert(sizeof(" + c.cpp_name +
         ") == " + std::to_string(c.size) + ");\n";
}

std::string emit_layout_check(const dictionary& d, const component& c) {
  const auto name = qualified_name(d, c);
  std::string out = "static_assert(std::is_trivially_copyable_v<" + name + "> && std::is_aggregate_v<" + name + ">);\n";
  const auto at = [&](const std::string& member, u32 offset) {
    out += "static_assert(offsetof(" + name + ", " + member + ") == " + std::to_string(offset) + ");\n";
  };
  if (c.content == schema::content_kind::simple) at("value", 0);
  if (c.is_choice) at("value_", 8);
  for (std::size_t i = 0; i < c.fields.size() && !c.is_choice; ++i)
    if (is_member(c, i)) at(c.fields[i].member, c.fields[i].offset);
  for (const auto& a : c.attributes) at(a.member, a.offset);
  return out;
}

}  // namespace iso20022::schemac
