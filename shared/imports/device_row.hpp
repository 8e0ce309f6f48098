#pragma once
// One row of cells → one DeviceRow. Only device_list.cpp calls this.

#include "shared/imports/date_cell.hpp"
#include "shared/imports/device_list.hpp"
#include "shared/imports/money_cell.hpp"
#include "shared/imports/table.hpp"

namespace schulkit {

/// What the rows of a list have in common, found out before the first of them is read.
struct ListReading {
    ColumnMap map = {};
    std::size_t header_cells = 0;
    /// Nearly all rows have as many cells as the header, so that one with more is shifted even if the last
    /// are empty.
    bool rows_are_even = false;
    /// By cell index; only those of Column::purchased_on and Column::price are asked for.
    std::vector<SlashOrder> slash_orders = {};
    std::vector<DecimalMark> decimal_marks = {};
};

DeviceRow read_device_row(ListReading const& list, TableRow const& row);

} // namespace schulkit
