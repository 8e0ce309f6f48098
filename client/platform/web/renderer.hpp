#pragma once
// WebGL 2 on the page's canvas, by ImGui's own OpenGL backend.

namespace schulkit {

class Renderer {
public:
    /// Makes the context of the element "#canvas"; ImGui's context must be the current one. False: the
    /// browser gives none.
    bool start();
    /// There is a new font atlas (Frame::on_new_fonts); makes the shaders too if they are missing.
    void take_fonts();
    /// The browser has lost the context and given it back empty.
    void restore();
    /// Shows ImGui::GetDrawData(). Sizes in device pixels.
    void show(int pixel_width, int pixel_height);

private:
    bool m_has_objects = false;
};

} // namespace schulkit
