#pragma once
// A session of handover or return, as everybody who has it open sees it: "#/uebergabe/12".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/attachments/attachment_model.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/handovers/handover_api.hpp"
#include "shared/papers/loan_paper_api.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace schulkit {

/// What became of the last scan; to be told once.
enum class ScanOutcome : std::uint8_t { ticked, again, foreign, refused };

/// How many of an accessory there are, as typed. It stands in the field until it is stored.
struct TypedCount {
    SessionAccessory accessory = {};
    std::string words = {};
    std::string error = {}; ///< code: why it cannot be sent, or was refused
};

/// Who signs, as typed.
struct SignerForm {
    std::string name = {};
    std::string function = {};
    std::string on_behalf = {}; ///< "", "i_a", "i_v"
    std::string signature = {}; ///< strokes; empty: not yet
};

/// A damaged device of the session, as it is being reported.
struct DamageModel {
    bool open = false;
    std::string tag = {};
    std::string title = {};
    std::string description = {};
    AttachmentsModel photos = {};
    bool sending = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    std::string reported = {}; ///< tag of the device; to be told once
};

struct SessionModel {
    Id<HandoverSession> id = {};
    Loadable<HandoverSession> session = {};
    std::string code = {}; ///< being typed
    std::deque<std::string> waiting = {}; ///< scanned while the call before was on its way, or without a connection
    bool sending = false;
    ChangeKey scan_key = {};
    std::optional<ScanOutcome> outcome = std::nullopt;
    std::string outcome_tag = {};               ///< of the device
    std::string outcome_code = {};              ///< as it was scanned; the camera's dialog is told it once
    std::optional<Error> scan_error = std::nullopt; ///< of the last scan

    ChangeKey untick_key = {};

    std::map<std::string, TypedCount> counts = {}; ///< count_place() → what is not stored yet
    bool counting = false;                         ///< one of them is on its way
    ChangeKey count_key = {};
    std::optional<Error> count_error = std::nullopt; ///< why they wait

    DamageModel damage = {};
    Loadable<Page<AttachedFile>> photos = {}; ///< of how the kits are
    AttachmentsModel new_photos = {};         ///< on their way
    ChangeKey photo_key = {};
    std::optional<Error> photo_error = std::nullopt;

    SignerForm school = {};
    SignerForm county = {};
    std::string signing = "screen"; ///< or "paper"
    /// Of this life of the screen: the dialog to sign in may close after it.
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);
    std::string override_reason = {};
    std::string seal_number = {};
    std::string notes = {};
    bool finish_open = false;
    bool completing = false;
    ChangeKey end_key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt; ///< why it could not be completed
    bool completed = false;                      ///< to be told once

    std::map<std::int64_t, Loadable<Page<LoanPaper>>> papers = {}; ///< of each loan, when it has ended
};

void open_session(SessionModel& model, Api& api, Id<HandoverSession> id);
void reload_session(SessionModel& model, Api& api);
void take_session_changes(SessionModel& model, Api& api, Changes const& changes);

/// Scans are sent one after the other in their order; what cannot be sent waits and is sent again.
void scan(SessionModel& model, Api& api, std::string code);
/// The tick was a mistake.
void take_tick_back(SessionModel& model, Api& api, std::string const& tag);
/// "loan/label"
std::string count_place(SessionAccessory const& accessory);
/// Counts are sent one after the other, of each accessory only what was typed last; they wait and are sent again as scans are.
void set_count(SessionModel& model, Api& api, SessionAccessory const& accessory, std::string typed);
/// Scans or counts that the server does not have yet.
bool has_unsent(SessionModel const& model);

/// Opens the dialog; the device scanned last is chosen.
void begin_damage(SessionModel& model);
void send_damage(SessionModel& model, Api& api);
/// Those that have arrived become the session's.
void add_photos(SessionModel& model, Api& api);

struct SessionProgress {
    std::int64_t expected = 0; ///< slots with a device
    std::int64_t seen = 0;
    std::int64_t missing = 0; ///< slots without a tick, and accessories below what is expected
};
SessionProgress progress_of(HandoverSession const& session);

/// Opens the dialog to sign in; what is drawn there goes into the form of the model.
void ask_to_sign(SessionModel& model, Api& api, SignerForm& form, std::string_view title);

/// `missing_accepted`: the person has seen what is missing. Not while something is unsent.
void complete(SessionModel& model, Api& api, bool missing_accepted);
void give_up(SessionModel& model, Api& api, std::function<void()> done);

} // namespace schulkit
