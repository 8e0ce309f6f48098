#include "client/allocation/proposal_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <array>

namespace schulkit {
namespace {

/// As it is stored, for the fields of the dialog.
void show_pins(ProposalModel& model) {
    ProposalRequest const* const request = find_request(model, model.open_request);
    model.kit_ids.clear();
    model.pin_choice = PinChoice::rules;
    model.distance.clear();
    if (request == nullptr) return;
    if (request->pinned) model.pin_choice = request->pinned_kit_ids.empty() ? PinChoice::none : PinChoice::kits;
    for (Id<Kit> const kit : request->pinned_kit_ids) model.kit_ids.push_back(to_text(kit));
    if (static_cast<std::int64_t>(model.kit_ids.size()) < request->decision.quantity) model.kit_ids.emplace_back();
    if (request->distance_km) model.distance = to_text(*request->distance_km);
}

std::vector<Id<Kit>> pinned_kits(ProposalModel const& model) {
    std::vector<Id<Kit>> kits;
    for (std::string const& text : model.kit_ids) {
        Id<Kit> kit;
        if (!text.empty() && from_text(text, kit.value)) kits.push_back(kit);
    }
    return kits;
}

bool is_asked_about(ProposalModel const& model, Id<LoanRequest> id) {
    return model.accepting.empty() || std::find(model.accepting.begin(), model.accepting.end(), id) != model.accepting.end();
}

/// Takes the answer of a change; whatever it is, the proposal is another one then.
template <class E, class Taken> void change(ProposalModel& model, Api& api, Request<E> const& request, Taken taken) {
    if (model.changing) return;
    model.changing = true;
    model.refused.reset();
    std::string sent = std::string{E::name} + encode(request.path);
    if constexpr (!std::is_same_v<typename E::Body, None>) sent += encode(request.body);
    api.write<E>(model.key.for_body(api, sent), request, [&model, &api, taken](Result<typename E::Response> answer) {
        model.changing = false;
        if (!answer) {
            model.key.failed(answer.error());
            model.refused = std::move(answer).error();
            if (model.refused->code == "proposal_changed") model.asks_accept = false; // to be looked at again
        } else {
            model.key.succeeded();
            taken(*answer);
        }
        load_proposal(model, api);
    });
}

void tidy(ProposalModel& model) {
    std::erase_if(model.chosen, [&](std::string const& text) {
        Id<LoanRequest> id;
        return !from_text(text, id.value) || find_request(model, id) == nullptr;
    });
    YearProposal const* const proposal = model.proposal.value();
    auto const count = proposal == nullptr ? 0 : static_cast<std::int64_t>(proposal->requests.size());
    if (model.first_shown > count) model.first_shown = 1;
}

} // namespace

void open_proposal(ProposalModel& model, Api& api, Route const& route) {
    std::string const school_year = route.path.size() > 1 ? route.path[1] : std::string{};
    Id<LoanRequest> request;
    from_text(route.parameter("anfrage"), request.value);
    bool const is_other = request != model.open_request;
    model.open_request = request;
    if (is_other) model.refused.reset();
    if (model.years.value() == nullptr && !model.years.is_loading()) {
        model.years.start();
        api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> years) { model.years.take(std::move(years)); });
    }
    if (school_year == model.school_year && model.proposal.value() != nullptr) {
        if (is_other) show_pins(model);
        return;
    }
    model.school_year = school_year;
    model.proposal.clear();
    model.chosen.clear();
    load_proposal(model, api);
}

void load_proposal(ProposalModel& model, Api& api) {
    model.proposal.start();
    std::uint64_t const question = ++model.asked;
    api.read<GetProposal>({model.school_year}, {}, [&model, question](Result<YearProposal> proposal) {
        if (question != model.asked) return;
        // what somebody is choosing stays, unless the other side has changed the same
        ProposalRequest const* const before = find_request(model, model.open_request);
        bool const choosing = before != nullptr && pin_differs(model, *before);
        model.proposal.take(std::move(proposal));
        tidy(model);
        if (!choosing) show_pins(model);
    });
}

void take_proposal_changes(ProposalModel& model, Api& api, Changes const& changes) {
    static constexpr std::array<std::string_view, 9> ground = {
        Schema<Loan>::name,        Schema<Kit>::name,         Schema<SchoolYear>::name,
        Schema<School>::name,      Schema<Requirement>::name, Schema<SchoolRequirement>::name,
        Schema<RequestPins>::name, Schema<AllocationRules>::name, Schema<SchoolDistance>::name};
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
        return std::find(ground.begin(), ground.end(), change.entity) != ground.end();
    });
    if ((concerned || changes.more) && !model.changing) load_proposal(model, api);
}

bool is_unknown(ProposalModel const& model) {
    Error const* const error = model.proposal.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

ProposalRequest const* find_request(ProposalModel const& model, Id<LoanRequest> id) {
    YearProposal const* const proposal = model.proposal.value();
    if (proposal == nullptr || !id) return nullptr;
    for (ProposalRequest const& request : proposal->requests)
        if (request.id == id) return &request;
    return nullptr;
}

std::vector<ProposalKit const*> kits_for(ProposalModel const& model, ProposalRequest const& request, std::size_t place) {
    std::vector<ProposalKit const*> kits;
    YearProposal const* const proposal = model.proposal.value();
    if (proposal == nullptr) return kits;
    std::set<std::string> taken;
    for (ProposalRequest const& other : proposal->requests)
        if (other.id != request.id)
            for (Id<Kit> const kit : other.pinned_kit_ids) taken.insert(to_text(kit));
    for (std::size_t i = 0; i < model.kit_ids.size(); ++i)
        if (i != place) taken.insert(model.kit_ids[i]);
    for (ProposalKit const& kit : proposal->kits) {
        bool const fits = kit.kit_type_id == request.decision.kit_type_id &&
                          (kit.availability == KitAvailability::free || kit.availability == KitAvailability::kept_back);
        if (fits && !taken.contains(to_text(kit.id))) kits.push_back(&kit);
    }
    return kits;
}

void choose_kit(ProposalModel& model, ProposalRequest const& request, std::size_t place, std::string kit_id) {
    if (place >= model.kit_ids.size()) return;
    model.kit_ids[place] = std::move(kit_id);
    std::erase(model.kit_ids, std::string{});
    if (static_cast<std::int64_t>(model.kit_ids.size()) < request.decision.quantity) model.kit_ids.emplace_back();
}

bool pin_differs(ProposalModel const& model, ProposalRequest const& request) {
    if (model.pin_choice == PinChoice::rules) return request.pinned;
    if (model.pin_choice == PinChoice::none) return !request.pinned || !request.pinned_kit_ids.empty();
    std::vector<Id<Kit>> const kits = pinned_kits(model);
    return !kits.empty() && kits != request.pinned_kit_ids;
}

void send_pin(ProposalModel& model, Api& api) {
    PinPath const path{.id = model.school_year, .request_id = model.open_request};
    auto const taken = [&model](RequestPins const& pins) { model.stored = pins.pinned ? "proposal.pinned" : "proposal.unpinned"; };
    if (model.pin_choice == PinChoice::rules) return change<UnpinRequest>(model, api, {.path = path}, taken);
    RequestPins pins;
    if (model.pin_choice == PinChoice::kits) pins.kit_ids = pinned_kits(model);
    change<PinRequest>(model, api, {.path = path, .body = std::move(pins)}, taken);
}

bool send_distance(ProposalModel& model, Api& api) {
    ProposalRequest const* const request = find_request(model, model.open_request);
    if (request == nullptr) return false;
    SchoolDistance typed;
    std::string const text{trim(model.distance)};
    std::int64_t km = 0;
    bool const readable = text.empty() || from_text(text, km);
    if (!text.empty()) typed.distance_km = km;
    FieldErrors errors = readable ? validate(typed) : FieldErrors{{"distance_km", "bad_number", {}}};
    if (!errors.empty()) {
        model.refused = std::move(invalid(std::move(errors))).value();
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return false;
    }
    change<PutSchoolDistance>(model, api, {.path = {request->decision.school_id}, .body = typed},
                              [&model](SchoolDistance const&) { model.stored = "proposal.distance_stored"; });
    return true;
}

void ask_to_accept(ProposalModel& model, std::vector<Id<LoanRequest>> requests) {
    model.accepting = std::move(requests);
    model.asks_accept = true;
    YearProposal const* const proposal = model.proposal.value();
    model.accepting_fingerprint = proposal == nullptr ? std::string{} : proposal->fingerprint;
    model.refused.reset();
}

AcceptanceCounts counts_of(ProposalModel const& model) {
    AcceptanceCounts counts;
    YearProposal const* const proposal = model.proposal.value();
    if (proposal == nullptr) return counts;
    for (ProposalRequest const& request : proposal->requests) {
        if (!is_asked_about(model, request.id)) continue;
        auto const given = static_cast<std::int64_t>(request.decision.kit_ids.size());
        counts.approved += given;
        counts.waiting += request.decision.quantity - given;
    }
    return counts;
}

void send_acceptance(ProposalModel& model, Api& api) {
    ProposalAcceptance acceptance{.fingerprint = model.accepting_fingerprint};
    if (!model.accepting.empty()) acceptance.request_ids = model.accepting;
    change<AcceptProposal>(model, api, {.path = {model.school_year}, .body = std::move(acceptance)},
                           [&model](AcceptedProposal const& accepted) {
                               model.accepted = accepted;
                               model.asks_accept = false;
                               model.chosen.clear();
                           });
}

} // namespace schulkit
