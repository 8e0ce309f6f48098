#include "client/appearance/appearance_screen.hpp"

namespace schulkit {
namespace {

class AppearanceScreen final : public Screen {
public:
    explicit AppearanceScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { m_model = read_appearance(m_context.api.platform()); }
    void draw(ui::Ui& ui) override { draw_appearance(m_model, m_context, ui); }

private:
    ScreenContext const& m_context;
    AppearanceModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_appearance_screen(ScreenContext const& context) {
    return std::make_unique<AppearanceScreen>(context);
}

} // namespace schulkit
