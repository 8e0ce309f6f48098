#include "client/tours/summer_screen.hpp"

namespace schulkit {
namespace {

class SummerScreen final : public Screen {
public:
    explicit SummerScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_summer(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_summer(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_summer_changes(m_model, m_context.api, changes); }
    void refresh() override { load_summer(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    SummerModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_summer_screen(ScreenContext const& context) { return std::make_unique<SummerScreen>(context); }

} // namespace schulkit
