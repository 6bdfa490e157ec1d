// A value or an error, for loads, I/O and keys. (Reading a message always gives a message and a report instead.)
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace iso20022 {

/// What went wrong when something could not be loaded or opened. `where` is a file, with line and column where known.
struct error {
  std::string code;
  std::string message;
  std::string where;
};

/// Either a T or an error; the C++20 stand-in for std::expected<T, error>.
template <class T>
class result {
 public:
  result(T value) : state_(std::move(value)) {}
  result(iso20022::error e) : state_(std::move(e)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const iso20022::error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, iso20022::error> state_;
};

}  // namespace iso20022
