// Every entity that is stored: JSON round trip, columns as in the Schema, labels in every language.

#include "embedded/strings.hpp"
#include "shared/allocation/allocation_api.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/attachments/attachment_api.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/board/board.hpp"
#include "shared/calendars/calendar_api.hpp"
#include "shared/core/strings.hpp"
#include "shared/differences/difference_api.hpp"
#include "shared/feedback/feedback_api.hpp"
#include "shared/handovers/handover_api.hpp"
#include "shared/imports/import_api.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/kits/kit_regrouping.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/papers/loan_paper_api.hpp"
#include "shared/papers/paper_settings.hpp"
#include "shared/people/session_api.hpp"
#include "shared/requirements/requirement_api.hpp"
#include "shared/school_years/school_year_api.hpp"
#include "shared/schools/school_api.hpp"
#include "shared/schools/school_standard.hpp"
#include "shared/statement/accessibility_statement.hpp"
#include "shared/stock/stock_api.hpp"
#include "shared/supplements/supplement_api.hpp"
#include "shared/tickets/ticket_api.hpp"
#include "shared/tours/tour_api.hpp"
#include "shared/trainings/training_api.hpp"
#include "tests/support/temp_database.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// Some value that is not the default, for each type of field.
void fill(std::string& value) { value = "Größe \"7\""; }
void fill(bool& value) { value = !value; }
void fill(std::int64_t& value) { value += 70'000'000'000; }
void fill(Cents& value) { value.value = 123'456; }
void fill(Date& value) { value = {2024, 2, 29}; }
void fill(Instant& value) { value = *parse_rfc3339("2026-11-24T06:05:04.007Z"); }
void fill(Json& value) { value = Json{{"a", 1}}; }
template <class T> void fill(Id<T>& id) { id.value = 42; }
template <NamedEnum E> void fill(E& value) { value = EnumWords<E>::values.back().first; }
template <class T> void fill(std::optional<T>& value);
template <class T> void fill(std::vector<T>& values);
template <Entity T> void fill(T& entity) {
    for_each_field<T>([&](auto const& f) { fill(entity.*f.member); });
}
template <class T> void fill(std::optional<T>& value) {
    value.emplace();
    fill(*value);
}
template <class T> void fill(std::vector<T>& values) {
    values.resize(2);
    for (T& value : values) fill(value);
}

template <class T> std::set<std::string> stored_fields() {
    std::set<std::string> names;
    for_each_field<T>([&](auto const& f) {
        if (!f.rules.derived) names.emplace(f.name);
    });
    return names;
}

std::set<std::string> columns_of(Database& database, std::string_view table, std::set<std::string> const& beside) {
    std::set<std::string> names;
    database.read([&](Tx& tx) {
        for (std::string const& name : rows<std::string>(tx, "select name from pragma_table_info(?1)", table))
            if (!beside.contains(name)) names.insert(name);
        return true;
    });
    return names;
}

template <class T> void check_labels() {
    for (auto const& file : embedded::strings()) {
        Strings const texts = Strings::from_json(file.bytes);
        for_each_field<T>([&](auto const& f) {
            INFO(file.name << ": " << f.label);
            if (!f.label.empty()) CHECK(texts.has(f.label));
        });
    }
}

} // namespace

TEMPLATE_TEST_CASE("what goes out as JSON comes back the same", "[contract]", Asset, School, Site, Person, Ticket,
                   TicketReport, TicketWork, TicketComment, AuditEntry, Change, Changes, Session, Credentials, Found,
                   Category, Room, ImportReport, ImportRow, ImportWarning, ImportProgress, AccessibilityStatement,
                   Page<Asset>, SchoolYear, KitType, Kit, KitSummary, KitContents, SlotChange, KitReadiness, Requirement,
                   SchoolRequirement, SchoolStandard, Training, TrainingSchool, LoanRequest, Loan, KitBooking, TypeBalance, HandoverSession, SessionStart,
                   SessionScan, SessionCounts, SessionEnd, HandOver, TakeBack, LoanItem, MissingItem, Board,
                   AllocationRules, AllocationPin, AllocationProposal, YearProposal, RequestPins, SchoolDistance,
                   ProposalAcceptance, AcceptedProposal, Attachment, AttachmentLink, AttachedFile, AccessoryCounts,
                   LoanPaper, SignedPapers, PaperSettings, SessionDamage, SessionPhotos, DeviceSwap, Delivery,
                   LoanSupplement, LoanDifference, LoanSettings, Objection, ObjectionAnswer, ChaseNote,
                   DifferenceSettlement, Store, StockLine, StockMove, NewStockMove, PlannedShortfall, KitSplit,
                   KitPair, KitMerge, KitClaims, KitAway, Tour, DueReturn, LoanExtensions, LoanExtension, Feedback,
                   FeedbackSummary, CalendarFeed, WhoseCalendar) {
    TestType entity{};
    fill(entity);
    auto const back = decode<TestType>(encode(entity));
    REQUIRE(back);
    CHECK(*back == entity);
    // a member nobody knows is ignored
    Json wider = encode_value(entity);
    wider["nobody_knows"] = 1;
    CHECK(decode<TestType>(dump_json(wider)) == back);
}

TEMPLATE_TEST_CASE("a field of the wrong type is named", "[contract]", Asset, School, Person, Ticket, TicketReport,
                   TicketComment, Credentials, ImportProgress, AccessibilityStatement, Attachment, AttachmentLink, SignedPapers) {
    for_each_field<TestType>([&](auto const& f) {
        INFO(f.name);
        auto const refused = decode<TestType>(dump_json(Json{{std::string{f.name}, Json{{"x", 1}}}}));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields.front().field == f.name);
    });
}

TEMPLATE_TEST_CASE("every label stands in every language", "[contract]", Asset, School, Site, Person, Ticket,
                   TicketReport, TicketWork, TicketComment, AccessibilityStatement, SchoolYear, KitType, KitTypeSlot,
                   KitTypeAccessory, KitTypeApp, Kit, KitSlot, KitAccessory, KitCheck, KitSummary, SlotChange, KitReadiness,
                   Requirement, SchoolRequirement, SchoolStandard, Training, TrainingSchool, LoanRequest, Loan, LoanApproval, KitBooking, TypeBalance, Extension,
                   KitExchange, Reason, HandoverSession, SessionSlot, SessionAccessory, ForeignDevice, Signer, SessionStart,
                   SessionScan, SessionEnd, HandOver, TakeBack, LoanItem, MissingItem, BoardKit, BoardLoan,
                   AllocationRules, RequestPins, SchoolDistance, ProposalKit, ProposalRequest, LoanPaper,
                   SignedPapers, PaperSettings, SessionDamage, SessionPhotos, DeviceSwap, Delivery, LoanSupplement,
                   SupplementItem, LoanDifference, DifferenceChase, LoanSettings, Objection, ObjectionAnswer,
                   ChaseNote, DifferenceSettlement, Store, StockLine, StockMove, NewStockMove, PlannedShortfall,
                   KitSplit, KitMerge, KitClaims, KitAway, Tour, TourStop, TourLoan, DueReturn, LoanExtensions,
                   LoanExtension, Feedback, FeedbackSummary, CalendarFeed) {
    check_labels<TestType>();
}

TEST_CASE("the tables have just the columns that the entities have", "[contract]") {
    TempDatabase database;
    CHECK(columns_of(*database, "assets", {"on_loan"}) == stored_fields<Asset>());
    CHECK(columns_of(*database, "schools", {}) == stored_fields<School>());
    CHECK(columns_of(*database, "sites", {"school_code"}) == stored_fields<Site>());
    CHECK(columns_of(*database, "people", {"is_demo", "created_at"}) == stored_fields<Person>());
    CHECK(columns_of(*database, "tickets", {"search_text", "kit_id", "loan_id", "session_id"}) == stored_fields<Ticket>());
    CHECK(columns_of(*database, "ticket_comments", {}) == stored_fields<TicketComment>());
    CHECK(columns_of(*database, "accessibility_statement", {}) == stored_fields<AccessibilityStatement>());
    CHECK(columns_of(*database, "school_years", {}) == stored_fields<SchoolYear>());
    CHECK(columns_of(*database, "kit_types", {"name_key"}) == stored_fields<KitType>());
    CHECK(columns_of(*database, "kit_type_slots", {"kit_type_id", "position"}) == stored_fields<KitTypeSlot>());
    CHECK(columns_of(*database, "kit_type_accessories", {"kit_type_id", "position"}) == stored_fields<KitTypeAccessory>());
    CHECK(columns_of(*database, "kit_type_apps", {"kit_type_id", "position"}) == stored_fields<KitTypeApp>());
    CHECK(columns_of(*database, "kits", {"tag_key", "search_text"}) == stored_fields<Kit>());
    CHECK(columns_of(*database, "kit_slots", {"kit_id", "asset_id"}) == stored_fields<KitSlot>());
    CHECK(columns_of(*database, "requirements", {}) == stored_fields<Requirement>());
    CHECK(columns_of(*database, "school_requirements", {"requirement_id", "submitted_by", "confirmed_by"}) ==
          stored_fields<SchoolRequirement>());
    CHECK(columns_of(*database, "school_standards", {}) == stored_fields<SchoolStandard>());
    CHECK(columns_of(*database, "evidence_files", {"school_id", "requirement_id", "is_current"}) ==
          std::set<std::string>{"position", "sha256", "name"}); // the others are the attachment's
    CHECK(columns_of(*database, "trainings", {}) == stored_fields<Training>());
    CHECK(columns_of(*database, "training_schools", {"training_id", "school_id"}) ==
          std::set<std::string>{"people", "counts_until"}); // the school's code is the school's
    CHECK(columns_of(*database, "loans", {"waitlisted_at"}) == stored_fields<Loan>());
    CHECK(columns_of(*database, "handover_sessions", {"started_by", "ended_by", "signature", "county_signature"}) == stored_fields<HandoverSession>());
    CHECK(columns_of(*database, "paper_settings", {}) == stored_fields<PaperSettings>());
    CHECK(columns_of(*database, "loan_papers", {"page", "issued_by"}) == stored_fields<LoanPaper>());
    CHECK(columns_of(*database, "loan_supplements", {}) == stored_fields<LoanSupplement>());
    CHECK(columns_of(*database, "loan_supplement_items", {"supplement_id", "position"}) == stored_fields<SupplementItem>());
    CHECK(columns_of(*database, "loan_differences", {"item_id", "objected_by", "answered_by", "settled_by"}) ==
          stored_fields<LoanDifference>());
    CHECK(columns_of(*database, "difference_chases", {"id", "difference_id"}) == stored_fields<DifferenceChase>());
    CHECK(columns_of(*database, "loan_settings", {"id"}) == stored_fields<LoanSettings>());
    CHECK(columns_of(*database, "session_photos", {"session_id"}) == std::set<std::string>{"position", "sha256", "name"});
    CHECK(columns_of(*database, "attachments", {"id", "bytes"}) == stored_fields<Attachment>());
    CHECK(columns_of(*database, "ticket_attachments", {"ticket_id"}) ==
          std::set<std::string>{"position", "sha256", "name"}); // the others are the attachment's
    CHECK(columns_of(*database, "allocation_rules", {"school_year"}) == stored_fields<AllocationRules>());
    CHECK(columns_of(*database, "allocation_pins", {"school_year"}) == stored_fields<AllocationPin>());
    CHECK(columns_of(*database, "stores", {"name_key"}) == stored_fields<Store>());
    CHECK(columns_of(*database, "stock_lines", {"label_key"}) == stored_fields<StockLine>());
    CHECK(columns_of(*database, "stock_moves", {"moved_by"}) == stored_fields<StockMove>());
    CHECK(columns_of(*database, "loan_feedback", {}) == stored_fields<Feedback>());
    CHECK(columns_of(*database, "tours", {}) == stored_fields<Tour>());
    CHECK(columns_of(*database, "kit_accessories", {"kit_id", "position"}) == stored_fields<KitAccessory>());
}

TEST_CASE("an asset survives the way into the database and back", "[contract]") {
    TempDatabase database;
    Asset asset{.tag = "T1", .name = "Größe", .category = "Sonstiges", .manufacturer = "M", .model = "", .serial = "S",
                .status = AssetStatus::in_repair, .room = "204", .purchased_on = Date{2024, 2, 29},
                .price_cents = Cents{1}, .notes = "a\nb"};
    auto const stored = database->write({}, [&](WriteTx& tx) -> Result<Asset> {
        TRY_ASSIGN(asset.id.value,
                   insert(tx, "insert into assets (kind, tag, name, category, manufacturer, model, serial, status, room,"
                              " purchased_on, price_cents, notes) values (:kind, :tag, :name, :category, :manufacturer,"
                              " :model, :serial, :status, :room, :purchased_on, :price_cents, :notes)", asset));
        return *find_row<Asset>(tx, "select * from assets where id = ?1", asset.id);
    });
    REQUIRE(stored);
    CHECK(*stored == asset);
}
