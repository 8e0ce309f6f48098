#include "client/imports/import_model.hpp"
#include "client/platform/headless/headless_platform.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

namespace {

struct Import {
    HeadlessPlatform platform = {};
    Api api{platform, [](Error const&) {}};
    ImportModel model = {};
    int stored = 0;

    void choose(std::string handle) {
        model.file_handle = std::move(handle);
        model.file_name = "geraete.csv";
        check_list(model, api);
    }
    void store(BadRows bad_rows = BadRows::stop) {
        store_list(model, api, bad_rows, [this](ImportReport const&) { ++stored; });
    }
    void answer(int status, std::string body) {
        REQUIRE(platform.answer("/api/imports", {.status = status, .body = std::move(body)}));
    }
    HttpCall const& last() {
        HttpCall const* const call = platform.last_call("POST", "/api/imports");
        REQUIRE(call != nullptr);
        return *call;
    }
};

ImportReport report_with(std::int64_t created, std::int64_t rejected) {
    ImportReport report{.format = "list", .encoding = "utf-8", .created = created, .rejected = rejected};
    for (std::int64_t i = 0; i < rejected; ++i)
        report.rows.push_back({.row = i + 2,
                               .action = RowAction::rejected,
                               .tag = "T",
                               .errors = {{"status", "bad_status", "weg"}}});
    return report;
}

std::string refusal(ImportReport const& report) {
    Json body = encode_value(report);
    body["code"] = "rows_rejected";
    return dump_json(body);
}

} // namespace

TEST_CASE("a chosen list is looked at first; nothing is stored by it", "[imports][screen]") {
    Import import;
    import.choose("5");
    CHECK(import.model.step == ImportStep::checking);
    CHECK(import.last().path.find("dry_run=false") == std::string::npos);
    CHECK(import.last().file_handle == "5");
    CHECK(import.last().body.empty());
    import.answer(200, encode(report_with(3, 0)));
    CHECK(import.model.step == ImportStep::preview);
    REQUIRE(import.model.report.value() != nullptr);
    CHECK(import.model.report.value()->created == 3);
}

TEST_CASE("taking over sends the same file, for real", "[imports][screen]") {
    Import import;
    import.choose("5");
    import.answer(200, encode(report_with(3, 0)));
    import.store();
    CHECK(import.last().path == "/api/imports?dry_run=false");
    CHECK(import.last().file_handle == "5");
    CHECK_FALSE(import.last().idempotency_key.empty());
    import.answer(200, encode(report_with(3, 0)));
    CHECK(import.model.step == ImportStep::stored);
    CHECK(import.stored == 1);
}

TEST_CASE("a run that is refused stores nothing and shows its rows", "[imports][screen]") {
    Import import;
    import.choose("5");
    import.answer(200, encode(report_with(3, 0)));
    import.store();
    import.answer(422, refusal(report_with(2, 1)));
    CHECK(import.model.step == ImportStep::preview);
    CHECK(import.model.refused);
    CHECK(import.stored == 0);
    REQUIRE(import.model.report.value() != nullptr);
    CHECK(import.model.report.value()->rejected == 1);
    REQUIRE(import.model.report.value()->rows.size() == 1);
    CHECK(import.model.report.value()->rows[0].errors[0].value == "weg");

    import.store(BadRows::leave_out);
    CHECK(import.last().path == "/api/imports?dry_run=false&partial=true");
    import.answer(200, encode(report_with(2, 1)));
    CHECK(import.model.step == ImportStep::stored);
}

TEST_CASE("a run whose answer got lost is repeated under the same key", "[imports][screen]") {
    Import import;
    import.choose("5");
    import.answer(200, encode(report_with(3, 0)));
    import.store();
    std::string const key = import.last().idempotency_key;
    import.answer(0, "");
    REQUIRE(import_error(import.model) != nullptr);
    CHECK(is_undecided(*import_error(import.model)));
    import.store(import.model.bad_rows);
    CHECK(import.last().idempotency_key == key);
}

TEST_CASE("another file is another import", "[imports][screen]") {
    Import import;
    import.choose("5");
    leave_list(import.model);
    import.choose("6");
    import.answer(200, encode(report_with(1, 0))); // of the first file: too late
    CHECK(import.model.step == ImportStep::checking);
    import.answer(200, encode(report_with(9, 0)));
    REQUIRE(import.model.report.value() != nullptr);
    CHECK(import.model.report.value()->created == 9);
}

TEST_CASE("the server is asked how far it is for as long as it works, and no longer", "[imports][screen]") {
    Import import;
    import.choose("5");
    import.answer(200, encode(report_with(3, 0)));
    import.platform.script("GET", "/api/imports/progress", 200, encode(ImportProgress{1200, 6000}));
    auto const asked = [&] {
        std::size_t count = 0;
        for (HttpCall const& call : import.platform.calls())
            count += call.path == "/api/imports/progress" ? 1 : 0;
        return count;
    };
    import.store();
    CHECK(asked() == 0);
    import.platform.pass_time(progress_every_ms);
    while (import.platform.deliver()) {
    }
    CHECK(asked() == 1);
    CHECK(import.model.progress == ImportProgress{1200, 6000});
    import.platform.pass_time(progress_every_ms);
    while (import.platform.deliver()) {
    }
    CHECK(asked() == 2);
    import.answer(200, encode(report_with(3, 0)));
    import.platform.pass_time(10 * progress_every_ms);
    while (import.platform.deliver()) {
    }
    CHECK(asked() == 2);
}

TEST_CASE("an error of the whole list names its row", "[imports][screen]") {
    Error const error = error_of(
        {.status = 422,
         .body = R"({"code":"unterminated_quote","errors":[{"field":"row","code":"x","value":"7"}]})"});
    CHECK(row_of_error(error) == "7");
    CHECK(row_of_error(error_of({.status = 413, .body = R"({"code":"too_large"})"})) == "");
}
