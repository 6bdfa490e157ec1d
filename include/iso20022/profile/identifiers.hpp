// Identifiers with check digits, and currencies: what no schema can say of them. Pure functions of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace iso20022::profile {

/// A routing number of the American Bankers Association: nine digits, the weighted sum 3-7-1 of them divisible by ten. (The
/// Federal Reserve's own samples use numbers that are not.)
bool is_routing_number(std::string_view);

/// An International Bank Account Number (ISO 13616): a country that has them, as long as that country's are, remainder 1.
bool is_iban(std::string_view);

/// A Legal Entity Identifier (ISO 17442): 18 letters and digits, two check digits, remainder 1.
bool is_lei(std::string_view);

/// A Business Identifier Code (ISO 9362): four letters or digits of the party, its country, two and perhaps three more.
bool is_bic(std::string_view);

/// How many digits an amount in this currency has behind the point at most (ISO 4217); none: it is no currency that is in use.
std::optional<std::uint8_t> minor_units(std::string_view currency);

/// Whether it is the two-letter code of a country (ISO 3166-1, and XK, which payments know).
bool is_country(std::string_view);

}  // namespace iso20022::profile
