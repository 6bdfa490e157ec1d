// The fast reader alone, on an instruction set of one's choice.
#pragma once

#include <iso20022/codec/message.hpp>
#include <iso20022/codec/reader.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::judge {

/// Knows whether a document is valid, or does not know. Resource; one per thread.
class isa_reader {
 public:
  explicit isa_reader(std::string_view isa, schema::registry = schema::registry::builtin());
  isa_reader(isa_reader&&) noexcept;
  ~isa_reader();

  std::string_view name() const;
  /// The message; empty when the fast reader leaves it to the general one. Valid until the next read.
  message read(padded_input);

  /// "portable", and what else this processor has.
  static std::vector<std::string> available();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace iso20022::judge
