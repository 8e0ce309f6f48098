#include "server/seed/county_loans.hpp"

#include "server/assets/asset_store.hpp"
#include "server/handovers/handover_changes.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/kits/kit_type_store.hpp"
#include "server/loans/loan_changes.hpp"
#include "server/papers/paper_settings_changes.hpp"
#include "server/requirements/requirement_changes.hpp"
#include "server/schools/school_store.hpp"

#include <array>
#include <set>

namespace schulkit {
namespace {

constexpr std::array purposes = {
    "Erklärvideos und Stop-Motion-Filme in den Projektwochen",
    "Digitale Schulbücher in den Klassen 7 und 8",
    "Deutsch als Zweitsprache: Sprachübungen mit Kopfhörern",
    "Messwerterfassung in Physik und Chemie",
    "Individuelle Förderung im Lernbüro",
    "Berufsorientierung und Bewerbungstraining",
};
constexpr std::array levels = {"5, 6", "7, 8", "8, 9", "9, 10", "11", "5 bis 10"};
constexpr std::array signers = {"Dr. Petra Lindhorst", "Jens Albers", "Katrin Meinecke", "Thomas Rieger", "Sabine Voss"};

/// Evidence by the order of the county's requirements.
constexpr std::array evidence = {"WLAN-Ausleuchtung im Februar 2026, 32 Tablets zugleich ohne Abbruch.",
                                 "Glasfaser, 500 Mbit/s, gemessen am 12. März 2026.",
                                 "Fortbildungsplan der Steuergruppe Digitalisierung, Stand Januar 2026.",
                                 "Abschließbarer Ladeschrank im Vorbereitungsraum.",
                                 "Zuständig ist die Didaktische Leitung, erreichbar über das Sekretariat."};

template <class T, std::size_t N> T const& nth(std::array<T, N> const& list, std::int64_t i) {
    return list[static_cast<std::size_t>(i) % N];
}

Result<Done> show_all(WriteTx& tx, Access const& access, School const& school) {
    std::int64_t i = 0;
    for (Requirement const& requirement : list_requirements(tx)) {
        Patch<SchoolRequirement> patch;
        patch.members = Json{{"state", "met"}, {"evidence", nth(evidence, i)}};
        // the plan is one of two years: it will have to be shown again
        if (requirement.code == "training_plan") patch.members["valid_until"] = "2027-07-31";
        TRY(show_requirement(tx, access, school.id, requirement.code, patch));
        ++i;
    }
    return Done{};
}

/// Where the inventory has the kit's devices; nothing for the depot.
School const* school_of(Tx& tx, Kit const& kit, std::vector<School> const& schools) {
    for (KitSlot const& slot : kit.slots) {
        if (!slot.asset_id) continue;
        auto const device = find_asset(tx, Id<Asset>{*slot.asset_id});
        if (!device || !device->school_code) continue;
        for (School const& school : schools)
            if (school.code == device->school_code) return &school;
    }
    return nullptr;
}

Result<Done> lend(WriteTx& tx, Access const& access, Kit const& kit, School const& school) {
    std::int64_t const i = kit.id.value;
    TRY(prepare_kit(tx, kit.id,
                    {.wiped = true, .signed_out = true, .updated = true, .cleaned = true, .charged = true, .complete = true}));
    TRY_ASSIGN(Loan const loan, ask_for_loan(tx, access,
                                             {.school_id = school.id,
                                              .kit_id = kit.id,
                                              .first_school_year = "2025-26",
                                              .school_years = i % 4 == 0 ? 3 : 2,
                                              .purpose = nth(purposes, i),
                                              .class_levels = nth(levels, i),
                                              .pupils = 24 + i % 9}));
    TRY(approve_loan(tx, access, loan.id, {}));
    HandOver call{.missing_accepted = true,
                  .signed_by = Signer{.name = nth(signers, i), .function = "Schulleitung"},
                  .county_signed_by = Signer{.name = "Svenja Brandt", .function = "Schul-IT", .on_behalf = OnBehalf::i_a}};
    for (KitSlot const& slot : kit.slots)
        if (slot.asset_tag) call.scanned.push_back(*slot.asset_tag);
    // the one school that the demo's teacher belongs to shows what the papers look like
    TRY(hand_over_loan(tx, access, loan.id, call,
                       school.code == "GYM-03" ? StepPapers::issue : StepPapers::in_folders));
    return Done{};
}

/// Invented, as the county is.
Result<Done> set_letterhead(WriteTx& tx) {
    PaperSettings settings = get_paper_settings(tx);
    settings.county = "Landkreis Hohenwald";
    settings.department = "Amt für Schulen · Schul-IT";
    settings.address = "Rathausplatz 1\n00401 Nebelstedt";
    settings.contact = "Telefon 00401 555-120\nschul-it@hohenwald.example";
    settings.place = "Nebelstedt";
    TRY(edit_paper_settings(tx, settings, settings.version));
    return Done{};
}

struct Wish {
    std::size_t school; ///< in the order of their codes
    char const* first_school_year;
    std::int64_t school_years;
    std::int64_t quantity;
    std::int64_t least_quantity;
    LoanState becomes;
};
constexpr std::array wishes = {
    Wish{0, "2026-27", 1, 1, 1, LoanState::approved},   Wish{3, "2026-27", 2, 2, 1, LoanState::approved},
    Wish{9, "2026-27", 1, 1, 1, LoanState::requested},  Wish{12, "2026-27", 1, 2, 2, LoanState::waitlisted},
    Wish{15, "2027-28", 1, 1, 1, LoanState::requested}, Wish{7, "2027-28", 2, 1, 1, LoanState::requested},
    Wish{18, "2027-28", 1, 3, 2, LoanState::waitlisted}, Wish{20, "2026-27", 1, 1, 1, LoanState::rejected}};

Result<Done> wish(WriteTx& tx, Access const& access, KitType const& type, School const& school, Wish const& wish, std::int64_t i) {
    TRY_ASSIGN(Loan const first, ask_for_loan(tx, access,
                                              {.school_id = school.id,
                                               .kit_type_id = type.id,
                                               .first_school_year = wish.first_school_year,
                                               .school_years = wish.school_years,
                                               .quantity = wish.quantity,
                                               .least_quantity = wish.least_quantity,
                                               .purpose = nth(purposes, i),
                                               .class_levels = nth(levels, i),
                                               .pupils = 22 + i}));
    TRY_ASSIGN(Page<Loan> const together, list_loans(tx, access, {.request_id = first.request_id}));
    for (Loan const& loan : together.items) {
        if (wish.becomes == LoanState::approved) TRY(approve_loan(tx, access, loan.id, {}));
        if (wish.becomes == LoanState::waitlisted) TRY(waitlist_loan(tx, access, loan.id));
        if (wish.becomes == LoanState::rejected)
            TRY(reject_loan(tx, access, loan.id, "Die Schule hat in diesem Jahr schon zwei Klassensätze eigener Tablets bekommen."));
    }
    return Done{};
}

} // namespace

Result<Done> seed_loans(WriteTx& at_takeover, Person const& coordinator) {
    WriteTx tx = at_takeover.acting(coordinator.id, at_takeover.now());
    TRY_ASSIGN(Access const access, grant(coordinator, Action::decide_loan));
    std::vector<School> const schools = list_all_schools(tx);
    std::set<std::string> ready;
    TRY(set_letterhead(tx));
    TRY_ASSIGN(Page<KitSummary> page, list_kits(tx, {.limit = max_page_size}));
    for (KitSummary const& summary : page.items) {
        TRY_ASSIGN(Kit const kit, get_kit(tx, summary.id));
        School const* const school = school_of(tx, kit, schools);
        if (school == nullptr) continue;
        if (ready.insert(school->code).second) TRY(show_all(tx, access, *school));
        TRY(lend(tx, access, kit, *school));
    }
    return Done{};
}

Result<Done> seed_loan_requests(WriteTx& at_last, Person const& coordinator) {
    WriteTx tx = at_last.acting(coordinator.id, at_last.now());
    TRY_ASSIGN(Access const access, grant(coordinator, Action::decide_loan));
    std::vector<School> const schools = list_all_schools(tx);
    TRY_ASSIGN(Page<KitType> const types, list_kit_types(tx, {}));
    for (std::size_t i = 0; i < wishes.size(); ++i)
        TRY(wish(tx, access, types.items.front(), schools[wishes[i].school % schools.size()], wishes[i],
                 static_cast<std::int64_t>(i)));
    return Done{};
}

} // namespace schulkit
