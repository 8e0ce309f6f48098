#pragma once
// A few devices and what belongs to them, for the tests of the client.

#include "shared/assets/asset_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/schools/school_api.hpp"
#include "shared/tickets/ticket_api.hpp"
#include "tests/support/app_stage.hpp"

namespace schulkit::test {

inline Asset projector() {
    return {.id = {12},
            .tag = "BEA0204",
            .name = "Beamer Raum 204",
            .category = "Beamer",
            .manufacturer = "Epson",
            .model = "EB-982W",
            .serial = "X4NK1",
            .status = AssetStatus::in_use,
            .school_code = "GYM-03",
            .room = "204",
            .purchased_on = Date{2024, 8, 31},
            .price_cents = Cents{123456},
            .version = 3};
}

inline Asset numbered_asset(int number) {
    constexpr auto& statuses = EnumWords<AssetStatus>::values;
    return {.id = {1000 + number},
            .tag = "TAB" + std::to_string(1000 + number),
            .name = "Tablet mit einer ziemlich langen Bezeichnung Nummer " + std::to_string(number),
            .category = "Tablet",
            .status = statuses[static_cast<std::size_t>(number) % statuses.size()].first,
            .school_code = "GYM-03",
            .room = std::to_string(100 + number % 30)};
}

inline Page<School> two_schools() {
    return page_of<School>(
        {{.id = {1},
          .code = "GYM-03",
          .name = "Gymnasium am See",
          .sites = {{.code = "H", .name = "Hauptgebäude"}, {.code = "A", .name = "Außenstelle"}}},
         {.id = {2}, .code = "BBS-01", .name = "Berufsschule Mitte", .type = SchoolType::vocational}});
}

inline Page<Category> two_categories() {
    return page_of<Category>({{.name = "Beamer", .assets = 40}, {.name = "Tablet", .assets = 1440}});
}

/// What every screen about devices asks for besides.
inline void serve_choices(HeadlessPlatform& server) {
    server.script("GET", "/api/schools", 200, encode(two_schools()));
    server.script("GET", "/api/categories", 200, encode(two_categories()));
}

inline std::string problem(std::string const& code, std::vector<FieldError> const& fields = {}) {
    Json body = {{"code", code}, {"errors", Json::array()}};
    for (FieldError const& field : fields)
        body["errors"].push_back({{"field", field.field}, {"code", field.code}, {"value", field.value}});
    return dump_json(body);
}

/// The value of a parameter in the path of a call; empty where there is none.
inline std::string parameter_of(HttpCall const& call, std::string_view name) {
    return parse_route("#" + call.path).parameter(name);
}

} // namespace schulkit::test
