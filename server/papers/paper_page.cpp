#include "server/papers/paper_page.hpp"

#include "server/papers/paper_words.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::papers {
namespace {

using plain::all;
using plain::el;
using plain::Html;

/// Line ends of what was typed stay.
Html words_of(std::string_view text) {
    std::string const clean = printable(text);
    Html made;
    for (std::size_t at = 0;;) {
        std::size_t const end = clean.find('\n', at);
        made += Html{std::string_view{clean}.substr(at, end == clean.npos ? end : end - at)};
        if (end == clean.npos) return made;
        made += el("br", {});
        at = end + 1;
    }
}

/// Nothing for no words.
Html p(char const* name, std::string_view text) {
    return text.empty() ? Html{} : el("p", {{"class", name}}, words_of(text));
}

Html facts_list(char const* name, std::vector<Labelled> const& facts) {
    Html rows;
    for (Labelled const& fact : facts)
        rows += el("div", {}, el("dt", {}, words_of(fact.label)), " ", el("dd", {}, words_of(fact.value)));
    return el("dl", {{"class", name}}, rows);
}

/// Its place in the text is told by words already: an image without a name of its own.
Html drawn(Signature const& signature) {
    double const ratio = signature.field_ratio > 0.1 && signature.field_ratio < 100 ? signature.field_ratio : 3;
    auto const part = [](double of_whole, double whole) {
        double const inside = std::isfinite(of_whole) ? std::min(std::max(of_whole, 0.0), 1.0) : 0.0;
        return std::to_string(static_cast<int>(std::lround(inside * whole)));
    };
    Html lines;
    for (auto const& stroke : signature.strokes) {
        std::string points;
        for (Point const& point : stroke) points += part(point.x, 1000 * ratio) + ',' + part(point.y, 1000) + ' ';
        lines += el("polyline", {{"points", points}});
    }
    std::string const box = "0 0 " + std::to_string(static_cast<int>(std::lround(1000 * ratio))) + " 1000";
    return el("svg", {{"class", "paper-strokes"}, {"viewBox", box}, {"aria-hidden", "true"}}, lines);
}

struct BlockHtml {
    Html operator()(Heading const& heading) const { return el("h2", {}, words_of(heading.text)); }

    Html operator()(Clause const& clause) const {
        return el("h2", {{"class", "clause"}}, words_of(clause.mark), " ", words_of(clause.title));
    }

    Html operator()(Paragraph const& paragraph) const {
        if (paragraph.mark.empty()) return el("p", {}, words_of(paragraph.text));
        return el("p", {{"class", "marked"}}, el("span", {}, words_of(paragraph.mark)), " ", words_of(paragraph.text));
    }

    Html operator()(List const& list) const {
        Html items;
        for (ListItem const& item : list.items)
            items += el("li", {}, el("span", {}, words_of(item.mark)), " ", words_of(item.text));
        // without marks of the browser's own; some forget then that it is a list
        return list.items.empty() ? Html{} : el("ul", {{"class", "marked"}, {"role", "list"}}, items);
    }

    Html operator()(Table const& table) const {
        if (table.columns.empty()) return {};
        Html head;
        for (Column const& column : table.columns)
            head += el("th", {{"scope", "col"}, {"class", align(column)}}, words_of(column.title));
        Html rows;
        for (auto const& row : table.rows) {
            Html cells;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                cells += el("td", {{"class", align(table.columns[i])}}, words_of(i < row.size() ? row[i] : ""));
            rows += el("tr", {}, cells);
        }
        Html const caption = table.caption.empty() ? Html{} : el("caption", {}, words_of(table.caption));
        std::string const name = table.caption.empty() ? "Tabelle" : printable(table.caption);
        auto const table_name = table.caption.empty() ? std::optional{name} : std::nullopt;
        // wider than a phone, it scrolls by itself, also by keyboard
        return el("div", {{"class", "paper-scroll"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", name}},
                  el("table", {{"class", "paper-table"}, {"aria-label", table_name}}, caption,
                     el("thead", {}, el("tr", {}, head)), table.rows.empty() ? Html{} : el("tbody", {}, rows)));
    }

    Html operator()(Facts const& facts) const {
        return facts.facts.empty() ? Html{} : facts_list("paper-facts", facts.facts);
    }

    Html operator()(Note const& note) const {
        Html inner = p("notice-title", note.title);
        if (note.lines.size() == 1) inner += el("p", {}, words_of(note.lines.front()));
        Html items;
        for (std::string const& line : note.lines) items += el("li", {}, words_of(line));
        if (note.lines.size() > 1) inner += el("ul", {}, items);
        return el("div", {{"class", note.tone == NoteTone::attention ? "notice warning" : "notice info"}}, inner);
    }

    Html operator()(Signatures const& signatures) const {
        Html fields;
        for (Signature const& one : signatures.signatures) {
            Html inner = p("role", one.role);
            inner += p("place", one.place_and_date);
            inner += p("label", place_and_date_label);
            if (one.signing == Signing::pending) inner += p("pending", signing_words(one));
            if (one.signing == Signing::drawn) inner += drawn(one);
            inner += p("signer", signer_line(one));
            inner += p("label", one.function);
            if (one.signing == Signing::drawn) inner += p("label", signing_words(one));
            fields += el("div", {}, inner);
        }
        return el("div", {{"class", "paper-signatures"}}, fields);
    }

private:
    static std::optional<std::string> align(Column const& column) {
        switch (column.align) {
        case Align::right: return "right";
        case Align::center: return "center";
        case Align::left: break;
        }
        return std::nullopt;
    }
};

Html letterhead_html(Letterhead const& letterhead) {
    Html inner = p("county", letterhead.county);
    inner += p("department", letterhead.department);
    for (auto const* lines : {&letterhead.address, &letterhead.contact})
        for (std::string const& line : *lines) inner += p("line", line);
    return el("div", {{"class", "paper-letterhead"}}, inner);
}

Html recipient_html(Recipient const& recipient) {
    Html inner = p("line", recipient.name);
    for (std::string const& line : recipient.address) inner += p("line", line);
    return inner.empty() ? Html{} : el("div", {{"class", "paper-recipient"}}, inner);
}

/// Only addresses of the web become links.
Html target_html(Target const& target) {
    if (target.url.empty()) return {};
    bool const is_link = target.url.starts_with("https://") || target.url.starts_with("http://");
    Html const url = is_link ? el("a", {{"href", printable(target.url)}}, words_of(target.url)) : words_of(target.url);
    return all(p("line", target.words), el("p", {{"class", "line"}}, url));
}

} // namespace

Html paper_article(Paper const& paper) {
    Html inner = letterhead_html(paper.letterhead);
    inner += recipient_html(paper.recipient);
    inner += facts_list("paper-references", all_references(paper));
    inner += target_html(paper.target);
    inner += el("h1", {}, words_of(paper.title));
    inner += p("paper-number", number_words(paper));
    for (Block const& block : paper.blocks) inner += std::visit(BlockHtml{}, block);
    return el("article", {{"class", "paper"}, {"lang", "de"}}, inner);
}

} // namespace schulkit::papers
