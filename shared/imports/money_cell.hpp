#pragma once
// Amounts as lists write them. Only a whole column can show whether 1.234 is a thousand or one and a bit.

#include "shared/core/schema.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace schulkit {

/// The sign before the cents. `both`: the column has amounts of either kind.
enum class DecimalMark { unknown, point, comma, both };

/// Looks at all cells of a column before any of them is read.
class MoneyEvidence {
public:
    void see(std::string_view cell);
    DecimalMark mark() const;

private:
    std::size_t m_point = 0;
    std::size_t m_comma = 0;
};

/// Reads "1.234,56 €", "1,234.56", "$12.58", "2266.13", "EUR 99", "99,-", "1 234,5", "1'234.50"; the currency
/// is dropped. One point or comma before exactly three digits groups thousands, unless the column shows that
/// this sign stands before the cents: then the cell is refused, because a third decimal is no amount of
/// money, and so it is where the column has both kinds. Nothing for negative amounts, for fractions of a
/// cent, for more than 100 million, and for anything else.
std::optional<Cents> read_money_cell(std::string_view cell, DecimalMark mark);

/// Reads the digits of our own "price_cents" column.
std::optional<Cents> read_cents_cell(std::string_view cell);

/// "- €", which spreadsheets show for zero in accounts, or a currency alone.
bool is_no_amount(std::string_view cell);

} // namespace schulkit
