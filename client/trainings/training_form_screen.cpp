#include "client/trainings/training_form_screen.hpp"

namespace schulkit {
namespace {

class TrainingFormScreen final : public Screen {
public:
    explicit TrainingFormScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        if (fits("fortbildungen/neu", route))
            open_new_training_form(m_model, m_context.api, m_context.me);
        else
            open_training_form(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_training_form(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_training_changes(m_model, m_context.api, m_context.me, changes);
    }
    void refresh() override { retry_training_form(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.form.is_open && has_changes(m_model.form); }

private:
    ScreenContext const& m_context;
    TrainingFormModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_training_form_screen(ScreenContext const& context) {
    return std::make_unique<TrainingFormScreen>(context);
}

} // namespace schulkit
