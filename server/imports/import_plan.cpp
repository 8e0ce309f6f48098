#include "server/imports/import_plan.hpp"

#include "server/assets/asset_store.hpp"
#include "server/imports/import_places.hpp"
#include "server/kits/kit_store.hpp"
#include "shared/core/text.hpp"
#include "shared/core/validate.hpp"

#include <algorithm>
#include <set>

namespace schulkit {
namespace {

constexpr std::size_t rows_between_steps = 500;

/// What the list says is laid over what is stored; what it does not say stays.
void lay_over(DeviceRow const& row, ImportPlaces::Place const& place, bool is_new, Asset& asset) {
    if (row.tag && is_new) asset.tag = *row.tag;
    if (row.name && (is_new || !row.name_is_derived)) asset.name = *row.name;
    if (row.category) asset.category = *row.category;
    if (row.manufacturer) asset.manufacturer = row.manufacturer;
    if (row.model) asset.model = row.model;
    if (row.serial) asset.serial = row.serial;
    if (place.school != nullptr) {
        if (asset.school_code != place.school->code) asset.site_code.reset();
        asset.school_code = place.school->code;
    }
    if (place.site_code) asset.site_code = place.site_code;
    if (row.room)
        asset.room = row.room;
    else if (place.room)
        asset.room = place.room;
    if (row.purchased_on) asset.purchased_on = row.purchased_on;
    if (row.price_cents) asset.price_cents = row.price_cents;
    if (row.notes) asset.notes = row.notes;
    // a loan is neither begun nor ended by a list
    if (row.status && asset.status != AssetStatus::on_loan) asset.status = *row.status;
    if (is_new && !row.status && asset.school_code) asset.status = AssetStatus::in_use;
}

std::vector<std::string> changed_fields(Asset const& before, Asset const& after) {
    std::vector<std::string> changed;
    for_each_field<Asset>([&](auto const& f) {
        if (!(before.*f.member == after.*f.member)) changed.emplace_back(f.name);
    });
    return changed;
}

class Planner {
public:
    explicit Planner(Tx& tx) : m_tx{tx}, m_places{tx} {}

    PlannedRow plan(DeviceRow const& row) {
        PlannedRow planned{.row = row.row, .errors = row.errors};
        if (row.tag) planned.before = find_asset_by_tag(m_tx, *row.tag);
        if (planned.before) planned.after = *planned.before;

        ImportPlaces::Place const place = m_places.find(row);
        if (place.error) planned.errors.push_back(*place.error);
        lay_over(row, place, !planned.before, planned.after);
        normalize(planned.after);
        if (auto const known = known_category(planned.after.category)) planned.after.category = *known;
        check_against_stored(row, planned);
        check_rules(planned);

        if (!planned.errors.empty())
            planned.action = RowAction::rejected;
        else if (planned.before)
            planned.changed = changed_fields(*planned.before, planned.after);
        if (planned.errors.empty() && planned.before)
            planned.action = planned.changed.empty() ? RowAction::unchanged : RowAction::updated;
        return planned;
    }

    std::vector<std::string> const& new_categories() const { return m_new_categories; }
    void note_category(std::string const& name) {
        if (!known_category(name)) {
            m_categories[fold(name)] = name;
            m_new_categories.push_back(name);
        }
    }

private:
    std::optional<std::string> known_category(std::string const& name) {
        auto const [entry, fresh] = m_categories.try_emplace(fold(name), std::nullopt);
        if (fresh) entry->second = find_category(m_tx, name);
        return entry->second;
    }

    void check_against_stored(DeviceRow const& row, PlannedRow& planned) {
        if (planned.before && planned.before->kind == AssetKind::service)
            planned.errors.push_back({"tag", "taken", *row.tag});
        bool const stays_on_loan = planned.before && planned.before->status == AssetStatus::on_loan;
        if (row.says_on_loan && stays_on_loan)
            std::erase_if(planned.errors, [](FieldError const& e) { return e.field == "status"; });
        bool const retires = planned.before && planned.before->status != AssetStatus::retired &&
                             planned.after.status == AssetStatus::retired;
        if (retires && find_place(m_tx, planned.before->id)) planned.errors.push_back({"status", "in_kit", {}});
        if (!row.serial) return;
        bool const other_serial =
            planned.before && planned.before->serial && code_key(*planned.before->serial) != code_key(*row.serial);
        auto const owner = find_asset_by_serial(m_tx, *row.serial);
        bool const other_tag = owner && (!planned.before || owner->id != planned.before->id);
        if (other_serial || other_tag) planned.errors.push_back({"serial", "serial_conflict", *row.serial});
    }

    /// The Schema's own rules, where the reading has not complained of the same field already.
    static void check_rules(PlannedRow& planned) {
        bool const unread = std::any_of(planned.errors.begin(), planned.errors.end(),
                                        [](FieldError const& e) { return e.field == "row"; });
        if (unread) return;
        for (FieldError& error : validate(planned.after)) {
            bool const known = std::any_of(planned.errors.begin(), planned.errors.end(),
                                           [&](FieldError const& e) { return e.field == error.field; });
            if (!known) planned.errors.push_back(std::move(error));
        }
    }

    Tx& m_tx;
    ImportPlaces m_places;
    std::map<std::string, std::optional<std::string>> m_categories;
    std::vector<std::string> m_new_categories;
};

ImportRow row_of(PlannedRow const& planned) {
    ImportRow row{.row = static_cast<std::int64_t>(planned.row),
                  .action = planned.action,
                  .tag = planned.after.tag,
                  .name = planned.after.name,
                  .changed = planned.changed};
    for (FieldError const& error : planned.errors) row.errors.push_back({error.field, error.code, error.value});
    return row;
}

} // namespace

std::int64_t ImportPlan::count(RowAction action) const {
    return std::count_if(rows.begin(), rows.end(), [&](PlannedRow const& row) { return row.action == action; });
}

ImportPlan plan_import(Tx& tx, DeviceList const& list, std::function<void(std::int64_t)> const& step) {
    Planner planner{tx};
    ImportPlan plan;
    plan.rows.reserve(list.rows.size());
    for (DeviceRow const& row : list.rows) {
        plan.rows.push_back(planner.plan(row));
        if (plan.rows.back().action != RowAction::rejected) planner.note_category(plan.rows.back().after.category);
        if (step && plan.rows.size() % rows_between_steps == 0) step(static_cast<std::int64_t>(plan.rows.size()));
    }
    plan.new_categories = planner.new_categories();
    return plan;
}

ImportReport report_of(DeviceList const& list, ImportPlan const& plan) {
    ImportReport report{.format = std::string{word_of(list.format)},
                        .encoding = std::string{word_of(list.encoding)},
                        .created = plan.count(RowAction::created),
                        .updated = plan.count(RowAction::updated),
                        .unchanged = plan.count(RowAction::unchanged),
                        .rejected = plan.count(RowAction::rejected),
                        .ignored = list.ignored_headers,
                        .new_categories = plan.new_categories};
    for (Column const column : list.columns) report.columns.emplace_back(word_of(column));
    for (ListWarning const& warning : list.warnings)
        report.warnings.push_back({.kind = std::string{word_of(warning.kind)},
                                   .header = warning.header,
                                   .rows = static_cast<std::int64_t>(warning.rows)});
    for (RowAction const action : {RowAction::rejected, RowAction::updated, RowAction::created})
        for (PlannedRow const& planned : plan.rows)
            if (planned.action == action && report.rows.size() < max_report_rows)
                report.rows.push_back(row_of(planned));
    return report;
}

} // namespace schulkit
