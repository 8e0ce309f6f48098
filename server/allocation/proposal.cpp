#include "server/allocation/proposal.hpp"

#include "server/attachments/sha256.hpp"
#include "server/loans/booking_store.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/requirements/requirement_store.hpp"
#include "server/school_years/school_year_store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace schulkit {
namespace {

/// What is undecided of one request, and for how long it would be promised.
struct Undecided {
    std::vector<UndecidedLoan> loans = {};
    std::string last_school_year = {};
    UndecidedLoan const& first() const { return loans.front(); }
};

/// Reads all that a proposal follows from.
class ProposalGround {
public:
    ProposalGround(Tx& tx, SchoolYear const& year) : m_tx{tx}, m_year{year}, m_year_before{school_year_id(*first_year_of(year.id) - 1)} {
        read_requests();
        read_kits();
        read_pins();
    }

    std::vector<Undecided> const& requests() const { return m_requests; }
    std::vector<LeftOutRequest> const& left_out() const { return m_left_out; }
    std::vector<AllocationPin> const& pins() const { return m_pins; }
    std::vector<LostPin> const& lost_pins() const { return m_lost_pins; }
    std::vector<ProposalKit> const& kits() const { return m_kits; }
    bool is_asked_for(Id<KitType> type) const { return m_last_years.contains(type.value); }

    bool has(Id<LoanRequest> request) const { return find(request) != nullptr; }

    AllocationInput input(AllocationRules const& rules, std::vector<AllocationPin> const& pins) {
        AllocationInput input{.school_year = m_year.id, .pins = pins, .rules = rules};
        add_requests(input);
        keep_back(pins);
        std::map<std::int64_t, Id<School>> holders;
        for (KitHolder const& holder : list_kit_holders(m_tx, m_year_before)) holders.emplace(holder.kit_id.value, holder.school_id);
        for (ProposalKit const& kit : m_kits) {
            auto const holder = holders.find(kit.id.value);
            input.kits.push_back({.id = kit.id,
                                  .tag = kit.tag,
                                  .kit_type_id = kit.kit_type_id,
                                  .free = kit.availability == KitAvailability::free,
                                  .held_by = holder == holders.end() ? std::nullopt : std::optional{holder->second}});
        }
        let_stay(input);
        return input;
    }

private:
    Undecided const* find(Id<LoanRequest> request) const {
        auto const found = std::find_if(m_requests.begin(), m_requests.end(),
                                        [&](Undecided const& each) { return each.first().request_id == request; });
        return found == m_requests.end() ? nullptr : &*found;
    }

    void read_requests() {
        std::vector<Undecided> asked;
        for (UndecidedLoan& loan : list_undecided_loans(m_tx, m_year.id)) {
            if (asked.empty() || asked.back().first().request_id != loan.request_id) asked.emplace_back();
            asked.back().loans.push_back(std::move(loan));
        }
        for (Undecided& request : asked) {
            std::string const code = settle_years(request);
            UndecidedLoan const& first = request.first();
            if (!code.empty()) {
                m_left_out.push_back({.id = first.request_id,
                                      .loan_id = first.id,
                                      .school_code = first.school_code,
                                      .school_name = first.school_name,
                                      .code = code});
                continue;
            }
            std::string& last = m_last_years[first.kit_type_id.value];
            last = std::max(last, request.last_school_year);
            m_requests.push_back(std::move(request));
        }
    }

    /// Sets the last year that would be promised. The code of what stands in the way, else empty.
    std::string settle_years(Undecided& request) {
        for (UndecidedLoan const& loan : request.loans) {
            auto const promise = promise_of(m_tx, loan.first_school_year, loan.last_school_year, loan.planned_handover_on);
            if (!promise) return promise.error().fields.empty() ? promise.error().code : promise.error().fields.front().code;
            request.last_school_year = std::max(request.last_school_year, promise->school_years.back());
        }
        std::optional<Date> const& ends_on = request.first().school_ends_on;
        bool const ended = ends_on && *ends_on < find_school_year(m_tx, request.last_school_year)->ends_on;
        return ended ? "school_ended" : "";
    }

    /// A kit counts where it is free for the longest that somebody asks for its type: so every proposal can be carried out.
    void read_kits() {
        std::string last = m_year.id;
        for (auto const& [type, until] : m_last_years) last = std::max(last, until);
        std::map<std::int64_t, std::map<std::string, bool>> booked;
        for (KitYear const& at : list_kit_years(m_tx, m_year.id, last)) booked[at.kit_id.value][at.school_year] = at.booked;
        m_kits = list_proposal_kits(m_tx);
        for (ProposalKit& kit : m_kits) {
            auto const& years = booked[kit.id.value];
            for (std::string const& year : years_of(m_year.id, last_year(kit.kit_type_id))) {
                auto const at = years.find(year);
                if (at != years.end() && !at->second) continue;
                kit.availability = at == years.end()   ? KitAvailability::undelivered
                                   : year == m_year.id ? KitAvailability::booked
                                                       : KitAvailability::booked_later;
                break;
            }
        }
    }

    std::string last_year(Id<KitType> type) const {
        auto const found = m_last_years.find(type.value);
        return found == m_last_years.end() ? m_year.id : found->second;
    }

    void read_pins() {
        std::vector<AllocationPin> stored;
        for (AllocationPin const& pin : list_pins(m_tx, m_year.id))
            if (find(pin.request_id) != nullptr) stored.push_back(pin); // else decided, or nothing can be promised to it
        keep_back(stored);
        std::map<std::int64_t, std::size_t> count;
        for (AllocationPin const& pin : stored) {
            char const* const code = pin.kit_id ? lost_by(pin, count[pin.request_id.value]) : nullptr;
            if (code == nullptr)
                m_pins.push_back(pin);
            else
                m_lost_pins.push_back({.request_id = pin.request_id,
                                       .school_code = find(pin.request_id)->first().school_code,
                                       .kit_tag = find_kit_of(pin)->tag,
                                       .code = code});
        }
    }

    std::vector<ProposalKit>::const_iterator find_kit_of(AllocationPin const& pin) const {
        return std::find_if(m_kits.begin(), m_kits.end(), [&](ProposalKit const& kit) { return kit.id == *pin.kit_id; });
    }

    char const* lost_by(AllocationPin const& pin, std::size_t& count) const {
        if (find_kit_of(pin)->availability != KitAvailability::free) return "kit_not_free";
        return ++count > find(pin.request_id)->loans.size() ? "too_many_pins" : nullptr;
    }

    void add_requests(AllocationInput& input) {
        std::set<std::int64_t> had_kits;
        for (Id<School> const school : list_schools_with_kits(m_tx, m_year_before)) had_kits.insert(school.value);
        std::map<std::int64_t, std::int64_t> open;
        for (Undecided const& request : m_requests) {
            UndecidedLoan const& loan = request.first();
            auto const quantity = static_cast<std::int64_t>(request.loans.size());
            auto const [known, is_new] = open.try_emplace(loan.school_id.value);
            if (is_new)
                known->second = static_cast<std::int64_t>(list_open_requirements(m_tx, loan.school_id, m_tx.today()).size());
            std::optional<std::int64_t> pupils = loan.pupils;
            if (pupils) *pupils = *pupils * quantity / loan.quantity; // those whom the rest of the kits is for
            input.requests.push_back(
                {.id = loan.request_id,
                 .school_id = loan.school_id,
                 .school_name = loan.school_name,
                 .kit_type_id = loan.kit_type_id,
                 .wanted_kit_id = loan.kit_id,
                 .quantity = quantity,
                 .least_quantity = std::clamp<std::int64_t>(loan.least_quantity - loan.approved, 1, quantity),
                 .open_requirements = known->second,
                 .had_kit_last_year = had_kits.contains(loan.school_id.value),
                 .pupils = pupils,
                 .distance_km = loan.distance_km,
                 .place = static_cast<std::int64_t>(input.requests.size())});
        }
    }

    /// What is promised without a certain kit needs one, too. Those that nobody names stay back, from the last tag on.
    void keep_back(std::vector<AllocationPin> const& pins) {
        std::map<std::int64_t, std::size_t> pinned; // the later ones give way
        for (std::size_t i = 0; i < pins.size(); ++i)
            if (pins[i].kit_id) pinned.emplace(pins[i].kit_id->value, i);
        std::set<std::int64_t> named;
        for (Undecided const& request : m_requests)
            if (request.first().kit_id) named.insert(request.first().kit_id->value);
        for (KitHolder const& holder : list_kit_holders(m_tx, m_year_before)) named.insert(holder.kit_id.value);
        for (auto const& [type, last] : m_last_years) {
            std::vector<ProposalKit*> free;
            for (ProposalKit& kit : m_kits) {
                if (kit.availability == KitAvailability::kept_back) kit.availability = KitAvailability::free;
                if (kit.kit_type_id.value == type && kit.availability == KitAvailability::free) free.push_back(&kit);
            }
            std::stable_sort(free.begin(), free.end(), [&](ProposalKit const* a, ProposalKit const* b) {
                auto const rank = [&](ProposalKit const* kit) {
                    auto const pin = pinned.find(kit->id.value);
                    if (pin != pinned.end()) return pin->second;
                    return pins.size() + (named.contains(kit->id.value) ? 0 : 1);
                };
                return rank(a) < rank(b);
            });
            auto most = static_cast<std::int64_t>(free.size());
            for (std::string const& year : years_of(m_year.id, last))
                if (auto const balance = find_balance(m_tx, {type}, year)) most = std::min(most, balance->kits - balance->booked);
            for (std::size_t i = static_cast<std::size_t>(std::max<std::int64_t>(most, 0)); i < free.size(); ++i)
                free[i]->availability = KitAvailability::kept_back;
        }
    }

    /// Who asks again may stay with what the school has: the certain kit that is asked for, else the first by tag.
    static void let_stay(AllocationInput& input) {
        std::set<std::int64_t> kept;
        auto const could_stay = [&](AllocationKit const& kit, AllocationRequest const& request) {
            return kit.free && kit.kit_type_id == request.kit_type_id && kit.held_by == request.school_id && !kept.contains(kit.id.value);
        };
        for (bool const certain : {true, false})
            for (AllocationRequest& request : input.requests) {
                if (request.wanted_kit_id.has_value() != certain) continue;
                for (AllocationKit const& kit : input.kits) {
                    if ((certain && kit.id != *request.wanted_kit_id) || !could_stay(kit, request)) continue;
                    request.kept_kit_id = kit.id;
                    kept.insert(kit.id.value);
                    break;
                }
            }
    }

    Tx& m_tx;
    SchoolYear const& m_year;
    std::string m_year_before;
    std::vector<Undecided> m_requests = {};
    std::map<std::int64_t, std::string> m_last_years = {}; ///< by type: until when somebody asks for it
    std::vector<LeftOutRequest> m_left_out = {};
    std::vector<ProposalKit> m_kits = {};
    std::vector<AllocationPin> m_pins = {};
    std::vector<LostPin> m_lost_pins = {};
};

ProposalRequest told(Undecided const& undecided, AllocationRequest const& asked, AllocationDecision const& decision,
                     std::vector<AllocationPin> const& pins) {
    UndecidedLoan const& first = undecided.first();
    ProposalRequest request{.id = first.request_id,
                            .school_code = first.school_code,
                            .kit_type_name = first.kit_type_name,
                            .first_school_year = first.first_school_year,
                            .last_school_year = undecided.last_school_year,
                            .waitlisted = true,
                            .open_requirements = asked.open_requirements,
                            .had_kit_last_year = asked.had_kit_last_year,
                            .distance_km = asked.distance_km,
                            .pupils = asked.pupils,
                            .requested_at = first.requested_at,
                            .decision = decision};
    for (UndecidedLoan const& loan : undecided.loans) {
        request.loan_ids.push_back(loan.id);
        request.waitlisted = request.waitlisted && loan.state == LoanState::waitlisted;
    }
    for (AllocationPin const& pin : pins) {
        if (pin.request_id != first.request_id) continue;
        request.pinned = true;
        if (pin.kit_id) request.pinned_kit_ids.push_back(*pin.kit_id);
    }
    return request;
}

} // namespace

Result<SchoolYear> get_open_year(Tx& tx, std::string const& school_year) {
    auto year = find_school_year(tx, school_year);
    if (!year) return fail(ErrorKind::not_found, "not_found");
    if (year->ends_on < tx.today()) return fail(ErrorKind::conflict, "past_school_year");
    return std::move(*year);
}

RulesInForce rules_in_force(Tx& tx, std::string_view school_year) {
    RulesInForce in_force;
    if (auto const stored = find_allocation_rules(tx, school_year)) {
        in_force.rules = stored->rules;
        in_force.from = stored->school_year;
    }
    if (in_force.from == school_year) return in_force;
    in_force.rules.id = {first_year_of(school_year).value_or(0)};
    in_force.rules.version = 0;
    return in_force;
}

Result<YearProposal> make_proposal(Tx& tx, std::string const& school_year) {
    TRY_ASSIGN(SchoolYear const year, get_open_year(tx, school_year));
    ProposalGround ground{tx, year};
    RulesInForce const in_force = rules_in_force(tx, year.id);
    AllocationInput const input = ground.input(in_force.rules, ground.pins());
    TRY_ASSIGN(AllocationProposal const allocation, propose_allocation(input));

    YearProposal proposal{.school_year = year.id,
                          .rules = in_force.rules,
                          .rules_from = in_force.from,
                          .points = allocation.points,
                          .left_out = ground.left_out(),
                          .lost_pins = ground.lost_pins()};
    // both are in the order of asking
    for (std::size_t i = 0; i < ground.requests().size(); ++i) {
        AllocationDecision const& decision = allocation.decisions[i];
        proposal.asked += decision.quantity;
        proposal.given += static_cast<std::int64_t>(decision.kit_ids.size());
        proposal.requests.push_back(told(ground.requests()[i], input.requests[i], decision, ground.pins()));
    }
    for (ProposalKit const& kit : ground.kits())
        if (ground.is_asked_for(kit.kit_type_id)) proposal.kits.push_back(kit);
    for (AllocationRest const& rest : allocation.rest)
        if (ground.is_asked_for(rest.kit_type_id)) proposal.rest.push_back(rest);
    proposal.fingerprint = sha256_of(encode(proposal));
    return proposal;
}

Result<AllocationInput> input_with_pins(Tx& tx, std::string const& school_year, std::vector<AllocationPin> const& pins,
                                        Id<LoanRequest> request) {
    TRY_ASSIGN(SchoolYear const year, get_open_year(tx, school_year));
    ProposalGround ground{tx, year};
    if (!ground.has(request)) return fail(ErrorKind::not_found, "not_found");
    std::vector<AllocationPin> all;
    for (AllocationPin const& pin : ground.pins())
        if (pin.request_id != request) all.push_back(pin);
    all.insert(all.end(), pins.begin(), pins.end());
    return ground.input(rules_in_force(tx, year.id).rules, all);
}

} // namespace schulkit
