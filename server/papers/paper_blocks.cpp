// A paper's blocks, one below the other.

#include "server/papers/paper_flow.hpp"
#include "server/papers/paper_words.hpp"

#include <algorithm>

namespace schulkit::papers {
namespace {

constexpr TextStyle body_style{.size = 10};
constexpr TextStyle small_style{.size = 8, .ink = muted_ink};
constexpr TextStyle heading_style{.size = 12.5, .bold = true, .ink = accent_ink, .leading = 1.25};
constexpr TextStyle clause_style{.size = 11, .bold = true, .leading = 1.25};
constexpr double mark_width = mm(8), list_mark_width = mm(6), fact_label_width = mm(42);

double least_height(Flow& flow, Block const& block);

class BlocksLayout {
public:
    BlocksLayout(Flow& flow, std::vector<Block> const& blocks) : m_flow{flow}, m_blocks{blocks} {}

    void lay_out() {
        for (m_at = 0; m_at < m_blocks.size(); ++m_at)
            std::visit([this](auto const& block) { put(block); }, m_blocks[m_at]);
    }

private:
    /// A heading, that never stands alone at a page's end.
    void title(std::string const& text, TextStyle const& style, double above, double below) {
        double const own = m_flow.canvas().count_lines(text, style, text_width) * style.line_height();
        double const next = m_at + 1 < m_blocks.size() ? least_height(m_flow, m_blocks[m_at + 1]) : 0;
        m_flow.need(above + own + below + next);
        m_flow.space(above);
        m_flow.flow_text("H2", left_edge, text, style, text_width);
        m_flow.y += below;
    }

    void put(Heading const& heading) { title(heading.text, heading_style, mm(6), mm(1.6)); }

    void put(Clause const& clause) {
        title(clause.mark + (clause.mark.empty() || clause.title.empty() ? "" : "  ") + clause.title, clause_style, mm(4.6),
              mm(1));
    }

    void put(Paragraph const& paragraph) {
        if (paragraph.mark.empty()) {
            m_flow.flow_text("P", left_edge, paragraph.text, body_style, text_width);
        } else {
            m_flow.need(std::min(2, m_flow.canvas().count_lines(paragraph.text, body_style, text_width - mark_width)) *
                        body_style.line_height());
            m_flow.add(OpenOp{"P"});
            m_flow.text_at("Span", left_edge, m_flow.y, paragraph.mark, body_style, mark_width);
            m_flow.flow_text("Span", left_edge + mark_width, paragraph.text, body_style, text_width - mark_width);
            m_flow.add(CloseOp{"P"});
        }
        m_flow.y += mm(1.7);
    }

    void put(List const& list) {
        if (list.items.empty()) return;
        // below a numbered paragraph it stands where that one's words do
        double const indent = is_below_mark() ? mark_width : 0;
        double const x = left_edge + indent + list_mark_width, width = text_width - indent - list_mark_width;
        need_for(list.items.front().text, width);
        m_flow.add(OpenOp{"L"});
        for (ListItem const& item : list.items) {
            need_for(item.text, width);
            m_flow.add(OpenOp{"LI"});
            m_flow.text_at("Lbl", left_edge + indent, m_flow.y, item.mark, body_style, list_mark_width);
            m_flow.flow_text("LBody", x, item.text, body_style, width);
            m_flow.add(CloseOp{"LI"});
            m_flow.y += mm(0.7);
        }
        m_flow.add(CloseOp{"L"});
        m_flow.y += mm(1.2);
    }

    void put(Table const& table) {
        m_flow.space(mm(1.5));
        lay_out_table(m_flow, table);
        m_flow.y += mm(5);
    }

    void put(Facts const& facts) {
        if (facts.facts.empty()) return;
        TextStyle const label{.size = 9, .ink = muted_ink, .leading = body_style.leading * body_style.size / 9};
        double const width = text_width - fact_label_width - mm(3);
        m_flow.space(mm(1.5));
        need_for(facts.facts.front().value, width);
        m_flow.add(OpenOp{"L"});
        for (Labelled const& fact : facts.facts) {
            double const label_height =
                m_flow.canvas().count_lines(fact.label, label, fact_label_width) * label.line_height();
            m_flow.need(std::min(label_height, mm(100)));
            need_for(fact.value, width);
            double const label_end = m_flow.y + label_height;
            int const page = m_flow.pages();
            m_flow.add(OpenOp{"LI"});
            m_flow.text_at("Lbl", left_edge, m_flow.y, fact.label, label, fact_label_width);
            m_flow.flow_text("LBody", left_edge + fact_label_width + mm(3), fact.value, body_style, width);
            m_flow.add(CloseOp{"LI"});
            if (page == m_flow.pages()) m_flow.y = std::max(m_flow.y, label_end);
            m_flow.y += mm(0.8);
        }
        m_flow.add(CloseOp{"L"});
        m_flow.y += mm(3);
    }

    void put(Note const& note) {
        bool const is_attention = note.tone == NoteTone::attention;
        Ink const paper = is_attention ? attention_paper : head_ink, bar = is_attention ? attention_ink : accent_ink;
        auto const behind = [&](double top, double height) {
            m_flow.add(BoxOp{left_edge, top, text_width, height, paper});
            m_flow.add(BoxOp{left_edge, top, 2.4, height, bar});
        };
        auto const padding = [&](double height) {
            behind(m_flow.y, height);
            m_flow.y += height;
        };
        double const x = left_edge + mm(4), width = text_width - mm(8);
        TextStyle const bold{.size = 10, .bold = true, .ink = is_attention ? attention_ink : accent_ink};
        m_flow.space(mm(1.5));
        m_flow.need(mm(3) + 3 * body_style.line_height());
        padding(mm(2));
        m_flow.flow_text("P", x, note.title, bold, width, behind);
        if (note.lines.size() == 1) m_flow.flow_text("P", x, note.lines.front(), body_style, width, behind);
        if (note.lines.size() > 1) {
            m_flow.add(OpenOp{"L"});
            for (std::string const& line : note.lines) {
                m_flow.add(OpenOp{"LI"});
                bool is_first = true;
                m_flow.flow_text("LBody", x + mm(4), line, body_style, width - mm(4), [&](double top, double height) {
                    behind(top, height);
                    if (is_first) dash(x, top + body_style.line_height() * 0.53);
                    is_first = false;
                });
                m_flow.add(CloseOp{"LI"});
            }
            m_flow.add(CloseOp{"L"});
        }
        padding(mm(2));
        m_flow.y += mm(4);
    }

    void put(Signatures const& signatures);

    void dash(double x, double y) { m_flow.add(LineOp{x, y, x + 5, y, 0.8, text_ink}); }

    void need_for(std::string const& text, double width) {
        m_flow.need(std::min(2, m_flow.canvas().count_lines(text, body_style, width)) * body_style.line_height());
    }

    bool is_below_mark() const {
        for (std::size_t i = m_at; i-- > 0;) {
            if (auto const* const paragraph = std::get_if<Paragraph>(&m_blocks[i])) return !paragraph->mark.empty();
            if (!std::holds_alternative<List>(m_blocks[i])) return false;
        }
        return false;
    }

    Flow& m_flow;
    std::vector<Block> const& m_blocks;
    std::size_t m_at = 0;
};

/// A field to sign in, as wide as half the text.
class SignatureField {
public:
    static constexpr double gap = mm(13), width = (text_width - gap) / 2, sign_height = mm(17);

    SignatureField(Flow& flow, Signature const& signature) : m_flow{flow}, m_signature{signature} {}

    double role_height() const { return height_of(m_signature.role, role); }
    double place_height() const { return std::max(height_of(m_signature.place_and_date, body_style), body_style.line_height()); }
    double signer_height() const {
        return height_of(signer(), signer_style()) + height_of(m_signature.function, small_style) + height_of(below(), small_style);
    }

    void lay_out(double x, double role_to, double place_to, double sign_to) {
        double const top = m_flow.y;
        put(x, top, m_signature.role, role);
        double const place = top + role_to + mm(4) + place_to;
        put(x, place - place_height(), m_signature.place_and_date, body_style);
        rule(x, place + 1.5);
        put(x, place + 2.5, std::string{place_and_date_label}, small_style);
        double const line = place + small_style.line_height() + sign_to;
        if (m_signature.signing == Signing::pending)
            put(x, line - mm(8), std::string{signing_words(m_signature)}, {.size = 10, .ink = attention_ink});
        if (m_signature.signing == Signing::drawn) drawn(x, line);
        rule(x, line);
        double y = line + 2.5;
        y += put(x, y, signer(), signer_style());
        y += put(x, y, m_signature.function, small_style);
        put(x, y, below(), small_style);
    }

private:
    static constexpr TextStyle role{.size = 10, .bold = true};

    double height_of(std::string const& text, TextStyle const& style) const {
        return lines_of(text, style) * style.line_height();
    }
    /// Names have 200 characters at most; a field never outgrows its page.
    int lines_of(std::string const& text, TextStyle const& style) const {
        return std::min(m_flow.canvas().count_lines(text, style, width), 12);
    }
    double put(double x, double y, std::string const& text, TextStyle const& style) {
        int const lines = lines_of(text, style);
        if (lines == 0) return 0;
        m_flow.add(OpenOp{"P"});
        m_flow.add(TextOp{x, y, text, style, width, 0, lines});
        m_flow.add(CloseOp{"P"});
        return lines * style.line_height();
    }
    void rule(double x, double y) { m_flow.add(LineOp{x, y, x + width, y, 0.6, text_ink}); }
    std::string signer() const { return signer_line(m_signature); }
    TextStyle signer_style() const { return signer_words(m_signature).empty() ? small_style : body_style; }
    std::string below() const {
        return m_signature.signing == Signing::drawn ? std::string{signing_words(m_signature)} : std::string{};
    }

    void drawn(double x, double line) {
        double const ratio = m_signature.field_ratio > 0.1 && m_signature.field_ratio < 100 ? m_signature.field_ratio : 3;
        double height = sign_height - mm(2), own = height * ratio;
        if (own > width) {
            own = width;
            height = own / ratio;
        }
        m_flow.add(StrokesOp{x, line - height - mm(0.5), own, height, m_signature.strokes});
    }

    Flow& m_flow;
    Signature const& m_signature;
};

void BlocksLayout::put(Signatures const& signatures) {
    m_flow.space(mm(3));
    for (std::size_t i = 0; i < signatures.signatures.size(); i += 2) {
        std::vector<SignatureField> row;
        for (std::size_t j = i; j < std::min(i + 2, signatures.signatures.size()); ++j)
            row.emplace_back(m_flow, signatures.signatures[j]);
        double role = 0, place = 0, signer = 0;
        for (SignatureField const& field : row) {
            role = std::max(role, field.role_height());
            place = std::max(place, field.place_height());
            signer = std::max(signer, field.signer_height());
        }
        double const height = role + mm(4) + place + small_style.line_height() + SignatureField::sign_height + 2.5 + signer;
        m_flow.need(height);
        for (std::size_t j = 0; j < row.size(); ++j)
            row[j].lay_out(left_edge + static_cast<double>(j) * (SignatureField::width + SignatureField::gap), role, place,
                           SignatureField::sign_height);
        m_flow.y += height + mm(8);
    }
}

double least_height(Flow& flow, Block const& block) {
    double const two_lines = 2 * body_style.line_height();
    if (auto const* const table = std::get_if<Table>(&block)) return mm(1.5) + least_table_height(flow, *table);
    if (std::holds_alternative<Signatures>(block)) return mm(62);
    if (std::holds_alternative<Note>(block)) return mm(5) + two_lines + body_style.line_height();
    if (std::holds_alternative<Clause>(block) || std::holds_alternative<Heading>(block)) return mm(8) + two_lines;
    return two_lines;
}

} // namespace

void lay_out_blocks(Flow& flow, std::vector<Block> const& blocks) {
    BlocksLayout{flow, blocks}.lay_out();
}

} // namespace schulkit::papers
