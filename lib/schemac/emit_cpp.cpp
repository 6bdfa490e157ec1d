// C++ headers, one a schema file: a file of components becomes model/<file>.hpp, a file with a message
// messages/<file>.hpp. Files that need each other become one header, to which the others refer.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

#include "schemac/emit.hpp"
#include "schemac/emit_struct.hpp"
#include "schemac/graph.hpp"
#include "schemac/identifiers.hpp"

namespace iso20022::schemac {

namespace {

struct header_file {
  std::string source;
  std::string path;  // below include/iso20022/
  std::vector<int> enums, components;
  std::set<int> needs;  // other headers
};

class header_writer {
 public:
  header_writer(const dictionary& d, const provenance& from, files& out) : d_(d), from_(from), out_(out) {}

  void run() {
    name_headers();
    sort_into_headers();
    merge_cycles();
    for (std::size_t i = 0; i < headers_.size(); ++i) write(static_cast<int>(i));
    write_layout_check();
  }

 private:
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  const component& at(int i) const { return d_.components[index(i)]; }
  const std::string& file_of(const component& c) const {
    return c.root == none ? c.where.file : d_.roots[index(c.root)].where.file;
  }

  void name_headers() {
    std::set<std::string> messages, sources;
    for (const auto& r : d_.roots) messages.insert(r.where.file);
    for (const auto& c : d_.components) sources.insert(file_of(c));
    for (const auto& s : d_.simples)
      if (is_enumeration(s)) sources.insert(s.where.file);
    unique_names unique;
    for (const auto& s : sources) {
      header_of_[s] = static_cast<int>(headers_.size());
      const auto stem = identifier(std::filesystem::path(s).stem().string());
      headers_.push_back({s, unique((messages.contains(s) ? "messages/" : "model/") + stem) + ".hpp", {}, {}, {}});
    }
  }

  void sort_into_headers() {
    for (std::size_t i = 0; i < d_.simples.size(); ++i)
      if (is_enumeration(d_.simples[i]))
        headers_[index(header_of_.at(d_.simples[i].where.file))].enums.push_back(static_cast<int>(i));
    for (auto& h : headers_) std::ranges::sort(h.enums, {}, [&](int i) { return d_.simple(i).name; });
    for (const int i : in_order()) {
      const int own = header_of_.at(file_of(at(i)));
      auto& h = headers_[index(own)];
      h.components.push_back(i);
      for_each_need(at(i), [&](int needed) {
        if (needed != own) h.needs.insert(needed);
      });
    }
  }

  /// By name, but what lies inside another struct before it.
  std::vector<int> in_order() const {
    std::vector<int> by_name(d_.components.size()), order;
    for (std::size_t i = 0; i < by_name.size(); ++i) by_name[i] = static_cast<int>(i);
    std::ranges::sort(by_name, {}, [&](int i) { return std::pair(at(i).root != none, at(i).cpp_name); });
    std::set<int> done;
    const std::function<void(int)> visit = [&](int i) {
      if (!done.insert(i).second) return;
      for (const auto& f : at(i).fields)
        if (!f.is_any && !f.type.simple && f.store == schema::storage::in_place) visit(f.type.index);
      order.push_back(i);
    };
    for (const int i : by_name) visit(i);
    return order;
  }

  template <class Do>
  void for_each_need(const component& c, Do needed) const {
    const auto simple = [&](int i) {
      if (is_enumeration(d_.simple(i))) needed(header_of_.at(d_.simple(i).where.file));
    };
    if (c.simple != none) simple(c.simple);
    for (const auto& a : c.attributes) simple(a.simple);
    for (const auto& f : c.fields) {
      if (f.is_any) continue;
      if (f.type.simple)
        simple(f.type.index);
      else
        needed(header_of_.at(file_of(d_.of(f))));
    }
  }

  void merge_cycles() {
    std::vector<std::vector<int>> edges;
    for (const auto& h : headers_) edges.emplace_back(h.needs.begin(), h.needs.end());
    group_ = strong_components(edges);
    for (auto& g : group_) g = static_cast<int>(std::ranges::find(group_, g) - group_.begin());
  }

  std::string comment(const std::string& source) const {
    return "// Made by schemac: " + from_.command + "\n// Source: " + source + "\n";
  }

  void write(int number) {
    const auto& own = headers_[index(number)];
    std::string text = comment(own.source) + "#pragma once\n\n";
    const int leader = group_[index(number)];
    if (leader != number) {
      text += "#include <iso20022/" + headers_[index(leader)].path + ">\n";
    } else {
      header_file all{own.source, own.path, {}, {}, {}};
      for (std::size_t i = 0; i < headers_.size(); ++i)
        if (group_[i] == number) add(all, headers_[i], number);
      text += body(all);
    }
    out_["include/iso20022/" + own.path] = std::move(text);
  }

  void add(header_file& all, const header_file& part, int group) const {
    all.enums.insert(all.enums.end(), part.enums.begin(), part.enums.end());
    for (const int n : part.needs)
      if (group_[index(n)] != group) all.needs.insert(n);
    if (all.components.empty())
      all.components = part.components;
    else  // the order of all components, of which each part has some
      for (all.components.clear(); const int i : in_order())
        if (group_[index(header_of_.at(file_of(at(i))))] == group) all.components.push_back(i);
  }

  std::string body(const header_file& h) const {
    std::string text;
    for (const char* core : {"any", "code", "date", "decimal", "opt", "text"})
      text += std::string("#include <iso20022/core/") + core + ".hpp>\n";
    for (const int n : h.needs) text += "#include <iso20022/" + headers_[index(n)].path + ">\n";
    text += "\n#include <cstddef>\n#include <cstdint>\n#include <string_view>\n\nnamespace iso20022 {\n";
    text += forward_declarations(h);
    if (!h.enums.empty()) text += "\nnamespace model {\n";
    for (const int e : h.enums) text += "\n" + emit_enumeration(d_.simple(e));
    if (!h.enums.empty()) text += "\n}  // namespace model\n";
    for (const int i : h.components) text += in_namespace(at(i), "\n" + emit_struct(d_, at(i)));
    text += roots(h) + "\n}  // namespace iso20022\n";
    return joined_namespaces(text);
  }

  std::string namespace_of(const component& c) const {
    return c.root == none ? "model" : d_.roots[index(c.root)].cpp_namespace;
  }
  std::string in_namespace(const component& c, const std::string& text) const {
    return "\nnamespace " + namespace_of(c) + " {\n" + text + "\n}  // namespace " + namespace_of(c) + "\n";
  }
  /// Closing a namespace only to open it again is noise.
  std::string joined_namespaces(std::string text) const {
    std::set<std::string> all{"model"};
    for (const auto& r : d_.roots) all.insert(r.cpp_namespace);
    for (const auto& n : all) {
      const auto seam = "\n}  // namespace " + n + "\n\nnamespace " + n + " {\n";
      for (auto i = text.find(seam); i != std::string::npos; i = text.find(seam, i)) text.erase(i, seam.size());
    }
    return text;
  }

  /// Of what is pointed at before it is defined.
  std::string forward_declarations(const header_file& h) const {
    std::set<int> defined;
    std::string text;
    for (const int i : h.components) {
      for (const auto& f : at(i).fields) {
        const bool points = !f.is_any && !f.type.simple && f.store != schema::storage::in_place;
        const bool later = points && std::ranges::find(h.components, f.type.index) != h.components.end();
        if (later && !defined.contains(f.type.index) && defined.insert(f.type.index).second)
          text += in_namespace(d_.of(f), "\nstruct " + d_.of(f).cpp_name + ";\n");
      }
      defined.insert(i);
    }
    return text;
  }

  std::string roots(const header_file& h) const {
    std::string text;
    for (const int i : h.components) {
      if (at(i).root == none) continue;
      const auto& r = d_.roots[index(at(i).root)];
      if (text.empty()) text += "\ntemplate <class T>\nstruct root_of;\n";
      text += "/// " + r.message_name + "\ntemplate <>\nstruct root_of<" + qualified_name(d_, at(i)) +
              "> {\n  static constexpr std::string_view id = \"" + r.message_id + "\";\n};\n";
    }
    return text;
  }

  void write_layout_check() {
    std::string text = comment(from_.source);
    for (const auto& h : headers_) text += "#include <iso20022/" + h.path + ">\n";
    text += "\n#include <cstddef>\n#include <type_traits>\n\nnamespace iso20022 {\n\n";
    for (const auto& h : headers_)
      for (const int i : h.components) text += emit_layout_check(d_, at(i));
    out_["layout_check.cpp"] = text + "\n}  // namespace iso20022\n";
  }

  const dictionary& d_;
  const provenance& from_;
  files& out_;
  std::vector<header_file> headers_;
  std::map<std::string, int> header_of_;  // by source file
  std::vector<int> group_;
};

}  // namespace

void emit_cpp(const dictionary& d, const provenance& from, files& out) { header_writer(d, from, out).run(); }

}  // namespace iso20022::schemac
