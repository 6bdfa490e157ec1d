// Made by schemac: schemac --out golden small
// Source: small/parts/party.xsd
#pragma once

#include <iso20022/core/any.hpp>
#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>
#include <iso20022/model/values.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace iso20022 {

namespace model {

struct PostalAddress1;

struct Party1;

struct Party1Choice;

struct Party1 {
  text Nm{};  // [1..1] Full Name
  opt<model::PostalAddress1> Adr{};  // [0..1] Address
  opt<model::Party1> Prnt{};  // [0..1] Prnt
  list<model::Party1> Ctct{};  // [0..n] Contact
};
static_assert(sizeof(Party1) == 56);

struct Party1Choice {
  enum class which : std::uint32_t { none = 0, Pty, Chc, Ctry, Amt };
  which tag = which::none;  // set by the makers below, and so is value_: ask, do not touch
  union alternatives {
    std::uint64_t words[7];
    model::Party1 Pty;  // [1..1] Party
    opt<model::Party1Choice> Chc;  // [1..1] Chc
    text Ctry;  // [1..1] Country
    list<model::Amount> Amt;  // [1..3] Amount
    constexpr alternatives() : words{} {}
  } value_;

  which which_one() const { return tag; }
  explicit operator bool() const { return tag != which::none; }
  static Party1Choice Pty(const model::Party1& v) {
    Party1Choice c;
    c.tag = which::Pty;
    c.value_.Pty = v;
    return c;
  }
  const model::Party1* Pty() const { return tag == which::Pty ? &value_.Pty : nullptr; }
  model::Party1* Pty() { return tag == which::Pty ? &value_.Pty : nullptr; }
  static Party1Choice Chc(const opt<model::Party1Choice>& v) {
    Party1Choice c;
    c.tag = which::Chc;
    c.value_.Chc = v;
    return c;
  }
  const opt<model::Party1Choice>* Chc() const { return tag == which::Chc ? &value_.Chc : nullptr; }
  opt<model::Party1Choice>* Chc() { return tag == which::Chc ? &value_.Chc : nullptr; }
  static Party1Choice Ctry(const text& v) {
    Party1Choice c;
    c.tag = which::Ctry;
    c.value_.Ctry = v;
    return c;
  }
  const text* Ctry() const { return tag == which::Ctry ? &value_.Ctry : nullptr; }
  text* Ctry() { return tag == which::Ctry ? &value_.Ctry : nullptr; }
  static Party1Choice Amt(const list<model::Amount>& v) {
    Party1Choice c;
    c.tag = which::Amt;
    c.value_.Amt = v;
    return c;
  }
  const list<model::Amount>* Amt() const { return tag == which::Amt ? &value_.Amt : nullptr; }
  list<model::Amount>* Amt() { return tag == which::Amt ? &value_.Amt : nullptr; }
};
static_assert(sizeof(Party1Choice) == 64);

struct PostalAddress1 {
  list<text> AdrLine{};  // [0..5] Address Line
  text Ctry{};  // [1..1] Country
};
static_assert(sizeof(PostalAddress1) == 40);

}  // namespace model

}  // namespace iso20022
