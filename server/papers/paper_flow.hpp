#pragma once
// What stands where on a paper's pages. Laid out once, because the footers tell how many pages there are, and then drawn for
// each copy.

#include "server/papers/paper_canvas.hpp"

#include <variant>

namespace schulkit::papers {

constexpr double mm(double millimetres) { return millimetres * 72 / 25.4; }

/// After DIN 5008, form B: room to punch at the left, the address where an envelope's window is.
inline constexpr double left_edge = mm(25), right_edge = mm(190), text_width = right_edge - left_edge;
inline constexpr double next_page_top = mm(28), text_bottom = mm(274);

inline constexpr Ink text_ink{0.1, 0.11, 0.13}, muted_ink{0.36, 0.38, 0.42}, accent_ink{0.07, 0.25, 0.41},
    rule_ink{0.78, 0.8, 0.83}, head_ink{0.915, 0.93, 0.95}, attention_ink{0.7, 0.33, 0.02}, attention_paper{0.995, 0.955, 0.9};

struct TextOp {
    double x, y;
    std::string text;
    TextStyle style;
    double width;
    int first, count;
};
struct LineOp {
    double x1, y1, x2, y2, thickness;
    Ink ink;
};
struct BoxOp {
    double x, y, width, height;
    Ink ink;
};
struct StrokesOp {
    double x, y, width, height;
    std::vector<std::vector<Point>> strokes;
};
struct QrOp {
    double x, y, side;
    std::vector<std::vector<bool>> modules;
};
struct OpenOp {
    char const* tag;
};
struct LinkOp {
    std::string url;
};
struct CloseOp {
    char const* tag;
};
/// The next page; only where the innermost open tag holds others, so that headers and footers belong to none.
struct TurnOp {};
using Op = std::variant<TextOp, LineOp, BoxOp, StrokesOp, QrOp, OpenOp, LinkOp, CloseOp, TurnOp>;

class Flow {
public:
    explicit Flow(PaperCanvas& canvas) : m_canvas{canvas} {}

    PaperCanvas& canvas() { return m_canvas; }
    double y = 0; ///< where the next thing comes
    int pages() const { return m_pages; }
    std::vector<Op> take_ops() { return std::move(m_ops); }

    void add(Op op) { m_ops.push_back(std::move(op)); }
    void turn();
    double room() const { return text_bottom - y; }
    bool is_at_top() const { return m_pages > 1 && y <= next_page_top; }
    /// Turns the page if so much does not fit; what fits on no page begins at the top of one.
    void need(double height);
    /// Space before what comes next; none at the top of a page.
    void space(double height);

    /// All of it, here; comes back with its height.
    double text_at(char const* tag, double x, double top, std::string const& text, TextStyle const& style, double width);
    /// Below each other, over as many pages as it takes, never a single line alone. `behind` draws what lies under the lines.
    template <class Behind>
    void flow_text(char const* tag, double x, std::string const& text, TextStyle const& style, double width,
                   Behind const& behind) {
        int const lines = m_canvas.count_lines(text, style, width);
        if (lines == 0) return;
        add(OpenOp{tag});
        bool is_whole = true;
        for (int done = 0; done < lines;) {
            int const now = lines_here(lines - done, style.line_height(), done == 0);
            if (now == 0) {
                turn();
                continue;
            }
            is_whole = is_whole && now == lines;
            behind(y, now * style.line_height());
            if (!is_whole) add(OpenOp{"Span"});
            add(TextOp{x, y, text, style, width, done, now});
            if (!is_whole) add(CloseOp{"Span"});
            y += now * style.line_height();
            done += now;
            if (done < lines) turn();
        }
        add(CloseOp{tag});
    }
    void flow_text(char const* tag, double x, std::string const& text, TextStyle const& style, double width) {
        flow_text(tag, x, text, style, width, [](double, double) {});
    }

private:
    /// How many of the lines left to put here; none: the page is to be turned first.
    int lines_here(int left, double line_height, bool is_first) const;

    PaperCanvas& m_canvas;
    std::vector<Op> m_ops = {};
    int m_pages = 1;
};

/// paper_front.cpp: letterhead, recipient, references, title; then y is where the blocks begin.
Result<Done> lay_out_front(Flow& flow, Paper const& paper);
/// paper_blocks.cpp
void lay_out_blocks(Flow& flow, std::vector<Block> const& blocks);
/// paper_table.cpp
void lay_out_table(Flow& flow, Table const& table);
/// So much of it has to stand below its heading.
double least_table_height(Flow& flow, Table const& table);

} // namespace schulkit::papers
