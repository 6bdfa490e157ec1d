// The generated structs as a customer uses them; compiled, and checked where a constant expression can.
#include <iso20022/messages/envelope.hpp>

namespace {

using namespace iso20022;

[[maybe_unused]] test_001_001_01::Document build(opt<model::Party1> debtor) {
  test_001_001_01::Document d{.FIToFICstmrCdtTrf = {.Amt = {.value = "10.00", .Ccy = "USD"},
                                                    .Dt = date(2025, 1, 31),
                                                    .ChrgBr = model::ChargeBearer1Code::_3DAY,
                                                    .Dbtr = debtor}};
  d.FIToFICstmrCdtTrf.List.register_ = {};
  return d;
}

[[maybe_unused]] bool ask(const model::Party1Choice& c) {
  if (const auto* p = c.Pty()) return p->Nm == text("a");
  return c.which_one() == model::Party1Choice::which::Ctry && *c.Ctry() == text("US");
}

[[maybe_unused]] model::Party1Choice make() { return model::Party1Choice::Pty({.Nm = "a"}); }

static_assert(root_of<test_001_001_01::Document>::id == "test.001.001.01");
static_assert(static_cast<int>(model::ChargeBearer1Code::int_) == 2);

}  // namespace
