#include "client/assets/device_screen.hpp"

namespace schulkit {
namespace {

class DeviceScreen final : public Screen {
public:
    explicit DeviceScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        open_device(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_device(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_device_changes(m_model, m_context.api, m_context.me, changes);
    }
    void refresh() override { reload_device(m_model, m_context.api, m_context.me); }

private:
    ScreenContext const& m_context;
    DeviceModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_device_screen(ScreenContext const& context) {
    return std::make_unique<DeviceScreen>(context);
}

} // namespace schulkit
