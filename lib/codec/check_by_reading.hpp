// What only a reader can judge: open content, which is bytes, and xs:ID, which must be unique in the document.
#pragma once

#include <iso20022/check/report.hpp>
#include <iso20022/codec/message.hpp>

namespace iso20022::codec {

/// Writes the message and reads it again: true when nothing is wrong with the XML and it says the same as the structs, so
/// that bytes put into open content can neither be ill-formed nor close the element around them. Issues go to `out` unless
/// it is null; their positions mean nothing and are not kept.
bool reads_back(const message&, report* out);

}  // namespace iso20022::codec
