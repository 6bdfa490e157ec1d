// Copies that stand alone: what must outlive the input and the reader (or builder) that it came from.
#pragma once

#include <iso20022/codec/message.hpp>

#include <cstddef>
#include <memory>
#include <string_view>

namespace iso20022 {

/// A component or root struct with everything that it points at, in one block of memory. Resource, movable (a pointer
/// moves, the struct does not). Its fields may be changed; what is assigned to them is not owned by it.
template <class T>
class owned {
 public:
  owned() = default;
  owned(std::unique_ptr<std::byte[]> block) : block_(std::move(block)) {}

  explicit operator bool() const { return block_ != nullptr; }
  T* get() const { return reinterpret_cast<T*>(block_.get()); }
  T& operator*() const { return *get(); }
  T* operator->() const { return get(); }

 private:
  std::unique_ptr<std::byte[]> block_;
};

/// A message with everything that it points at in one block of memory, and its registry kept alive. Resource, movable.
class owned_message {
 public:
  owned_message() = default;

  explicit operator bool() const { return block_ != nullptr; }
  /// Valid as long as this lives.
  message get() const;
  operator message() const { return get(); }
  template <class T>
  const T* as() const { return get().as<T>(); }
  std::size_t bytes() const;

 private:
  struct head;
  struct release { void operator()(head*) const; };
  friend owned_message own(const message&);
  std::unique_ptr<head, release> block_;
};

/// A deep copy; empty when the message is empty. Two passes: measure, copy.
owned_message own(const message&);

namespace detail {

/// "iso20022::model::PostalAddress24", from what the compiler calls this function.
template <class T>
constexpr std::string_view type_name() {
  std::string_view s = __PRETTY_FUNCTION__;
  s.remove_prefix(s.find("T = ") + 4);
  return s.substr(0, s.find_first_of(";]"));
}

/// Null when the compiled-in registry has no component of this name and size.
std::unique_ptr<std::byte[]> own_component(std::string_view cpp_name, std::size_t size, const void* object);
std::unique_ptr<std::byte[]> own_root(std::string_view id, const void* object);

}  // namespace detail

/// A deep copy of a component (`own(msg.Dbtr)`) or a root struct of the compiled-in registry.
template <class T>
owned<T> own(const T& x) {
  if constexpr (requires { root_of<T>::id; }) return owned<T>(detail::own_root(root_of<T>::id, &x));
  else return owned<T>(detail::own_component(detail::type_name<T>(), sizeof(T), &x));
}

}  // namespace iso20022
