#pragma once
// Handing over, collecting and checking kits: sessions in which devices are scanned. Whoever opens one, on whatever device,
// sees it as it is, with the ticks of everybody.

#include "shared/loans/loan.hpp"

namespace schulkit {

/// collection: at the school, in under a minute. check: at the depot, every slot.
enum class SessionKind : std::uint8_t { handover, collection, check };

template <>
struct EnumWords<SessionKind> {
    static constexpr std::array values = {std::pair{SessionKind::handover, std::string_view{"handover"}},
                                          std::pair{SessionKind::collection, std::string_view{"collection"}},
                                          std::pair{SessionKind::check, std::string_view{"check"}}};
};

enum class SessionState : std::uint8_t { open, completed, abandoned };

template <>
struct EnumWords<SessionState> {
    static constexpr std::array values = {std::pair{SessionState::open, std::string_view{"open"}},
                                          std::pair{SessionState::completed, std::string_view{"completed"}},
                                          std::pair{SessionState::abandoned, std::string_view{"abandoned"}}};
};

/// "i. A." (im Auftrag), "i. V." (in Vertretung): for whom somebody signs.
enum class OnBehalf : std::uint8_t { i_a, i_v };

template <>
struct EnumWords<OnBehalf> {
    static constexpr std::array values = {std::pair{OnBehalf::i_a, std::string_view{"i_a"}},
                                          std::pair{OnBehalf::i_v, std::string_view{"i_v"}}};
};

struct SessionLoan {
    Id<Loan> loan_id = {};
    Id<Kit> kit_id = {};
    std::string kit_tag = {};
    std::string kit_name = {};
    bool operator==(SessionLoan const&) const = default;
};

template <>
struct Schema<SessionLoan> {
    static constexpr std::string_view name = "session_loan";
    static constexpr auto fields =
        std::tuple{field("loan_id", "loan.id", &SessionLoan::loan_id), field("kit_id", "loan.kit_id", &SessionLoan::kit_id),
                   field("kit_tag", "kit.tag", &SessionLoan::kit_tag), field("kit_name", "kit.name", &SessionLoan::kit_name)};
};

/// What is expected, and whether it was scanned. Without a device the slot is empty, and so missing.
struct SessionSlot {
    Id<Loan> loan_id = {};
    std::int64_t slot = 0;
    std::string label = {};
    std::optional<std::int64_t> asset_id = std::nullopt;
    std::optional<std::string> asset_tag = std::nullopt;
    std::optional<std::string> asset_name = std::nullopt;
    std::optional<std::string> scanned_by = std::nullopt;
    std::optional<Instant> scanned_at = std::nullopt;
    std::optional<std::string> note = std::nullopt; ///< its condition
    std::optional<std::int64_t> ticket_id = std::nullopt; ///< of the damage that was found in the session
    bool operator==(SessionSlot const&) const = default;
};

template <>
struct Schema<SessionSlot> {
    static constexpr std::string_view name = "session_slot";
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &SessionSlot::loan_id), field("slot", "kit.slot", &SessionSlot::slot),
        field("label", "kit_type.slot_label", &SessionSlot::label), field("asset_id", "", &SessionSlot::asset_id),
        field("asset_tag", "asset.tag", &SessionSlot::asset_tag), field("asset_name", "asset.name", &SessionSlot::asset_name),
        field("scanned_by", "handover.scanned_by", &SessionSlot::scanned_by, {.erasable = true}),
        field("scanned_at", "handover.scanned_at", &SessionSlot::scanned_at),
        field("note", "handover.note", &SessionSlot::note, {.erasable = true}),
        field("ticket_id", "ticket.id", &SessionSlot::ticket_id)};
};

struct SessionAccessory {
    Id<Loan> loan_id = {};
    std::string label = {};
    std::int64_t expected = 0;
    std::optional<std::int64_t> quantity = std::nullopt; ///< counted; absent: taken as expected. In a
                                                          ///< handover what the kit has until somebody counts
    bool operator==(SessionAccessory const&) const = default;
};

template <>
struct Schema<SessionAccessory> {
    static constexpr std::string_view name = "session_accessory";
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &SessionAccessory::loan_id),
        field("label", "kit_type.accessory_label", &SessionAccessory::label, {.required = true, .max_length = 60}),
        field("expected", "kit.expected", &SessionAccessory::expected, {.read_only = true}),
        field("quantity", "kit.quantity", &SessionAccessory::quantity, {.min = 0, .max = max_accessory_count})};
};

/// A device of another kit that the same school has on loan: accepted, and told where it belongs.
struct ForeignDevice {
    std::int64_t asset_id = 0;
    std::string asset_tag = {};
    std::string asset_name = {};
    std::string kit_tag = {};
    std::int64_t slot = 0;
    Id<Loan> loan_id = {};
    bool operator==(ForeignDevice const&) const = default;
};

template <>
struct Schema<ForeignDevice> {
    static constexpr std::string_view name = "foreign_device";
    static constexpr auto fields = std::tuple{
        field("asset_id", "", &ForeignDevice::asset_id), field("asset_tag", "asset.tag", &ForeignDevice::asset_tag),
        field("asset_name", "asset.name", &ForeignDevice::asset_name), field("kit_tag", "kit.tag", &ForeignDevice::kit_tag),
        field("slot", "kit.slot", &ForeignDevice::slot), field("loan_id", "loan.id", &ForeignDevice::loan_id)};
};

/// Who signs, for the school or for the county.
struct Signer {
    std::string name = {};
    std::string function = {}; ///< "Schulleitung"
    std::optional<OnBehalf> on_behalf = std::nullopt;
    std::optional<std::string> signature = std::nullopt; ///< strokes on the screen; absent: on paper, which still has to come
    bool operator==(Signer const&) const = default;
};

template <>
struct Schema<Signer> {
    static constexpr std::string_view name = "signer";
    static constexpr auto fields = std::tuple{
        field("name", "handover.signer_name", &Signer::name, {.required = true, .erasable = true, .max_length = 120}),
        field("function", "handover.signer_function", &Signer::function, {.required = true, .max_length = 120}),
        field("on_behalf", "handover.on_behalf", &Signer::on_behalf),
        field("signature", "handover.signature", &Signer::signature, {.erasable = true, .verbatim = true, .max_length = 200000})};
};

/// Found by validate(): "empty_signature" on a signature without a stroke or of a mere dot, "bad_signature" on what is none. A signature is
/// strokes of points between 0 and 1: "[[[0.1,0.5],[0.2,0.4]],[[…]]]".
void check(Signer const& signer, FieldErrors& errors);

struct HandoverSession {
    Id<HandoverSession> id = {};
    SessionKind kind = SessionKind::handover;
    SessionState state = SessionState::open;
    Id<School> school_id = {};
    std::string school_code = {};
    std::string school_name = {};
    std::vector<SessionLoan> loans = {};
    std::vector<SessionSlot> slots = {};
    std::vector<SessionAccessory> accessories = {};
    std::vector<ForeignDevice> foreign = {};
    std::optional<std::string> started_by = std::nullopt;
    Instant started_at = {};
    std::optional<std::string> ended_by = std::nullopt;
    std::optional<Instant> ended_at = std::nullopt;
    std::optional<std::string> signer_name = std::nullopt;
    std::optional<std::string> signer_function = std::nullopt;
    std::optional<OnBehalf> on_behalf = std::nullopt;
    std::optional<std::string> county_signer_name = std::nullopt;
    std::optional<std::string> county_signer_function = std::nullopt;
    std::optional<OnBehalf> county_on_behalf = std::nullopt;
    bool signature_pending = false; ///< "Unterschrift steht aus"
    std::optional<std::string> seal_number = std::nullopt;
    std::optional<std::string> notes = std::nullopt;
    std::int64_t version = 1;
    bool operator==(HandoverSession const&) const = default;
};

template <>
struct Schema<HandoverSession> {
    static constexpr std::string_view name = "handover_session";
    static constexpr Rules joined = {.derived = true};
    static constexpr Rules person = {.erasable = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("id", "", &HandoverSession::id), field("kind", "handover.kind", &HandoverSession::kind),
        field("state", "handover.state", &HandoverSession::state),
        field("school_id", "loan.school_id", &HandoverSession::school_id),
        field("school_code", "loan.school_code", &HandoverSession::school_code, joined),
        field("school_name", "loan.school_id", &HandoverSession::school_name, joined),
        field("loans", "handover.loans", &HandoverSession::loans, joined),
        field("slots", "kit.slots", &HandoverSession::slots, joined),
        field("accessories", "kit.accessories", &HandoverSession::accessories, joined),
        field("foreign", "handover.foreign", &HandoverSession::foreign, joined),
        field("started_by", "handover.started_by", &HandoverSession::started_by, person),
        field("started_at", "handover.started_at", &HandoverSession::started_at),
        field("ended_by", "handover.ended_by", &HandoverSession::ended_by, person),
        field("ended_at", "handover.ended_at", &HandoverSession::ended_at),
        field("signer_name", "handover.signer_name", &HandoverSession::signer_name, {.erasable = true}),
        field("signer_function", "handover.signer_function", &HandoverSession::signer_function),
        field("on_behalf", "handover.on_behalf", &HandoverSession::on_behalf),
        field("county_signer_name", "handover.signer_name", &HandoverSession::county_signer_name, {.erasable = true}),
        field("county_signer_function", "handover.signer_function", &HandoverSession::county_signer_function),
        field("county_on_behalf", "handover.on_behalf", &HandoverSession::county_on_behalf),
        field("signature_pending", "handover.signature_pending", &HandoverSession::signature_pending, joined),
        field("seal_number", "handover.seal_number", &HandoverSession::seal_number),
        field("notes", "handover.notes", &HandoverSession::notes, {.erasable = true, .multiline = true}),
        field("version", "", &HandoverSession::version)};
};

/// What the school has, or had, of a loan: a row for each device that was given to it.
struct LoanItem {
    std::int64_t id = 0;
    std::int64_t slot = 0;
    std::string label = {};
    std::int64_t asset_id = 0;
    std::string asset_tag = {};
    std::string asset_name = {};
    Date given_on = {};
    std::optional<Date> came_back_on = std::nullopt;
    std::optional<std::string> settled_as = std::nullopt; ///< "returned", or "lost" and "accepted" for what never came back
    bool operator==(LoanItem const&) const = default;
};

template <>
struct Schema<LoanItem> {
    static constexpr std::string_view name = "loan_item";
    static constexpr auto fields = std::tuple{
        field("id", "", &LoanItem::id), field("slot", "kit.slot", &LoanItem::slot),
        field("label", "kit_type.slot_label", &LoanItem::label), field("asset_id", "", &LoanItem::asset_id),
        field("asset_tag", "asset.tag", &LoanItem::asset_tag), field("asset_name", "asset.name", &LoanItem::asset_name),
        field("given_on", "handover.given_on", &LoanItem::given_on),
        field("came_back_on", "handover.came_back_on", &LoanItem::came_back_on),
        field("settled_as", "difference.settled_as", &LoanItem::settled_as)};
};

} // namespace schulkit
