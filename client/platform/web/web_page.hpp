#pragma once
// The client in the page: the application, its frames and what shows them. One for as long as the page lives.

#include "client/app.hpp"
#include "client/platform/web/renderer.hpp"
#include "client/platform/web/tree_encoder.hpp"
#include "client/platform/web/web_platform.hpp"
#include "client/ui/frame.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace schulkit {

/// What the person and the device prefer; web/appearance.mjs.
struct Appearance {
    ui::Look look = ui::Look::light;
    std::optional<ui::SystemColors> forced = std::nullopt;
    float text_size = 1;
    bool reduced_motion = false;
    bool coarse = false; ///< mostly used by finger
};

class WebPage {
public:
    /// The fonts must outlive the page.
    explicit WebPage(ui::FontFiles fonts);

    /// False: there is no WebGL 2. Before everything below.
    bool start();
    /// Milliseconds until the next frame is wanted, 0: at once, -1: when something happens.
    int draw(std::int64_t now_ms);

    /// Sizes of the canvas in CSS and in device pixels.
    void resize(float width, float height, int pixel_width, int pixel_height);
    void set_appearance(Appearance const& appearance);
    void restore_context() { m_renderer.restore(); }
    /// The page is on the screen again. Browsers may drop what hidden pages have drawn.
    void show_again() { m_renderer.forget_picture(); }

    WebPlatform& platform() { return m_platform; }
    ui::Frame& frame() { return m_frame; }
    App& app() { return *m_app; }

private:
    WebPlatform m_platform = {};
    ui::Frame m_frame;
    Renderer m_renderer = {};
    TreeEncoder m_encoder = {};
    std::unique_ptr<App> m_app = nullptr;
    ui::FrameInput m_input = {};
    int m_pixel_width = 0;
    int m_pixel_height = 0;
};

} // namespace schulkit
