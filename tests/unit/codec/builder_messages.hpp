// Messages that tests of the writing side build from scratch, as a user would.
#pragma once

#include <iso20022/codec/builder.hpp>
#include <iso20022/codec/writer.hpp>
#include <iso20022/messages/pacs_002_001_10.hpp>
#include <iso20022/messages/pacs_008_001_08.hpp>

#include <string>
#include <string_view>

namespace writing_test {

/// A payment with an escape in a name, a choice, a list of two, numbers without text and a code.
iso20022::pacs_008_001_08::Document credit_transfer(iso20022::builder&);
extern const std::string_view credit_transfer_xml;

/// Its positive answer.
iso20022::pacs_002_001_10::Document accepted(iso20022::builder&);
extern const std::string_view accepted_xml;

/// The message as XML; a failure when the writer refuses it.
std::string written(const iso20022::message&, iso20022::write_options = {});

}  // namespace writing_test
