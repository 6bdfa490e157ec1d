// Made by schemac: schemac --out golden small
// Source: small/test.001.001.01.xsd
#pragma once

#include <iso20022/core/any.hpp>
#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>
#include <iso20022/model/party.hpp>
#include <iso20022/model/values.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace iso20022 {

namespace model {

struct Detail;

struct OpenContent;

struct Counted1 {
  list<model::Detail> register_{};  // [2..3] register
  text Nm{};  // [1..1] Name
};
static_assert(sizeof(Counted1) == 40);

struct Detail {
  text Id_x_y{};  // [0..1] Id.x-y
  any any_content{};  // [0..1] open content
  text Id{};  // @Id [1..1] Identification
  text lang{};  // @lang [0..1] lang
};
static_assert(sizeof(Detail) == 96);

struct Message1 {
  model::Amount Amt{};  // [1..1] Amount
  date Dt{};  // [0..1] Date
  date_time CreDtTm{};  // [1..1] Creation Date Time
  boolean Ind{};  // [0..1] Indicator
  decimal Nb{};  // [0..1] Number
  code<model::ChargeBearer1Code> ChrgBr{};  // [0..1] Charge Bearer
  text Cd{};  // [0..1] Code
  opt<model::Party1> Dbtr{};  // [0..1] Debtor
  text DbtrAcct{};  // [0..1] Debtor Account
  list<model::Party1Choice> Cdtr{};  // [0..n] Creditor
  model::Counted1 List{};  // [1..1] List
  opt<model::PostalAddress1> AVeryLongElementNameThatNoRowCanHold{};  // [0..1] AVeryLongElementNameThatNoRowCanHold
  opt<model::OpenContent> Envlp{};  // [0..1] Envelope
};
static_assert(sizeof(Message1) == 272);

struct OpenContent {
  any any_content{};  // [1..n] open content
};
static_assert(sizeof(OpenContent) == 48);

}  // namespace model

namespace test_001_001_01 {

struct Document {
  model::Message1 FIToFICstmrCdtTrf{};  // [1..1] FI To FI Customer Credit Transfer
};
static_assert(sizeof(Document) == 272);

}  // namespace test_001_001_01

template <class T>
struct root_of;
/// FI To FI Customer Credit Transfer V01
template <>
struct root_of<iso20022::test_001_001_01::Document> {
  static constexpr std::string_view id = "test.001.001.01";
};

}  // namespace iso20022
