#include "client/allocation/allocation_rules_screen.hpp"

namespace schulkit {
namespace {

class AllocationRulesScreen final : public Screen {
public:
    explicit AllocationRulesScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened || route.path.size() < 2) return; // nothing of it stands in the query
        m_opened = true;
        open_allocation_rules(m_model, m_context.api, m_context.me, route.path[1]);
    }
    void draw(ui::Ui& ui) override { draw_allocation_rules(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_allocation_rules_changes(m_model, m_context.api, m_context.me, changes);
    }
    void refresh() override { reload_allocation_rules(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.form.is_open && has_changes(m_model.form); }

private:
    ScreenContext const& m_context;
    AllocationRulesModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_allocation_rules_screen(ScreenContext const& context) {
    return std::make_unique<AllocationRulesScreen>(context);
}

} // namespace schulkit
