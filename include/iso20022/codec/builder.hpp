// Messages from scratch: the memory behind optional components, lists and texts that must live as long as the message.
//
//   builder b;
//   pacs_002_001_10::Document doc{
//       .FIToFIPmtStsRpt = {
//           .GrpHdr = {.MsgId = "20230604021150706Sc01Step2MsgId", .CreDtTm = date_time({2023, 6, 4}, 10, 55, 27, 0, -240)},
//           .TxInfAndSts = b.list({PaymentTransaction110{.OrgnlInstrId = "...", .TxSts = "ACSC"}})}};
//   std::string xml;
//   writer().write(b.message(doc), xml);
//
// Values need no builder: a text may be a literal or a view of something that lives long enough, a decimal, a date or a
// code is a number. Components of a message that was read may be assigned as they are: they stay views of that message.
#pragma once

#include <iso20022/codec/message.hpp>
#include <iso20022/core/any.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace iso20022 {

/// Owns the memory of messages being built. Resource, movable; what it made is valid as long as it lives and is not
/// cleared. Nothing that it made ever moves.
class builder {
 public:
  builder();
  builder(builder&&) noexcept;
  builder& operator=(builder&&) noexcept;
  ~builder();

  /// An optional component: `.PstlAdr = b.opt(PostalAddress24{.StrtNm = "Main St"})`.
  template <class T>
  iso20022::opt<T> opt(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    return iso20022::opt<T>(new (allocate(sizeof(T))) T(value));
  }

  /// A repeated element with these values: `.AdrLine = b.list<text>({"1 Main St", "Suite 200"})`.
  template <class T>
  iso20022::list<T> list(std::initializer_list<T> values) {
    iso20022::list<T> all;
    for (const T& v : values) push(all, v);
    return all;
  }

  /// One more value of a list, which this or another builder may have begun; the element, which never moves.
  template <class T>
  T& push(iso20022::list<T>& to, const T& value = T{}) {
    static_assert(std::is_trivially_copyable_v<T>);
    return *new (append(reinterpret_cast<std::byte*>(&to), sizeof(T))) T(value);
  }

  /// A copy of `s`, for a text that would not live long enough.
  iso20022::text text(std::string_view s);

  /// Open content from XML: one or more elements, copied. `bindings`: what prefixes mean in it that it does not declare
  /// itself ("" for the default namespace). `check` judges it.
  iso20022::any any(std::string_view xml,
                    std::initializer_list<std::pair<std::string_view, std::string_view>> bindings = {});
  /// Open content that is a message of the same registry. The message must live as long as this builder.
  iso20022::any any(const iso20022::message&);

  /// The message of a root struct of the compiled-in registry; the struct is copied, what it points at is not.
  template <class T>
  iso20022::message message(const T& document) {
    static_assert(std::is_trivially_copyable_v<T>);
    return of_builtin(root_of<T>::id, new (allocate(sizeof(T))) T(document));
  }
  /// An empty message of any registry, to be filled by `set` (access.hpp). Null when the registry has no such id. The
  /// registry object must live as long as the message.
  iso20022::message message(const schema::registry&, std::string_view id);

  /// `size` zeroed bytes, 8-aligned.
  std::byte* allocate(std::size_t size);
  /// One zeroed element more in the list at `list`.
  std::byte* append(std::byte* list, std::size_t element_size);
  /// Frees everything that was made.
  void clear();

 private:
  struct state;
  static iso20022::message of_builtin(std::string_view id, const void* object);
  std::unique_ptr<state> state_;
};

}  // namespace iso20022
