// How messages travel: the elements around business header and document. Forms are data, so that one's own stand beside ours.
#pragma once

#include <span>
#include <string_view>

namespace iso20022::envelope {

/// One form. Paths start at the root, names are local ones, `*` is any one element: the name of it is the wrapper's.
struct wire_form {
  std::string_view name;
  std::string_view namespace_uri;     // of the root; "": any
  std::string_view technical_header;  // "": the form has none
  std::string_view header;            // "": the form has none
  std::string_view document;          // "": the form has none
};

/// FedNowIncoming, FedNowOutgoing (key exchanges too), BizMsgEnvlp (nvlp.001), RequestPayload, DataPDU (SWIFT's SAA), AppHdr, and
/// Document. A header and a document one behind the other, without a root around them, are the form "AppHdr".
std::span<const wire_form> wire_forms();
/// The form of that name ("FedNowIncoming"); null when there is none.
const wire_form* find_form(std::string_view name, std::span<const wire_form> forms = wire_forms());

}  // namespace iso20022::envelope
