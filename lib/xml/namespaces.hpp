// Which prefix means which namespace, element by element (https://www.w3.org/TR/xml-names/).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace iso20022::xml {

inline constexpr std::string_view xml_uri = "http://www.w3.org/XML/1998/namespace";
inline constexpr std::string_view xmlns_uri = "http://www.w3.org/2000/xmlns/";
inline constexpr std::string_view xsi_uri = "http://www.w3.org/2001/XMLSchema-instance";

/// A stack of declarations. Allocates nothing in steady state.
class namespaces {
 public:
  struct binding {
    std::string_view prefix;  // "": the default namespace
    std::string_view uri;     // "": no namespace
    std::uint16_t number;     // what the owner of the stack calls this namespace
  };

  void clear() { stack_.clear(); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(stack_.size()); }
  void declare(binding b) { stack_.push_back(b); }
  /// Forgets what was declared since there were `size` declarations.
  void pop_to(std::uint32_t size) { stack_.resize(size); }

  /// The innermost declaration of `prefix`; -1: none.
  int find(std::string_view prefix) const {
    for (auto i = static_cast<int>(stack_.size()) - 1; i >= 0; --i)
      if (stack_[static_cast<std::size_t>(i)].prefix == prefix) return i;
    return -1;
  }
  const binding& operator[](int i) const { return stack_[static_cast<std::size_t>(i)]; }
  binding& operator[](int i) { return stack_[static_cast<std::size_t>(i)]; }

 private:
  std::vector<binding> stack_;
};

/// Why `prefix` must not be bound to `uri`; empty: it may.
std::string_view refuse_declaration(std::string_view prefix, std::string_view uri);

}  // namespace iso20022::xml
