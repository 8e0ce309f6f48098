#include "client/allocation/allocation_rules_model.hpp"

#include <algorithm>

namespace schulkit {

void open_allocation_rules(AllocationRulesModel& model, Api& api, Person const& me, std::string school_year) {
    model.school_year = std::move(school_year);
    reload_allocation_rules(model, api, me);
}

void reload_allocation_rules(AllocationRulesModel& model, Api& api, Person const& me) {
    forget_lost(model.form);
    std::string const draft_key = "draft.allocation_rules." + model.school_year + '.' + to_text(me.id);
    model.loaded.start();
    api.read<GetProposal>({model.school_year}, {}, [&model, &api, draft_key](Result<YearProposal> proposal) {
        if (proposal && model.form.is_open) take_stored(model.form, proposal->rules);
        if (proposal && !model.form.is_open) open_form(model.form, api, draft_key, proposal->rules);
        model.loaded.take(std::move(proposal));
    });
}

void take_allocation_rules_changes(AllocationRulesModel& model, Api& api, Person const& me, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
        return change.entity == Schema<AllocationRules>::name;
    });
    if ((concerned || changes.more) && !model.form.saving.is_loading()) reload_allocation_rules(model, api, me);
}

bool is_unknown(AllocationRulesModel const& model) {
    Error const* const error = model.loaded.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

void choose_usual_rules(AllocationRulesModel& model, Api& api) {
    RecordForm<AllocationRules>& form = model.form;
    AllocationRules usual;
    usual.id = form.before.id;
    usual.version = form.before.version;
    form.draft = usual;
    form.errors.clear();
    keep_draft(form, api);
}

void save_allocation_rules(AllocationRulesModel& model, Api& api, std::function<void(AllocationRules const&)> saved) {
    if (auto const rules = begin_saving(model.form, api))
        send_changes<UpdateAllocationRules>(model.form, api, {model.school_year}, *rules, std::move(saved));
}

} // namespace schulkit
