// Validating only: the verdict, no structs. The peers cannot: for them it is the same as reading.
#include <iso20022/codec/reader.hpp>

#include "measure.hpp"

namespace iso20022::bench {

void add_validating() {
  for (const auto& name : all_corpora())
    add("validate", name, "ours", [name](auto& s) {
      reader r;
      measure(s, *corpus_for(name), [&](const std::string& d) { return r.validate(d).ok(); });
    });
}

}  // namespace iso20022::bench
