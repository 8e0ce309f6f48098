#include "client/assets/device_form_screen.hpp"

namespace schulkit {
namespace {

class DeviceFormScreen final : public Screen {
public:
    explicit DeviceFormScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // what stands in the query is only what it begins with
        m_opened = true;
        if (fits("geraete/neu", route))
            open_new_device_form(m_model, m_context.api, m_context.me, route.parameter("etikett"));
        else
            open_device_form(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_device_form(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_form_changes(m_model, m_context.api, changes); }
    void refresh() override { retry_device_form(m_model, m_context.api); }
    bool unsaved() const override { return has_changes(m_model); }

private:
    ScreenContext const& m_context;
    DeviceFormModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_device_form_screen(ScreenContext const& context) {
    return std::make_unique<DeviceFormScreen>(context);
}

} // namespace schulkit
