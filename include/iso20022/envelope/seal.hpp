// Parts put into an envelope, their bytes untouched.
#pragma once

#include <iso20022/core/result.hpp>
#include <iso20022/envelope/split.hpp>

#include <string>
#include <string_view>

namespace iso20022::envelope {

/// `into.form` decides where the parts go, `into.wrapper` names the element of its `*`. Parts that another envelope held bring along
/// what was declared around them: it is declared on the root. The result starts with the XML declaration; `split` of it gives
/// the same bytes back. ENV-SEAL: the form has no place for a part, its wrapper has no name, or the parts need two meanings of
/// one prefix.
result<std::string> seal(const parts& into);

}  // namespace iso20022::envelope
