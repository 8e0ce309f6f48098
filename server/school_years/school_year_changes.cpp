#include "server/school_years/school_year_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"

namespace schulkit {
namespace {

Result<Done> as_field_error(Result<Done> stored) {
    if (!stored && stored.error().code == "overlaps") return invalid("starts_on", "overlaps");
    return stored;
}

/// The log knows rows by number: a school year's is the year in which it begins.
std::int64_t log_id(SchoolYear const& year) { return year.starts_on.year; }

Result<SchoolYear> add(WriteTx& tx, SchoolYear const& year) {
    TRY(as_field_error(insert_school_year(tx, year)));
    TRY(record_created(tx, "create", log_id(year), std::nullopt, year));
    return year;
}

} // namespace

Result<SchoolYear> set_school_year(WriteTx& tx, std::string const& id, Patch<SchoolYear> const& patch) {
    auto const first_year = first_year_of(id);
    if (!first_year) return fail(ErrorKind::not_found, "not_found");
    auto const before = find_school_year(tx, id);
    SchoolYear after = before ? *before : usual_school_year(*first_year);
    if (before) TRY(check_version(patch, *before));
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    bool const new_holidays = after.summer_from && (!before || after.summer_from != before->summer_from);
    if (new_holidays && !patch.members.contains("latest_return_on"))
        after.latest_return_on = latest_return_before(*after.summer_from);
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (!before) return add(tx, after);
    if (after == *before) return after;
    TRY(as_field_error(replace_school_year(tx, after)));
    ++after.version;
    TRY(record_changed(tx, "update", log_id(after), std::nullopt, *before, after));
    return after;
}

Result<Done> ensure_school_years(Database& database) {
    int const running = *first_year_of(school_year_of(to_berlin(database.now()).date));
    std::vector<int> missing;
    database.read([&](Tx& tx) {
        for (int year = running; year <= running + school_years_ahead; ++year)
            if (!find_school_year(tx, school_year_id(year))) missing.push_back(year);
        return true;
    });
    if (missing.empty()) return Done{};
    return database.write(Id<Person>{}, [&](WriteTx& tx) -> Result<Done> {
        for (int const year : missing)
            if (!find_school_year(tx, school_year_id(year))) TRY(add(tx, usual_school_year(year)));
        return Done{};
    });
}

} // namespace schulkit
