#include "client/appearance/appearance_screen.hpp"

namespace schulkit {
namespace {

class AppearanceScreen final : public Screen {
public:
    explicit AppearanceScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override {}
    void draw(ui::Ui& ui) override {
        AppearanceModel const before = read_appearance(m_context.api.platform());
        AppearanceModel now = before;
        draw_appearance(now, m_context, ui);
        store_appearance(before, now, m_context.api.platform());
    }

private:
    ScreenContext const& m_context;
};

} // namespace

std::unique_ptr<Screen> make_appearance_screen(ScreenContext const& context) {
    return std::make_unique<AppearanceScreen>(context);
}

} // namespace schulkit
