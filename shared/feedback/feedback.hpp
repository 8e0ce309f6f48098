#pragma once
// What a school says of a kit after it had it: the point of lending is to avoid bad purchases.

#include "shared/loans/loan.hpp"

namespace schulkit {

enum class FeedbackUse : std::uint8_t { lessons, projects, language, support, exams, training, other };

template <>
struct EnumWords<FeedbackUse> {
    static constexpr std::array values = {
        std::pair{FeedbackUse::lessons, std::string_view{"lessons"}},   std::pair{FeedbackUse::projects, std::string_view{"projects"}},
        std::pair{FeedbackUse::language, std::string_view{"language"}}, std::pair{FeedbackUse::support, std::string_view{"support"}},
        std::pair{FeedbackUse::exams, std::string_view{"exams"}},       std::pair{FeedbackUse::training, std::string_view{"training"}},
        std::pair{FeedbackUse::other, std::string_view{"other"}}};
};

enum class FeedbackFrequency : std::uint8_t { daily, weekly, monthly, rarely, never };

template <>
struct EnumWords<FeedbackFrequency> {
    static constexpr std::array values = {std::pair{FeedbackFrequency::daily, std::string_view{"daily"}},
                                          std::pair{FeedbackFrequency::weekly, std::string_view{"weekly"}},
                                          std::pair{FeedbackFrequency::monthly, std::string_view{"monthly"}},
                                          std::pair{FeedbackFrequency::rarely, std::string_view{"rarely"}},
                                          std::pair{FeedbackFrequency::never, std::string_view{"never"}}};
};

enum class FeedbackHindrance : std::uint8_t { nothing, wlan, charging, apps, accounts, defects, knowledge, sharing, other };

template <>
struct EnumWords<FeedbackHindrance> {
    static constexpr std::array values = {std::pair{FeedbackHindrance::nothing, std::string_view{"nothing"}},
                                          std::pair{FeedbackHindrance::wlan, std::string_view{"wlan"}},
                                          std::pair{FeedbackHindrance::charging, std::string_view{"charging"}},
                                          std::pair{FeedbackHindrance::apps, std::string_view{"apps"}},
                                          std::pair{FeedbackHindrance::accounts, std::string_view{"accounts"}},
                                          std::pair{FeedbackHindrance::defects, std::string_view{"defects"}},
                                          std::pair{FeedbackHindrance::knowledge, std::string_view{"knowledge"}},
                                          std::pair{FeedbackHindrance::sharing, std::string_view{"sharing"}},
                                          std::pair{FeedbackHindrance::other, std::string_view{"other"}}};
};

enum class FeedbackAgain : std::uint8_t { yes, no };

template <>
struct EnumWords<FeedbackAgain> {
    static constexpr std::array values = {std::pair{FeedbackAgain::yes, std::string_view{"yes"}},
                                          std::pair{FeedbackAgain::no, std::string_view{"no"}}};
};

/// Of one loan in one school year. Who gave it is known to the log only.
struct Feedback {
    Id<Loan> loan_id = {}; ///< 0 for other schools, who see neither kit nor loan
    std::string school_year = {};
    std::string school_code = {};
    std::string school_name = {};
    Id<KitType> kit_type_id = {};
    std::string kit_type_name = {};
    std::optional<FeedbackUse> main_use = std::nullopt;
    std::optional<std::string> use_words = std::nullopt;
    std::optional<FeedbackFrequency> frequency = std::nullopt;
    std::optional<FeedbackHindrance> hindrance = std::nullopt;
    std::optional<std::string> hindrance_words = std::nullopt;
    std::optional<FeedbackAgain> again = std::nullopt; ///< would ask for such a kit again
    bool released = false; ///< other schools may read it
    std::optional<Date> given_on = std::nullopt;
    std::int64_t version = 0; ///< 0: not given yet
    bool operator==(Feedback const&) const = default;
};

template <>
struct Schema<Feedback> {
    static constexpr std::string_view name = "feedback";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr Rules words = {.erasable = true, .multiline = true, .max_length = 1000};
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &Feedback::loan_id, {.read_only = true}),
        field("school_year", "loan.school_year", &Feedback::school_year, {.read_only = true}),
        field("school_code", "loan.school_code", &Feedback::school_code, derived),
        field("school_name", "loan.school_id", &Feedback::school_name, derived),
        field("kit_type_id", "loan.kit_type_id", &Feedback::kit_type_id, derived),
        field("kit_type_name", "loan.kit_type_id", &Feedback::kit_type_name, derived),
        field("main_use", "feedback.main_use", &Feedback::main_use, {.required = true}),
        field("use_words", "feedback.use_words", &Feedback::use_words, words),
        field("frequency", "feedback.frequency", &Feedback::frequency, {.required = true}),
        field("hindrance", "feedback.hindrance", &Feedback::hindrance, {.required = true}),
        field("hindrance_words", "feedback.hindrance_words", &Feedback::hindrance_words, words),
        field("again", "feedback.again", &Feedback::again, {.required = true}),
        field("released", "feedback.released", &Feedback::released),
        field("given_on", "feedback.given_on", &Feedback::given_on, {.read_only = true}),
        field("version", "", &Feedback::version, {.read_only = true})};
};

struct FeedbackCount {
    std::string word = {}; ///< of its enumeration
    std::int64_t count = 0;
    bool operator==(FeedbackCount const&) const = default;
};

template <>
struct Schema<FeedbackCount> {
    static constexpr std::string_view name = "feedback_count";
    static constexpr auto fields = std::tuple{field("word", "", &FeedbackCount::word), field("count", "", &FeedbackCount::count)};
};

/// What the schools said of a kit type in a school year.
struct FeedbackSummary {
    Id<KitType> kit_type_id = {};
    std::string kit_type_name = {};
    std::string school_year = {};
    std::int64_t loans = 0; ///< that could be answered for
    std::int64_t answers = 0;
    std::int64_t again = 0;
    std::vector<FeedbackCount> uses = {}; ///< those that were named, the most frequent first
    std::vector<FeedbackCount> frequencies = {};
    std::vector<FeedbackCount> hindrances = {};
    bool operator==(FeedbackSummary const&) const = default;
};

template <>
struct Schema<FeedbackSummary> {
    static constexpr std::string_view name = "feedback_summary";
    static constexpr auto fields = std::tuple{
        field("kit_type_id", "loan.kit_type_id", &FeedbackSummary::kit_type_id),
        field("kit_type_name", "loan.kit_type_id", &FeedbackSummary::kit_type_name),
        field("school_year", "loan.school_year", &FeedbackSummary::school_year),
        field("loans", "feedback.loans", &FeedbackSummary::loans), field("answers", "feedback.answers", &FeedbackSummary::answers),
        field("again", "feedback.again", &FeedbackSummary::again), field("uses", "feedback.main_use", &FeedbackSummary::uses),
        field("frequencies", "feedback.frequency", &FeedbackSummary::frequencies),
        field("hindrances", "feedback.hindrance", &FeedbackSummary::hindrances)};
};

} // namespace schulkit
