#include "client/tours/tour_screen.hpp"

namespace schulkit {
namespace {

class TourScreen final : public Screen {
public:
    explicit TourScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        open_tour(m_model, m_context.api, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_tour(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_tour_changes(m_model, m_context.api, changes); }
    void refresh() override { reload_tour(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    TourPageModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_tour_screen(ScreenContext const& context) { return std::make_unique<TourScreen>(context); }

} // namespace schulkit
