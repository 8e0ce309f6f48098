#include "server/seed/county_devices.hpp"

namespace schulkit {
namespace {

using enum DeviceKind;

std::string padded(std::uint64_t number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// "Beamer Epson EB-992F"
std::string full_name(DeviceKind kind, Order const& order) {
    return std::string{words_of(kind).category} + ' ' + std::string{order.model->manufacturer} + ' ' +
           std::string{order.model->model};
}

bool is_portable(DeviceKind kind) {
    return kind == notebook || kind == tablet || kind == document_camera;
}

struct Staffing {
    int teacher_notebooks = 0;
    int kits = 0;
    int retired = 0;
};

Staffing staffing_of(SchoolType type) {
    switch (type) {
    case SchoolType::vocational:
        return {44, 2, 14};
    case SchoolType::special:
        return {8, 1, 4};
    case SchoolType::gymnasium:
        return {32, 2, 10};
    case SchoolType::comprehensive:
        return {40, 2, 12};
    }
    return {};
}

} // namespace

CountyDevices::CountyDevices() : m_county{plan_county()}, m_random{20'260'831} {}

std::vector<Asset> CountyDevices::next_round() {
    m_devices.clear();
    for (SchoolPlan const& plan : m_county)
        furnish(plan);
    fill_depot();
    ++m_rounds;
    return std::move(m_devices);
}

CountyDevices::SchoolOrders CountyDevices::order_for_school() {
    SchoolOrders orders;
    for (std::size_t kind = 0; kind < device_kinds; ++kind)
        for (int i = 0; i < 3; ++i)
            orders[kind].push_back(place_order(m_random, static_cast<DeviceKind>(kind)));
    return orders;
}

void CountyDevices::furnish(SchoolPlan const& plan) {
    SchoolOrders const orders = order_for_school();
    Staffing const staffing = staffing_of(plan.school.type);
    Place place{.school_code = plan.school.code, .site_code = "H"};
    for (RoomPlan const& room : plan.rooms) {
        place.site_code = room.site_code;
        place.room = room.name;
        furnish_room(room, place, orders);
        if (room.use == RoomUse::storage)
            for (int i = 0; i < staffing.kits; ++i)
                add_kit(place, AssetStatus::in_use);
    }
    place.site_code = "H";
    place.room.reset();
    Order const handed_out = place_order(m_random, notebook, 2021);
    for (int i = 0; i < staffing.teacher_notebooks; ++i)
        add(notebook, handed_out, "Dienstnotebook", place);
    add_retired(plan);
}

void CountyDevices::furnish_room(RoomPlan const& room, Place const& place, SchoolOrders const& orders) {
    auto const order = [&](DeviceKind kind) -> Order const& {
        return m_random.one_of(orders[static_cast<std::size_t>(kind)]);
    };
    auto const add_named = [&](DeviceKind kind) {
        Order const& chosen = order(kind);
        add(kind, chosen, full_name(kind, chosen), place);
    };
    switch (room.use) {
    case RoomUse::classroom:
        furnish_classroom(place, orders);
        break;
    case RoomUse::computer:
        furnish_computer_room(room, place);
        break;
    case RoomUse::science:
        add_presentation(place, orders);
        add_named(document_camera);
        add(notebook, order(notebook), "Fachraum-Notebook", place);
        break;
    case RoomUse::workshop:
        add_presentation(place, orders);
        for (int i = 0; i < 2; ++i)
            add(pc, order(pc), "Werkstatt-PC", place);
        break;
    case RoomUse::library:
        for (int i = 0; i < 3; ++i)
            add(pc, order(pc), "Recherche-PC", place);
        add_named(printer);
        break;
    case RoomUse::hall:
        add_named(projector);
        add_named(access_point);
        add(notebook, order(notebook), "Aula-Notebook", place);
        break;
    case RoomUse::office:
    case RoomUse::head:
    case RoomUse::staff:
        furnish_office(room.use, place, orders);
        break;
    case RoomUse::storage:
        for (int i = 0; i < 4; ++i)
            add(notebook, order(notebook), "Leihnotebook", place);
        break;
    case RoomUse::server:
        furnish_server_room(place, orders);
        break;
    }
}

void CountyDevices::add_presentation(Place const& place, SchoolOrders const& orders) {
    DeviceKind const kind = m_random.happens(400) ? board : projector;
    Order const& order = m_random.one_of(orders[static_cast<std::size_t>(kind)]);
    add(kind, order, full_name(kind, order), place);
}

void CountyDevices::furnish_classroom(Place const& place, SchoolOrders const& orders) {
    if (place.school_code == "GYM-03" && place.room == "204") {
        if (m_rounds == 0) {
            Order const order = place_order(m_random, projector, 2022, 2024);
            Asset& demo = add(projector, order, full_name(projector, order), place);
            demo.tag = demo_projector_tag;
            if (!demo.serial) demo.serial = next_serial(*order.model);
            demo.status = AssetStatus::in_use;
            demo.notes.reset();
        }
    } else {
        add_presentation(place, orders);
    }
    struct Share {
        DeviceKind kind = pc;
        int per_mille = 0;
    };
    for (Share const share : {Share{document_camera, 550}, Share{pc, 500}, Share{access_point, 450}}) {
        if (!m_random.happens(share.per_mille)) continue;
        Order const& order = m_random.one_of(orders[static_cast<std::size_t>(share.kind)]);
        add(share.kind, order, share.kind == pc ? "Lehrer-PC" : full_name(share.kind, order), place);
    }
}

void CountyDevices::furnish_computer_room(RoomPlan const& room, Place const& place) {
    Order const computers = place_order(m_random, pc, 2019);
    for (int seat = 1; seat <= room.seats; ++seat)
        add(pc, computers, "Schüler-PC " + padded(static_cast<std::uint64_t>(seat), 2), place);
    add(pc, computers, "Lehrer-PC", place);
    for (DeviceKind const kind : {projector, printer, network_switch}) {
        Order const order = place_order(m_random, kind);
        add(kind, order, full_name(kind, order), place);
    }
}

void CountyDevices::furnish_office(RoomUse use, Place const& place, SchoolOrders const& orders) {
    bool const is_staff_room = use == RoomUse::staff;
    int const computers = use == RoomUse::head ? 1 : is_staff_room && place.site_code == "H" ? 4 : 2;
    for (int i = 0; i < computers; ++i)
        add(pc, m_random.one_of(orders[static_cast<std::size_t>(pc)]),
            is_staff_room ? "Lehrerzimmer-PC" : "Verwaltungs-PC", place);
    Order const& paper = m_random.one_of(orders[static_cast<std::size_t>(printer)]);
    add(printer, paper, full_name(printer, paper), place);
    if (!is_staff_room) return;
    Order const& radio = m_random.one_of(orders[static_cast<std::size_t>(access_point)]);
    add(access_point, radio, full_name(access_point, radio), place);
}

void CountyDevices::furnish_server_room(Place const& place, SchoolOrders const& orders) {
    add(server, m_random.one_of(orders[static_cast<std::size_t>(server)]), "Schulserver", place);
    int const switches = m_random.between(2, 5);
    for (int i = 1; i <= switches; ++i)
        add(network_switch, m_random.one_of(orders[static_cast<std::size_t>(network_switch)]),
            "Switch Verteiler " + std::to_string(i), place);
}

void CountyDevices::add_kit(Place const& place, AssetStatus status) {
    std::string const kit = "Koffer " + padded(static_cast<std::uint64_t>(++m_kits), 2);
    Order const tablets = place_order(m_random, tablet, 2020);
    Order box = place_order(m_random, tablet_case, 2020);
    box.bought_on = tablets.bought_on;
    add(tablet_case, box, kit, place, status).notes =
        "Inhalt: 16 Tablets, 16 Eingabestifte, 16 Kopfhörer, Ladekabel im Deckel.";
    for (std::uint64_t slot = 1; slot <= 16; ++slot)
        add(tablet, tablets, kit + ", Tablet " + padded(slot, 2), place, status);
}

void CountyDevices::add_retired(SchoolPlan const& plan) {
    Place const place{.school_code = plan.school.code};
    int const count = staffing_of(plan.school.type).retired;
    for (int i = 0; i < count; ++i) {
        constexpr std::array old_kinds = {pc, pc, notebook, projector};
        DeviceKind const kind = m_random.one_of(old_kinds);
        Order const order = place_order(m_random, kind, 2017, 2019);
        Asset& old = add(kind, order, full_name(kind, order), place, AssetStatus::retired);
        old.notes = kind == projector ? "Ausgesondert." : "Ausgesondert, Datenträger gelöscht.";
    }
}

void CountyDevices::fill_depot() {
    struct Stock {
        DeviceKind kind = pc;
        int count = 0;
    };
    for (Stock const stock : {Stock{notebook, 40}, Stock{pc, 24}, Stock{projector, 12},
                              Stock{access_point, 20}, Stock{printer, 8}}) {
        Order const order = place_order(m_random, stock.kind, 2024);
        for (int i = 0; i < stock.count; ++i)
            add(stock.kind, order, full_name(stock.kind, order), {}, AssetStatus::in_stock);
    }
    for (int i = 0; i < 20; ++i)
        add_kit({}, AssetStatus::in_stock);
}

Asset& CountyDevices::add(DeviceKind kind, Order const& order, std::string name, Place const& place,
                          AssetStatus status) {
    Asset asset{.tag = next_tag(kind),
                .name = std::move(name),
                .category = std::string{words_of(kind).category},
                .manufacturer = std::string{order.model->manufacturer},
                .model = std::string{order.model->model},
                .serial = next_serial(*order.model),
                .status = status,
                .school_code = place.school_code,
                .site_code = place.site_code,
                .room = place.room,
                .purchased_on = order.bought_on,
                .price_cents = order.price};
    bool const label_is_unreadable = m_random.happens(8);
    if (label_is_unreadable) asset.serial.reset();
    befall(kind, asset);
    m_devices.push_back(std::move(asset));
    return m_devices.back();
}

void CountyDevices::befall(DeviceKind kind, Asset& asset) {
    int const fate = m_random.between(0, 9'999);
    if (asset.status != AssetStatus::in_use) return;
    bool const was_there_in_2025 = !asset.purchased_on || asset.purchased_on->year < 2025;
    if (is_portable(kind) && was_there_in_2025 && fate < 140) {
        asset.status = AssetStatus::lost;
        asset.notes = "Bei der Inventur 2025 nicht gefunden.";
    } else if (is_portable(kind) && fate >= 9'900) {
        asset.status = AssetStatus::stolen;
        asset.notes = "Nach einem Einbruch als gestohlen gemeldet.";
    } else if (kind != tablet_case && fate >= 5'000 && fate < 5'110) {
        asset.status = AssetStatus::in_repair;
        asset.notes = "Zur Reparatur beim Hersteller.";
    } else if (kind == projector && fate >= 7'000 && fate < 7'300) {
        asset.notes = "Lampe getauscht.";
    }
}

std::string CountyDevices::next_tag(DeviceKind kind) {
    std::string const prefix{words_of(kind).tag_prefix};
    int& number = m_tags[static_cast<std::size_t>(kind)];
    std::string tag;
    do {
        tag = prefix + padded(static_cast<std::uint64_t>(++number), 7 - prefix.size());
    } while (tag == demo_projector_tag);
    return tag;
}

std::string CountyDevices::next_serial(CatalogueModel const& model) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRSTUVWX";
    constexpr std::uint64_t all = std::uint64_t{1} << 35; // seven letters of five bits
    // An odd factor maps the numbers below 2^35 one to one, and far apart.
    std::uint64_t rest = (++m_serials * 11'400'714'819ULL) % all;
    std::string serial{model.serial_prefix};
    for (int i = 0; i < 7; ++i, rest /= 32)
        serial += letters[rest % 32];
    return serial;
}

} // namespace schulkit
