// Made by schemac: schemac --out golden small
// Source: small/envelope.xsd
#pragma once

#include <iso20022/core/any.hpp>
#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>
#include <iso20022/model/party.hpp>
#include <iso20022/messages/test_001_001_01.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace iso20022 {

namespace test_envelope_v001 {

struct alignas(8) Empty {
};
static_assert(sizeof(Empty) == 8);

struct Envelope {
  model::Party1 Sndr{};  // [1..1] Sender
  iso20022::test_001_001_01::Document Document{};  // [1..1] Document
  opt<iso20022::test_envelope_v001::Empty> Empty{};  // [0..1] Empty
};
static_assert(sizeof(Envelope) == 336);

}  // namespace test_envelope_v001

template <class T>
struct root_of;
/// Empty
template <>
struct root_of<iso20022::test_envelope_v001::Empty> {
  static constexpr std::string_view id = "test.envelope.v001/Empty";
};
/// Envelope
template <>
struct root_of<iso20022::test_envelope_v001::Envelope> {
  static constexpr std::string_view id = "test.envelope.v001/Envelope";
};

}  // namespace iso20022
