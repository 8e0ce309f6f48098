#pragma once
// The life of a loan: which step may be taken in which state, by whose leave, and where it leads. The database has the same
// ways in `loan_ways` and knows no others.

#include "shared/access/access.hpp"
#include "shared/loans/loan.hpp"

#include <optional>

namespace schulkit {

enum class LoanStep : std::uint8_t { approve, reject, waitlist, cancel, extend, exchange, swap, deliver, hand_over, take_back, check_in, release };

template <>
struct EnumWords<LoanStep> {
    static constexpr std::array values = {std::pair{LoanStep::approve, std::string_view{"approve"}},
                                          std::pair{LoanStep::reject, std::string_view{"reject"}},
                                          std::pair{LoanStep::waitlist, std::string_view{"waitlist"}},
                                          std::pair{LoanStep::cancel, std::string_view{"cancel"}},
                                          std::pair{LoanStep::extend, std::string_view{"extend"}},
                                          std::pair{LoanStep::exchange, std::string_view{"exchange"}},
                                          std::pair{LoanStep::swap, std::string_view{"swap"}},
                                          std::pair{LoanStep::deliver, std::string_view{"deliver"}},
                                          std::pair{LoanStep::hand_over, std::string_view{"hand_over"}},
                                          std::pair{LoanStep::take_back, std::string_view{"take_back"}},
                                          std::pair{LoanStep::check_in, std::string_view{"check_in"}},
                                          std::pair{LoanStep::release, std::string_view{"release"}}};
};

/// One way: a step that stays in its state changes years or kit of the loan. A check that finds something stays, too: the loan is
/// closed when the last of it is settled.
struct LoanWay {
    LoanStep step;
    LoanState from;
    LoanState to;
};

inline constexpr std::array loan_ways = [] {
    using enum LoanState;
    return std::array{
        LoanWay{LoanStep::approve, requested, approved},      LoanWay{LoanStep::approve, waitlisted, approved},
        LoanWay{LoanStep::reject, requested, rejected},       LoanWay{LoanStep::reject, waitlisted, rejected},
        LoanWay{LoanStep::waitlist, requested, waitlisted},   LoanWay{LoanStep::cancel, requested, cancelled},
        LoanWay{LoanStep::cancel, waitlisted, cancelled},     LoanWay{LoanStep::cancel, approved, cancelled},
        LoanWay{LoanStep::extend, approved, approved},        LoanWay{LoanStep::extend, handed_over, handed_over},
        LoanWay{LoanStep::exchange, approved, approved},      LoanWay{LoanStep::exchange, handed_over, handed_over},
        LoanWay{LoanStep::swap, handed_over, handed_over},    LoanWay{LoanStep::deliver, handed_over, handed_over},
        LoanWay{LoanStep::hand_over, approved, handed_over},  LoanWay{LoanStep::take_back, handed_over, returned},
        LoanWay{LoanStep::check_in, returned, closed},        LoanWay{LoanStep::release, returned, returned},
        LoanWay{LoanStep::release, closed, closed},
    };
}();

/// Where the step leads; nothing if it cannot be taken in that state.
constexpr std::optional<LoanState> state_after(LoanStep step, LoanState from) {
    for (LoanWay const& way : loan_ways)
        if (way.step == step && way.from == from) return way.to;
    return std::nullopt;
}

/// What the caller must be allowed to do.
constexpr Action action_of(LoanStep step) {
    switch (step) {
    case LoanStep::cancel: return Action::cancel_loan;
    case LoanStep::swap:
    case LoanStep::deliver:
    case LoanStep::hand_over:
    case LoanStep::take_back:
    case LoanStep::check_in: return Action::hand_over_loan;
    case LoanStep::approve:
    case LoanStep::reject:
    case LoanStep::waitlist:
    case LoanStep::extend:
    case LoanStep::exchange:
    case LoanStep::release: return Action::decide_loan;
    }
    return Action::decide_loan;
}

} // namespace schulkit
