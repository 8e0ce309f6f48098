#include "client/home/home_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class HomeScreen final : public Screen {
public:
    explicit HomeScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { refresh(); }
    void draw(ui::Ui& ui) override { draw_home(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned =
            changes.more || std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
                return change.entity == Schema<Ticket>::name || change.entity == Schema<Asset>::name;
            });
        if (concerned) refresh();
    }
    void refresh() override { load_home(m_model, m_context.api, m_context.me); }

private:
    ScreenContext const& m_context;
    HomeModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_home_screen(ScreenContext const& context) {
    return std::make_unique<HomeScreen>(context);
}

} // namespace schulkit
