#include "client/differences/missing_model.hpp"

#include "client/forms/refusal.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

void take_settings(MissingModel& model, Result<LoanSettings> settings) {
    if (settings) model.objection_days = to_text(settings->objection_days);
    model.settings.take(std::move(settings));
}

} // namespace

MissingFilters missing_filters_of(Route const& route) {
    return {.q = route.parameter("q"), .pages = parse_trail(route.parameter("seite"))};
}

Route route_of(MissingFilters const& filters) {
    Route route{.path = {"fehlbestand"}};
    if (!filters.q.empty()) route.query["q"] = filters.q;
    if (!filters.pages.cursors.empty()) route.query["seite"] = to_text(filters.pages);
    return route;
}

void open_missing(MissingModel& model, Api& api, Route const& route) {
    MissingFilters filters = missing_filters_of(route);
    // what is being typed goes on; Back brings the older words into the field
    if (filters.q != model.filters.q && !model.typing.waiting()) model.typed = filters.q;
    model.filters = std::move(filters);
    if (model.settings.value() == nullptr && !model.settings.is_loading()) {
        model.settings.start();
        api.read<GetLoanSettings>({}, {}, [&model](Result<LoanSettings> settings) { take_settings(model, std::move(settings)); });
    }
    load_missing(model, api);
}

void load_missing(MissingModel& model, Api& api) {
    model.missing.start();
    std::uint64_t const question = ++model.asked;
    std::int64_t const first_shown = model.filters.pages.first_shown(default_page_size);
    DifferenceQuery query{.cursor = model.filters.pages.cursor(), .open = true};
    if (std::string_view const q = trim(model.filters.q); !q.empty()) query.q = std::string{q};
    api.read<ListDifferences>({}, query, [&model, &api, question, first_shown](Result<Page<LoanDifference>> missing) {
        if (question != model.asked) return;
        if (!missing && is_bad_cursor(missing.error()) && first_shown > 1) {
            model.filters.pages = {};
            return load_missing(model, api);
        }
        if (missing) model.first_shown = first_shown;
        model.missing.take(std::move(missing));
    });
}

void save_settings(MissingModel& model, Api& api) {
    LoanSettings const* const known = model.settings.value();
    if (model.saving || known == nullptr) return;
    LoanSettings wanted = *known;
    model.errors.clear();
    if (!from_text(trim(model.objection_days), wanted.objection_days))
        model.errors.push_back({"objection_days", "bad_number", {}});
    else
        model.errors = validate(wanted);
    if (!model.errors.empty()) {
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    model.saving = true;
    model.refused.reset();
    Request<UpdateLoanSettings> request;
    request.body.members = Json{{"objection_days", wanted.objection_days}, {"version", known->version}};
    api.write<UpdateLoanSettings>(model.key.for_body(api, dump_json(request.body.members)), request,
                                  [&model](Result<LoanSettings> settings) {
                                      model.saving = false;
                                      if (!settings) {
                                          take_refusal(model, settings.error());
                                          return;
                                      }
                                      model.key.succeeded();
                                      model.saved = true;
                                      take_settings(model, std::move(settings));
                                  });
}

} // namespace schulkit
