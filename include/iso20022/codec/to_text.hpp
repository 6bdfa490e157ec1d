// The text of a value, also of one that was built: what the writer writes. In a header of its own, so that the headers of
// values and messages know nothing of streams.
//
//   std::cout << tx.IntrBkSttlmAmt.value << ' ' << tx.IntrBkSttlmAmt.Ccy << " on " << tx.IntrBkSttlmDt << '\n';
#pragma once

#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/text.hpp>

#include <iosfwd>
#include <string>

namespace iso20022 {

/// The text that a value was read from, else its canonical form (decimal(10050, 2): "100.50"); empty when it is absent.
std::string to_text(const decimal&);
std::string to_text(const boolean&);
std::string to_text(const date&);
std::string to_text(const date_time&);
/// The code as the message says it, one that is not in the enumeration too; else the name of the enumerator.
template <class E>
std::string to_text(const code<E>& c) {
  return std::string(c.lexical().empty() ? code_text(c.value()) : c.lexical());
}

std::ostream& operator<<(std::ostream&, const text&);
std::ostream& operator<<(std::ostream&, const decimal&);
std::ostream& operator<<(std::ostream&, const boolean&);
std::ostream& operator<<(std::ostream&, const date&);
std::ostream& operator<<(std::ostream&, const date_time&);
template <class E>
std::ostream& operator<<(std::ostream& out, const code<E>& c) {
  return out << text(c.lexical().empty() ? code_text(c.value()) : c.lexical());
}

}  // namespace iso20022
