#include "client/kits/kit_list_screen.hpp"

#include "shared/tickets/ticket.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class KitListScreen final : public Screen {
public:
    explicit KitListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_kits(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_kits(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<Kit>::name || change.entity == Schema<Ticket>::name ||
                   change.entity == Schema<Asset>::name;
        });
        if (concerned || changes.more) load_kits(m_model, m_context.api);
    }
    void refresh() override { load_kits(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    KitListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_kit_list_screen(ScreenContext const& context) {
    return std::make_unique<KitListScreen>(context);
}

} // namespace schulkit
