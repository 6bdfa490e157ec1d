// Made by schemac: schemac --out golden small
// Source: small
#include <iso20022/messages/envelope.hpp>
#include <iso20022/model/party.hpp>
#include <iso20022/model/values.hpp>
#include <iso20022/messages/test_001_001_01.hpp>

#include <cstddef>
#include <type_traits>

namespace iso20022 {

static_assert(std::is_trivially_copyable_v<iso20022::test_envelope_v001::Empty> && std::is_aggregate_v<iso20022::test_envelope_v001::Empty>);
static_assert(std::is_trivially_copyable_v<iso20022::test_envelope_v001::Envelope> && std::is_aggregate_v<iso20022::test_envelope_v001::Envelope>);
static_assert(offsetof(iso20022::test_envelope_v001::Envelope, Sndr) == 0);
static_assert(offsetof(iso20022::test_envelope_v001::Envelope, Document) == 56);
static_assert(offsetof(iso20022::test_envelope_v001::Envelope, Empty) == 328);
static_assert(std::is_trivially_copyable_v<model::Party1> && std::is_aggregate_v<model::Party1>);
static_assert(offsetof(model::Party1, Nm) == 0);
static_assert(offsetof(model::Party1, Adr) == 16);
static_assert(offsetof(model::Party1, Prnt) == 24);
static_assert(offsetof(model::Party1, Ctct) == 32);
static_assert(std::is_trivially_copyable_v<model::Party1Choice> && std::is_aggregate_v<model::Party1Choice>);
static_assert(offsetof(model::Party1Choice, value_) == 8);
static_assert(std::is_trivially_copyable_v<model::PostalAddress1> && std::is_aggregate_v<model::PostalAddress1>);
static_assert(offsetof(model::PostalAddress1, AdrLine) == 0);
static_assert(offsetof(model::PostalAddress1, Ctry) == 24);
static_assert(std::is_trivially_copyable_v<model::Amount> && std::is_aggregate_v<model::Amount>);
static_assert(offsetof(model::Amount, value) == 0);
static_assert(offsetof(model::Amount, Ccy) == 24);
static_assert(std::is_trivially_copyable_v<model::Counted1> && std::is_aggregate_v<model::Counted1>);
static_assert(offsetof(model::Counted1, register_) == 0);
static_assert(offsetof(model::Counted1, Nm) == 24);
static_assert(std::is_trivially_copyable_v<model::Detail> && std::is_aggregate_v<model::Detail>);
static_assert(offsetof(model::Detail, Id_x_y) == 0);
static_assert(offsetof(model::Detail, any_content) == 16);
static_assert(offsetof(model::Detail, Id) == 64);
static_assert(offsetof(model::Detail, lang) == 80);
static_assert(std::is_trivially_copyable_v<model::Message1> && std::is_aggregate_v<model::Message1>);
static_assert(offsetof(model::Message1, Amt) == 0);
static_assert(offsetof(model::Message1, Dt) == 40);
static_assert(offsetof(model::Message1, CreDtTm) == 64);
static_assert(offsetof(model::Message1, Ind) == 96);
static_assert(offsetof(model::Message1, Nb) == 112);
static_assert(offsetof(model::Message1, ChrgBr) == 136);
static_assert(offsetof(model::Message1, Cd) == 152);
static_assert(offsetof(model::Message1, Dbtr) == 168);
static_assert(offsetof(model::Message1, DbtrAcct) == 176);
static_assert(offsetof(model::Message1, Cdtr) == 192);
static_assert(offsetof(model::Message1, List) == 216);
static_assert(offsetof(model::Message1, AVeryLongElementNameThatNoRowCanHold) == 256);
static_assert(offsetof(model::Message1, Envlp) == 264);
static_assert(std::is_trivially_copyable_v<model::OpenContent> && std::is_aggregate_v<model::OpenContent>);
static_assert(offsetof(model::OpenContent, any_content) == 0);
static_assert(std::is_trivially_copyable_v<iso20022::test_001_001_01::Document> && std::is_aggregate_v<iso20022::test_001_001_01::Document>);
static_assert(offsetof(iso20022::test_001_001_01::Document, FIToFICstmrCdtTrf) == 0);

}  // namespace iso20022
