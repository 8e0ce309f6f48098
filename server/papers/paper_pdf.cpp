#include "server/papers/paper_pdf.hpp"

#include "server/papers/paper_flow.hpp"
#include "server/papers/paper_words.hpp"
#include "server/papers/pdf_language.hpp"

namespace schulkit::papers {
namespace {

constexpr TextStyle edge_style{.size = 8, .ink = muted_ink, .one_line = true};

TextStyle edge(Align align) {
    TextStyle style = edge_style;
    style.align = align;
    return style;
}

class Print {
public:
    Print(PaperCanvas& canvas, Paper const& paper, int pages) : m_canvas{canvas}, m_paper{paper}, m_pages{pages} {}

    void copy(std::vector<Op> const& ops, std::string const& words) {
        m_words = words;
        m_page = 1;
        m_canvas.open("Part");
        surround();
        for (Op const& op : ops) std::visit([this](auto const& one) { draw(one); }, op);
        m_canvas.close("Part");
        m_canvas.turn_page();
    }

    /// The back of a copy's last page, if both sides are printed on: the next copy begins on a leaf of its own.
    void blank_page() {
        m_canvas.text(left_edge, mm(282), "Diese Seite bleibt frei.", edge_style, text_width, 0, 1);
        m_canvas.turn_page();
    }

private:
    void draw(TextOp const& op) { m_canvas.text(op.x, op.y, op.text, op.style, op.width, op.first, op.count); }
    void draw(LineOp const& op) { m_canvas.line(op.x1, op.y1, op.x2, op.y2, op.thickness, op.ink); }
    void draw(BoxOp const& op) { m_canvas.box(op.x, op.y, op.width, op.height, op.ink); }
    void draw(StrokesOp const& op) { m_canvas.strokes(op.x, op.y, op.width, op.height, op.strokes); }
    void draw(QrOp const& op) { m_canvas.qr(op.x, op.y, op.side, op.modules); }
    void draw(OpenOp const& op) { m_canvas.open(op.tag); }
    void draw(CloseOp const& op) { m_canvas.close(op.tag); }
    void draw(LinkOp const& op) { m_canvas.open_link(op.url); }
    void draw(TurnOp const&) {
        m_canvas.turn_page();
        ++m_page;
        surround();
    }

    /// Marks to punch and fold, the running header, the footer.
    void surround() {
        m_canvas.line(mm(6), mm(148.5), mm(11), mm(148.5), 0.3, rule_ink);
        if (m_page == 1) {
            for (double const fold : {105.0, 210.0}) m_canvas.line(mm(6), mm(fold), mm(9), mm(fold), 0.3, rule_ink);
        } else {
            std::string const number = number_words(m_paper);
            std::string const name = m_paper.title + (number.empty() ? "" : " · ") + number;
            m_canvas.text(left_edge, mm(15), name, edge(Align::left), mm(110), 0, 1);
            m_canvas.text(left_edge + mm(115), mm(15), m_paper.letterhead.county, edge(Align::right), text_width - mm(115), 0, 1);
            m_canvas.line(left_edge, mm(20), right_edge, mm(20), 0.4, rule_ink);
        }
        m_canvas.line(left_edge, mm(280.5), right_edge, mm(280.5), 0.4, rule_ink);
        m_canvas.text(left_edge, mm(282), number_words(m_paper), edge(Align::left), mm(50), 0, 1);
        m_canvas.text(left_edge + mm(50), mm(282), m_words, edge(Align::center), text_width - mm(100), 0, 1);
        m_canvas.text(right_edge - mm(50), mm(282), "Seite " + std::to_string(m_page) + " von " + std::to_string(m_pages),
                      edge(Align::right), mm(50), 0, 1);
    }

    PaperCanvas& m_canvas;
    Paper const& m_paper;
    int m_pages;
    int m_page = 1;
    std::string m_words = {};
};

} // namespace

Result<std::string> paper_pdf(Paper const& paper) {
    std::string const number = number_words(paper);
    TRY_ASSIGN(auto const canvas, PaperCanvas::create({.title = paper.title + (number.empty() ? "" : " ") + number,
                                                       .author = paper.letterhead.county,
                                                       .subject = paper.recipient.name,
                                                       .created_at = paper.recorded_at}));
    Flow flow{*canvas};
    TRY(lay_out_front(flow, paper));
    lay_out_blocks(flow, paper.blocks);
    std::vector<Op> const ops = flow.take_ops();

    Print print{*canvas, paper, flow.pages()};
    canvas->open("Document");
    if (paper.copies.empty()) print.copy(ops, {});
    for (std::size_t i = 0; i < paper.copies.size(); ++i) {
        print.copy(ops, paper.copies[i]);
        if (flow.pages() % 2 != 0 && i + 1 < paper.copies.size()) print.blank_page();
    }
    canvas->close("Document");
    TRY_ASSIGN(std::string bytes, canvas->finish());
    return with_language(std::move(bytes));
}

} // namespace schulkit::papers
