#include "client/school_years/school_year_form_model.hpp"

#include "client/school_years/school_year_list_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

void load_year(SchoolYearFormModel& model, Api& api, Person const& me) {
    std::string const draft_key = "draft.school_year." + model.id + '.' + to_text(me.id);
    model.loaded.start();
    api.read<ListSchoolYears>({}, {}, [&model, &api, draft_key](Result<Page<SchoolYear>> years) {
        if (years) {
            auto const& all = years->items;
            auto const found = std::find_if(all.begin(), all.end(), [&](SchoolYear const& each) { return each.id == model.id; });
            if (found != all.end() && model.form.is_open) take_stored(model.form, *found);
            if (found != all.end() && !model.form.is_open) open_form(model.form, api, draft_key, *found);
            if (found == all.end() && !model.form.is_open && model.id == next_school_year(all, today(api))) {
                model.form.is_new = true;
                open_form(model.form, api, draft_key, usual_school_year(*first_year_of(model.id)));
            }
        }
        model.loaded.take(std::move(years));
    });
}

} // namespace

void open_school_year_form(SchoolYearFormModel& model, Api& api, Person const& me, std::string id) {
    model.id = std::move(id);
    load_year(model, api, me);
}

void retry_school_year_form(SchoolYearFormModel& model, Api& api, Person const& me) {
    if (!model.form.is_open) load_year(model, api, me);
    forget_lost(model.form);
}

bool is_unknown(SchoolYearFormModel const& model) { return model.loaded.value() != nullptr && !model.form.is_open; }

Date usual_return(SchoolYear const& draft) {
    return usual_school_year(first_year_of(draft.id).value_or(draft.starts_on.year), draft.summer_from).latest_return_on;
}

void choose_summer(SchoolYear& draft, std::optional<Date> from, std::optional<Date> until) {
    bool const follows = draft.latest_return_on == usual_return(draft);
    draft.summer_from = from;
    draft.summer_until = until;
    if (follows) draft.latest_return_on = usual_return(draft);
}

void save_school_year(SchoolYearFormModel& model, Api& api, std::function<void(SchoolYear const&)> saved) {
    RecordForm<SchoolYear>& form = model.form;
    auto const year = begin_saving(form, api);
    if (!year) return;
    Patch<SchoolYear> patch = patch_between(form.is_new ? SchoolYear{} : form.before, *year);
    if (patch.members.empty()) {
        forget_draft(form, api);
        saved(form.before);
        return;
    }
    // the day that stands in the form, not the one that the server would take of the new holidays
    if (patch.members.contains("summer_from")) patch.members["latest_return_on"] = to_iso(year->latest_return_on);
    if (!form.is_new) patch.members["version"] = form.before.version;
    form.saving.start();
    std::string const key = form.key.for_body(api, encode(patch));
    api.write<UpdateSchoolYear>(key, {.path = {model.id}, .body = std::move(patch)},
                                [&form, &api, sent = form.draft, saved](Result<SchoolYear> answer) {
                                    take_answer(form, api, sent, std::move(answer), saved);
                                });
}

void take_school_year_changes(SchoolYearFormModel& model, Api& api, Person const& me, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        return change.entity == Schema<SchoolYear>::name && change.entity_id == first_year_of(model.id);
    });
    if (concerned && !model.form.saving.is_loading()) load_year(model, api, me);
}

} // namespace schulkit
