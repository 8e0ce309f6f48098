#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/handovers/handover.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/tickets/ticket.hpp"

namespace schulkit {

// --- sessions -----------------------------------------------------------------------------------------------
struct SessionQuery {
    int limit = default_page_size;
    std::optional<SessionState> state = std::nullopt;
    std::optional<Id<Loan>> loan_id = std::nullopt;
    bool operator==(SessionQuery const&) const = default;
};

template <>
struct Schema<SessionQuery> {
    static constexpr std::string_view name = "session_query";
    static constexpr auto fields = std::tuple{field("limit", "", &SessionQuery::limit),
                                              field("state", "handover.state", &SessionQuery::state),
                                              field("loan_id", "loan.id", &SessionQuery::loan_id)};
};

/// Without slots, accessories and foreign devices.
struct ListSessions {
    using Path = None;
    using Query = SessionQuery;
    using Body = None;
    using Response = Page<HandoverSession>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/handover-sessions";
    static constexpr std::string_view name = "list_handover_sessions";
    static constexpr std::string_view summary = "Sessions of handover and return, newest first";
};

struct SessionStart {
    SessionKind kind = SessionKind::handover;
    std::vector<std::int64_t> loan_ids = {}; ///< of one school
    bool operator==(SessionStart const&) const = default;
};

template <>
struct Schema<SessionStart> {
    static constexpr std::string_view name = "session_start";
    static constexpr auto fields = std::tuple{field("kind", "handover.kind", &SessionStart::kind),
                                              field("loan_ids", "handover.loans", &SessionStart::loan_ids)};
};

/// A session that is open for just these loans is answered as it is. Errors: 422 "required", "unknown_loan", "other_school"
/// on loan_ids; 409 "wrong_state", "kit_needed" (no kit is fixed yet), "in_open_session", "kit_not_ready".
struct StartSession {
    using Path = None;
    using Query = None;
    using Body = SessionStart;
    using Response = HandoverSession;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/handover-sessions";
    static constexpr std::string_view name = "start_handover_session";
    static constexpr std::string_view summary = "Begin to hand over, collect or check one or several kits of a school";
};

struct GetHandoverSession {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = None;
    using Response = HandoverSession;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/handover-sessions/{id}";
    static constexpr std::string_view name = "get_handover_session";
    static constexpr std::string_view summary = "A session with what is expected and what was scanned";
};

struct SessionScan {
    std::string code = {};
    std::optional<std::string> note = std::nullopt; ///< condition; absent: as it was
    bool taken_back = false;                        ///< the tick was a mistake
    bool operator==(SessionScan const&) const = default;
};

template <>
struct Schema<SessionScan> {
    static constexpr std::string_view name = "session_scan";
    static constexpr auto fields =
        std::tuple{field("code", "asset.tag", &SessionScan::code, {.required = true, .max_length = 2000}),
                   field("note", "handover.note", &SessionScan::note, {.erasable = true, .max_length = 500}),
                   field("taken_back", "handover.taken_back", &SessionScan::taken_back)};
};

/// The session goes on whatever is scanned. Errors: 422 "unknown_asset", "not_in_loan" on code; 409 "in_other_kit" with the
/// members of InOtherKit for a device of another school's kit or of one at rest; "session_has_ended".
struct ScanIntoSession {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = SessionScan;
    using Response = HandoverSession;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/scan";
    static constexpr std::string_view name = "scan_into_session";
    static constexpr std::string_view summary = "Tick off a device";
};

struct SessionCounts {
    std::vector<SessionAccessory> accessories = {};
    bool operator==(SessionCounts const&) const = default;
};

template <>
struct Schema<SessionCounts> {
    static constexpr std::string_view name = "session_counts";
    static constexpr auto fields = std::tuple{field("accessories", "kit.accessories", &SessionCounts::accessories)};
};

/// Those that are named; the others stay. Errors: 422 "unknown_accessory"; 409 "session_has_ended".
struct CountAccessories {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = SessionCounts;
    using Response = HandoverSession;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/accessories";
    static constexpr std::string_view name = "count_accessories";
    static constexpr std::string_view summary = "Say how many of each accessory are there";
};

struct SessionDamage {
    std::string code = {}; ///< of the device
    std::string title = {};
    std::string description = {};
    std::vector<AttachmentLink> attachments = {};
    bool operator==(SessionDamage const&) const = default;
};

template <>
struct Schema<SessionDamage> {
    static constexpr std::string_view name = "session_damage";
    static constexpr auto fields = std::tuple{
        field("code", "asset.tag", &SessionDamage::code, {.required = true, .max_length = 2000}),
        field("title", "ticket.title", &SessionDamage::title, ticket_title_rules),
        field("description", "ticket.description", &SessionDamage::description, ticket_description_rules),
        field("attachments", "ticket.photos", &SessionDamage::attachments)};
};

/// Found by validate(): more photos than a ticket takes ("too_many" on attachments).
void check(SessionDamage const& damage, FieldErrors& errors);

/// Makes the device's ticket on the spot, linked to its kit and loan, and ticks the device off: it is there. Errors: those of
/// scan_into_session on code, those of report_ticket on title, description and attachments.N.
struct ReportDamage {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = SessionDamage;
    using Response = HandoverSession;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/damage";
    static constexpr std::string_view name = "report_damage";
    static constexpr std::string_view summary = "Report that a device of the session is damaged";
};

inline constexpr std::size_t max_session_photos = 20;

struct SessionPhotos {
    std::vector<AttachmentLink> attachments = {};
    bool operator==(SessionPhotos const&) const = default;
};

template <>
struct Schema<SessionPhotos> {
    static constexpr std::string_view name = "session_photos";
    static constexpr auto fields = std::tuple{field("attachments", "handover.photos", &SessionPhotos::attachments)};
};

/// A photo that is there already is not added again. Errors: 422 "unknown_attachment" on attachments.N.sha256, "too_many" on
/// attachments; 409 "session_has_ended".
struct AddSessionPhotos {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = SessionPhotos;
    using Response = Page<AttachedFile>;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/photos";
    static constexpr std::string_view name = "add_session_photos";
    static constexpr std::string_view summary = "Add photos of how the kits are";
};

struct ListSessionPhotos {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = None;
    using Response = Page<AttachedFile>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/photos";
    static constexpr std::string_view name = "list_session_photos";
    static constexpr std::string_view summary = "Photos of how the kits were, all on one page";
};

struct SessionPhotoPath {
    Id<HandoverSession> id = {};
    std::int64_t position = 0;
    bool operator==(SessionPhotoPath const&) const = default;
};

template <>
struct Schema<SessionPhotoPath> {
    static constexpr std::string_view name = "session_photo_path";
    static constexpr auto fields =
        std::tuple{field("id", "", &SessionPhotoPath::id), field("position", "", &SessionPhotoPath::position)};
};

struct GetSessionPhoto {
    using Path = SessionPhotoPath;
    using Query = None;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/photos/{position}";
    static constexpr std::string_view name = "get_session_photo";
    static constexpr std::string_view summary = "The bytes of a photo of a session";
};

struct SessionEnd {
    bool missing_accepted = false;                             ///< handed over although something is missing
    std::optional<std::string> override_reason = std::nullopt; ///< handed over although requirements are not met
    std::optional<Signer> signed_by = std::nullopt;            ///< for the school; absent: to be signed on paper later
    std::optional<Signer> county_signed_by = std::nullopt;     ///< for the county
    std::optional<std::string> seal_number = std::nullopt;
    std::optional<std::string> notes = std::nullopt;
    bool operator==(SessionEnd const&) const = default;
};

template <>
struct Schema<SessionEnd> {
    static constexpr std::string_view name = "session_end";
    static constexpr auto fields = std::tuple{
        field("missing_accepted", "handover.missing_accepted", &SessionEnd::missing_accepted),
        field("override_reason", "loan.override_reason", &SessionEnd::override_reason,
              {.erasable = true, .multiline = true, .max_length = 2000}),
        field("signed_by", "handover.signed_by", &SessionEnd::signed_by),
        field("county_signed_by", "handover.county_signed_by", &SessionEnd::county_signed_by),
        field("seal_number", "handover.seal_number", &SessionEnd::seal_number, {.max_length = 60}),
        field("notes", "handover.notes", &SessionEnd::notes, {.erasable = true, .multiline = true, .max_length = 4000})};
};

struct MissingItem {
    Id<Loan> loan_id = {};
    std::optional<std::int64_t> slot = std::nullopt; ///< absent: an accessory
    std::string label = {};
    std::optional<std::string> asset_tag = std::nullopt;
    std::int64_t quantity = 1;
    bool operator==(MissingItem const&) const = default;
};

template <>
struct Schema<MissingItem> {
    static constexpr std::string_view name = "missing_item";
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &MissingItem::loan_id), field("slot", "kit.slot", &MissingItem::slot),
        field("label", "kit_type.slot_label", &MissingItem::label), field("asset_tag", "asset.tag", &MissingItem::asset_tag),
        field("quantity", "kit.quantity", &MissingItem::quantity)};
};

/// All of its loans move on, or none. Errors: 409 "requirements_not_met" with `requirements` unless there is an
/// override_reason; "kit_not_ready"; "kit_incomplete" with `missing` unless missing_accepted; "session_has_ended".
struct CompleteSession {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = SessionEnd;
    using Response = HandoverSession;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/complete";
    static constexpr std::string_view name = "complete_handover_session";
    static constexpr std::string_view summary = "Hand over, collect or check what the session is about";
};

struct AbandonSession {
    using Path = IdPath<HandoverSession>;
    using Query = None;
    using Body = None;
    using Response = HandoverSession;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/handover-sessions/{id}/abandon";
    static constexpr std::string_view name = "abandon_handover_session";
    static constexpr std::string_view summary = "Give a session up; nothing has been handed over";
};

// --- a whole session in one call, for scripts and scanners that keep their own list -------------------------------
struct HandOver {
    std::optional<Id<Kit>> kit_id = std::nullopt; ///< fixes the kit of a loan that has none yet
    std::vector<std::string> scanned = {};
    std::vector<AccessoryCount> accessories = {};
    bool missing_accepted = false;
    std::optional<std::string> override_reason = std::nullopt;
    std::optional<Signer> signed_by = std::nullopt;        ///< for the school
    std::optional<Signer> county_signed_by = std::nullopt; ///< for the county
    bool operator==(HandOver const&) const = default;
};

template <>
struct Schema<HandOver> {
    static constexpr std::string_view name = "hand_over";
    static constexpr auto fields = std::tuple{
        field("kit_id", "loan.kit_id", &HandOver::kit_id), field("scanned", "handover.scanned", &HandOver::scanned),
        field("accessories", "kit.accessories", &HandOver::accessories),
        field("missing_accepted", "handover.missing_accepted", &HandOver::missing_accepted),
        field("override_reason", "loan.override_reason", &HandOver::override_reason,
              {.erasable = true, .multiline = true, .max_length = 2000}),
        field("signed_by", "handover.signed_by", &HandOver::signed_by),
        field("county_signed_by", "handover.county_signed_by", &HandOver::county_signed_by)};
};

/// Errors: those of the sessions' calls, on scanned.N and accessories.N.label.
struct HandOverLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = HandOver;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/hand-over";
    static constexpr std::string_view name = "hand_over_loan";
    static constexpr std::string_view summary = "Hand a kit over to its school in one call";
};

struct TakeBack {
    std::vector<std::string> scanned = {};
    std::vector<AccessoryCount> accessories = {};
    std::optional<std::string> seal_number = std::nullopt;
    std::optional<Signer> signed_by = std::nullopt;        ///< for the school
    std::optional<Signer> county_signed_by = std::nullopt; ///< for the county, on the receipt
    bool operator==(TakeBack const&) const = default;
};

template <>
struct Schema<TakeBack> {
    static constexpr std::string_view name = "take_back";
    static constexpr auto fields = std::tuple{
        field("scanned", "handover.scanned", &TakeBack::scanned), field("accessories", "kit.accessories", &TakeBack::accessories),
        field("seal_number", "handover.seal_number", &TakeBack::seal_number, {.max_length = 60}),
        field("signed_by", "handover.signed_by", &TakeBack::signed_by),
        field("county_signed_by", "handover.county_signed_by", &TakeBack::county_signed_by)};
};

struct TakeBackLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = TakeBack;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr bool body_may_be_absent = true;
    static constexpr std::string_view path = "/api/loans/{id}/take-back";
    static constexpr std::string_view name = "take_back_loan";
    static constexpr std::string_view summary = "Collect a kit at its school in one call; what is scanned counts as back";
};

struct CheckInLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = TakeBack;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr bool body_may_be_absent = true;
    static constexpr std::string_view path = "/api/loans/{id}/check-in";
    static constexpr std::string_view name = "check_in_loan";
    static constexpr std::string_view summary = "Check a collected kit in one call; what was never scanned is missing and keeps the loan open";
};

struct ListLoanItems {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Page<LoanItem>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/items";
    static constexpr std::string_view name = "list_loan_items";
    static constexpr std::string_view summary = "Each device that was given to the school, and when it came back";
};

} // namespace schulkit
