#pragma once
// Taking over a device list. Reading the file is in device_list.hpp; this is what is asked and answered.

#include "shared/core/endpoint.hpp"

namespace schulkit {

enum class RowAction : std::uint8_t { created, updated, unchanged, rejected };

template <>
struct EnumWords<RowAction> {
    static constexpr std::array values = {std::pair{RowAction::created, std::string_view{"created"}},
                                          std::pair{RowAction::updated, std::string_view{"updated"}},
                                          std::pair{RowAction::unchanged, std::string_view{"unchanged"}},
                                          std::pair{RowAction::rejected, std::string_view{"rejected"}}};
};

struct RowError {
    std::string field = {};
    std::string code = {};
    std::string value = {};
    bool operator==(RowError const&) const = default;
};

template <>
struct Schema<RowError> {
    static constexpr std::string_view name = "row_error";
    static constexpr auto fields = std::tuple{field("field", "", &RowError::field),
                                              field("code", "", &RowError::code), field("value", "", &RowError::value)};
};

/// `row` counts as a spreadsheet shows it: the header is 1.
struct ImportRow {
    std::int64_t row = 0;
    RowAction action = RowAction::created;
    std::string tag = {};
    std::string name = {};
    std::vector<std::string> changed = {}; ///< fields an update sets
    std::vector<RowError> errors = {};
    bool operator==(ImportRow const&) const = default;
};

template <>
struct Schema<ImportRow> {
    static constexpr std::string_view name = "import_row";
    static constexpr auto fields =
        std::tuple{field("row", "", &ImportRow::row),         field("action", "", &ImportRow::action),
                   field("tag", "asset.tag", &ImportRow::tag), field("name", "asset.name", &ImportRow::name),
                   field("changed", "", &ImportRow::changed), field("errors", "", &ImportRow::errors)};
};

/// What the list as a whole should be looked at for; `kind` is a word of ListWarningKind (device_list.hpp).
struct ImportWarning {
    std::string kind = {};
    std::string header = {}; ///< of the column, where it is about one
    std::int64_t rows = 0;   ///< where it is about rows
    bool operator==(ImportWarning const&) const = default;
};

template <>
struct Schema<ImportWarning> {
    static constexpr std::string_view name = "import_warning";
    static constexpr auto fields =
        std::tuple{field("kind", "", &ImportWarning::kind), field("header", "", &ImportWarning::header),
                   field("rows", "", &ImportWarning::rows)};
};

struct ImportReport {
    std::string format = {};
    std::string encoding = {};
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    bool stored = false; ///< false after a dry run
    std::vector<ImportRow> rows = {};        ///< rejected, updated and created rows, the first 1,000
    std::vector<std::string> columns = {};   ///< fields that were recognised
    std::vector<std::string> ignored = {};   ///< headers that were not
    std::vector<std::string> new_categories = {};
    std::vector<ImportWarning> warnings = {};
    bool operator==(ImportReport const&) const = default;
};

template <>
struct Schema<ImportReport> {
    static constexpr std::string_view name = "import_report";
    static constexpr auto fields = std::tuple{
        field("format", "", &ImportReport::format),       field("encoding", "", &ImportReport::encoding),
        field("created", "", &ImportReport::created),     field("updated", "", &ImportReport::updated),
        field("unchanged", "", &ImportReport::unchanged), field("rejected", "", &ImportReport::rejected),
        field("stored", "", &ImportReport::stored),       field("rows", "", &ImportReport::rows),
        field("columns", "", &ImportReport::columns),     field("ignored", "", &ImportReport::ignored),
        field("new_categories", "", &ImportReport::new_categories),
        field("warnings", "", &ImportReport::warnings)};
};

inline constexpr std::size_t max_import_bytes = 64u << 20;
inline constexpr std::size_t max_report_rows = 1000;

struct ImportQuery {
    bool dry_run = true;
    bool partial = false; ///< store the good rows and leave the rejected ones out
    bool operator==(ImportQuery const&) const = default;
};

template <>
struct Schema<ImportQuery> {
    static constexpr std::string_view name = "import_query";
    static constexpr auto fields =
        std::tuple{field("dry_run", "", &ImportQuery::dry_run), field("partial", "", &ImportQuery::partial)};
};

struct ImportAssets {
    using Path = None;
    using Query = ImportQuery;
    using Body = Bytes;
    using Response = ImportReport;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/imports";
    static constexpr std::string_view name = "import_assets";
    static constexpr std::string_view summary = "Check a device list, or take it over";
};

/// How far the caller's running import is; both 0 when none runs.
struct ImportProgress {
    std::int64_t rows_done = 0;
    std::int64_t rows_total = 0;
    bool operator==(ImportProgress const&) const = default;
};

template <>
struct Schema<ImportProgress> {
    static constexpr std::string_view name = "import_progress";
    static constexpr auto fields = std::tuple{field("rows_done", "", &ImportProgress::rows_done),
                                              field("rows_total", "", &ImportProgress::rows_total)};
};

struct GetImportProgress {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = ImportProgress;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/imports/progress";
    static constexpr std::string_view name = "get_import_progress";
    static constexpr std::string_view summary = "How far the running import is";
};

} // namespace schulkit
