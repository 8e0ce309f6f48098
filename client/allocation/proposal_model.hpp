#pragma once
// The proposal of a school year: "#/vorschlag/2026-27", with one decision open "#/vorschlag/2026-27?anfrage=17".

#include "client/allocation/proposal_words.hpp"
#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/route.hpp"
#include "shared/allocation/allocation_api.hpp"
#include "shared/audit/audit_api.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace schulkit {

inline constexpr std::int64_t decisions_on_a_page = 50;

/// How a request is pinned, as chosen in its dialog.
enum class PinChoice : std::uint8_t { rules, none, kits };

template <>
struct EnumWords<PinChoice> {
    static constexpr std::array values = {std::pair{PinChoice::rules, std::string_view{"rules"}},
                                          std::pair{PinChoice::none, std::string_view{"none"}},
                                          std::pair{PinChoice::kits, std::string_view{"kits"}}};
};

struct ProposalModel {
    std::string school_year = {};
    Loadable<YearProposal> proposal = {};
    Loadable<Page<SchoolYear>> years = {};
    std::set<std::string> chosen = {}; ///< requests whose decisions are to be accepted together
    std::int64_t first_shown = 1;
    std::uint64_t asked = 0; ///< number of the last question; older answers come too late

    Id<LoanRequest> open_request = {}; ///< whose dialog is open
    PinChoice pin_choice = PinChoice::rules;
    std::vector<std::string> kit_ids = {}; ///< as chosen; an empty one at the end offers one more
    std::string distance = {};

    bool asks_accept = false;
    std::vector<Id<LoanRequest>> accepting = {}; ///< empty: all
    std::string accepting_fingerprint = {};      ///< of the proposal that was looked at when it was asked

    bool changing = false;
    ChangeKey key = {};
    std::optional<Error> refused = std::nullopt; ///< the last change
    std::optional<AcceptedProposal> accepted = std::nullopt; ///< to be told once
    std::string stored = {}; ///< key of what is to be told once
};

void open_proposal(ProposalModel& model, Api& api, Route const& route);
void load_proposal(ProposalModel& model, Api& api);
void take_proposal_changes(ProposalModel& model, Api& api, Changes const& changes);
bool is_unknown(ProposalModel const& model);

ProposalRequest const* find_request(ProposalModel const& model, Id<LoanRequest> id);
/// Kits that could be pinned for it at that place of the choice: free, and pinned for nobody else.
std::vector<ProposalKit const*> kits_for(ProposalModel const& model, ProposalRequest const& request, std::size_t place);
void choose_kit(ProposalModel& model, ProposalRequest const& request, std::size_t place, std::string kit_id);
bool pin_differs(ProposalModel const& model, ProposalRequest const& request);

void send_pin(ProposalModel& model, Api& api);
/// False: what is typed is no distance; `refused` says so.
bool send_distance(ProposalModel& model, Api& api);
/// Asks first; all without any.
void ask_to_accept(ProposalModel& model, std::vector<Id<LoanRequest>> requests);
/// Kits that would be promised, and those that would wait, by what is asked about.
struct AcceptanceCounts {
    std::int64_t approved = 0;
    std::int64_t waiting = 0;
};
AcceptanceCounts counts_of(ProposalModel const& model);
void send_acceptance(ProposalModel& model, Api& api);

} // namespace schulkit
