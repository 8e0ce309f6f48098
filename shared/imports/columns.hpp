#pragma once
// Which column of a list means what. A list is recognised by a telling subset of its headers, never by all of
// them: the products whose lists come in export only the columns that happen to be shown.

#include "shared/core/schema.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schulkit {

/// What a list can say about a device. The words are the names of the asset's fields on the wire.
enum class Column {
    tag,
    name,
    category,
    manufacturer,
    model,
    serial,
    status,
    school,
    site,
    room,
    purchased_on,
    price,
    notes
};

template <> struct EnumWords<Column> {
    static constexpr std::array values{
        std::pair{Column::tag, std::string_view{"tag"}},
        std::pair{Column::name, std::string_view{"name"}},
        std::pair{Column::category, std::string_view{"category"}},
        std::pair{Column::manufacturer, std::string_view{"manufacturer"}},
        std::pair{Column::model, std::string_view{"model"}},
        std::pair{Column::serial, std::string_view{"serial"}},
        std::pair{Column::status, std::string_view{"status"}},
        std::pair{Column::school, std::string_view{"school_code"}},
        std::pair{Column::site, std::string_view{"site_code"}},
        std::pair{Column::room, std::string_view{"room"}},
        std::pair{Column::purchased_on, std::string_view{"purchased_on"}},
        std::pair{Column::price, std::string_view{"price_cents"}},
        std::pair{Column::notes, std::string_view{"notes"}},
    };
};

inline constexpr std::size_t column_count = EnumWords<Column>::values.size();

/// Where a list comes from; `list` is one that somebody keeps by hand, or of a product not known here.
enum class ListFormat { schulkit, snipe_it, jamf_school, intune, shelf, leihs, list };

template <> struct EnumWords<ListFormat> {
    static constexpr std::array values{
        std::pair{ListFormat::schulkit, std::string_view{"schulkit"}},
        std::pair{ListFormat::snipe_it, std::string_view{"snipe_it"}},
        std::pair{ListFormat::jamf_school, std::string_view{"jamf_school"}},
        std::pair{ListFormat::intune, std::string_view{"intune"}},
        std::pair{ListFormat::shelf, std::string_view{"shelf"}},
        std::pair{ListFormat::leihs, std::string_view{"leihs"}},
        std::pair{ListFormat::list, std::string_view{"list"}},
    };
};

/// A header as it is compared: folded, letters and digits only. "Inv.-Nr." is "invnr", "Gerätename"
/// "geraetename". Headers of more than 200 bytes have none.
std::string header_key(std::string_view header);

/// True for a column that must not be kept anywhere (unlock codes, passwords) or that may name a person.
bool is_private_header(std::string_view key);

struct ColumnSource {
    std::size_t cell = 0; ///< index in the row
    int rank = 0;         ///< smaller ones are asked first
    std::string key = {}; ///< the word in header_words.cpp; "price_cents" holds cents, all other prices euros
};

struct ColumnMap {
    ListFormat format = ListFormat::list;
    /// For each Column its cells, in the order in which they are asked: the first filled one counts.
    std::array<std::vector<ColumnSource>, column_count> sources = {};
    std::vector<std::size_t> unnamed = {};         ///< cells without a header
    std::vector<std::string> ignored_headers = {}; ///< as they stand in the list, cut to 200 bytes
    std::vector<std::string> private_headers =
        {}; ///< those of is_private_header(); their cells are read by nobody

    std::vector<ColumnSource> const& of(Column column) const {
        return sources[static_cast<std::size_t>(column)];
    }
    bool has(Column column) const { return !of(column).empty(); }
};

ColumnMap map_columns(std::vector<std::string> const& header);

/// How many different Columns the cells name if they are a header. Cheap; for finding the header.
std::size_t count_known_columns(std::vector<std::string_view> const& cells);

} // namespace schulkit
