#include "server/papers/agreement_template.hpp"

#include "embedded/agreement_templates.hpp"
#include "shared/core/text.hpp"

namespace schulkit::papers {
namespace {

constexpr std::size_t most_bytes = 200'000;
/// What the paper may come to: its pages are made while everybody else waits.
constexpr std::size_t most_blocks = 400;
constexpr std::size_t most_bytes_filled = 160'000;
constexpr std::size_t most_bytes_of_word = 200;
constexpr std::size_t bytes_of_purpose = 4'000, bytes_of_fact = 400;
constexpr std::string_view contents_name = "{inhaltstabelle}", signatures_name = "{unterschriften}";

struct Placeholder {
    std::string_view name;
    std::string AgreementFacts::*fact;
};
constexpr std::array<Placeholder, 12> placeholders = {{{"{nummer}", &AgreementFacts::number},
                                                       {"{schultraeger}", &AgreementFacts::county},
                                                       {"{amt}", &AgreementFacts::department},
                                                       {"{schule}", &AgreementFacts::school},
                                                       {"{koffer}", &AgreementFacts::kit},
                                                       {"{koffertyp}", &AgreementFacts::kit_type},
                                                       {"{schuljahre}", &AgreementFacts::school_years},
                                                       {"{beginn}", &AgreementFacts::begins_on},
                                                       {"{ende}", &AgreementFacts::ends_on},
                                                       {"{rueckgabe}", &AgreementFacts::return_by},
                                                       {"{zweck}", &AgreementFacts::purpose},
                                                       {"{einwandfrist}", &AgreementFacts::time_to_object}}};

Placeholder const* find_placeholder(std::string_view name) {
    for (Placeholder const& one : placeholders)
        if (one.name == name) return &one;
    return nullptr;
}

class TemplateReader {
public:
    Result<std::vector<Block>> read(std::string_view text) {
        if (text.size() > most_bytes) return invalid("lines", "too_long");
        for (std::size_t at = 0; at <= text.size();) {
            std::size_t const end = std::min(text.find('\n', at), text.size());
            ++m_line;
            line(trim(text.substr(at, end - at)));
            at = end + 1;
        }
        end_paragraph();
        if (!m_errors.empty()) return invalid(std::move(m_errors));
        if (m_blocks.empty()) return invalid("lines", "required");
        if (m_blocks.size() > most_blocks || m_bytes_filled > most_bytes_filled) return invalid("lines", "too_long");
        number_paragraphs();
        return std::move(m_blocks);
    }

private:
    void line(std::string_view text) {
        if (text.starts_with("//")) return;
        if (text.empty()) return end_paragraph();
        if (text == contents_name) return once(Table{}, m_has_contents, text);
        if (text == signatures_name) return once(Signatures{}, m_has_signatures, text);
        check_placeholders(text);
        check_words(text);
        if (auto const words = after("#", text)) {
            m_in_clause = false;
            block(Heading{*words});
        } else if (auto const title = after("§", text)) {
            m_in_clause = true;
            block(Clause{"§ " + std::to_string(++m_clauses), *title});
        } else if (auto const item = after("-", text)) {
            list_item(*item);
        } else {
            more(text);
        }
    }

    /// The words after that mark; a mark without words is an error.
    std::optional<std::string> after(std::string_view mark, std::string_view text) {
        if (!text.starts_with(mark)) return {};
        std::string_view const rest = text.substr(mark.size());
        if (rest.empty() || (mark == "§" && trim(rest).empty())) error("empty_clause", text);
        // "-3 °C" and "#1" are words
        if (!rest.empty() && rest == trim(rest)) return mark == "§" ? std::optional{std::string{rest}} : std::nullopt;
        return std::string{trim(rest)};
    }

    void once(Block made, bool& is_there, std::string_view text) {
        if (is_there) return error("twice", text);
        is_there = true;
        block(std::move(made));
    }

    void check_words(std::string_view text) {
        m_bytes_filled += text.size();
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const end = std::min(text.find_first_of(" \t", at), text.size());
            if (end - at > most_bytes_of_word) return error("word_too_long", text.substr(at, end - at));
            at = end + 1;
        }
    }

    void block(Block made) {
        end_paragraph();
        m_blocks.push_back(std::move(made));
    }

    void list_item(std::string const& text) {
        if (!m_is_list) {
            end_paragraph();
            m_blocks.push_back(List{});
            m_is_list = true;
        }
        auto& items = std::get<List>(m_blocks.back()).items;
        bool const has_letter = m_in_clause && items.size() < 26;
        std::string const letter = has_letter ? std::string(1, static_cast<char>('a' + items.size())) + ")" : "–";
        items.push_back({letter, text});
        m_is_open = true;
    }

    void more(std::string_view text) {
        if (!m_is_open) m_blocks.push_back(Paragraph{});
        std::string& words = m_is_list ? std::get<List>(m_blocks.back()).items.back().text
                                       : std::get<Paragraph>(m_blocks.back()).text;
        words += (words.empty() ? "" : " ") + std::string{text};
        m_is_open = true;
    }

    void end_paragraph() { m_is_open = m_is_list = false; }

    void check_placeholders(std::string_view text) {
        for (std::size_t at = text.find_first_of("{}"); at != text.npos; at = text.find_first_of("{}", at)) {
            std::size_t const end = text.find_first_of("{}", at + 1);
            if (text[at] == '}' || end == text.npos || text[end] == '{')
                return error("unclosed_placeholder", text.substr(at));
            std::string_view const name = text.substr(at, end + 1 - at);
            if (name == contents_name || name == signatures_name) error("not_alone", name);
            else if (find_placeholder(name) == nullptr) error("unknown_placeholder", name);
            else m_bytes_filled += name == "{zweck}" ? bytes_of_purpose : bytes_of_fact;
            at = end + 1;
        }
    }

    void error(std::string code, std::string_view value) {
        m_errors.push_back({"lines." + std::to_string(m_line), std::move(code), std::string{value.substr(0, 200)}});
    }

    /// (1), (2) … in each clause that has more than one.
    void number_paragraphs() {
        std::vector<Paragraph*> own;
        auto const close = [&own] {
            for (std::size_t i = 0; own.size() > 1 && i < own.size(); ++i) own[i]->mark = '(' + std::to_string(i + 1) + ')';
            own.clear();
        };
        bool in_clause = false;
        for (Block& block : m_blocks) {
            bool const begins = std::holds_alternative<Clause>(block);
            if (begins || std::holds_alternative<Heading>(block)) {
                close();
                in_clause = begins;
            }
            auto* const paragraph = std::get_if<Paragraph>(&block);
            if (paragraph != nullptr && in_clause) own.push_back(paragraph);
        }
        close();
    }

    std::vector<Block> m_blocks = {};
    FieldErrors m_errors = {};
    std::size_t m_bytes_filled = 0;
    bool m_has_contents = false, m_has_signatures = false;
    int m_line = 0, m_clauses = 0;
    bool m_in_clause = false, m_is_list = false, m_is_open = false;
};

/// In one go: what a fact says is never read as a placeholder.
std::string filled(std::string_view text, AgreementFacts const& facts) {
    std::string out;
    while (!text.empty()) {
        std::size_t const at = text.find('{');
        out += text.substr(0, at);
        if (at == text.npos) break;
        std::size_t const end = text.find('}', at);
        Placeholder const* const one = find_placeholder(text.substr(at, end + 1 - at));
        std::string_view const fact = trim(facts.*one->fact);
        out += fact.empty() ? std::string_view{"ohne Angabe"} : fact;
        text.remove_prefix(end + 1);
    }
    return out;
}

struct Filling {
    AgreementFacts const& facts;

    Block operator()(Heading const& it) const { return Heading{filled(it.text, facts)}; }
    Block operator()(Clause const& it) const { return Clause{it.mark, filled(it.title, facts)}; }
    Block operator()(Paragraph const& it) const { return Paragraph{filled(it.text, facts), it.mark}; }
    Block operator()(List const& it) const {
        List list;
        for (ListItem const& item : it.items) list.items.push_back({item.mark, filled(item.text, facts)});
        return list;
    }
    Block operator()(Table const&) const { return facts.contents; }
    Block operator()(Signatures const&) const { return facts.signatures; }
    Block operator()(auto const& it) const { return it; }
};

} // namespace

Result<AgreementTemplate> AgreementTemplate::parse(std::string_view text) {
    if (!is_utf8(text)) return invalid("lines", "bad_encoding");
    TRY_ASSIGN(auto blocks, TemplateReader{}.read(text));
    AgreementTemplate made;
    made.m_blocks = std::move(blocks);
    return made;
}

std::vector<Block> AgreementTemplate::fill(AgreementFacts const& facts) const {
    std::vector<Block> made;
    for (Block const& block : m_blocks) made.push_back(std::visit(Filling{facts}, block));
    return made;
}

std::vector<std::string_view> agreement_placeholders() {
    std::vector<std::string_view> names;
    for (Placeholder const& one : placeholders) names.push_back(one.name);
    names.push_back(contents_name);
    names.push_back(signatures_name);
    return names;
}

AgreementText default_agreement() {
    // a later version is a file of its own: the numbers are the names
    AgreementText newest;
    for (embedded::File const& file : embedded::agreement_templates()) {
        int version = 0;
        for (char const c : file.name)
            if (is_digit(c)) version = version * 10 + (c - '0');
        if (version > newest.version) newest = {version, file.bytes};
    }
    return newest;
}

} // namespace schulkit::papers
