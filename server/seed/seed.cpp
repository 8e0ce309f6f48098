#include "server/seed/seed.hpp"

#include "server/allocation/allocation_store.hpp"
#include "server/assets/asset_changes.hpp"
#include "server/assets/asset_search_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "server/schools/school_store.hpp"
#include "server/seed/calendar.hpp"
#include "server/seed/county_devices.hpp"
#include "server/seed/county_kits.hpp"
#include "server/seed/county_loans.hpp"
#include "server/seed/county_trainings.hpp"
#include "server/seed/ticket_history.hpp"

#include <algorithm>
#include <span>

namespace schulkit {
namespace {

constexpr std::string_view demo_password = "schulkit-demo";
constexpr std::size_t devices_per_commit = 5'000;

struct DemoPeople {
    Person coordinator = {};
    Person technician = {};
    Person teacher = {};
};

/// When the county's list of devices was taken over, before the first ticket: Monday, 4 May 2026.
Instant takeover_moment() {
    return berlin_moment({.year = 2026, .month = 5, .day = 4}, 8 * 60);
}

Result<Done> check_empty(Tx& tx) {
    if (list_all_schools(tx).empty()) return Done{};
    return fail(ErrorKind::conflict, "not_empty",
                "there are schools already; a seed needs an empty data folder");
}

Result<Done> add_schools(WriteTx& tx, std::vector<SchoolPlan> const& county) {
    for (SchoolPlan const& plan : county) {
        TRY_ASSIGN(School const school, insert_school(tx, plan.school));
        TRY(record_created(tx, "create", school.id.value, school.code, school));
        TRY(add_school_services(tx, school.code));
        TRY(store_distance(tx, school.id, plan.distance_km));
    }
    return Done{};
}

Result<DemoPeople> add_people(WriteTx& tx) {
    std::string const hash = hash_password(demo_password);
    auto const add = [&](std::string username, Role role, std::vector<std::string> schools = {}) -> Result<Person> {
        bool const is_contact = role == Role::school_staff;
        TRY_ASSIGN(
            Person person,
            create_person(tx,
                          {.username = std::move(username),
                           .role = role,
                           .is_contact = is_contact,
                           .school_codes = std::move(schools)},
                          Account::demo));
        TRY(set_password(tx, person.id, hash));
        return person;
    };
    TRY(add("admin", Role::admin));
    TRY_ASSIGN(Person coordinator, add("coordinator", Role::coordinator));
    TRY_ASSIGN(Person technician, add("technician", Role::technician));
    TRY_ASSIGN(Person teacher, add("teacher", Role::school_staff, {"GYM-03"}));
    TRY(add("auditor", Role::auditor));
    return DemoPeople{std::move(coordinator), std::move(technician), std::move(teacher)};
}

Result<DemoPeople> add_county(WriteTx& tx, std::vector<SchoolPlan> const& county) {
    TRY(check_empty(tx));
    TRY(add_schools(tx, county));
    return add_people(tx);
}

/// In an order that has nothing to do with schools and kinds, but with the demo projector first.
void shuffle(std::vector<Asset>& devices, SeedRandom& random) {
    for (std::size_t left = devices.size(); left > 1; --left)
        std::swap(devices[left - 1], devices[random.below(left)]);
    auto const demo = std::find_if(devices.begin(), devices.end(),
                                   [](Asset const& device) { return device.tag == demo_projector_tag; });
    if (demo != devices.end()) std::swap(*demo, devices.front());
}

Result<Done> write_devices(Database& database, std::span<Asset const> devices) {
    return database.write(Id<Person>{}, [&](WriteTx& now) -> Result<Done> {
        WriteTx tx = now.acting({}, takeover_moment());
        TRY(hold_text_index(tx));
        for (Asset const& device : devices)
            TRY(add_asset(tx, device, "import"));
        return index_held_texts(tx);
    });
}

} // namespace

Clock seed_clock() {
    return [] { return seed_moment; };
}

Result<Done> seed_demo(Database& database) {
    return database.write(Id<Person>{}, [](WriteTx& now) -> Result<Done> {
        WriteTx tx = now.acting({}, takeover_moment());
        CountyDevices source;
        TRY_ASSIGN(DemoPeople const people, add_county(tx, source.county()));
        std::vector<Asset> devices;
        TRY(hold_text_index(tx));
        for (Asset& planned : source.next_round()) {
            TRY_ASSIGN(Asset stored, add_asset(tx, std::move(planned), "import"));
            devices.push_back(std::move(stored));
        }
        TRY(index_held_texts(tx));
        TRY(seed_school_years(tx));
        TRY(seed_kits(tx, people.coordinator, devices));
        TRY(seed_stock(tx));
        TRY(seed_loans(tx, people.coordinator));
        std::vector<TicketStory> stories = done_ticket_stories();
        for (TicketStory& story : open_ticket_stories())
            stories.push_back(std::move(story));
        TRY(write_ticket_history(tx, stories, devices, [&](Teller teller) -> Person const& {
            switch (teller) {
            case Teller::teacher:
                return people.teacher;
            case Teller::coordinator:
                return people.coordinator;
            case Teller::technician:
                break;
            }
            return people.technician;
        }));
        WriteTx last = now.acting({}, seed_moment);
        TRY(seed_standards(last, people.coordinator));
        TRY(seed_trainings(last, people.coordinator));
        return seed_loan_requests(last, people.coordinator);
    });
}

Result<Done> seed_large(Database& database, std::int64_t assets,
                        std::function<void(std::int64_t)> const& step) {
    if (assets < 1) return invalid("assets", "out_of_range");
    CountyDevices source;
    auto const founded = database.write(Id<Person>{}, [&](WriteTx& now) -> Result<DemoPeople> {
        WriteTx tx = now.acting({}, takeover_moment());
        return add_county(tx, source.county());
    });
    if (!founded) return fail(founded.error());

    SeedRandom random{20'260'901};
    auto const wanted = static_cast<std::size_t>(assets);
    std::vector<Asset> waiting;
    for (std::size_t stored = 0; stored < wanted;) {
        std::size_t const count = std::min(devices_per_commit, wanted - stored);
        while (waiting.size() < count) {
            std::vector<Asset> round = source.next_round();
            shuffle(round, random);
            for (Asset& device : round)
                waiting.push_back(std::move(device));
        }
        TRY(write_devices(database, {waiting.data(), count}));
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(count));
        stored += count;
        if (step) step(static_cast<std::int64_t>(stored));
    }
    return Done{};
}

} // namespace schulkit
