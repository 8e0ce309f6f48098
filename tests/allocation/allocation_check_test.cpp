// Input that no distribution can be made of is refused as a whole, with each place named.

#include "tests/allocation/allocation_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// "pins.0.kit_id: unknown_kit", all of them.
std::vector<std::string> complaints(AllocationInput const& input) {
    std::vector<std::string> texts;
    auto const proposal = propose_allocation(input);
    if (proposal) return texts;
    CHECK(proposal.error().kind == ErrorKind::invalid);
    for (FieldError const& error : proposal.error().fields) texts.push_back(error.field + ": " + error.code);
    return texts;
}

using Complaints = std::vector<std::string>;

} // namespace

TEST_CASE("a request that makes no sense is refused with the reason", "[allocation]") {
    AllocationInput const fine = sample_year(3, {sample_request(1, 2), sample_request(2)});
    REQUIRE(complaints(fine).empty());
    auto const with = [&](auto const& change) {
        AllocationInput input = fine;
        change(input.requests[0]);
        return complaints(input);
    };
    CHECK(with([](auto& r) { r.least_quantity = 3; }) == Complaints{"requests.0.least_quantity: least_above_quantity"});
    CHECK(with([](auto& r) { r.least_quantity = -1; }) == Complaints{"requests.0.least_quantity: out_of_range"});
    CHECK(with([](auto& r) { r.quantity = 0; }) == Complaints{"requests.0.quantity: out_of_range"});
    CHECK(with([](auto& r) { r.quantity = max_requested_kits + 1; }) == Complaints{"requests.0.quantity: out_of_range"});
    CHECK(with([](auto& r) { r.open_requirements = -1; }) == Complaints{"requests.0.open_requirements: out_of_range"});
    CHECK(with([](auto& r) { r.pupils = -5; }) == Complaints{"requests.0.pupils: out_of_range"});
    CHECK(with([](auto& r) { r.distance_km = -5; }) == Complaints{"requests.0.distance_km: out_of_range"});
    CHECK(with([](auto& r) { r.id = {2}; }) == Complaints{"requests.1.id: duplicate"});
    CHECK(with([](auto& r) { r.wanted_kit_id = Id<Kit>{1}; }) == Complaints{"requests.0.quantity: certain_kit_is_one"});
    CHECK(with([](auto& r) {
              r.quantity = 1;
              r.wanted_kit_id = Id<Kit>{9};
          }) == Complaints{"requests.0.wanted_kit_id: unknown_kit"});
    CHECK(with([](auto& r) {
              r.quantity = 1;
              r.kit_type_id = {2};
              r.wanted_kit_id = Id<Kit>{1};
          }) == Complaints{"requests.0.wanted_kit_id: other_kit_type"});
}

TEST_CASE("only the school that has a kit can keep it, once", "[allocation]") {
    AllocationInput input = sample_year(3, {sample_request(1), sample_request(2)});
    input.requests[0].kept_kit_id = Id<Kit>{3};
    CHECK(complaints(input) == Complaints{"requests.0.kept_kit_id: kit_not_held"});
    input.kits[2].held_by = Id<School>{2};
    CHECK(complaints(input) == Complaints{"requests.0.kept_kit_id: kit_not_held"});
    input.kits[2].held_by = Id<School>{1};
    CHECK(complaints(input).empty());
    input.requests[1].school_id = {1};
    input.requests[1].kept_kit_id = Id<Kit>{3};
    CHECK(complaints(input) == Complaints{"requests.1.kept_kit_id: kept_twice"});
    input.requests[1].kept_kit_id = Id<Kit>{7};
    CHECK(complaints(input) == Complaints{"requests.1.kept_kit_id: unknown_kit"});
    input.requests[1].kept_kit_id = std::nullopt;
    input.requests[0].wanted_kit_id = Id<Kit>{2};
    CHECK(complaints(input) == Complaints{"requests.0.kept_kit_id: kept_not_wanted"});
    input.requests[0].wanted_kit_id = Id<Kit>{3};
    CHECK(complaints(input).empty());
    input.requests[0].wanted_kit_id = std::nullopt;
    input.requests[0].kit_type_id = {2};
    CHECK(complaints(input) == Complaints{"requests.0.kept_kit_id: other_kit_type"});
}

TEST_CASE("a pin that cannot be is refused with the reason", "[allocation]") {
    AllocationInput fine = sample_year(4, {sample_request(1, 2), sample_request(2)});
    fine.kits[2].free = false;
    fine.kits[3].kit_type_id = {2};
    auto const pinned = [&](std::vector<AllocationPin> pins) {
        AllocationInput input = fine;
        input.pins = std::move(pins);
        return complaints(input);
    };
    auto const pin = [](std::int64_t request, std::int64_t kit) {
        return AllocationPin{.request_id = {request}, .kit_id = Id<Kit>{kit}};
    };
    auto const none = [](std::int64_t request) { return AllocationPin{.request_id = {request}}; };
    CHECK(pinned({pin(1, 1), pin(1, 2)}).empty());
    CHECK(pinned({pin(1, 3)}) == Complaints{"pins.0.kit_id: kit_not_free"});
    CHECK(pinned({pin(1, 4)}) == Complaints{"pins.0.kit_id: other_kit_type"});
    CHECK(pinned({pin(1, 5)}) == Complaints{"pins.0.kit_id: unknown_kit"});
    CHECK(pinned({pin(3, 1)}) == Complaints{"pins.0.request_id: unknown_request"});
    CHECK(pinned({none(3)}) == Complaints{"pins.0.request_id: unknown_request"});
    CHECK(pinned({pin(1, 1), pin(2, 1)}) == Complaints{"pins.1.kit_id: pinned_twice"});
    CHECK(pinned({pin(1, 1), pin(1, 1)}) == Complaints{"pins.1.kit_id: pinned_twice"});
    CHECK(pinned({pin(2, 1), pin(2, 2)}) == Complaints{"pins.1.request_id: too_many_pins"});
    CHECK(pinned({pin(1, 1), none(1)}) == Complaints{"pins.0.request_id: pin_contradicts"});
}

TEST_CASE("everything that is wrong is named at once", "[allocation]") {
    AllocationInput input = sample_year(2, {sample_request(1, 2)});
    input.school_year = "2026-28";
    input.rules.further_kit_points = 0;
    input.kits[1].id = {1};
    input.requests[0].least_quantity = 3;
    input.pins = {{.request_id = {8}, .kit_id = Id<Kit>{9}}};
    CHECK(complaints(input) == Complaints{"school_year: bad_school_year", "rules.further_kit_points: out_of_range",
                                          "kits.1.id: duplicate", "requests.0.least_quantity: least_above_quantity",
                                          "pins.0.request_id: unknown_request", "pins.0.kit_id: unknown_kit"});
}
