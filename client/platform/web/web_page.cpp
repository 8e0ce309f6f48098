#include "client/platform/web/web_page.hpp"

#include "client/platform/web/page_calls.hpp"

namespace schulkit {

WebPage::WebPage(ui::FontFiles fonts)
    : m_frame([fonts](ui::FontChoice choice) { return ui::make_fonts(fonts, choice); }, false) {
    m_frame.on_new_fonts([this] { m_renderer.take_fonts(); });
}

bool WebPage::start() {
    if (!m_renderer.start()) return false;
    m_app = std::make_unique<App>(m_platform, m_frame);
    return true;
}

int WebPage::draw(std::int64_t now_ms) {
    m_input.now_ms = now_ms;
    ui::FrameResult const result = m_frame.draw(m_input, [this](ui::Ui& ui) { m_app->draw(ui); });
    m_renderer.show(m_pixel_width, m_pixel_height, result.ground);
    if (result.tree_changed) {
        if (auto const changes = m_encoder.encode(*result.tree); !changes.empty()) page::publish(changes);
    }
    return result.next_frame_ms;
}

void WebPage::resize(float width, float height, int pixel_width, int pixel_height) {
    m_input.width = width;
    m_input.height = height;
    m_input.dpr = static_cast<float>(pixel_width) / width;
    m_pixel_width = pixel_width;
    m_pixel_height = pixel_height;
    m_renderer.forget_picture();
}

void WebPage::set_appearance(Appearance const& appearance) {
    m_input.look = appearance.look;
    m_input.forced = appearance.forced;
    m_input.text_size = appearance.text_size;
    m_input.reduced_motion = appearance.reduced_motion;
    m_input.coarse = appearance.coarse;
}

} // namespace schulkit
