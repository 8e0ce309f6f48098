#include "server/seed/device_models.hpp"

#include "server/seed/calendar.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace schulkit {
namespace {

using enum DeviceKind;

// in the order of DeviceKind
constexpr std::array<KindWords, device_kinds> kinds = {{{"PC", "PC"},
                                                        {"Notebook", "NB"},
                                                        {"Beamer", "BEA"},
                                                        {"Interaktive Tafel", "TAF"},
                                                        {"Dokumentenkamera", "DOK"},
                                                        {"Drucker", "DRU"},
                                                        {"Access Point", "AP"},
                                                        {"Switch", "SW"},
                                                        {"Server", "SRV"},
                                                        {"Tablet", "TAB"},
                                                        {"Tablet-Koffer", "KOF"}}};

constexpr std::array models = {
    CatalogueModel{pc, "Fujitsu", "ESPRIMO D538", 2017, 2019, 480, 590, "DSEM"},
    CatalogueModel{pc, "HP", "ProDesk 400 G5", 2018, 2020, 510, 640, "8CG"},
    CatalogueModel{pc, "Dell", "OptiPlex 3080", 2020, 2021, 520, 660, "J"},
    CatalogueModel{pc, "Lenovo", "ThinkCentre M70q", 2021, 2023, 540, 690, "PC"},
    CatalogueModel{pc, "Lenovo", "ThinkCentre neo 50q Gen 4", 2023, 2026, 560, 720, "GM"},
    CatalogueModel{notebook, "Fujitsu", "LIFEBOOK A357", 2017, 2019, 490, 640, "DSBB"},
    CatalogueModel{notebook, "HP", "ProBook 450 G8", 2020, 2022, 640, 830, "5CD"},
    CatalogueModel{notebook, "Acer", "TravelMate P2", 2019, 2021, 560, 700, "NXV"},
    CatalogueModel{notebook, "Lenovo", "ThinkPad L14", 2021, 2026, 690, 980, "PF"},
    CatalogueModel{projector, "Epson", "EB-W42", 2017, 2020, 430, 560, "X4"},
    CatalogueModel{projector, "BenQ", "MW560", 2019, 2022, 420, 540, "PD"},
    CatalogueModel{projector, "Epson", "EB-992F", 2020, 2026, 690, 860, "X8"},
    CatalogueModel{projector, "NEC", "UM301W", 2017, 2019, 980, 1'290, "NE"},
    CatalogueModel{board, "SMART", "Board MX275", 2019, 2023, 2'890, 3'690, "C"},
    CatalogueModel{board, "Promethean", "ActivPanel 9 75", 2022, 2026, 2'690, 3'490, "B"},
    CatalogueModel{board, "ViewSonic", "ViewBoard IFP7550", 2020, 2024, 2'190, 2'890, "WV"},
    CatalogueModel{document_camera, "ELMO", "TT-12W", 2017, 2022, 520, 690, "EL"},
    CatalogueModel{document_camera, "Epson", "ELPDC21", 2018, 2024, 440, 590, "TN"},
    CatalogueModel{document_camera, "AVer", "F17-8M", 2021, 2026, 330, 470, "AV"},
    CatalogueModel{printer, "Kyocera", "ECOSYS M2540dn", 2017, 2022, 390, 520, "VF"},
    CatalogueModel{printer, "Brother", "HL-L5100DN", 2018, 2023, 190, 260, "E7"},
    CatalogueModel{printer, "HP", "LaserJet Pro M404dn", 2020, 2026, 210, 290, "PH"},
    CatalogueModel{access_point, "LANCOM", "LN-1700B", 2018, 2022, 310, 420, "40"},
    CatalogueModel{access_point, "Aruba", "AP-505", 2020, 2024, 290, 390, "CN"},
    CatalogueModel{access_point, "Ubiquiti", "UniFi U6 Pro", 2022, 2026, 140, 190, "UB"},
    CatalogueModel{network_switch, "HPE", "OfficeConnect 1920S", 2017, 2021, 330, 460, "TW"},
    CatalogueModel{network_switch, "LANCOM", "GS-3528X", 2020, 2026, 680, 890, "41"},
    CatalogueModel{server, "Fujitsu", "PRIMERGY TX1330 M4", 2018, 2021, 2'190, 2'980, "MA"},
    CatalogueModel{server, "HPE", "ProLiant ML350 Gen10", 2019, 2024, 3'290, 4'890, "KP"},
    CatalogueModel{server, "Dell", "PowerEdge T360", 2024, 2026, 3'190, 4'590, "H"},
    CatalogueModel{tablet, "Apple", "iPad (7. Generation)", 2019, 2020, 345, 385, "F9F"},
    CatalogueModel{tablet, "Apple", "iPad (8. Generation)", 2020, 2021, 345, 385, "DMQ"},
    CatalogueModel{tablet, "Apple", "iPad (9. Generation)", 2021, 2024, 349, 395, "G93"},
    CatalogueModel{tablet, "Apple", "iPad (A16)", 2025, 2026, 359, 399, "K7H"},
    CatalogueModel{tablet_case, "PARAT", "Tablet-Koffer für 16 Geräte", 2019, 2026, 890, 1'250, "PR"}};

} // namespace

KindWords const& words_of(DeviceKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

Order place_order(SeedRandom& random, DeviceKind kind, int first_year, int last_year) {
    std::vector<CatalogueModel const*> sold;
    for (CatalogueModel const& model : models)
        if (model.kind == kind && model.first_year <= last_year && model.last_year >= first_year)
            sold.push_back(&model);
    assert(!sold.empty());
    Order order{.model = random.one_of(sold)};
    Date const first{.year = std::max(first_year, order.model->first_year), .month = 1, .day = 2};
    Date last{.year = std::min(last_year, order.model->last_year), .month = 12, .day = 20};
    if (last_order_day < last) last = last_order_day;
    Date const day = weekday_between(random, first, last);
    int const euros = random.between(order.model->least_euros, order.model->most_euros);
    constexpr std::array<int, 6> usual_cents = {0, 0, 0, 50, 90, 99};
    Cents const price{std::int64_t{euros} * 100 + random.one_of(usual_cents)};
    bool const papers_are_lost = day.year < 2020 && random.happens(60);
    bool const price_is_unknown = random.happens(15);
    if (!papers_are_lost) order.bought_on = day;
    if (!papers_are_lost && !price_is_unknown) order.price = price;
    return order;
}

} // namespace schulkit
