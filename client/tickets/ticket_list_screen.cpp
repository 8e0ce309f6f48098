#include "client/tickets/ticket_list_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class TicketListScreen final : public Screen {
public:
    explicit TicketListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_list(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_ticket_list(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned =
            changes.more || std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
                return change.entity == Schema<Ticket>::name || change.entity == Schema<Asset>::name;
            });
        if (concerned) load_tickets(m_model, m_context.api);
    }
    void refresh() override { load_tickets(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    TicketListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_ticket_list_screen(ScreenContext const& context) {
    return std::make_unique<TicketListScreen>(context);
}

} // namespace schulkit
