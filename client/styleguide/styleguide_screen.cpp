#include "client/styleguide/styleguide_screen.hpp"

#include "client/styleguide/styleguide_view.hpp"

namespace schulkit {
namespace {

class StyleguideScreen final : public Screen {
public:
    void open(Route const& route) override {
        std::string const& view = route.parameter("ansicht");
        m_model.tab = view.empty() ? "first" : view;
    }
    void draw(ui::Ui& ui) override { draw_styleguide(m_model, ui); }

private:
    StyleguideModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_styleguide_screen(ScreenContext const&) { return std::make_unique<StyleguideScreen>(); }

} // namespace schulkit
