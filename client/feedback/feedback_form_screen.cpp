#include "client/feedback/feedback_form_screen.hpp"

namespace schulkit {
namespace {

class FeedbackFormScreen final : public Screen {
public:
    explicit FeedbackFormScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened || route.path.size() < 4) return; // nothing of it stands in the query
        m_opened = true;
        open_feedback_form(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)}, route.path[3]);
    }
    void draw(ui::Ui& ui) override { draw_feedback_form(m_model, m_context, ui); }
    void refresh() override { retry_feedback_form(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.form.is_open && has_changes(m_model.form); }

private:
    ScreenContext const& m_context;
    FeedbackFormModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_feedback_form_screen(ScreenContext const& context) {
    return std::make_unique<FeedbackFormScreen>(context);
}

} // namespace schulkit
