#include "client/kits/kit_form_screen.hpp"

namespace schulkit {
namespace {

class KitFormScreen final : public Screen {
public:
    explicit KitFormScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // what stands in the query is only what it begins with
        m_opened = true;
        if (fits("koffer/neu", route))
            open_new_kit_form(m_model, m_context.api, m_context.me, route.parameter("etikett"));
        else
            open_kit_form(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_kit_form(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_kit_form_changes(m_model, m_context.api, m_context.me, changes);
    }
    void refresh() override { retry_kit_form(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.form.is_open && has_changes(m_model.form); }

private:
    ScreenContext const& m_context;
    KitFormModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_kit_form_screen(ScreenContext const& context) {
    return std::make_unique<KitFormScreen>(context);
}

} // namespace schulkit
