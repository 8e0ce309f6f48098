#include "client/assets/code_screen.hpp"

namespace schulkit {
namespace {

class CodeScreen final : public Screen {
public:
    explicit CodeScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (route.path.size() > 1) look(route.path[1]);
    }
    void draw(ui::Ui& ui) override {
        if (draw_code(m_model, m_context, ui)) look(m_model.code);
    }
    void refresh() override {
        if (m_model.found.error() != nullptr) look(m_model.code);
    }

private:
    void look(std::string code) {
        look_up(m_model, m_context.api, std::move(code),
                [this](std::string const& route) { m_context.go(route, HistoryMode::replace); });
    }

    ScreenContext const& m_context;
    CodeModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_code_screen(ScreenContext const& context) {
    return std::make_unique<CodeScreen>(context);
}

} // namespace schulkit
