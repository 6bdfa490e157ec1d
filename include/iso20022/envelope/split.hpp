// An envelope taken apart into the very bytes of its parts, for signatures, archives and routing.
#pragma once

#include <iso20022/core/limits.hpp>
#include <iso20022/core/result.hpp>
#include <iso20022/envelope/wire_form.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iso20022::envelope {

/// A namespace declaration around a part. `prefix` "" is the default namespace; `uri` is as it was written.
struct declaration {
  std::string_view prefix, uri;
};

/// One part. The bytes are those of the input, from `<` to `>`; empty: the part is not there.
struct part {
  std::string_view bytes;
  std::string_view namespace_uri;     // of its element
  std::vector<declaration> around;    // what it may use that is declared outside of it, outermost first, none twice

  explicit operator bool() const { return !bytes.empty(); }
};

/// What an envelope holds. All views are of the input.
struct parts {
  const wire_form* form = nullptr;
  std::string_view root;            // the outermost element, without what stands before and behind it
  part technical_header;            // verbatim: FedNow's is open content
  std::string_view wrapper;         // local name of the element that stands for `*`: "FedNowCustomerCreditTransfer"
  std::string_view wrapper_bytes;   // that element
  part header;                      // AppHdr
  part document;                    // Document
};

/// One pass over well-formed XML; whether the parts are valid is the reader's business. Errors name line and column: ENV-FORM (a
/// root that no form knows, or a part that its form has twice or not at all), ENV-XML (not well-formed), ENV-LIMIT.
/// A key exchange has neither header nor document: its wrapper is all there is.
result<parts> split(std::string_view bytes, std::span<const wire_form> forms = wire_forms(), const read_limits& limits = {});

}  // namespace iso20022::envelope
