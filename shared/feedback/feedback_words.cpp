#include "shared/feedback/feedback_words.hpp"

namespace schulkit {
namespace {

template <class E> std::string chosen_text(Strings const& strings, std::string_view label, std::optional<E> const& chosen) {
    if (!chosen) return {};
    std::string key{label};
    key += '.';
    key += word_of(*chosen);
    return strings.get(key);
}

} // namespace

std::string feedback_text(Strings const& strings, Feedback const& feedback) {
    std::string words = strings.get("feedback.used", {{"use", chosen_text(strings, "feedback.main_use", feedback.main_use)},
                                                      {"frequency", chosen_text(strings, "feedback.frequency", feedback.frequency)}});
    if (feedback.use_words) words.append("\n").append(*feedback.use_words);
    words.append("\n").append(
        strings.get("feedback.hindered", {{"hindrance", chosen_text(strings, "feedback.hindrance", feedback.hindrance)}}));
    if (feedback.hindrance_words) words.append("\n").append(*feedback.hindrance_words);
    words.append("\n").append(strings.get(feedback.again == FeedbackAgain::yes ? "feedback.wants_again" : "feedback.wants_no_more"));
    return words;
}

} // namespace schulkit
