#include "server/papers/paper_flow.hpp"

#include <algorithm>

namespace schulkit::papers {

void Flow::turn() {
    add(TurnOp{});
    ++m_pages;
    y = next_page_top;
}

void Flow::need(double height) {
    if (height > room() && !is_at_top()) turn();
}

void Flow::space(double height) {
    if (!is_at_top()) y += height;
}

double Flow::text_at(char const* tag, double x, double top, std::string const& text, TextStyle const& style,
                     double width) {
    int const lines = m_canvas.count_lines(text, style, width);
    if (lines == 0) return 0;
    add(OpenOp{tag});
    add(TextOp{x, top, text, style, width, 0, lines});
    add(CloseOp{tag});
    return lines * style.line_height();
}

int Flow::lines_here(int left, double line_height, bool is_first) const {
    int const fit = static_cast<int>((room() + 0.01) / line_height);
    if (fit >= left) return left;
    int const now = left - fit < 2 ? fit - 1 : fit; // not one line alone on the next page
    if (now >= (is_first ? 2 : 1)) return now;
    return is_at_top() ? std::max(fit, 1) : 0;
}

} // namespace schulkit::papers
