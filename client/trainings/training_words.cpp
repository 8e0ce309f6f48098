#include "client/trainings/training_words.hpp"

namespace schulkit {

std::string training_route(Id<Training> id) { return "#/fortbildungen/" + to_text(id); }

std::string training_text(ui::Ui const& ui, Training const& training) {
    std::string words = ui.date(training.held_on);
    if (training.place) words += ", " + *training.place;
    if (training.cancelled)
        words += " · " + ui.text("trainings.is_cancelled");
    else if (training.requirement_label)
        words += " · " + *training.requirement_label;
    return words;
}

std::string lines_text(ui::Ui const& ui, std::vector<TrainingSchool> const& schools) {
    std::string words;
    for (TrainingSchool const& school : schools) words.append(words.empty() ? "" : ", ").append(school.school_code + " (" + ui.number(school.people) + ")");
    return words;
}

} // namespace schulkit
