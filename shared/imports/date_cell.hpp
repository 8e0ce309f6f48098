#pragma once
// Days as lists write them. Only a whole column can show whether 4/5/24 is in April or in May.

#include "shared/core/date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace schulkit {

/// How days with slashes (or d-m-y with hyphens) are written. `unknown`: nothing shows it, or both ways
/// occur.
enum class SlashOrder { unknown, day_first, month_first };

/// Looks at all cells of a column before any of them is read.
class DateEvidence {
public:
    void see(std::string_view cell);
    void see(DateEvidence const& other);
    SlashOrder order() const;
    /// Cells that make two different days.
    std::size_t ambiguous() const { return m_ambiguous; }
    bool shows_something() const { return m_day_first + m_month_first > 0; }

private:
    std::size_t m_day_first = 0;
    std::size_t m_month_first = 0;
    std::size_t m_ambiguous = 0;
};

/// Reads 2024-08-31 (also with / or . between), 31.08.2024, 31.8.24, 8/31/24 by `order`, "31. August 2024",
/// "31-Aug-24", "Sat Aug 31, 2024"; each may be followed by a time of day, which is dropped. Two-digit years:
/// 69 to 99 are 1969 to 1999. Nothing for anything else, for days that do not exist, and for years outside
/// 1900 to 2100; so also for the bare number 45535, which in a spreadsheet may be a day.
std::optional<Date> read_date_cell(std::string_view cell, SlashOrder order);

/// What databases and spreadsheets show for no day: 0000-00-00, 00.00.0000, 00.01.1900, 1/0/1900.
bool is_zero_date(std::string_view cell);

} // namespace schulkit
