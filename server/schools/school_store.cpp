#include "server/schools/school_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::array<std::string_view, 2> school_sorts = {"code", "name"};

constexpr std::string_view select_schools = "select id, code, name, type, ends_on, successor_code from schools";

School with_sites(Tx& tx, School school) {
    school.sites =
        rows<Site>(tx, "select code, name, address from sites where school_code = ?1 order by code", school.code);
    return school;
}

Result<Done> taken(std::string field) {
    return fail(Error{.kind = ErrorKind::conflict, .code = "taken", .fields = {{std::move(field), "taken", {}}}});
}

} // namespace

std::optional<School> find_school(Tx& tx, std::string_view code) {
    auto school = find_row<School>(tx, std::string{select_schools} + " where lower(code) = lower(?1)", code);
    if (!school) return std::nullopt;
    return with_sites(tx, std::move(*school));
}

Result<School> get_school(Tx& tx, Access const& access, Id<School> id) {
    auto school = find_row<School>(tx, std::string{select_schools} + " where id = ?1", id);
    if (!school || !reaches(access, school->code)) return fail(ErrorKind::not_found, "not_found");
    return with_sites(tx, std::move(*school));
}

std::vector<School> list_all_schools(Tx& tx) {
    std::vector<School> schools = rows<School>(tx, std::string{select_schools} + " order by code");
    for (School& school : schools) school = with_sites(tx, std::move(school));
    return schools;
}

Result<Page<School>> list_schools(Tx& tx, Access const& access, SchoolQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, school_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));

    // a county has tens of schools: the words are compared here, where umlauts are folded as everywhere
    std::vector<School> all =
        rows<School>(tx, std::string{select_schools} + " where " + reach_condition(access, "code") +
                             " order by " + std::string{sort.field} + (sort.descending ? " desc" : "") + ", id");
    Page<School> page;
    bool past_cursor = !cursor.has_value();
    for (School& school : all) {
        if (query.q && fold(school.code + ' ' + school.name).find(fold(*query.q)) == std::string::npos) continue;
        ++page.total;
        if (past_cursor && page.items.size() == static_cast<std::size_t>(query.limit) && !page.next_cursor)
            page.next_cursor = encode_cursor(query.sort, {.id = page.items.back().id.value});
        else if (past_cursor && !page.next_cursor)
            page.items.push_back(with_sites(tx, school));
        if (cursor && school.id.value == cursor->id) past_cursor = true;
    }
    return page;
}

Result<School> insert_school(WriteTx& tx, School school) {
    if (find_school(tx, school.code)) return fail(taken("code").error());
    TRY_ASSIGN(school.id.value,
               insert(tx,
                      "insert into schools (code, name, type, ends_on, successor_code)"
                      " values (:code, :name, :type, :ends_on, :successor_code)",
                      school));
    for (std::size_t i = 0; i < school.sites.size(); ++i) {
        auto const stored = execute(tx, "insert into sites (school_code, code, name, address) values (?1, ?2, ?3, ?4)",
                                    school.code, school.sites[i].code, school.sites[i].name, school.sites[i].address);
        if (!stored) return fail(taken("sites." + std::to_string(i) + ".code").error());
    }
    return school;
}

Result<Done> replace_school(WriteTx& tx, School const& school) {
    TRY(update(tx,
               "update schools set name = :name, type = :type, ends_on = :ends_on, successor_code = :successor_code"
               " where id = :id",
               school));
    return Done{};
}

} // namespace schulkit
