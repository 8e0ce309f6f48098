// Each rule of the allocation proposal by itself, as the office would tell it.

#include "shared/core/validate.hpp"
#include "tests/allocation/allocation_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

using Reason = AllocationReason;

AllocationProposal propose(AllocationInput const& input) {
    auto proposal = propose_allocation(input);
    REQUIRE(proposal);
    return *proposal;
}

std::vector<std::int64_t> kits_of(AllocationProposal const& proposal, std::int64_t request) {
    std::vector<std::int64_t> ids;
    for (Id<Kit> const& id : decision_on(proposal, request).kit_ids) ids.push_back(id.value);
    return ids;
}

using Kits = std::vector<std::int64_t>;

} // namespace

TEST_CASE("where there are enough kits, everybody gets all they asked for", "[allocation]") {
    AllocationProposal const proposal = propose(sample_year(5, {sample_request(1, 2), sample_request(2)}));
    CHECK(kits_of(proposal, 1) == Kits{1, 2});
    CHECK(kits_of(proposal, 2) == Kits{3});
    CHECK(decision_on(proposal, 1).reason == Reason::enough_for_all);
    REQUIRE(proposal.rest.size() == 1);
    CHECK(proposal.rest.front().kit_ids == std::vector<Id<Kit>>{{4}, {5}});
    CHECK(proposal.rest.front().free == 5);
    CHECK(proposal.rest.front().asked == 3);
    CHECK(proposal.school_year == "2026-27");
    // two schools with requirements met: (100 + 800) and a further kit for 20, and (100 + 800)
    CHECK(proposal.points == 1820);
    CHECK(decision_on(proposal, 1).shares == std::vector<AllocationShare>{{AllocationRule::needed_kits, 100},
                                                                          {AllocationRule::further_kits, 20},
                                                                          {AllocationRule::requirements, 800}});
}

TEST_CASE("schools that have met all requirements come first", "[allocation]") {
    AllocationInput input = sample_year(1, {sample_request(1), sample_request(2)});
    input.requests[0].open_requirements = 1;
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 1).empty());
    CHECK(kits_of(proposal, 2) == Kits{1});
    AllocationDecision const lower = decision_on(proposal, 1);
    CHECK(lower.reason == Reason::ranks_lower);
    CHECK(lower.rule == AllocationRule::requirements);
    CHECK(lower.rival_name == "Schule 2");
    CHECK(lower.lead == 800);
    AllocationDecision const higher = decision_on(proposal, 2);
    CHECK(higher.reason == Reason::ranks_higher);
    CHECK(higher.rule == AllocationRule::requirements);
    CHECK(higher.rival_name == "Schule 1");

    input.rules.requirements = false;
    AllocationProposal const without = propose(input);
    CHECK(kits_of(without, 1) == Kits{1});
    CHECK(decision_on(without, 1).reason == Reason::asked_earlier);
    CHECK(decision_on(without, 2).reason == Reason::asked_later);
    CHECK(decision_on(without, 2).rival_name == "Schule 1");
}

TEST_CASE("schools that had no kit in the year before come first", "[allocation]") {
    AllocationInput input = sample_year(1, {sample_request(1), sample_request(2)});
    input.requests[1].had_kit_last_year = false;
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 2) == Kits{1});
    CHECK(decision_on(proposal, 1).rule == AllocationRule::last_year);
    input.rules.last_year = false;
    CHECK(kits_of(propose(input), 1) == Kits{1});
    // requirements count more, unless the county says otherwise
    input.rules = {};
    input.requests[1].open_requirements = 2;
    CHECK(kits_of(propose(input), 1) == Kits{1});
    input.rules.last_year_points = 900;
    CHECK(kits_of(propose(input), 2) == Kits{1});
}

TEST_CASE("a running loan may stay, with the kit that is there", "[allocation]") {
    AllocationInput input = sample_year(1, {sample_request(1), sample_request(2)});
    input.kits[0].held_by = Id<School>{2};
    input.requests[1].kept_kit_id = Id<Kit>{1};
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 1).empty());
    CHECK(kits_of(proposal, 2) == Kits{1});
    CHECK(decision_on(proposal, 1).reason == Reason::ranks_lower);
    CHECK(decision_on(proposal, 1).rule == AllocationRule::running);
    CHECK(decision_on(proposal, 1).rival_name == "Schule 2");
    input.rules.running = false;
    CHECK(kits_of(propose(input), 1) == Kits{1});
}

TEST_CASE("whoever wants just the kit that stays is told so", "[allocation]") {
    AllocationInput input = sample_year(2, {sample_request(1), sample_request(2)});
    input.kits[1].held_by = Id<School>{2};
    input.requests[1].kept_kit_id = Id<Kit>{2};
    input.requests[0].wanted_kit_id = Id<Kit>{2};
    input.requests[0].open_requirements = 1;
    AllocationProposal const stays = propose(input);
    CHECK(kits_of(stays, 1).empty());
    CHECK(kits_of(stays, 2) == Kits{2});
    CHECK(decision_on(stays, 1).rule == AllocationRule::running);
    CHECK(decision_on(stays, 1).contested_tag == "TK-002");
    CHECK(decision_on(stays, 1).asked == 2);
    // who counts more gets it, and the school that had it gets another
    input.requests[0].open_requirements = 0;
    AllocationProposal const moves = propose(input);
    CHECK(kits_of(moves, 1) == Kits{2});
    CHECK(kits_of(moves, 2) == Kits{1});
}

TEST_CASE("a certain kit goes to one, and the others get none instead of it", "[allocation]") {
    AllocationInput input = sample_year(3, {sample_request(1), sample_request(2), sample_request(3)});
    input.requests[0].wanted_kit_id = Id<Kit>{2};
    input.requests[1].wanted_kit_id = Id<Kit>{2};
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 1) == Kits{2});
    CHECK(kits_of(proposal, 2).empty());
    CHECK(kits_of(proposal, 3) == Kits{1});
    CHECK(decision_on(proposal, 2).reason == Reason::asked_later);
    CHECK(decision_on(proposal, 2).contested_tag == "TK-002");
    CHECK(decision_on(proposal, 3).reason == Reason::nobody_else);
    CHECK(proposal.rest.front().kit_ids == std::vector<Id<Kit>>{{3}});
    // off: any other will do
    input.rules.certain_kit = false;
    AllocationProposal const any = propose(input);
    CHECK(kits_of(any, 1) == Kits{2});
    CHECK(kits_of(any, 2) == Kits{1});
    // promised already
    input.rules.certain_kit = true;
    input.kits[1].free = false;
    CHECK(decision_on(propose(input), 1).reason == Reason::kit_not_free);
}

TEST_CASE("nobody gets fewer kits than are useful", "[allocation]") {
    AllocationInput input = sample_year(3, {sample_request(1, 4), sample_request(2, 2)});
    input.requests[0].least_quantity = 4;
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 1).empty());
    CHECK(decision_on(proposal, 1).reason == Reason::too_few_kits);
    CHECK(decision_on(proposal, 1).needed == 4);
    CHECK(decision_on(proposal, 1).available == 3);
    CHECK(kits_of(proposal, 2) == Kits{1, 2});
    input.rules.least_quantity = false;
    CHECK(kits_of(propose(input), 1) == Kits{1, 2});
}

TEST_CASE("who needs four kits is as urgent as four who need one", "[allocation]") {
    AllocationInput input = sample_year(4, {sample_request(1, 4), sample_request(2), sample_request(3)});
    input.requests[0].least_quantity = 4;
    CHECK(kits_of(propose(input), 1) == Kits{1, 2, 3, 4}); // the two would leave kits behind
    input.requests.push_back(sample_request(4));
    input.requests.push_back(sample_request(5));
    CHECK(kits_of(propose(input), 1) == Kits{1, 2, 3, 4}); // asked first
    for (std::size_t i = 1; i < input.requests.size(); ++i) input.requests[i].place = 0;
    AllocationProposal const later = propose(input);
    CHECK(kits_of(later, 1).empty());
    CHECK(decision_on(later, 1).reason == Reason::asked_later);
}

TEST_CASE("every school's needed kits come before further ones", "[allocation]") {
    AllocationInput const input = sample_year(3, {sample_request(1, 3), sample_request(2)});
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 1) == Kits{1, 2});
    CHECK(kits_of(proposal, 2) == Kits{3});
    CHECK(decision_on(proposal, 1).reason == Reason::ranks_lower);
    CHECK(decision_on(proposal, 1).rule == AllocationRule::needed_kits);
    CHECK(decision_on(proposal, 2).reason == Reason::ranks_higher);
    CHECK(decision_on(proposal, 2).rule == AllocationRule::needed_kits);
}

TEST_CASE("short ways and many pupils decide between equals", "[allocation]") {
    AllocationInput input = sample_year(1, {sample_request(1), sample_request(2)});
    input.requests[0].distance_km = 21;
    input.requests[1].distance_km = 20;
    CHECK(decision_on(propose(input), 1).rule == AllocationRule::distance);
    input.requests[1].distance_km = 29; // the same ten kilometres
    CHECK(decision_on(propose(input), 1).reason == Reason::asked_earlier);
    input.rules.distance = false;
    input.requests[1].pupils = 60;
    CHECK(kits_of(propose(input), 1) == Kits{1}); // that rule is off at first
    input.rules.pupils = true;
    CHECK(decision_on(propose(input), 1).rule == AllocationRule::pupils);
}

TEST_CASE("kits go to requests for their own type only", "[allocation]") {
    AllocationInput input = sample_year(2, {sample_request(1, 1, 7), sample_request(2, 3)});
    input.kits[1].free = false;
    AllocationProposal const proposal = propose(input);
    CHECK(decision_on(proposal, 1).reason == Reason::none_free);
    CHECK(kits_of(proposal, 2) == Kits{1});
    REQUIRE(proposal.rest.size() == 2);
    CHECK(proposal.rest[1].kit_type_id.value == 7);
    CHECK(proposal.rest[1].free == 0);
    CHECK(proposal.rest[0].kit_ids.empty());
}

TEST_CASE("what the coordinator pins is given, and the rest is distributed around it", "[allocation]") {
    AllocationInput input = sample_year(3, {sample_request(1), sample_request(2, 2), sample_request(3)});
    input.requests[1].open_requirements = 3;
    input.pins = {{.request_id = {2}, .kit_id = Id<Kit>{1}}, {.request_id = {1}}};
    AllocationProposal const proposal = propose(input);
    CHECK(kits_of(proposal, 1).empty());
    CHECK(decision_on(proposal, 1).reason == Reason::pinned_to_none);
    CHECK(kits_of(proposal, 2) == Kits{1, 2});
    CHECK(decision_on(proposal, 2).pinned == 1);
    CHECK(kits_of(proposal, 3) == Kits{3});
    CHECK(proposal.rest.front().asked == 3); // not those of who is to get none

    SECTION("a kit less than is useful too") {
        input.requests[1].least_quantity = 2;
        input.kits.resize(1);
        AllocationDecision const only = decision_on(propose(input), 2);
        CHECK(only.kit_ids.size() == 1);
        CHECK(only.reason == Reason::all_pinned);
        CHECK(only.shares.empty());
    }
    SECTION("another than the certain one asked for") {
        input.requests[2].wanted_kit_id = Id<Kit>{1};
        CHECK(decision_on(propose(input), 3).reason == Reason::kit_pinned);
        input.pins.push_back({.request_id = {3}, .kit_id = Id<Kit>{2}});
        CHECK(decision_on(propose(input), 3).reason == Reason::pinned);
        CHECK(kits_of(propose(input), 3) == Kits{2});
    }
}

TEST_CASE("a year without kits or requests is no mistake", "[allocation]") {
    AllocationProposal const empty = propose(sample_year(0, {}));
    CHECK(empty.points == 0);
    CHECK(empty.decisions.empty());
    CHECK(empty.rest.empty());
    CHECK(propose(sample_year(2, {})).rest.front().kit_ids.size() == 2);
    CHECK(decision_on(propose(sample_year(0, {sample_request(1)})), 1).reason == Reason::none_free);
}

TEST_CASE("the default rules pass their own check", "[allocation]") {
    CHECK(validate(AllocationRules{}).empty());
    CHECK(validate(AllocationRules{.requirements_points = -1}).size() == 1);
    CHECK(validate(AllocationRules{.needed_kit_points = 0}).size() == 1);
    CHECK(validate(AllocationRules{.further_kit_points = max_allocation_points + 1}).size() == 1);
}
