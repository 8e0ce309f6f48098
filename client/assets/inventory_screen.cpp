#include "client/assets/inventory_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class InventoryScreen final : public Screen {
public:
    explicit InventoryScreen(ScreenContext const& context) : m_context{context} {}
    ~InventoryScreen() override {
        if (unsaved()) m_context.toast(m_model.bulk.left);
    }

    void open(Route const& route) override { open_inventory(m_model, m_context.api, search_of(route)); }
    void draw(ui::Ui& ui) override { draw_inventory(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned =
            std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
                return change.entity == Schema<Asset>::name || change.entity == Schema<School>::name;
            });
        if (concerned) refresh();
    }
    void refresh() override { reload_inventory(m_model, m_context.api); }
    bool unsaved() const override { return !m_model.bulk.waiting.empty(); }

private:
    ScreenContext const& m_context;
    InventoryModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_inventory_screen(ScreenContext const& context) {
    return std::make_unique<InventoryScreen>(context);
}

} // namespace schulkit
