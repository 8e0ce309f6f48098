#include "server/assets/asset_store.hpp"
#include "server/db/check_store.hpp"
#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "server/schools/school_store.hpp"
#include "server/seed/county.hpp"
#include "server/seed/seed.hpp"
#include "server/tickets/ticket_store.hpp"
#include "shared/core/validate.hpp"
#include "tests/seed/table_dump.hpp"
#include "tests/support/temp_database.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace schulkit {
namespace {

/// Made once for all tests of this file; none of them changes it.
Database& demo_world() {
    static test::TempDatabase const database{seed_clock()};
    static Result<Done> const seeded = seed_demo(*database);
    REQUIRE(seeded);
    return *database;
}

template <class T> std::vector<T> all(std::string_view sql) {
    return demo_world().read([&](Tx& tx) { return rows<T>(tx, sql); });
}

std::vector<Asset> all_devices() {
    return all<Asset>("select * from assets where kind = 'device' order by id");
}

std::int64_t count(std::string_view sql) {
    return all<std::int64_t>(sql).front();
}

bool is_working_day(Date const& date) {
    using namespace std::chrono;
    weekday const day{
        sys_days{year{date.year} / static_cast<unsigned>(date.month) / static_cast<unsigned>(date.day)}};
    return day != Saturday && day != Sunday;
}

} // namespace

TEST_CASE("the demo county is the same each time, whatever the clock says", "[seed]") {
    test::TempDatabase const later{[] { return Instant{seed_moment.unix_ms + 1'000'000'007}; }};
    REQUIRE(seed_demo(*later));
    auto const expected = demo_world().read([](Tx& tx) { return test::dump_tables(tx); });
    auto const found = later->read([](Tx& tx) { return test::dump_tables(tx); });
    REQUIRE(expected.size() > 10);
    REQUIRE(found.size() == expected.size());
    for (auto const& [table, content] : expected) {
        INFO(table);
        CHECK(found.at(table) == content);
    }
    CHECK(expected.at("assets").size() > 6'000 * 50);
}

TEST_CASE("the demo county has 22 schools of the four types with one to three sites", "[seed]") {
    auto const schools = demo_world().read([](Tx& tx) { return list_all_schools(tx); });
    REQUIRE(schools.size() == 22);
    std::map<SchoolType, int> types;
    std::set<std::size_t> site_counts;
    for (School const& school : schools) {
        INFO(school.code);
        ++types[school.type];
        site_counts.insert(school.sites.size());
        CHECK(validate(school).empty());
        for (Site const& site : school.sites)
            CHECK(site.address);
    }
    CHECK(types == std::map<SchoolType, int>{{SchoolType::vocational, 6},
                                             {SchoolType::special, 7},
                                             {SchoolType::gymnasium, 8},
                                             {SchoolType::comprehensive, 1}});
    CHECK(site_counts == std::set<std::size_t>{1, 2, 3});
}

TEST_CASE("the demo county has about 6,000 devices, most of them in use", "[seed]") {
    std::map<AssetStatus, std::size_t> by_status;
    std::map<std::string, std::size_t> by_category;
    std::vector<Asset> const devices = all_devices();
    for (Asset const& device : devices) {
        ++by_status[device.status];
        ++by_category[device.category];
    }
    CHECK(devices.size() >= 5'700);
    CHECK(devices.size() <= 6'300);
    CHECK(by_status[AssetStatus::in_use] > devices.size() * 8 / 10);
    for (AssetStatus const status : {AssetStatus::in_stock, AssetStatus::in_repair, AssetStatus::retired,
                                     AssetStatus::lost, AssetStatus::stolen}) {
        INFO(word_of(status));
        CHECK(by_status[status] >= 5);
    }
    CHECK(count("select count(*) from assets where shown_status = 'on_loan'") > 500); // of the kits at schools
    for (char const* category : {"PC", "Notebook", "Beamer", "Interaktive Tafel", "Dokumentenkamera",
                                 "Drucker", "Access Point", "Switch", "Server", "Tablet", "Tablet-Koffer"}) {
        INFO(category);
        CHECK(by_category[category] >= 20);
    }
    CHECK(by_category.size() == 11);
}

TEST_CASE("each Koffer is a case and its 16 tablets in one place", "[seed]") {
    for (Asset const& box : all<Asset>("select * from assets where category = 'Tablet-Koffer'")) {
        INFO(box.name);
        auto const tablets = demo_world().read([&](Tx& tx) {
            return rows<Asset>(tx, "select * from assets where category = 'Tablet' and name like ?1",
                               box.name + ", %");
        });
        CHECK(tablets.size() == 16);
        CHECK(std::all_of(tablets.begin(), tablets.end(),
                          [&](Asset const& tablet) { return tablet.school_code == box.school_code; }));
    }
    CHECK(count("select count(*) from assets where category = 'Tablet-Koffer' and status = 'in_stock'") >=
          10);
}

TEST_CASE("room 204 of GYM-03 has exactly one projector, and its tag is BEA0204", "[seed]") {
    auto const devices = all<Asset>("select * from assets where school_code = 'GYM-03' and room = '204'"
                                    " and category in ('Beamer', 'Interaktive Tafel')");
    REQUIRE(devices.size() == 1);
    CHECK(devices[0].tag == "BEA0204");
    CHECK(devices[0].category == "Beamer");
    CHECK(devices[0].status == AssetStatus::in_use);
    CHECK(devices[0].serial);
    CHECK(devices[0].site_code == "H");
    CHECK(
        count("select count(*) from tickets t join assets a on a.id = t.asset_id where a.tag = 'BEA0204'") ==
        0);
}

TEST_CASE("every asset of the demo county keeps the rules", "[seed][rules]") {
    for (Asset const& asset : all<Asset>("select * from assets")) {
        INFO(asset.tag);
        CHECK(validate(asset).empty());
        Asset normal = asset;
        normalize(normal);
        CHECK(normal == asset);
    }
    CHECK(demo_world().read([](Tx& tx) { return find_broken_rules(tx); }).empty());
}

TEST_CASE("devices were bought on working days from 2017 on, at prices above zero", "[seed]") {
    std::size_t without_date = 0;
    for (Asset const& device : all_devices()) {
        INFO(device.tag);
        if (!device.purchased_on) ++without_date;
        if (device.purchased_on) {
            CHECK(device.purchased_on->year >= 2017);
            CHECK(*device.purchased_on < Date{.year = 2026, .month = 5, .day = 1});
            CHECK(is_working_day(*device.purchased_on));
        }
        if (device.price_cents) {
            CHECK(device.price_cents->value >= 100'00);
            CHECK(device.price_cents->value <= 5'000'00);
        }
    }
    CHECK(without_date > 0); // old papers get lost
    CHECK(without_date < 300);
}

TEST_CASE("every school has its services, and every used room its own", "[seed]") {
    std::set<std::string> tags;
    for (std::string& tag : all<std::string>("select tag from assets where kind = 'service'"))
        tags.insert(std::move(tag));
    for (std::string const& school : all<std::string>("select code from schools"))
        for (char const* service : {"-INTERNET", "-WLAN", "-VERWALTUNG", "-KONTEN", "-OHNE"}) {
            INFO(school << service);
            CHECK(tags.contains(school + service));
        }
    std::set<std::string> rooms;
    for (Asset const& device : all_devices())
        if (device.room) {
            REQUIRE(device.school_code);
            rooms.insert(*device.school_code + "-R-" + code_key(*device.room));
        }
    CHECK(rooms.size() > 500);
    for (std::string const& room : rooms) {
        INFO(room);
        CHECK(tags.contains(room));
    }
    std::size_t planned = 0;
    for (SchoolPlan const& plan : plan_county())
        planned += plan.rooms.size();
    CHECK(tags.size() == planned + 22 * 5);
}

TEST_CASE("the tags of devices are unique and come through every scanner's keyboard layout", "[seed]") {
    std::set<std::string> keys;
    std::set<std::string> serials;
    std::size_t with_serial = 0;
    std::vector<Asset> const devices = all_devices();
    for (Asset const& device : devices) {
        INFO(device.tag);
        keys.insert(code_key(device.tag));
        CHECK(device.tag.size() == 7);
        CHECK(device.tag.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWX") == std::string::npos);
        if (!device.serial) continue;
        ++with_serial;
        serials.insert(code_key(*device.serial));
    }
    CHECK(keys.size() == devices.size());
    CHECK(serials.size() == with_serial);
}

TEST_CASE("there is a demo account for each role, with the password that the README tells", "[seed]") {
    struct Expected {
        char const* username;
        Role role;
        std::vector<std::string> school_codes;
    };
    demo_world().read([](Tx& tx) {
        for (Expected const& account :
             {Expected{"admin", Role::admin, {}}, Expected{"coordinator", Role::coordinator, {}},
              Expected{"technician", Role::technician, {}},
              Expected{"teacher", Role::school_staff, {"GYM-03"}}, Expected{"auditor", Role::auditor, {}}}) {
            INFO(account.username);
            auto const login = find_password_login(tx, account.username);
            REQUIRE(login);
            CHECK(login->person.role == account.role);
            CHECK(login->person.school_codes == account.school_codes);
            CHECK(password_matches("schulkit-demo", login->password_hash).value());
        }
        CHECK(has_demo_accounts(tx));
        return 0;
    });
    CHECK(count("select count(*) from people") == 5);
}

TEST_CASE("a few dozen tickets are in all states, some by the teacher and some with the technician",
          "[seed][tickets]") {
    CHECK(count("select count(*) from tickets") >= 36);
    for (char const* status : {"new", "accepted", "waiting", "resolved", "closed"}) {
        INFO(status);
        CHECK(count("select count(*) from tickets where status = '" + std::string{status} + "'") >= 5);
    }
    CHECK(count("select count(*) from tickets t join people p on p.id = t.reporter"
                " where p.username = 'teacher' and t.school_code = 'GYM-03'") >= 3);
    CHECK(count("select count(*) from tickets t join people p on p.id = t.reporter"
                " where p.username = 'teacher' and t.school_code <> 'GYM-03'") == 0);
    CHECK(count("select count(*) from tickets t join people p on p.id = t.assignee"
                " where p.username = 'technician'") >= 15);
    CHECK(count("select count(*) from tickets where status = 'new' and assignee is not null") == 0);
    CHECK(count("select count(*) from ticket_comments") >= 30);
}

TEST_CASE("tickets keep the rules of a report, and time runs forwards in them", "[seed][tickets]") {
    auto const tickets =
        all<Ticket>("select id, title, description, status, created_at, updated_at from tickets");
    for (Ticket const& ticket : tickets) {
        INFO(ticket.title);
        CHECK(validate(
                  TicketReport{.asset_code = "x", .title = ticket.title, .description = ticket.description})
                  .empty());
        CHECK(ticket.updated_at.unix_ms >= ticket.created_at.unix_ms);
        CHECK(ticket.updated_at.unix_ms <= seed_moment.unix_ms);
        Date const day = to_berlin(ticket.created_at).date;
        CHECK(is_working_day(day));
        bool const in_summer_holidays = Date{2026, 7, 1} < day && day < Date{2026, 8, 13};
        CHECK_FALSE(in_summer_holidays);
    }
    for (TicketComment const& comment : all<TicketComment>("select text from ticket_comments")) {
        INFO(comment.text);
        CHECK(validate(comment).empty());
    }
    std::int64_t last = 0;
    for (std::int64_t const at : all<std::int64_t>("select at from audit_log order by id")) {
        REQUIRE(at >= last);
        last = at;
    }
}

TEST_CASE("a device that a ticket sent away is in repair, and one that came back is in use",
          "[seed][tickets]") {
    auto const status_of = [](std::string const& title) {
        return all<std::string>(
            "select a.status from tickets t join assets a on a.id = t.asset_id where t.title = '" + title +
            "'");
    };
    CHECK(status_of("Notebook: Scharnier gebrochen") == std::vector<std::string>{"in_repair"});
    CHECK(status_of("Akku hält nur noch zwanzig Minuten") == std::vector<std::string>{"in_use"});
    CHECK(status_of("Beamer zeigt kein Bild") == std::vector<std::string>{"retired"});
}

TEST_CASE("a seed refuses a county that has schools already, and leaves it alone", "[seed]") {
    auto const before = demo_world().read([](Tx& tx) { return test::dump_tables(tx); });
    auto const again = seed_demo(demo_world());
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::conflict);
    CHECK(again.error().code == "not_empty");
    auto const large = seed_large(demo_world(), 10);
    REQUIRE_FALSE(large);
    CHECK(large.error().code == "not_empty");
    CHECK(demo_world().read([](Tx& tx) { return test::dump_tables(tx); }) == before);
}

TEST_CASE("a seed stores nothing where one of the demo users exists", "[seed]") {
    test::TempDatabase const database{seed_clock()};
    REQUIRE(database->write({}, [](WriteTx& tx) { return create_person(tx, {.username = "Auditor"}); }));
    auto const seeded = seed_demo(*database);
    REQUIRE_FALSE(seeded);
    CHECK(seeded.error().code == "taken");
    CHECK(database->read([](Tx& tx) { return list_all_schools(tx).empty(); }));
}

} // namespace schulkit
