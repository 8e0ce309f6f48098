#pragma once
// "Defekt melden": choose what is broken, say what is wrong, done. The route says how far somebody is:
// "#/melden", "#/melden?raum=204", "#/melden?geraet=BEA0204", "#/melden?gemeldet=123".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/attachments/attachment_model.hpp"
#include "client/choice_history.hpp"
#include "client/debounce.hpp"
#include "client/route.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/people/person.hpp"
#include "shared/tickets/ticket_api.hpp"
#include "shared/tickets/ticket_words.hpp"

namespace schulkit {

enum class ReportStep : std::uint8_t { choose, describe, sent };

struct ReportPlace {
    std::string code = {}; ///< of what is broken: a tag, or whatever a scanner read
    std::string room = {};
    std::string school_code = {}; ///< of the room
    std::string q = {};
    std::int64_t sent = 0; ///< number of the ticket that was made
    bool operator==(ReportPlace const&) const = default;
};

ReportPlace report_place_of(Route const& route);
Route route_of(ReportPlace const& place);
ReportStep step_of(ReportPlace const& place);

/// What must not get lost when the page is loaded again.
struct ReportDraft {
    std::string title = {};
    std::string description = {};
    TicketChannel channel = TicketChannel::browser;
    std::vector<AttachedFile> photos = {}; ///< those that have arrived; as in ReportModel::photos
    std::string suggested_title = {}; ///< the title is ours, not typed
    std::string key = {};             ///< of a report whose answer is missing
    std::string key_body = {};
    bool operator==(ReportDraft const&) const = default;
};

struct ReportModel {
    ReportPlace place = {};

    // what is broken?
    std::string typed = {}; ///< ahead of place.q while somebody types
    Debounce typing = {};
    ChoiceHistory choices = {};
    Loadable<Page<Asset>> hits = {};
    Loadable<Page<Asset>> service_hits = {};
    std::string hits_of = {};     ///< the words that were asked for
    std::uint64_t asked_hits = 0; ///< only the answers to the last question count
    bool looking_up = false;      ///< Enter was pressed

    Schools schools = {};
    std::string rooms_of = {}; ///< the school whose rooms and services these are
    Loadable<Page<Room>> rooms = {};
    Loadable<Page<Asset>> school_services = {};
    std::string room_shown = {}; ///< the room whose devices these are
    Loadable<Page<Asset>> room_devices = {};
    Loadable<Page<Asset>> room_services = {};

    // what is wrong?
    std::string device_code = {}; ///< what `device` was looked up for
    Loadable<Found> device = {};
    Loadable<Page<Ticket>> open_tickets = {}; ///< about that device
    bool title_due = false;                   ///< another device: the screen may suggest a title, once
    ReportDraft draft = {};
    AttachmentsModel photos = {};
    bool restored = false; ///< the draft is from before
    FieldErrors errors = {};
    std::optional<Error> send_error = std::nullopt; ///< what belongs to no field
    bool sending = false;

    Loadable<Ticket> sent = {};

    bool unsaved() const {
        return (!draft.title.empty() && draft.title != draft.suggested_title) || !draft.description.empty() ||
               !photos.files.empty() || is_sending(photos);
    }
};

/// The schools somebody's reports are limited to; empty: every school of the county.
std::vector<std::string> reporting_schools(Person const& me);
/// The school whose rooms are shown; empty while none is chosen.
std::string school_of(ReportPlace const& place, Person const& me);
/// Everybody but a school's own staff also says how the report came in.
bool chooses_channel(Person const& me);

void begin_report(ReportModel& model, Api& api, Person const& me);
void open_report(ReportModel& model, Api& api, Person const& me, Route const& route);
/// Quietly: what failed, and what others may have changed.
void refresh_report(ReportModel& model, Api& api, Person const& me);
/// What place.code means; from the lists where it stands in one, else from the server.
void load_device(ReportModel& model, Api& api);
/// What is being worked on already for that device.
void load_open_tickets(ReportModel& model, Api& api);

/// Enter in the field: `found` gets the code that leads on, if the server knows it.
void look_up_typed(ReportModel& model, Api& api, std::function<void(std::string const& tag)> found);

/// Services that belong to no room.
std::vector<Asset const*> services_of_school(ReportModel const& model);
/// Puts `title` into an empty field, or in the place of an earlier suggestion. Empty: none for this device.
void suggest_title(ReportModel& model, std::string title);

/// After each change of a field.
void keep_report(ReportModel& model, Api& api, Person const& me);
void discard_report(ReportModel& model, Api& api, Person const& me);
/// `sent` gets the number of the ticket.
void send_report(ReportModel& model, Api& api, Person const& me,
                 std::function<void(std::int64_t number)> sent);

} // namespace schulkit
