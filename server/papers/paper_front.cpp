// The first page down to the paper's title: a letter after DIN 5008, form B.

#include "server/papers/paper_flow.hpp"
#include "server/papers/paper_words.hpp"

#include <algorithm>

namespace schulkit::papers {
namespace {

constexpr double side_left = mm(125), side_width = right_edge - side_left, side_label = mm(23);
constexpr double qr_side = mm(21), side_end = mm(120);

double lay_out_letterhead(Flow& flow, Letterhead const& letterhead) {
    double left = mm(15), right = mm(15.6);
    left += flow.text_at("P", left_edge, left, letterhead.county, {.size = 16, .bold = true, .ink = accent_ink, .leading = 1.2},
                         side_left - left_edge - mm(5));
    left += flow.text_at("P", left_edge, left + 1, letterhead.department, {.size = 10, .ink = muted_ink},
                         side_left - left_edge - mm(5));
    TextStyle const small{.size = 8, .ink = muted_ink, .leading = 1.3};
    for (std::vector<std::string> const* lines : {&letterhead.address, &letterhead.contact})
        for (std::string const& line : *lines) right += flow.text_at("P", side_left, right, line, small, side_width);
    double const rule = std::max({left + mm(3), right + mm(2.5), mm(34)});
    flow.add(LineOp{left_edge, rule, right_edge, rule, 0.5, rule_ink});
    flow.add(LineOp{left_edge, rule, left_edge + mm(24), rule, 2.2, accent_ink});
    return rule;
}

double lay_out_recipient(Flow& flow, Paper const& paper, double top) {
    if (paper.recipient.name.empty() && paper.recipient.address.empty()) return top;
    // printed for the envelope's window; the letterhead has told it already
    TextStyle const sender{.size = 6.5, .ink = muted_ink, .one_line = true};
    if (std::string const words = sender_words(paper.letterhead); !words.empty()) {
        flow.add(TextOp{left_edge, top + mm(12), words, sender, mm(80), 0, 1});
        flow.add(LineOp{left_edge, top + mm(15.6), left_edge + mm(80), top + mm(15.6), 0.3, rule_ink});
    }
    double y = top + mm(17.7);
    TextStyle const style{.size = 10.5, .leading = 1.25};
    y += flow.text_at("P", left_edge, y, paper.recipient.name, style, mm(80));
    for (std::string const& line : paper.recipient.address) y += flow.text_at("P", left_edge, y, line, style, mm(80));
    return y;
}

/// Those that the side has no room for come into `left_over`.
double lay_out_references(Flow& flow, Paper const& paper, double top, Facts& left_over) {
    TextStyle const label{.size = 8, .ink = muted_ink, .leading = 1.7};
    TextStyle const value{.size = 9.5, .leading = 1.3};
    double y = top + mm(5);
    flow.add(OpenOp{"L"});
    bool is_full = false;
    for (Labelled const& reference : all_references(paper)) {
        int const lines = flow.canvas().count_lines(reference.value, value, side_width - side_label);
        is_full = is_full || (y > top + mm(5) && y + lines * value.line_height() > side_end);
        if (is_full) {
            left_over.facts.push_back(reference);
            continue;
        }
        flow.add(OpenOp{"LI"});
        double const left = flow.text_at("Lbl", side_left, y, reference.label, label, side_label);
        double const right =
            flow.text_at("LBody", side_left + side_label, y + 0.3, reference.value, value, side_width - side_label);
        flow.add(CloseOp{"LI"});
        y += std::max(left, right) + mm(0.6);
    }
    flow.add(CloseOp{"L"});
    return y;
}

Result<double> lay_out_target(Flow& flow, Target const& target, double top) {
    if (target.url.empty()) return top;
    TRY_ASSIGN(auto modules, PaperCanvas::qr_of(printable(target.url)));
    top += mm(2);
    double const width = side_width - qr_side - mm(4);
    double y = top;
    y += flow.text_at("P", side_left, y, target.words, {.size = 8, .leading = 1.25}, width) + mm(0.8);
    TextStyle const small{.size = 6.5, .ink = accent_ink, .leading = 1.25};
    flow.add(OpenOp{"P"});
    flow.add(LinkOp{target.url});
    int const lines = flow.canvas().count_lines(target.url, small, width);
    flow.add(TextOp{side_left, y, target.url, small, width, 0, lines});
    flow.add(CloseOp{"Link"});
    flow.add(CloseOp{"P"});
    y += lines * small.line_height();
    flow.add(QrOp{right_edge - qr_side, top + mm(0.6), qr_side, std::move(modules)});
    return std::max(y, top + qr_side + mm(1));
}

} // namespace

Result<Done> lay_out_front(Flow& flow, Paper const& paper) {
    double const rule = lay_out_letterhead(flow, paper.letterhead);
    double const fields = std::max(mm(45), rule + mm(4));
    double const recipient = lay_out_recipient(flow, paper, fields);
    Facts left_over;
    double const references = lay_out_references(flow, paper, fields, left_over);
    TRY_ASSIGN(double const target, lay_out_target(flow, paper.target, references));
    flow.y = std::max({mm(98.5), recipient + mm(8), target + mm(5)});
    flow.need(mm(40));
    flow.flow_text("H1", left_edge, paper.title, {.size = 19, .bold = true, .ink = accent_ink, .leading = 1.2}, text_width);
    if (std::string const number = number_words(paper); !number.empty()) {
        flow.y += 1;
        flow.flow_text("P", left_edge, number, {.size = 10.5, .ink = muted_ink}, text_width);
    }
    flow.space(mm(5));
    lay_out_blocks(flow, {left_over});
    return Done{};
}

} // namespace schulkit::papers
