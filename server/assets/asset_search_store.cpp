#include "server/assets/asset_search_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Up to so many text hits are collected first and filtered then. More than that is a word so common that
/// walking the list in its order and looking at each text finds a page sooner.
constexpr std::int64_t rare_hits = 5000;

struct Condition {
    std::string sql;
    std::vector<std::string> values; ///< bound to :t0, :t1 …
};

struct SearchWords {
    std::string trigrams; ///< an FTS5 expression; words of three characters and more
    std::string prefixes; ///< likewise; words of one and two characters
    std::vector<std::string> anywhere;
    std::vector<std::string> at_word_start;
    bool empty() const { return anywhere.empty() && at_word_start.empty(); }
};

/// Each word is a condition of its own: more make the search slow and narrow it no further.
constexpr std::size_t most_words = 16;

SearchWords words_of(std::string_view query) {
    SearchWords words;
    std::vector<std::string> seen;
    std::string folded = fold(query);
    std::erase_if(folded, [](char c) { return static_cast<unsigned char>(c) < 0x20; }); // the index takes no zero byte
    for (std::size_t start = 0; start < folded.size() && seen.size() < most_words;) {
        std::size_t const end = std::min(folded.find(' ', start), folded.size());
        std::string const word = folded.substr(start, end - start);
        start = end + 1;
        if (word.empty() || std::find(seen.begin(), seen.end(), word) != seen.end()) continue;
        seen.push_back(word);
        if (count_characters(word) >= 3) {
            std::string quoted;
            for (char const c : word) quoted += c == '"' ? std::string{"\"\""} : std::string(1, c);
            words.trigrams += (words.trigrams.empty() ? "\"" : " AND \"") + quoted + '"';
            words.anywhere.push_back(word);
        } else {
            // only letters and digits are words to the index
            for (std::string const& part : folded_words(word)) {
                words.prefixes += (words.prefixes.empty() ? "\"" : " AND \"") + part + "\"*";
                words.at_word_start.push_back(part);
            }
        }
    }
    return words;
}

bool is_rare(Tx& tx, SearchWords const& words) {
    auto const hits = [&](std::string_view sql, std::string const& expression) {
        return *find_row<std::int64_t>(tx, sql, expression, rare_hits + 1);
    };
    if (!words.trigrams.empty() &&
        hits("select count(*) from (select 1 from asset_trigrams where asset_trigrams match ?1 limit ?2)",
             words.trigrams) <= rare_hits)
        return true;
    return !words.prefixes.empty() &&
           hits("select count(*) from (select 1 from asset_words where asset_words match ?1 limit ?2)",
                words.prefixes) <= rare_hits;
}

/// The texts the query must have, as a condition on a.id.
Condition text_condition(Tx& tx, SearchWords const& words) {
    Condition condition;
    auto const add = [&](std::string const& before, std::string value, std::string const& after) {
        condition.sql += " and " + before + ":t" + std::to_string(condition.values.size()) + after;
        condition.values.push_back(std::move(value));
    };
    if (is_rare(tx, words)) {
        if (!words.trigrams.empty())
            add("a.id in (select rowid from asset_trigrams where asset_trigrams match ", words.trigrams, ")");
        if (!words.prefixes.empty())
            add("a.id in (select rowid from asset_words where asset_words match ", words.prefixes, ")");
        return condition;
    }
    for (std::string const& word : words.anywhere)
        add("exists (select 1 from asset_texts t where t.asset_id = a.id and instr(t.text, ", word, ") > 0)");
    for (std::string const& word : words.at_word_start)
        add("exists (select 1 from asset_texts t where t.asset_id = a.id and instr(' ' || t.text, ", ' ' + word,
            ") > 0)");
    return condition;
}

/// As the indexes have it.
std::string sort_expression(std::string_view field) {
    if (field == "room") return "coalesce(a.room, '') collate nocase";
    if (field == "school_code") return "coalesce(a.school_code, '')";
    if (field == "status") return "a.shown_status";
    return "a." + std::string{field} + " collate nocase";
}

std::string sort_value(Asset const& asset, std::string_view field) {
    std::string value;
    for_each_field<Asset>([&](auto const& f) {
        if (f.name == field) value = to_text(asset.*f.member);
    });
    return value;
}

/// A school by its code in any capitals; rooms in their normal form.
struct Filters {
    std::string sql;
    AssetQuery query;

    void bind(Statement& s) const {
        bind_fields(s, query);
    }
};

Filters filters_of(Access const& access, AssetQuery query) {
    if (query.room) query.room = normalize_room(*query.room);
    std::string sql = " where a.kind = :kind and " + reach_condition(access, "a.school_code");
    if (query.school_code) sql += " and a.school_code = :school_code";
    if (query.category) sql += " and a.category = :category";
    // what is broken and lent is both, and found as either
    if (query.status == AssetStatus::on_loan)
        sql += " and a.on_loan = 1";
    else if (query.status)
        sql += " and a.shown_status = :status";
    if (query.room) sql += " and a.room = :room";
    return {std::move(sql), std::move(query)};
}

void bind_texts(Statement& s, Condition const& text) {
    for (std::size_t i = 0; i < text.values.size(); ++i)
        if (int const index = s.index_of("t" + std::to_string(i))) bind_value(s, index, text.values[i]);
}

} // namespace

Result<Page<Asset>> list_assets(Tx& tx, Access const& access, AssetQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, asset_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));

    Filters const filters = filters_of(access, query);
    SearchWords const words = words_of(query.q.value_or(""));
    // what holds only signs that no text is searched by finds nothing
    if (words.empty() && !trim(query.q.value_or("")).empty()) return Page<Asset>{};
    Condition const text = words.empty() ? Condition{} : text_condition(tx, words);

    Page<Asset> page;
    {
        std::string const counted = words.empty() ? "select count(*) from assets a" + filters.sql
                                                  : "select count(*) from (select 1 from assets a" + filters.sql +
                                                        text.sql + " limit " + std::to_string(count_bound + 1) + ")";
        Statement s = tx.prepare(counted);
        filters.bind(s);
        bind_texts(s, text);
        s.step();
        page.total = s.integer(0);
        page.total_is_exact = words.empty() || page.total <= count_bound;
        if (!page.total_is_exact) page.total = count_bound;
    }

    std::string const order = sort_expression(sort.field);
    char const* const direction = sort.descending ? " desc" : "";
    std::string sql = "select " + std::string{asset_columns} + " from assets a" + filters.sql + text.sql;
    if (cursor)
        sql += " and (" + order + ", a.id) " + (sort.descending ? "<" : ">") + " (:after_value, :after_id)";
    sql += " order by " + order + direction + ", a.id" + direction + " limit :rows";
    Statement s = tx.prepare(sql);
    filters.bind(s);
    bind_texts(s, text);
    if (cursor) {
        bind_value(s, s.index_of("after_value"), cursor->value);
        bind_value(s, s.index_of("after_id"), cursor->id);
    }
    bind_value(s, s.index_of("rows"), query.limit + 1);
    while (s.step()) page.items.push_back(read_row<Asset>(s));
    if (page.items.size() > static_cast<std::size_t>(query.limit)) {
        page.items.pop_back();
        Asset const& last = page.items.back();
        page.next_cursor =
            encode_cursor(query.sort, {.value = sort_value(last, sort.field), .id = last.id.value});
    }
    return page;
}

Result<Done> hold_text_index(WriteTx& tx) {
    TRY(execute(tx, "insert into text_index_hold (after_id) select coalesce(max(asset_id), 0) from asset_texts"));
    return Done{};
}

Result<Done> index_held_texts(WriteTx& tx) {
    TRY(execute(tx, "insert into asset_trigrams (rowid, text) select asset_id, text from asset_texts"
                    " where asset_id > (select after_id from text_index_hold)"));
    TRY(execute(tx, "insert into asset_words (rowid, text) select asset_id, text from asset_texts"
                    " where asset_id > (select after_id from text_index_hold)"));
    TRY(execute(tx, "delete from text_index_hold"));
    return Done{};
}

} // namespace schulkit
