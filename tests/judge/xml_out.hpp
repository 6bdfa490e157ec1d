// XML as text, written element by element. On purpose independent of the library's writer, which it helps to judge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace iso20022::judge {

/// How a document looks; none of it changes what it means.
struct xml_style {
  unsigned indent = 0;      // spaces a level; 0: no white space between elements
  std::string prefix = {};  // empty: default namespaces; "p" gives <p:Document xmlns:p="...">
  bool declaration = true;
  std::string_view new_line = "\n";
};

/// Appends elements to a string. Texts are given as XML: whoever calls escapes (see `escape`).
class xml_out {
 public:
  xml_out(std::string& out, xml_style style);

  /// Opens an element; its namespace is the parent's unless `uri` says another one, which is then declared on it.
  void open(std::string_view name, std::string_view attributes = {});
  void open_in(std::string_view uri, std::string_view name, std::string_view attributes = {});
  void close();
  void leaf(std::string_view name, std::string_view xml, std::string_view attributes = {});
  void leaf_in(std::string_view uri, std::string_view name, std::string_view xml, std::string_view attributes = {});
  /// An empty element, `<Name/>`.
  void empty_in(std::string_view uri, std::string_view name, std::string_view attributes = {});
  /// Anything, as it is, where a child could stand.
  void raw(std::string_view xml);
  std::string_view uri() const { return stack_.empty() ? std::string_view() : std::string_view(stack_.back().uri); }

 private:
  struct element {
    std::string tag;  // with its prefix
    std::string uri;
    std::string prefix;
    bool has_children = false;
  };
  void new_line(std::size_t depth);
  void start(std::string_view uri, std::string_view name, std::string_view attributes);
  std::string prefix_for(std::string_view uri) const;

  std::string& out_;
  xml_style style_;
  std::vector<element> stack_;
  bool pretty_;
};

/// `text` with `&`, `<` and `>` as entities.
std::string escape(std::string_view text);

}  // namespace iso20022::judge
