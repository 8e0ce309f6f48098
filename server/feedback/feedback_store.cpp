#include "server/feedback/feedback_store.hpp"

#include "shared/core/endpoint.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::string_view feedback_tables =
    " from loan_feedback f join loans l on l.id = f.loan_id join loan_requests r on r.id = l.request_id"
    " join schools s on s.id = r.school_id join kit_types t on t.id = l.kit_type_id";

constexpr std::string_view feedback_columns =
    "select f.loan_id, f.school_year, s.code as school_code, s.name as school_name, l.kit_type_id, t.name as kit_type_name,"
    " f.main_use, f.use_words, f.frequency, f.hindrance, f.hindrance_words, f.again, f.released, f.given_on, f.version";

std::string feedback_filters(FeedbackQuery const& query) {
    std::string sql = " where true";
    if (query.school_year) sql += " and f.school_year = :school_year";
    if (query.kit_type_id) sql += " and l.kit_type_id = :kit_type_id";
    return sql;
}

void count_word(std::vector<FeedbackCount>& counts, std::string_view word) {
    auto const found = std::find_if(counts.begin(), counts.end(), [word](FeedbackCount const& each) { return each.word == word; });
    if (found == counts.end())
        counts.push_back({std::string{word}, 1});
    else
        ++found->count;
}

void by_count(std::vector<FeedbackCount>& counts) {
    std::stable_sort(counts.begin(), counts.end(), [](FeedbackCount const& a, FeedbackCount const& b) { return a.count > b.count; });
}

} // namespace

Page<Feedback> list_feedback(Tx& tx, Access const& access, FeedbackQuery const& query) {
    std::string where = feedback_filters(query);
    where += " and (f.released = 1 or " + reach_condition(access, "s.code") + ")";
    std::string sql{feedback_columns};
    sql += feedback_tables;
    sql += where + " order by f.given_on desc, f.loan_id desc, f.school_year desc limit :rows";
    Page<Feedback> page;
    {
        std::string counting{"select count(*)"};
        counting += feedback_tables;
        Statement s = tx.prepare(counting + where);
        bind_fields(s, query);
        s.step();
        page.total = s.integer(0);
    }
    Statement s = tx.prepare(sql);
    bind_fields(s, query);
    bind_value(s, s.index_of("rows"), std::int64_t{max_page_size});
    while (s.step()) {
        page.items.push_back(read_row<Feedback>(s));
        if (!reaches(access, page.items.back().school_code)) page.items.back().loan_id = {};
    }
    return page;
}

std::vector<FeedbackSummary> summarize_feedback(Tx& tx, FeedbackQuery const& query) {
    // a loan counts for each school year that it lasted until it was collected
    std::string sql = "select l.kit_type_id, t.name as kit_type_name, y.id as school_year, count(*) as loans,"
                      " count(f.loan_id) as answers, count(case f.again when 'yes' then 1 end) as again"
                      " from loans l join kit_types t on t.id = l.kit_type_id"
                      " join school_years y on y.id between l.first_school_year and l.last_school_year and y.starts_on <= l.returned_on"
                      " left join loan_feedback f on f.loan_id = l.id and f.school_year = y.id"
                      " where l.state in ('returned', 'closed')";
    if (query.school_year) sql += " and y.id = :school_year";
    if (query.kit_type_id) sql += " and l.kit_type_id = :kit_type_id";
    sql += " group by l.kit_type_id, t.name, y.id order by y.id desc, t.name";
    std::vector<FeedbackSummary> summaries;
    {
        Statement s = tx.prepare(sql);
        bind_fields(s, query);
        while (s.step()) summaries.push_back(read_row<FeedbackSummary>(s));
    }
    for (FeedbackSummary& summary : summaries) {
        std::string one{feedback_columns};
        one += feedback_tables;
        one += " where f.school_year = ?1 and l.kit_type_id = ?2";
        for (Feedback const& each : rows<Feedback>(tx, one, summary.school_year, summary.kit_type_id)) {
            if (each.main_use) count_word(summary.uses, word_of(*each.main_use));
            if (each.frequency) count_word(summary.frequencies, word_of(*each.frequency));
            if (each.hindrance) count_word(summary.hindrances, word_of(*each.hindrance));
        }
        by_count(summary.uses);
        by_count(summary.frequencies);
        by_count(summary.hindrances);
    }
    return summaries;
}

std::optional<Feedback> find_feedback(Tx& tx, Id<Loan> loan, std::string_view school_year) {
    std::string sql{feedback_columns};
    sql += feedback_tables;
    sql += " where f.loan_id = ?1 and f.school_year = ?2";
    return find_row<Feedback>(tx, sql, loan, school_year);
}

Result<Done> store_feedback(WriteTx& tx, Feedback const& feedback) {
    TRY(update(tx,
               "insert into loan_feedback (loan_id, school_year, main_use, use_words, frequency, hindrance, hindrance_words,"
               " again, released, given_on, version) values (:loan_id, :school_year, :main_use, :use_words, :frequency,"
               " :hindrance, :hindrance_words, :again, :released, :given_on, 1)"
               " on conflict (loan_id, school_year) do update set main_use = :main_use, use_words = :use_words,"
               " frequency = :frequency, hindrance = :hindrance, hindrance_words = :hindrance_words, again = :again,"
               " released = :released, given_on = :given_on, version = version + 1",
               feedback));
    return Done{};
}

} // namespace schulkit
