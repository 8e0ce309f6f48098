#include "server/seed/county_kits.hpp"

#include "server/kits/kit_changes.hpp"
#include "server/school_years/school_year_changes.hpp"
#include "server/stock/stock_changes.hpp"

#include <array>
#include <map>

namespace schulkit {
namespace {

/// Conference of the Ministers of Education, summer holidays of Lower Saxony.
struct Summer {
    Date from;
    Date until;
};
constexpr std::array summers = {Summer{{2025, 7, 3}, {2025, 8, 13}}, Summer{{2026, 7, 2}, {2026, 8, 12}},
                                Summer{{2027, 7, 8}, {2027, 8, 18}}, Summer{{2028, 7, 20}, {2028, 8, 30}},
                                Summer{{2029, 7, 19}, {2029, 8, 29}}, Summer{{2030, 7, 11}, {2030, 8, 21}}};

/// What is in one case.
struct Content {
    Asset box = {};
    std::vector<Asset> tablets = {};
};

/// By the name of the case.
std::map<std::string, Content> contents_of(std::vector<Asset> const& devices) {
    std::map<std::string, Content> contents;
    for (Asset const& device : devices) {
        if (device.category == "Tablet-Koffer") contents[device.name].box = device;
        std::size_t const end = device.name.find(", Tablet ");
        if (device.category == "Tablet" && end != std::string::npos)
            contents[device.name.substr(0, end)].tablets.push_back(device);
    }
    return contents;
}

KitType ipad_kit() {
    return {.name = "iPad-Koffer",
            .description = "16 Tablets mit Stift und Kopfhörer für eine Lerngruppe.",
            .slots = {{.label = "Tablet", .category = "Tablet", .quantity = 16},
                      {.label = "Koffer", .category = "Tablet-Koffer", .quantity = 1}},
            .accessories = {{.label = "Eingabestift", .quantity = 16},
                            {.label = "Kopfhörer", .quantity = 16},
                            {.label = "Ladegerät", .quantity = 2}},
            .apps = {{.name = "Anton", .privacy_released_on = Date{2024, 9, 2}},
                     {.name = "GeoGebra", .privacy_released_on = Date{2023, 8, 14}},
                     {.name = "Stop Motion Studio", .licences = 640, .privacy_released_on = Date{2025, 2, 3}},
                     {.name = "Book Creator", .licences = 400}}};
}

/// "Koffer 07" → "TK0007"
std::string tag_of(std::string const& name) {
    std::string const number = name.substr(name.rfind(' ') + 1);
    return "TK" + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number;
}

} // namespace

Result<Done> seed_school_years(WriteTx& tx) {
    for (std::size_t i = 1; i < summers.size(); ++i) {
        Summer const& summer = summers[i];
        SchoolYear const usual = usual_school_year(summer.from.year - 1, summer.from, summer.until);
        Patch<SchoolYear> patch;
        patch.members = Json{{"summer_from", to_iso(summer.from)},
                             {"summer_until", to_iso(summer.until)},
                             {"earliest_handover_on", to_iso(add_days(summers[i - 1].until, 1))}};
        TRY(set_school_year(tx, usual.id, patch));
    }
    return Done{};
}

Result<Done> seed_stock(WriteTx& tx) {
    struct Kept {
        char const* label;
        std::int64_t bought;
        std::int64_t lost;
        std::int64_t minimum;
    };
    Id<Store> const store = list_stores(tx).front().id;
    for (Kept const& kept : {Kept{"Eingabestift", 48, 3, 32}, Kept{"Kopfhörer", 24, 6, 32}, Kept{"Ladegerät", 10, 0, 4}}) {
        TRY(add_stock_line(tx, {.store_id = store, .label = kept.label, .minimum = kept.minimum}));
        TRY(move_stock(tx, {.kind = StockMoveKind::bought, .store_id = store, .label = kept.label, .quantity = kept.bought}));
        if (kept.lost > 0)
            TRY(move_stock(tx, {.kind = StockMoveKind::discarded,
                                .store_id = store,
                                .label = kept.label,
                                .quantity = kept.lost,
                                .note = "Defekt bei der Durchsicht"}));
    }
    return Done{};
}

Result<Done> seed_kits(WriteTx& tx, Person const& coordinator, std::vector<Asset> const& devices) {
    TRY_ASSIGN(Access const access, grant(coordinator, Action::fill_kits));
    TRY_ASSIGN(KitType const type, add_kit_type(tx, ipad_kit()));
    for (auto const& [name, content] : contents_of(devices)) {
        if (!content.box.id || content.tablets.empty()) continue;
        TRY_ASSIGN(Kit const kit, add_kit(tx, {.tag = tag_of(name), .name = name, .kit_type_id = type.id}));
        KitContents contents;
        for (std::size_t i = 0; i < content.tablets.size(); ++i)
            if (content.tablets[i].status != AssetStatus::retired)
                contents.items.push_back({static_cast<std::int64_t>(i) + 1, content.tablets[i].tag});
        contents.items.push_back({17, content.box.tag});
        std::int64_t const pencils = kit.id.value % 5 == 0 ? 15 : 16;
        contents.accessories = {{"Eingabestift", pencils}, {"Kopfhörer", 16}, {"Ladegerät", 2}};
        TRY(put_contents(tx, access, kit.id, contents));
        bool const prepared = kit.id.value % 3 != 0;
        if (prepared)
            TRY(prepare_kit(tx, kit.id,
                            {.wiped = true, .signed_out = true, .updated = true, .cleaned = true, .charged = true, .complete = true}));
    }
    return Done{};
}

} // namespace schulkit
