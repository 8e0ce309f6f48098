#include "shared/allocation/allocation_words.hpp"

#include "shared/core/format.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::string head_text(Strings const& strings, AllocationDecision const& decision) {
    auto const given = static_cast<std::int64_t>(decision.kit_ids.size());
    bool const keeps = decision.kept_tag && std::find(decision.kit_tags.begin(), decision.kit_tags.end(),
                                                      *decision.kept_tag) != decision.kit_tags.end();
    if (given == 0) {
        if (!decision.kept_tag) return strings.get("allocation.head.none");
        return strings.get("allocation.head.none_moves", {{"kit", *decision.kept_tag}});
    }
    if (decision.quantity == 1) {
        std::string const& kit = decision.kit_tags.front();
        std::optional<std::string> const& named = decision.kept_tag ? decision.kept_tag : decision.wanted_tag;
        if (named && *named != kit) return strings.get("allocation.head.instead", {{"kit", kit}, {"other", *named}});
        return strings.get(keeps ? "allocation.head.keeps" : named ? "allocation.head.wanted" : "allocation.head.one",
                           {{"kit", kit}});
    }
    std::string key = given == decision.quantity ? "allocation.head.all" : "allocation.head.some";
    if (decision.kept_tag) key += keeps ? "_keeps" : "_moves";
    return strings.get(key, {{"given", number_text(strings, given)},
                             {"wanted", number_text(strings, decision.quantity)},
                             {"kit", decision.kept_tag.value_or("")}});
}

std::string numbers_text(Strings const& strings, AllocationDecision const& decision) {
    std::string const asked = number_text(strings, decision.asked);
    if (decision.contested_tag)
        return strings.get("allocation.numbers_of_kit", {{"asked", asked}, {"kit", *decision.contested_tag}});
    return strings.get("allocation.numbers", {{"asked", asked}, {"free", number_text(strings, decision.free)}});
}

/// Where the plain word of the reason would say too much or too little.
std::string reason_key(AllocationDecision const& decision) {
    std::string const key = "allocation.reason.";
    if (decision.reason == AllocationReason::too_few_kits && !decision.kit_ids.empty() &&
        static_cast<std::int64_t>(decision.kit_ids.size()) >= decision.needed)
        return key + "no_more";
    if (decision.reason == AllocationReason::all_pinned && !decision.kit_ids.empty()) return key + "no_more";
    if (decision.reason == AllocationReason::best_in_sum && decision.asked <= decision.free)
        return key + "best_in_sum_enough";
    return key + std::string{word_of(decision.reason)};
}

std::string reason_text(Strings const& strings, AllocationDecision const& decision) {
    std::string const rule =
        decision.rule ? strings.get("allocation.rule." + std::string{word_of(*decision.rule)}) : std::string{};
    return strings.get(reason_key(decision), {{"numbers", numbers_text(strings, decision)},
                                              {"rule", rule},
                                              {"rival", decision.rival_name.value_or("")},
                                              {"needed", number_text(strings, decision.needed)},
                                              {"available", number_text(strings, decision.available)},
                                              {"kit", decision.wanted_tag.value_or("")}});
}

} // namespace

std::string decision_text(Strings const& strings, AllocationDecision const& decision) {
    std::string head = head_text(strings, decision);
    auto const given = static_cast<std::int64_t>(decision.kit_ids.size());
    bool const is_told = decision.reason == AllocationReason::pinned || decision.quantity == 1;
    if (decision.pinned > 0 && given > 0 && !is_told)
        head = strings.get("allocation.head.with_pins",
                           {{"head", std::move(head)}, {"count", number_text(strings, decision.pinned)}});
    return strings.get("allocation.sentence",
                       {{"head", std::move(head)}, {"reason", reason_text(strings, decision)}});
}

} // namespace schulkit
