// Made by schemac: schemac --out golden small
// Source: small/parts/values.xsd
#pragma once

#include <iso20022/core/any.hpp>
#include <iso20022/core/code.hpp>
#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>
#include <iso20022/core/opt.hpp>
#include <iso20022/core/text.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace iso20022 {

namespace model {

enum class ChargeBearer1Code : std::uint16_t {
  absent = 0, DEBT = 1, int_, _3DAY, A_B,
};
inline std::string_view code_text(ChargeBearer1Code c) {
  static constexpr std::string_view all[] = {
      "", "DEBT", "int", "3DAY", "A-B",
  };
  return static_cast<std::size_t>(c) < sizeof all / sizeof *all ? all[static_cast<std::size_t>(c)] : std::string_view();
}

struct Amount {
  decimal value{};
  text Ccy{};  // @Ccy [1..1] Currency
};
static_assert(sizeof(Amount) == 40);

}  // namespace model

}  // namespace iso20022
