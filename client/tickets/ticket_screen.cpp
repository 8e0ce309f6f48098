#include "client/tickets/ticket_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class TicketScreen final : public Screen {
public:
    explicit TicketScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        Id<Ticket> const id{number_at(route, 1).value_or(0)};
        if (!id) m_model.ticket.take(fail(ErrorKind::not_found, "not_found")); // "#/tickets/abc"
        if (id == m_model.id) return;
        open_ticket(m_model, m_context.api, id, m_context.me);
    }
    void draw(ui::Ui& ui) override { draw_ticket(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned =
            changes.more || std::any_of(changes.items.begin(), changes.items.end(),
                                        [this](Change const& change) { return concerns(change); });
        if (concerned) refresh();
    }
    void refresh() override { load_ticket(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.unsaved(); }

private:
    bool concerns(Change const& change) const {
        if (change.entity == Schema<Ticket>::name) return change.entity_id == m_model.id.value;
        Ticket const* ticket = m_model.ticket.value();
        return change.entity == Schema<Asset>::name && ticket && change.entity_id == ticket->asset_id.value;
    }

    ScreenContext const& m_context;
    TicketModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_ticket_screen(ScreenContext const& context) {
    return std::make_unique<TicketScreen>(context);
}

} // namespace schulkit
