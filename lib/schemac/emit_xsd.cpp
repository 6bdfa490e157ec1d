// One self-contained XSD a message: only the types that it reaches, each element with its business name. The second use
// of the dictionary, and what Xerces, xmllint and other people's tools are given.
#include <algorithm>
#include <set>

#include "schemac/emit.hpp"
#include "schemac/xsd_text.hpp"

namespace iso20022::schemac {

namespace {

std::string file_id(const std::string& message_id) { return message_id.substr(0, message_id.find('/')); }

class schema_writer {
 public:
  schema_writer(const dictionary& d, u16 ns, problems& found) : d_(d), ns_(ns), found_(found) {}

  std::string write(const provenance& from) {
    std::string globals;
    for (const auto& r : d_.roots)
      if (r.ns == ns_) globals += global(r);
    for (std::size_t i = 0; i < waiting_.size(); ++i) types_[at(waiting_[i]).name] = complex(at(waiting_[i]));
    const auto& uri = d_.namespaces[ns_];
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Made by schemac: " + commented(from.command) +
                       "\n     Source: " + commented(from.source) +
                       " -->\n<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + escaped(uri) + "\"";
    for (const auto n : imported_)
      text += "\n           xmlns:n" + std::to_string(n) + "=\"" + escaped(d_.namespaces[n]) + "\"";
    text += "\n           targetNamespace=\"" + escaped(uri) + "\" elementFormDefault=\"qualified\">\n";
    for (const auto n : imported_)
      text += "  <xs:import namespace=\"" + escaped(d_.namespaces[n]) + "\" schemaLocation=\"" + escaped(file_of(n)) +
              ".xsd\"/>\n";
    text += globals;
    for (const auto& [name, type] : types_) text += "\n" + type;
    return text + "</xs:schema>\n";
  }

 private:
  const component& at(int i) const { return d_.components[static_cast<std::size_t>(i)]; }

  static std::string commented(std::string s) {  // "--" may not stand in a comment
    for (auto i = s.find("--"); i != std::string::npos; i = s.find("--", i)) s.replace(i, 2, "-");
    return s;
  }

  std::string file_of(u16 ns) const {
    const auto r = std::ranges::find(d_.roots, ns, &root::ns);
    return r == d_.roots.end() ? "" : file_id(r->message_id);
  }

  std::string global(const root& r) {
    reach(r.component);
    return "\n  <xs:element name=\"" + escaped(r.name) + "\" type=\"" + escaped(at(r.component).name) + "\">\n" +
           documentation(r.business_name, "    ") + "  </xs:element>\n";
  }

  void reach(int component) {
    if (seen_.insert(component).second) waiting_.push_back(component);
  }

  std::string leaf_type(int simple) {
    const auto& t = d_.simple(simple);
    if (!t.name.starts_with("xs:")) types_[t.name] = xsd_simple_type(t);
    return t.name;
  }

  std::string complex(const component& c) {
    std::string inside;
    if (c.content == schema::content_kind::simple) {
      inside = "    <xs:simpleContent>\n      <xs:extension base=\"" + escaped(leaf_type(c.simple)) + "\">\n" +
               attributes(c, "        ") + "      </xs:extension>\n    </xs:simpleContent>\n";
    } else {
      std::size_t leaf = 0;
      if (!c.fields.empty()) inside = group(c, c.body, leaf, "    ");
      inside += attributes(c, "    ");
    }
    return "  <xs:complexType name=\"" + escaped(c.name) + "\">\n" + inside + "  </xs:complexType>\n";
  }

  std::string attributes(const component& c, const std::string& indent) {
    std::string out;
    for (const auto& a : c.attributes) {
      if (a.ns != 0)
        found_.push_back({"SCHEMA-WRITE", "an attribute of another namespace cannot be written: " + a.name, c.where});
      out += indent + "<xs:attribute name=\"" + escaped(a.name) + "\" type=\"" + escaped(leaf_type(a.simple)) + "\"" +
             (a.required ? " use=\"required\"" : "") + constraint(a.has_value, a.is_default, a.value) + ">\n" +
             documentation(a.business_name, indent + "  ") + indent + "</xs:attribute>\n";
    }
    return out;
  }

  std::string group(const component& c, const particle& p, std::size_t& leaf, const std::string& indent) {
    const std::string tag = p.kind == particle::form::choice ? "xs:choice" : "xs:sequence";
    std::string out = indent + "<" + tag + occurs(p) + ">\n";
    for (const auto& m : p.members) {
      if (m.max == 0) continue;
      const bool is_group = m.kind == particle::form::sequence || m.kind == particle::form::choice;
      out += is_group ? group(c, m, leaf, indent + "  ") : one(c, c.fields[leaf++], m, indent + "  ");
    }
    return out + indent + "</" + tag + ">\n";
  }

  std::string one(const component& c, const field& f, const particle& p, const std::string& indent) {
    if (f.is_any) return any(f, p, indent);
    if (!f.type.simple && d_.of(f).root != none) return reference(f, p, indent);
    if (f.ns > schema::ns_none)
      found_.push_back(
          {"SCHEMA-WRITE", "an element of another namespace that is not global cannot be written: " + f.name, c.where});
    if (!f.type.simple) reach(f.type.index);
    const auto type = f.type.simple ? leaf_type(f.type.index) : d_.of(f).name;
    return indent + "<xs:element name=\"" + escaped(f.name) + "\" type=\"" + escaped(type) + "\"" + occurs(p) +
           (f.ns == schema::ns_none ? " form=\"unqualified\"" : "") +
           constraint(f.has_value, f.is_default, f.value) + ">\n" + documentation(f.business_name, indent + "  ") +
           indent + "</xs:element>\n";
  }

  std::string reference(const field& f, const particle& p, const std::string& indent) {
    const auto ns = d_.roots[static_cast<std::size_t>(d_.of(f).root)].ns;
    if (ns != ns_) imported_.insert(ns);
    const auto prefix = ns == ns_ ? "" : "n" + std::to_string(ns) + ":";
    return indent + "<xs:element ref=\"" + prefix + escaped(f.name) + "\"" + occurs(p) + "/>\n";
  }

  std::string any(const field& f, const particle& p, const std::string& indent) const {
    static constexpr const char* process[] = {"skip", "lax", "strict"};
    std::string range = "##any";
    if (f.any.kind == wildcard::range::other) range = "##other";
    if (f.any.kind == wildcard::range::local) range = "##local";
    if (f.any.kind == wildcard::range::exactly) range = f.ns ? d_.namespaces[f.ns] : "##targetNamespace";
    return indent + "<xs:any namespace=\"" + escaped(range) + "\" processContents=\"" + process[f.any.process] + "\"" +
           occurs(p) + "/>\n";
  }

  const dictionary& d_;
  const u16 ns_;
  problems& found_;
  std::vector<int> waiting_;
  std::set<int> seen_;
  std::set<u16> imported_;
  std::map<std::string, std::string> types_;  // by name
};

}  // namespace

void emit_xsd(const dictionary& d, const provenance& from, files& out, problems& found) {
  std::set<u16> done;
  for (const auto& r : d.roots)
    if (done.insert(r.ns).second)
      out["xsd/" + file_id(r.message_id) + ".xsd"] = schema_writer(d, r.ns, found).write(from);
}

}  // namespace iso20022::schemac
