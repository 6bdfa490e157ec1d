// Generic access: the same data as the structs, by path, for any message of any registry.
//
//   get(m, "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/IntrBkSttlmAmt/@Ccy")        -> "USD"
//   get<decimal>(m, "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/IntrBkSttlmAmt")    -> a decimal, or null
//   set(b, m, "/Document/FIToFICstmrCdtTrf/GrpHdr/MsgId", "M1")                     -> what is wrong with it, if anything
//   visit(m, [](const node& n) { ... })                                             -> every component and value, in order
//
// Paths are those of issues: tags from the root, `[n]` from 1 (left out: the first), `@` before an attribute.
#pragma once

#include <iso20022/check/issue.hpp>
#include <iso20022/codec/builder.hpp>
#include <iso20022/codec/message.hpp>
#include <iso20022/core/any.hpp>
#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022 {

/// What a node holds.
enum class value_type : std::uint8_t { component, text, code, decimal, boolean, date, date_time, any };

namespace detail {
struct node_maker;
template <class T> struct value_type_of;
template <> struct value_type_of<text> { static constexpr auto type = value_type::text; };
template <> struct value_type_of<decimal> { static constexpr auto type = value_type::decimal; };
template <> struct value_type_of<boolean> { static constexpr auto type = value_type::boolean; };
template <> struct value_type_of<date> { static constexpr auto type = value_type::date; };
template <> struct value_type_of<date_time> { static constexpr auto type = value_type::date_time; };
template <> struct value_type_of<any> { static constexpr auto type = value_type::any; };
template <class E> struct value_type_of<code<E>> { static constexpr auto type = value_type::code; };
}  // namespace detail

/// One component or value of a message. A view: valid as long as the message; `path` only during a visit.
struct node {
  std::string_view name;           // "IntrBkSttlmAmt", "Ccy"
  std::string_view business_name;  // "Interbank Settlement Amount"
  std::string_view type_name;      // "ActiveCurrencyAndAmount"; open content: empty
  std::string_view path;
  value_type type = value_type::component;
  bool is_attribute = false;
  bool repeats = false;            // may come more than once
  std::uint32_t index = 1;         // the how-manieth ...
  std::uint32_t count = 1;         // ... of how many
  std::uint32_t depth = 0;         // the root's is 0
  const void* value = nullptr;     // the component's struct, or the value

  /// The value, when it is a T; null otherwise.
  template <class T>
  const T* as() const { return detail::value_type_of<T>::type == type ? static_cast<const T*>(value) : nullptr; }
  /// The text of a value, as it was read or in canonical form; of open content its bytes; of a component nothing.
  std::string text() const;

 private:
  friend struct detail::node_maker;
  const void* tables_ = nullptr;   // with `simple_`: what `text` goes by
  std::uint32_t simple_ = 0;
};

/// What stands at `path`; nothing when it is absent, or the path is none of this kind of message.
std::optional<node> find(const message&, std::string_view path);
/// The text of the value at `path`.
std::optional<std::string> get(const message&, std::string_view path);
/// The value at `path`, when it is there and a T (decimal, date, code<E>, ...).
template <class T>
const T* get(const message& m, std::string_view path) {
  const auto found = find(m, path);
  return found ? found->template as<T>() : nullptr;
}

/// Puts `text` at `path`: judged by the type of the value first, then the components on the way are made where they are
/// absent, list elements too (the one behind the last, never further), and a choice becomes the alternative that the path
/// names. The message must have been built, or read, in memory that may be changed; what it gets lives in the builder.
/// Nothing when done; else what is wrong, and the message is as before.
std::optional<issue> set(builder&, message&, std::string_view path, std::string_view text);

/// What may stand below a path, whether a message has it or not.
struct child {
  std::string_view name;
  std::string_view business_name;
  std::string_view type_name;
  value_type type = value_type::component;
  bool is_attribute = false;
  std::uint32_t min = 0;
  std::uint32_t max = 1;  // 0xffffffff: any number
};
/// In the order of the schema. Empty when the path is none of this message, or that of a value without attributes.
std::vector<child> children(const schema::registry&, std::uint32_t root, std::string_view path);

namespace detail {
using on_node = void (*)(void*, const node&, bool leaves);
void visit(const message&, void* visitor, on_node);
}  // namespace detail

/// Calls enter(node) for every component, value and attribute that is there, depth first, in the order of the schema, and
/// leave(node) behind a component's last child.
template <class Enter, class Leave>
void visit(const message& m, Enter&& enter, Leave&& leave) {
  struct both { Enter& enter; Leave& leave; } visitor{enter, leave};
  detail::visit(m, &visitor, [](void* v, const node& n, bool leaves) {
    auto& to = *static_cast<both*>(v);
    leaves ? void(to.leave(n)) : void(to.enter(n));
  });
}
template <class Enter>
void visit(const message& m, Enter&& enter) { visit(m, enter, [](const node&) {}); }

/// Whether two messages of one registry say the same: values compared as values (10 equals 10.00), open content by its
/// bytes, or as messages where both are.
bool equal(const message&, const message&);
/// The same with the texts of values compared (10 is not 10.00).
bool same_text(const message&, const message&);

}  // namespace iso20022
