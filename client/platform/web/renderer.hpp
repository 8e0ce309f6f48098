#pragma once
// Shows ImGui's pictures by WebGL 2. ImGui's own OpenGL backend is not used: it asks for the state of the context in
// every frame, and each such question makes the browser wait for the graphics process (measured: 200 of 205 ms of a
// frame with software rendering). Here nobody else draws, so the state is set once.

#include <cstddef>
#include <cstdint>
#include <vector>

struct ImDrawList;

namespace schulkit {

class Renderer {
public:
    /// Makes the context of the element "#canvas"; ImGui's context must be the current one. False: the
    /// browser gives none.
    bool start();
    /// There is a new font atlas (Frame::on_new_fonts).
    void take_fonts();
    /// The browser has lost the context and given it back empty.
    void restore();
    /// What was drawn last may have gone from the canvas: draw, whatever it was.
    void forget_picture() { m_shown.clear(); }
    /// Shows ImGui::GetDrawData() on a ground of one colour (0xRRGGBB). Sizes in device pixels. A picture that is on
    /// the canvas already is not drawn again: two of five frames only find out that an event has changed nothing,
    /// and the browser takes far longer to show a picture than the widgets to make it.
    void show(int pixel_width, int pixel_height, std::uint32_t ground);

private:
    bool make_objects();
    /// False: it is taken for shown from now on.
    bool is_shown(std::uint32_t ground);
    void show_list(ImDrawList const& list, float scale_x, float scale_y, int pixel_height);

    std::uint32_t m_vertices = 0;
    std::uint32_t m_indices = 0;
    std::uint32_t m_fonts = 0;
    int m_scale_place = -1; ///< of the shader's uniform
    std::vector<std::byte> m_shown; ///< what the picture on the canvas is made of; empty: there is none
    std::vector<std::byte> m_wanted;
};

} // namespace schulkit
