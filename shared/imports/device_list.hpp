#pragma once
// A county's device list → devices. Reading only: what is new, what changed and which school is meant, the
// server finds out (server/imports). A row keeps its errors, so that the whole list can be shown with them.

#include "shared/assets/asset.hpp"
#include "shared/imports/columns.hpp"
#include "shared/imports/encoding.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

/// Rows with something in them; a longer list is 413 too_large.
inline constexpr std::size_t max_list_rows = 250'000;

/// One row. What is absent says nothing: the list has no such column or the cell is empty, and a stored value
/// stays.
struct DeviceRow {
    std::size_t row = 0; ///< as a spreadsheet shows it: the header of a usual list is 1
    std::optional<std::string> tag = {};
    std::optional<std::string> name = {};
    /// The list names the device nowhere: `name` is its model, or category and tag. For new devices only; it
    /// must not replace a stored name.
    bool name_is_derived = false;
    std::optional<std::string> category = {};
    std::optional<std::string> manufacturer = {};
    std::optional<std::string> model = {};
    std::optional<std::string> serial = {};
    std::optional<AssetStatus> status = {}; ///< never on_loan
    /// The list says "ausgeliehen". `errors` then has bad_status on "status"; where the device is stored as
    /// lent, nothing would change and the caller may take that error out.
    bool says_on_loan = false;
    std::optional<std::string> school = {}; ///< code, name or official number
    std::optional<std::string> other_school =
        {}; ///< a second column that names it ("Schulnummer" beside "Schule")
    /// Standort, Location, Gebäude: a site's code or name; where the list has no school column, often the
    /// school's; in lists of other products sometimes the room.
    std::optional<std::string> site = {};
    std::optional<std::string> room = {}; ///< as written; see normalize_room()
    std::optional<Date> purchased_on = {};
    std::optional<Cents> price_cents = {};
    std::optional<std::string> notes = {};
    /// Fields as on the wire, or "row". Codes: required, duplicate_in_file, serial_conflict, bad_date,
    /// bad_number, bad_status, too_long, bad_encoding. With an error its field is absent, except after
    /// duplicate_in_file and serial_conflict.
    std::vector<FieldError> errors = {};
    std::size_t first_row = 0; ///< with duplicate_in_file and serial_conflict: the row that has the same
};

enum class ListWarningKind {
    repeated_header_differs, ///< two columns of the same name with different values: the first filled one was
                             ///< taken
    unnamed_column_filled,   ///< a column without a header has values, which were not read
    private_column_dropped,  ///< secrets and columns that name people were not read
    name_derived,            ///< rows without a name got one from model, or category and tag
    ambiguous_dates,    ///< nothing in the list shows whether 4/5/24 is in April or in May: such rows are
                        ///< bad_date
    old_mac_characters, ///< umlauts may be wrong: the list seems to come from an old Macintosh
};

template <> struct EnumWords<ListWarningKind> {
    static constexpr std::array values{
        std::pair{ListWarningKind::repeated_header_differs, std::string_view{"repeated_header_differs"}},
        std::pair{ListWarningKind::unnamed_column_filled, std::string_view{"unnamed_column_filled"}},
        std::pair{ListWarningKind::private_column_dropped, std::string_view{"private_column_dropped"}},
        std::pair{ListWarningKind::name_derived, std::string_view{"name_derived"}},
        std::pair{ListWarningKind::ambiguous_dates, std::string_view{"ambiguous_dates"}},
        std::pair{ListWarningKind::old_mac_characters, std::string_view{"old_mac_characters"}},
    };
};

struct ListWarning {
    ListWarningKind kind = ListWarningKind::name_derived;
    std::string header = {};   ///< of the column, where it is about one
    std::size_t first_row = 0; ///< where it is about rows
    std::size_t rows = 0;
};

struct DeviceList {
    ListFormat format = ListFormat::list;
    Encoding encoding = Encoding::utf_8;
    char separator = '\0';                         ///< '\0': a single column
    std::vector<Column> columns = {};              ///< those the list has
    std::vector<std::string> ignored_headers = {}; ///< those that mean nothing here
    std::vector<ListWarning> warnings = {};
    std::vector<DeviceRow> rows = {}; ///< without blank rows, which count in DeviceRow::row all the same
};

/// Reads a list of up to max_import_bytes. Errors, all of the whole list:
/// - not_a_table: no text, or no header that is known;
/// - missing_column: no column for "tag", or none for "name" (which model can stand in for); one field for
/// each;
/// - no_rows: a header and nothing below it;
/// - unterminated_quote: a quote opens in the row that field "row" has as its value, and is never closed;
/// - bad_encoding: UTF-16 that is cut off or damaged, in the row that field "row" has as its value;
/// - too_large: more than max_import_bytes or max_list_rows.
Result<DeviceList> read_device_list(std::string_view bytes);

} // namespace schulkit
