#include "client/loans/loan_model.hpp"

#include "client/forms/refusal.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Begins a session.
bool is_physical(LoanStep step) {
    return step == LoanStep::hand_over || step == LoanStep::take_back || step == LoanStep::check_in;
}

SessionKind kind_of(LoanStep step) {
    if (step == LoanStep::take_back) return SessionKind::collection;
    return step == LoanStep::check_in ? SessionKind::check : SessionKind::handover;
}

void load_items(LoanModel& model, Api& api) {
    model.items.start();
    api.read<ListLoanItems>({model.id}, {}, [&model](Result<Page<LoanItem>> items) { model.items.take(std::move(items)); });
    model.supplements.start();
    api.read<ListSupplements>({model.id}, {},
                              [&model](Result<Page<LoanSupplement>> all) { model.supplements.take(std::move(all)); });
    model.found.start();
    api.read<ListLoanDifferences>({model.id}, {}, [&model](Result<Page<LoanDifference>> all) { model.found.take(std::move(all)); });
}

void load_kit(LoanModel& model, Api& api) {
    Loan const* const loan = model.loan.value();
    if (loan == nullptr || !loan->kit_id) return;
    model.kit.start();
    api.read<GetKit>({*loan->kit_id}, {}, [&model](Result<Kit> kit) { model.kit.take(std::move(kit)); });
}

void load_stock(LoanModel& model, Api& api) {
    model.stock.start();
    api.read<ListStock>({}, {}, [&model](Result<Page<StockLine>> stock) { model.stock.take(std::move(stock)); });
}

void load_kits_of_type(LoanModel& model, Api& api) {
    if (model.loan.value() == nullptr) return;
    model.kits.start();
    api.read<ListKits>({}, {.limit = max_page_size, .kit_type_id = model.loan.value()->kit_type_id},
                       [&model](Result<Page<KitSummary>> kits) { model.kits.take(std::move(kits)); });
}

template <class E> void send(LoanModel& model, Api& api, LoanStep step, typename E::Body body) {
    if (model.running) return;
    model.running = step;
    model.refused.reset();
    Request<E> request{.path = {model.id}, .body = std::move(body)};
    std::string sent{E::name};
    if constexpr (!std::is_same_v<typename E::Body, None>) sent += encode(request.body);
    api.write<E>(model.key.for_body(api, sent), request, [&model, &api, step](Result<Loan> loan) {
        model.running.reset();
        if (!loan) {
            model.key.failed(loan.error());
            model.refused = std::move(loan).error();
            if (!model.refused->fields.empty()) api.platform().move_focus(FocusTarget::first_field_with_error);
            return;
        }
        model.key.succeeded();
        model.loan.take(std::move(loan));
        model.dialog_open = false;
        model.done = step;
        load_items(model, api);
        load_papers(model.papers, api, model.id);
    });
}

/// One of the loan's papers, or a new one, perhaps of it.
bool is_paper_of(LoanModel const& model, std::int64_t paper) {
    Page<LoanPaper> const* const papers = model.papers.papers.value();
    if (papers == nullptr) return true;
    std::int64_t newest = 0;
    for (LoanPaper const& each : papers->items) {
        if (each.id.value == paper) return true;
        newest = std::max(newest, each.id.value);
    }
    return paper > newest;
}

Delivery delivery_of(LoanModel const& model, std::optional<std::string> const& reason) {
    Delivery delivery{.reason = reason};
    std::int64_t number = 0;
    if (from_text(model.part, number)) {
        delivery.items.push_back({number, std::string{trim(model.spare)}});
    } else if (!model.part.empty()) {
        from_text(trim(model.quantity), number);
        delivery.accessories.push_back({model.part, number});
        if (std::int64_t store = 0; from_text(model.store_id, store)) delivery.store_id = Id<Store>{store};
    }
    return delivery;
}

/// What a step's dialog chooses from. Without it what is sent would mean something else: no device has come back.
struct StepNeeds {
    bool items = false;
    bool kits = false;
    bool kit = false;
    bool stock = false;
};

StepNeeds needs_of(LoanModel const& model, LoanStep step) {
    Loan const* const loan = model.loan.value();
    bool const is_lent = loan != nullptr && loan->state == LoanState::handed_over;
    switch (step) {
    case LoanStep::approve: return {.kits = true};
    case LoanStep::exchange: return {.items = is_lent, .kits = true};
    case LoanStep::swap: return {.items = true};
    case LoanStep::deliver: return {.items = true, .kit = loan != nullptr && loan->kit_id, .stock = true};
    default: return {};
    }
}

std::optional<Id<Kit>> chosen_kit(LoanModel const& model) {
    std::int64_t number = 0;
    if (model.kit_id.empty() || !from_text(model.kit_id, number)) return std::nullopt;
    return Id<Kit>{number};
}

KitExchange exchange_of(LoanModel const& model, std::optional<std::string> const& reason) {
    KitExchange exchange{.kit_id = chosen_kit(model).value_or(Id<Kit>{}), .reason = reason, .missing_accepted = model.missing_accepted};
    for (LoanItem const& item : lent_items(model))
        if (!model.not_back.contains(item.asset_id)) exchange.scanned.push_back(item.asset_tag);
    return exchange;
}

} // namespace

std::vector<LoanItem> lent_items(LoanModel const& model) {
    std::vector<LoanItem> lent;
    if (Page<LoanItem> const* const items = model.items.value())
        for (LoanItem const& item : items->items)
            if (!item.settled_as) lent.push_back(item);
    return lent;
}

std::vector<LackingPart> lacking_parts(LoanModel const& model) {
    std::vector<LackingPart> parts;
    Kit const* const kit = model.kit.value();
    if (kit == nullptr) return parts;
    std::vector<LoanItem> const lent = lent_items(model);
    for (KitSlot const& slot : kit->slots) {
        bool const is_there = std::any_of(lent.begin(), lent.end(), [&](LoanItem const& item) { return item.asset_id == slot.asset_id; });
        if (!is_there) parts.push_back({to_text(slot.slot), slot.slot, slot.label});
    }
    for (KitAccessory const& accessory : kit->accessories) parts.push_back({accessory.label, 0, accessory.label});
    return parts;
}

std::vector<StockLine> stock_of_part(LoanModel const& model) {
    std::vector<StockLine> lines;
    if (Page<StockLine> const* const stock = model.stock.value())
        for (StockLine const& line : stock->items)
            if (fold(line.label) == fold(model.part)) lines.push_back(line);
    return lines;
}

void choose_store_of_part(LoanModel& model) {
    model.store_id.clear();
    for (StockLine const& line : stock_of_part(model))
        if (line.quantity > 0 && model.store_id.empty()) model.store_id = to_text(line.store_id);
}

bool take_scan(LoanModel& model, std::string_view code) {
    bool const takes = model.dialog_open && (model.asking == LoanStep::swap || model.asking == LoanStep::deliver);
    if (takes) model.spare = std::string{code};
    return takes;
}

void open_loan(LoanModel& model, Api& api, Id<Loan> id) {
    model.id = id;
    if (!id) {
        model.loan.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    reload_loan(model, api);
}

void reload_loan(LoanModel& model, Api& api) {
    if (!model.id) return;
    model.loan.start();
    api.read<GetLoan>({model.id}, {}, [&model](Result<Loan> loan) { model.loan.take(std::move(loan)); });
    load_items(model, api);
    load_papers(model.papers, api, model.id);
}

void take_loan_changes(LoanModel& model, Api& api, Changes const& changes) {
    Loan const* const loan = model.loan.value();
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        if (change.entity == Schema<Loan>::name) return change.entity_id == model.id.value;
        if (change.entity == Schema<LoanPaper>::name) return is_paper_of(model, change.entity_id);
        if (change.entity == Schema<SchoolRequirement>::name)
            return loan != nullptr && change.entity_id == loan->school_id.value;
        return change.entity == Schema<SchoolYear>::name || change.entity == Schema<LoanDifference>::name;
    });
    if ((concerned || changes.more) && !model.running) reload_loan(model, api);
}

bool is_unknown(LoanModel const& model) {
    Error const* const error = model.loan.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

std::vector<LoanStep> steps_of(Loan const& loan, Person const& me) {
    std::vector<LoanStep> steps;
    constexpr std::array by_likelihood = {LoanStep::approve,  LoanStep::hand_over, LoanStep::take_back, LoanStep::check_in,
                                          LoanStep::waitlist, LoanStep::swap,      LoanStep::deliver,   LoanStep::extend,
                                          LoanStep::exchange, LoanStep::release,   LoanStep::reject,    LoanStep::cancel};
    static_assert(by_likelihood.size() == EnumWords<LoanStep>::values.size());
    for (LoanStep const step : by_likelihood) {
        if (!state_after(step, loan.state) || !may(me, action_of(step))) continue;
        if (step == LoanStep::release && loan.released_from) continue;
        if (step == LoanStep::check_in && loan.checked_on) continue; // what it found is settled one by one
        // who decides rejects what was only asked for; giving up is the school's
        bool const decides = may(me, Action::decide_loan);
        if (step == LoanStep::cancel && decides && loan.state != LoanState::approved) continue;
        if (step == LoanStep::hand_over && !loan.kit_id) continue; // a kit is chosen first
        steps.push_back(step);
    }
    return steps;
}

bool opens_dialog(LoanStep step) { return step != LoanStep::waitlist && !is_physical(step); }

void begin_step(LoanModel& model, Api& api, LoanStep step, std::function<void(Id<HandoverSession>)> begun) {
    if (model.running) return;
    model.refused.reset();
    if (is_physical(step)) {
        model.running = step;
        Request<StartSession> const request{.body = {.kind = kind_of(step), .loan_ids = {model.id.value}}};
        api.write<StartSession>(model.key.for_body(api, encode(request.body)), request,
                                [&model, begun = std::move(begun)](Result<HandoverSession> session) {
                                    model.running.reset();
                                    if (!session) {
                                        model.key.failed(session.error());
                                        model.refused = std::move(session).error();
                                        return;
                                    }
                                    model.key.succeeded();
                                    begun(session->id);
                                });
        return;
    }
    if (!opens_dialog(step)) return send<WaitlistLoan>(model, api, step, {});
    model.asking = step;
    model.dialog_open = true;
    model.reason.clear();
    model.school_years = "1";
    Loan const* const loan = model.loan.value();
    model.kit_id = loan != nullptr && loan->kit_id ? to_text(*loan->kit_id) : std::string{};
    model.planned_on = loan != nullptr && loan->planned_handover_on ? to_iso(*loan->planned_handover_on) : std::string{};
    model.part.clear();
    model.spare.clear();
    model.quantity = "1";
    model.store_id.clear();
    model.old_device = "depot";
    model.not_back.clear();
    model.missing_accepted = false;
    model.kits.clear(); // of what can be promised, and of what lacks, only the newest counts
    model.kit.clear();
    model.stock.clear();
    load_for_step(model, api, step);
}

bool is_step_ready(LoanModel const& model, LoanStep step) {
    StepNeeds const needs = needs_of(model, step);
    return (!needs.items || model.items.value() != nullptr) && (!needs.kits || model.kits.value() != nullptr) &&
           (!needs.kit || model.kit.value() != nullptr) && (!needs.stock || model.stock.value() != nullptr);
}

Error const* step_error(LoanModel const& model, LoanStep step) {
    StepNeeds const needs = needs_of(model, step);
    if (needs.items && model.items.value() == nullptr && model.items.error() != nullptr) return model.items.error();
    if (needs.kits && model.kits.value() == nullptr && model.kits.error() != nullptr) return model.kits.error();
    if (needs.kit && model.kit.value() == nullptr && model.kit.error() != nullptr) return model.kit.error();
    return needs.stock && model.stock.value() == nullptr ? model.stock.error() : nullptr;
}

void load_for_step(LoanModel& model, Api& api, LoanStep step) {
    StepNeeds const needs = needs_of(model, step);
    if (needs.items && model.items.value() == nullptr && !model.items.is_loading()) load_items(model, api);
    if (needs.kits && model.kits.value() == nullptr && !model.kits.is_loading()) load_kits_of_type(model, api);
    if (needs.kit && model.kit.value() == nullptr && !model.kit.is_loading()) load_kit(model, api);
    if (needs.stock && model.stock.value() == nullptr && !model.stock.is_loading()) load_stock(model, api);
}

void send_step(LoanModel& model, Api& api) {
    if (!model.asking || !is_step_ready(model, *model.asking)) return;
    std::string const reason{trim(model.reason)};
    std::optional<std::string> const given = reason.empty() ? std::nullopt : std::optional{reason};
    std::int64_t years = 0;
    from_text(model.school_years, years);
    FieldErrors errors;
    if (*model.asking == LoanStep::approve) check_date(model.planned_on, "planned_handover_on", errors);
    if (!errors.empty()) {
        model.refused = std::move(invalid(std::move(errors))).value();
        return api.platform().move_focus(FocusTarget::first_field_with_error);
    }
    switch (*model.asking) {
    case LoanStep::approve:
        return send<ApproveLoan>(model, api, LoanStep::approve,
                                 {.kit_id = chosen_kit(model), .planned_handover_on = parse_iso_date(model.planned_on)});
    case LoanStep::reject: return send<RejectLoan>(model, api, LoanStep::reject, {reason});
    case LoanStep::cancel: return send<CancelLoan>(model, api, LoanStep::cancel, {reason});
    case LoanStep::release: return send<ReleaseLoan>(model, api, LoanStep::release, {reason});
    case LoanStep::extend: return send<ExtendLoan>(model, api, LoanStep::extend, {years});
    case LoanStep::exchange:
        return send<ExchangeKit>(model, api, LoanStep::exchange, exchange_of(model, given));
    case LoanStep::swap: {
        std::int64_t slot = 0;
        from_text(model.part, slot);
        return send<SwapLentDevice>(model, api, LoanStep::swap,
                                    {.slot = slot,
                                     .asset_code = std::string{trim(model.spare)},
                                     .old_device = enum_of<OldDevice>(model.old_device).value_or(OldDevice::depot),
                                     .reason = given});
    }
    case LoanStep::deliver: return send<DeliverLater>(model, api, LoanStep::deliver, delivery_of(model, given));
    case LoanStep::waitlist:
    case LoanStep::hand_over:
    case LoanStep::take_back:
    case LoanStep::check_in: return;
    }
}

} // namespace schulkit
