#include "client/tickets/my_reports_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class MyReportsScreen final : public Screen {
public:
    explicit MyReportsScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_my_reports(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_my_reports(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned =
            changes.more || std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
                return change.entity == Schema<Ticket>::name;
            });
        if (concerned) load_my_reports(m_model, m_context.api);
    }
    void refresh() override { load_my_reports(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    MyReportsModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_my_reports_screen(ScreenContext const& context) {
    return std::make_unique<MyReportsScreen>(context);
}

} // namespace schulkit
