#include "server/seed/county.hpp"

#include <array>

namespace schulkit {
namespace {

struct SchoolRow {
    char const* code = "";
    char const* name = "";
    SchoolType type = SchoolType::gymnasium;
    std::vector<Site> sites = {};
};

std::vector<SchoolRow> schools() {
    using enum SchoolType;
    return {{"BBS-01",
             "Berufsbildende Schulen I Nebelstedt",
             vocational,
             {{"H", "Hauptgebäude", "Werkstraße 12, 00401 Nebelstedt"},
              {"A1", "Außenstelle Metallhalle", "Am Güterbahnhof 3, 00401 Nebelstedt"}}},
            {"BBS-02",
             "Berufsbildende Schulen II Nebelstedt",
             vocational,
             {{"H", "Hauptgebäude", "Kontorgasse 8, 00403 Nebelstedt"}}},
            {"BBS-03",
             "Berufsbildende Schulen Ulmenrode",
             vocational,
             {{"H", "Hauptgebäude", "Silmeweg 41, 00417 Ulmenrode"},
              {"A1", "Außenstelle Pflegeschule", "Krankenhausring 5, 00417 Ulmenrode"}}},
            {"BBS-04",
             "Berufsbildende Schulen am Silmeufer",
             vocational,
             {{"H", "Hauptgebäude", "Uferstraße 2, 00422 Silmbrück"}}},
            {"BBS-05",
             "Berufsbildende Schulen Kranichfurt",
             vocational,
             {{"H", "Hauptgebäude", "Bahnhofstraße 60, 00431 Kranichfurt"},
              {"A1", "Außenstelle Bauhof", "Ziegeleiweg 14, 00431 Kranichfurt"},
              {"A2", "Außenstelle Fuchsrade", "Dorfstraße 27, 00446 Fuchsrade"}}},
            {"BBS-06",
             "Berufsbildende Schulen Tannwerda – Agrar und Soziales",
             vocational,
             {{"H", "Hauptgebäude", "Domänenweg 1, 00438 Tannwerda"}}},
            {"FS-01",
             "Weidenschule Nebelstedt",
             special,
             {{"H", "Hauptgebäude", "Weidenstieg 6, 00401 Nebelstedt"}}},
            {"FS-02",
             "Holunderschule Ulmenrode",
             special,
             {{"H", "Hauptgebäude", "Holunderweg 11, 00417 Ulmenrode"},
              {"A1", "Außenstelle Silmbrück", "Brückenplatz 4, 00422 Silmbrück"}}},
            {"FS-03",
             "Haselschule Silmbrück",
             special,
             {{"H", "Hauptgebäude", "Haselgrund 19, 00422 Silmbrück"}}},
            {"FS-04",
             "Schlehenschule Kranichfurt",
             special,
             {{"H", "Hauptgebäude", "Schlehenhag 3, 00431 Kranichfurt"}}},
            {"FS-05",
             "Ebereschenschule Tannwerda",
             special,
             {{"H", "Hauptgebäude", "Ebereschenweg 7, 00438 Tannwerda"}}},
            {"FS-06",
             "Wacholderschule Fuchsrade",
             special,
             {{"H", "Hauptgebäude", "Heideweg 22, 00446 Fuchsrade"}}},
            {"FS-07",
             "Erlenschule an der Wirre",
             special,
             {{"H", "Hauptgebäude", "Wirretal 9, 00449 Fuchsrade"},
              {"A1", "Außenstelle Tannwerda", "Marktgasse 2, 00438 Tannwerda"}}},
            {"GYM-01",
             "Ahorn-Gymnasium Nebelstedt",
             gymnasium,
             {{"H", "Hauptgebäude", "Ahornallee 1, 00401 Nebelstedt"},
              {"A1", "Außenstelle Alte Post", "Postplatz 5, 00403 Nebelstedt"}}},
            {"GYM-02",
             "Gymnasium an der Silme",
             gymnasium,
             {{"H", "Hauptgebäude", "Uferstraße 30, 00422 Silmbrück"}}},
            {"GYM-03",
             "Kastanien-Gymnasium Ulmenrode",
             gymnasium,
             {{"H", "Hauptgebäude", "Kastanienplatz 2, 00417 Ulmenrode"},
              {"A1", "Außenstelle Mühlentor", "Mühlentor 18, 00417 Ulmenrode"}}},
            {"GYM-04",
             "Lärchen-Gymnasium Kranichfurt",
             gymnasium,
             {{"H", "Hauptgebäude", "Lärchenstraße 15, 00431 Kranichfurt"}}},
            {"GYM-05",
             "Eiben-Gymnasium Nebelstedt",
             gymnasium,
             {{"H", "Hauptgebäude", "Eibenweg 44, 00403 Nebelstedt"}}},
            {"GYM-06",
             "Platanen-Gymnasium Tannwerda",
             gymnasium,
             {{"H", "Hauptgebäude", "Platanenring 10, 00438 Tannwerda"},
              {"A1", "Außenstelle Kleiner Ring", "Platanenring 31, 00438 Tannwerda"}}},
            {"GYM-07",
             "Gymnasium an der Wirre",
             gymnasium,
             {{"H", "Hauptgebäude", "Wirretal 1, 00449 Fuchsrade"}}},
            {"GYM-08",
             "Ginkgo-Gymnasium Silmbrück",
             gymnasium,
             {{"H", "Hauptgebäude", "Schulberg 13, 00422 Silmbrück"}}},
            {"IGS-01",
             "Integrierte Gesamtschule Hohenwald",
             comprehensive,
             {{"H", "Hauptgebäude", "Am Hohen Wald 100, 00405 Nebelstedt"},
              {"A1", "Außenstelle Oberstufe", "Am Hohen Wald 77, 00405 Nebelstedt"}}}};
}

struct BuildingSize {
    int floors = 0;
    int classrooms_per_floor = 0;
    int computer_rooms = 0;
    int seats = 0; ///< of each computer room
};

BuildingSize main_building(SchoolType type) {
    switch (type) {
    case SchoolType::vocational:
        return {4, 9, 5, 22};
    case SchoolType::special:
        return {2, 6, 1, 8};
    case SchoolType::gymnasium:
        return {3, 11, 2, 18};
    case SchoolType::comprehensive:
        return {4, 11, 3, 18};
    }
    return {};
}

BuildingSize annex(SchoolType type) {
    switch (type) {
    case SchoolType::vocational:
        return {2, 6, 1, 16};
    case SchoolType::special:
        return {1, 3, 0, 0};
    case SchoolType::gymnasium:
    case SchoolType::comprehensive:
        return {2, 5, 0, 0};
    }
    return {};
}

std::vector<RoomPlan> special_rooms(SchoolType type) {
    std::vector<RoomPlan> rooms;
    auto const add = [&](RoomUse use, std::initializer_list<char const*> names) {
        for (char const* const name : names)
            rooms.push_back({.name = name, .site_code = "H", .use = use});
    };
    add(RoomUse::office, {"Sekretariat"});
    add(RoomUse::head, {"Schulleitung"});
    add(RoomUse::staff, {"Lehrerzimmer"});
    add(RoomUse::hall, {"Aula"});
    add(RoomUse::library, {"Bibliothek"});
    add(RoomUse::storage, {"Medienraum"});
    add(RoomUse::server, {"Serverraum"});
    switch (type) {
    case SchoolType::vocational:
        add(RoomUse::workshop, {"Werkstatt 1", "Werkstatt 2", "Werkstatt 3", "Elektrolabor"});
        add(RoomUse::science, {"Chemie 1", "Physik 1"});
        break;
    case SchoolType::special:
        add(RoomUse::workshop, {"Werkraum", "Schulküche"});
        add(RoomUse::science, {"Musikraum"});
        break;
    case SchoolType::gymnasium:
    case SchoolType::comprehensive:
        add(RoomUse::science, {"Biologie 1", "Biologie 2", "Chemie 1", "Chemie 2", "Physik 1", "Physik 2",
                               "Musik 1", "Kunst 1"});
        break;
    }
    return rooms;
}

/// "204"; in the first annex "A204".
std::string classroom_name(char wing, int floor, int number) {
    std::string digits = std::to_string(floor * 100 + number);
    digits.insert(0, 3 - digits.size(), '0');
    return wing == '\0' ? digits : wing + digits;
}

void add_building(std::vector<RoomPlan>& rooms, BuildingSize const& size, std::string const& site_code,
                  char wing) {
    for (int floor = 0; floor < size.floors; ++floor)
        for (int number = 1; number <= size.classrooms_per_floor; ++number)
            rooms.push_back({.name = classroom_name(wing, floor, number), .site_code = site_code});
    for (int number = 1; number <= size.computer_rooms; ++number) {
        std::string name = "Computerraum ";
        if (wing != '\0') name += wing;
        rooms.push_back({.name = name + std::to_string(number),
                         .site_code = site_code,
                         .use = RoomUse::computer,
                         .seats = size.seats});
    }
}

std::vector<RoomPlan> rooms_of(SchoolRow const& row) {
    std::vector<RoomPlan> rooms;
    add_building(rooms, main_building(row.type), "H", '\0');
    for (RoomPlan& room : special_rooms(row.type))
        rooms.push_back(std::move(room));
    for (std::size_t i = 1; i < row.sites.size(); ++i) {
        auto const wing = static_cast<char>('A' + i - 1);
        add_building(rooms, annex(row.type), row.sites[i].code, wing);
        rooms.push_back({.name = std::string{"Lehrerzimmer "} + wing,
                         .site_code = row.sites[i].code,
                         .use = RoomUse::staff});
    }
    return rooms;
}

/// By road from the depot in Nebelstedt to the town of the main building.
std::optional<std::int64_t> distance_of(SchoolRow const& row) {
    constexpr std::array towns = {std::pair{"Nebelstedt", 4},   std::pair{"Ulmenrode", 17},  std::pair{"Silmbrück", 26},
                                  std::pair{"Kranichfurt", 33}, std::pair{"Tannwerda", 41}, std::pair{"Fuchsrade", 55}};
    for (auto const& [town, km] : towns)
        if (row.sites.front().address.value_or("").ends_with(town)) return km;
    return std::nullopt;
}

} // namespace

std::vector<SchoolPlan> plan_county() {
    std::vector<SchoolPlan> plans;
    for (SchoolRow& row : schools()) {
        SchoolPlan plan{.school = {.code = row.code, .name = row.name, .type = row.type},
                        .distance_km = distance_of(row),
                        .rooms = rooms_of(row)};
        plan.school.sites = std::move(row.sites);
        plans.push_back(std::move(plan));
    }
    return plans;
}

} // namespace schulkit
