#pragma once
// Draws frames: the one driver that the page and the headless tests share. A platform hands in what
// happened (pointer, wheel, acts), calls draw(), renders ImGui::GetDrawData(), publishes the tree, and draws
// again when the result says so. Nothing is drawn unasked.

#include "client/ui/content.hpp"
#include "client/ui/fonts.hpp"
#include "client/ui/scroll.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/tree.hpp"
#include "client/ui/ui.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

struct FrameInput {
    float width = 1280; ///< CSS px
    float height = 800;
    float dpr = 1; ///< device pixels per CSS px
    std::int64_t now_ms = 0; ///< monotonic
    Look look = Look::light;
    std::optional<SystemColors> forced = std::nullopt; ///< forced colours: these instead of the look's
    float text_size = 1;       ///< factor on the sizes of type: 1 to 2
    bool reduced_motion = false;
    bool coarse = false; ///< mostly used by finger: larger targets, also where there is room
    bool operator==(FrameInput const&) const = default;
};

struct FrameResult {
    Tree const* tree = nullptr; ///< until the next draw()
    bool tree_changed = false;
    std::uint32_t ground = 0; ///< 0xRRGGBB, what the picture is drawn on: wiping with it costs less than a rectangle
    int next_frame_ms = -1; ///< draw again after that time; 0: at once; -1: when something happens
};

enum class PointerKind : std::uint8_t { down, move, up, cancel, leave };

struct PointerEvent {
    PointerKind kind = PointerKind::move;
    float x = 0; ///< CSS px from the canvas' upper left corner
    float y = 0;
    std::int64_t now_ms = 0;
    bool touch = false; ///< a finger or pen; mouse else. Only the primary pointer, the main button.
};

class Frame {
public:
    /// checks: problems() are looked for in every picture, which costs time.
    explicit Frame(FontSource fonts, bool checks = true);
    ~Frame();
    Frame(Frame const&) = delete;
    Frame& operator=(Frame const&) = delete;

    /// `upload` is called inside draw(), before anything is drawn, whenever there is a new font atlas
    /// (ImGui::GetIO().Fonts; first frame, other pixel ratio): make the texture from
    /// GetTexDataAsRGBA32() and SetTexID(). Do not let a renderer ask the atlas earlier: ImGui would build
    /// one with its own font.
    void on_new_fonts(std::function<void()> upload);

    /// language: BCP 47; json: shared/strings/<language>.json.
    void set_language(std::string_view language, std::string_view json);

    // --- what happened; each asks for a frame ---
    void pointer(PointerEvent const& event);
    /// Mouse wheel in CSS px, downwards positive (DOM's deltaY in pixels).
    void wheel(float x, float y, float delta_x, float delta_y);
    /// The Escape key.
    void escape();
    void act(Act act);

    /// One picture. `draw` may be called more than once, so that sizes that were learnt while drawing are
    /// already right in it; what it does on an activated button happens once.
    FrameResult draw(FrameInput const& input, Callable<void(Ui&)> draw);

    Ui& ui();
    Tree const& tree() const;

    /// What is wrong with the screen as drawn last, in words for the programmer: duplicate keys, controls
    /// without a name, ImGui items without a node, missing texts, failed ImGui assertions. Tests demand none.
    std::vector<std::string> const& problems() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace schulkit::ui
