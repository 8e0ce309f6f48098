// Decisions of the allocation proposal as the office reads them.

#include "embedded/strings.hpp"
#include "shared/allocation/allocation_words.hpp"
#include "tests/allocation/allocation_samples.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace schulkit;
using namespace schulkit::test;

namespace {

Strings texts_in(std::string_view language) {
    for (auto const& file : embedded::strings())
        if (file.name.find(language) != std::string_view::npos) return Strings::from_json(file.bytes);
    return {};
}

std::string sentence(AllocationInput const& input, std::int64_t request, std::string_view language = "de") {
    auto const proposal = propose_allocation(input);
    REQUIRE(proposal);
    return decision_text(texts_in(language), decision_on(*proposal, request));
}

} // namespace

TEST_CASE("a decision is one sentence that says what decided", "[allocation][words]") {
    AllocationInput input = sample_year(3, {sample_request(1, 3), sample_request(2), sample_request(3)});
    input.requests[1].had_kit_last_year = false;
    CHECK(sentence(input, 1) == "Erhält 1 von 3 Koffern: 5 Koffer angefragt, 3 frei; Mindestmengen gehen weiteren Koffern vor "
                                "(hier: Schule 3).");
    CHECK(sentence(input, 2) == "Erhält den Koffer TK-002: 5 Koffer angefragt, 3 frei; Mindestmengen gehen weiteren Koffern "
                                "vor (hier: vor Schule 1).");
    input.requests[0].quantity = 1;
    input.requests[0].open_requirements = 1;
    input.kits.resize(2);
    CHECK(sentence(input, 1) == "Erhält keinen Koffer: 3 Koffer angefragt, 2 frei; Schulen mit erfüllten Voraussetzungen gehen "
                                "vor (hier: Schule 3).");
    CHECK(sentence(input, 1, "en") == "Gets no kit: 3 kits asked for, 2 free; schools that have met the requirements come "
                                      "first (here: Schule 3).");
    input.requests.pop_back();
    CHECK(sentence(input, 1) == "Erhält den Koffer TK-001: Die Koffer reichen für alle Anfragen.");
}

TEST_CASE("the sentence says which kit stays, moves or was wished", "[allocation][words]") {
    AllocationInput input = sample_year(3, {sample_request(1), sample_request(2)});
    input.kits[1].held_by = Id<School>{2};
    input.requests[1].kept_kit_id = Id<Kit>{2};
    CHECK(sentence(input, 2) == "Behält den Koffer TK-002: Die Koffer reichen für alle Anfragen.");
    input.requests[0].wanted_kit_id = Id<Kit>{2};
    CHECK(sentence(input, 1) == "Erhält den gewünschten Koffer TK-002: Die Koffer reichen für alle Anfragen.");
    CHECK(sentence(input, 2) == "Erhält den Koffer TK-001 statt TK-002: Die Koffer reichen für alle Anfragen.");
    input.requests[0].open_requirements = 1;
    CHECK(sentence(input, 1) == "Erhält keinen Koffer: 2 Anfragen nach TK-002; laufende Ausleihen gehen vor (hier: Schule 2).");
    input.pins = {{.request_id = {2}}};
    CHECK(sentence(input, 2) == "Behält TK-002 nicht und erhält keinen anderen Koffer: So von Hand festgelegt.");
    input.requests[1].quantity = 2;
    input.pins = {{.request_id = {2}, .kit_id = Id<Kit>{3}}};
    input.requests.erase(input.requests.begin());
    CHECK(sentence(input, 2) == "Erhält alle gewünschten Koffer (2) und behält dabei TK-002 (1 von Hand festgelegt): Die "
                                "Koffer reichen für alle Anfragen.");
}

TEST_CASE("the sentence says why a request cannot be met", "[allocation][words]") {
    AllocationInput input = sample_year(3, {sample_request(1, 5)});
    input.requests[0].least_quantity = 4;
    CHECK(sentence(input, 1) == "Erhält keinen Koffer: Nützlich wären mindestens 4, vergeben werden können nur 3.");
    input.requests[0].least_quantity = 1;
    CHECK(sentence(input, 1) == "Erhält 3 von 5 Koffern: Mehr Koffer können nicht vergeben werden.");
    for (AllocationKit& kit : input.kits) kit.free = false;
    CHECK(sentence(input, 1) == "Erhält keinen Koffer: In diesem Schuljahr ist kein Koffer dieses Typs frei.");
    input.requests[0].quantity = 1;
    input.requests[0].wanted_kit_id = Id<Kit>{3};
    CHECK(sentence(input, 1) == "Erhält keinen Koffer: TK-003 ist in diesem Schuljahr nicht frei.");
}

TEST_CASE("every decision has words in every language", "[allocation][words]") {
    for (auto const& file : embedded::strings()) {
        Dice dice{std::mt19937{20261124}};
        Strings const texts = Strings::from_json(file.bytes);
        std::set<AllocationReason> seen;
        for (int county = 0; county < 1500; ++county) {
            auto const proposal = propose_allocation(random_year(dice));
            REQUIRE(proposal);
            for (AllocationDecision const& decision : proposal->decisions) {
                std::string const text = decision_text(texts, decision);
                CAPTURE(file.name, text);
                seen.insert(decision.reason);
                CHECK(text.find("allocation.") == std::string::npos); // a key without a text
                CHECK(text.find('{') == std::string::npos);
                CHECK(text.ends_with('.'));
                CHECK(text.find("  ") == std::string::npos);
                CHECK(text.find("()") == std::string::npos);
            }
        }
        CHECK(seen.size() == EnumWords<AllocationReason>::values.size());
    }
}
