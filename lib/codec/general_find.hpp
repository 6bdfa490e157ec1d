// Where the element or attribute of a path stands in a document.
#pragma once

#include <optional>
#include <string_view>

namespace iso20022::codec {

/// The bytes of the element at `path` (start tag to end tag), or of the attribute (name to closing quote). `path` as issues
/// write it: /Document/.../CdtTrfTxInf[2]/@Ccy, an index left out means [1]. One walk over the input.
std::optional<std::string_view> find_path(std::string_view input, std::string_view path);

}  // namespace iso20022::codec
