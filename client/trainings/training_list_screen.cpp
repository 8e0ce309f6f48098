#include "client/trainings/training_list_screen.hpp"

#include "shared/audit/audit_api.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class TrainingListScreen final : public Screen {
public:
    explicit TrainingListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { refresh(); }
    void draw(ui::Ui& ui) override { draw_trainings(m_trainings, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<Training>::name;
        });
        if (concerned || changes.more) refresh();
    }
    void refresh() override { load_trainings(m_trainings, m_context.api); }

private:
    ScreenContext const& m_context;
    Trainings m_trainings = {};
};

} // namespace

std::unique_ptr<Screen> make_training_list_screen(ScreenContext const& context) {
    return std::make_unique<TrainingListScreen>(context);
}

} // namespace schulkit
