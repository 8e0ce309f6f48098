#include "server/schools/standard_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/schools/school_store.hpp"

namespace schulkit {
namespace {

/// The log tells it at the school, with the standard among what changed.
Result<Done> tell_standard(WriteTx& tx, SchoolStandard const& before, SchoolStandard const& after) {
    AuditRow row{.action = "standard",
                 .entity = Schema<SchoolStandard>::name,
                 .entity_id = after.school_id.value,
                 .school_code = after.school_code};
    row.before["standard"] = encode_value(after.standard);
    row.after["standard"] = encode_value(after.standard);
    for_each_field<SchoolStandard>([&](auto const& f) {
        if (f.name == "version" || before.*f.member == after.*f.member) return;
        note_changed(row, f.name, f.rules, encode_value(before.*f.member), encode_value(after.*f.member));
    });
    TRY(record(tx, row));
    return Done{};
}

} // namespace

Result<SchoolStandard> change_school_standard(WriteTx& tx, Access const& access, Id<School> id, Standard standard,
                                              Patch<SchoolStandard> const& patch) {
    TRY_ASSIGN(School const school, get_school(tx, access, id));
    SchoolStandard const before = school_standard_of(tx, school, standard);
    TRY(check_version(patch, before));
    SchoolStandard after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    clean(after);
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (after.checked_on && tx.today() < *after.checked_on) return invalid("checked_on", "future_date");
    if (after == before) return before;
    TRY(store_school_standard(tx, after));
    after = school_standard_of(tx, school, standard);
    TRY(tell_standard(tx, before, after));
    return after;
}

} // namespace schulkit
