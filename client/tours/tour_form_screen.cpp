#include "client/tours/tour_form_screen.hpp"

namespace schulkit {
namespace {

class TourFormScreen final : public Screen {
public:
    explicit TourFormScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // the query says only what a new one begins with
        m_opened = true;
        if (fits("sommer/neu", route))
            open_new_tour_form(m_model, m_context.api, m_context.me, route);
        else
            open_tour_form(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_tour_form(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_tour_form_changes(m_model, m_context.api, m_context.me, changes);
    }
    void refresh() override { retry_tour_form(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.form.is_open && has_changes(m_model.form); }

private:
    ScreenContext const& m_context;
    TourFormModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_tour_form_screen(ScreenContext const& context) {
    return std::make_unique<TourFormScreen>(context);
}

} // namespace schulkit
