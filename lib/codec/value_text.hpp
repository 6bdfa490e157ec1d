// The canonical text of values that were built from numbers and dates.
#pragma once

#include "schema/tables.hpp"

#include <iso20022/core/date.hpp>
#include <iso20022/core/decimal.hpp>

namespace iso20022::codec {

/// Room for the text of a value that has none of its own.
struct value_text {
  char bytes[96];
};

/// Each writes to `o`, which has room for a `value_text`, and gives the end of what it wrote.
char* put_decimal(char* o, const decimal&);
/// `base` date, g_year_month or g_year: how much of it is told.
char* put_date(char* o, schema::builtin base, const date&);
/// `base` date_time or time.
char* put_date_time(char* o, schema::builtin base, const date_time&);

}  // namespace iso20022::codec
