#pragma once
// One ticket: reading it, commenting, and for the office the steps that move it on.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/debounce.hpp"
#include "shared/tickets/ticket_history.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/people/person.hpp"
#include "shared/tickets/ticket_api.hpp"

namespace schulkit {

/// What somebody who works tickets can do next.
enum class TicketStep : std::uint8_t {
    take,    ///< it becomes mine, accepted
    resume,  ///< it no longer waits
    wait,    ///< for a part, an answer …
    resolve, ///< in a dialog, with a closing comment
    close,
    reopen,
    give_back, ///< nobody's; an accepted one is new again
};

template <> struct EnumWords<TicketStep> { // parts of the keys in shared/strings
    static constexpr std::array values = {std::pair{TicketStep::take, std::string_view{"take"}},
                                          std::pair{TicketStep::resume, std::string_view{"resume"}},
                                          std::pair{TicketStep::wait, std::string_view{"wait"}},
                                          std::pair{TicketStep::resolve, std::string_view{"resolve"}},
                                          std::pair{TicketStep::close, std::string_view{"close"}},
                                          std::pair{TicketStep::reopen, std::string_view{"reopen"}},
                                          std::pair{TicketStep::give_back, std::string_view{"give_back"}}};
};

/// The possible steps; the first is the one most likely wanted. None for who may not work tickets.
std::vector<TicketStep> steps_of(Ticket const& ticket, Person const& me);
/// What the ticket is after the step.
TicketWork after_step(Ticket const& ticket, TicketStep step, Person const& me);

/// What was done, for the message that tells it.
enum class TicketNews : std::uint8_t {
    none,
    taken,
    resumed,
    waits,
    resolved,
    closed,
    reopened,
    given_back,
    device_corrected,
    commented
};

template <> struct EnumWords<TicketNews> { // parts of the keys in shared/strings
    static constexpr std::array values = {
        std::pair{TicketNews::none, std::string_view{"none"}},
        std::pair{TicketNews::taken, std::string_view{"taken"}},
        std::pair{TicketNews::resumed, std::string_view{"resumed"}},
        std::pair{TicketNews::waits, std::string_view{"waits"}},
        std::pair{TicketNews::resolved, std::string_view{"resolved"}},
        std::pair{TicketNews::closed, std::string_view{"closed"}},
        std::pair{TicketNews::reopened, std::string_view{"reopened"}},
        std::pair{TicketNews::given_back, std::string_view{"given_back"}},
        std::pair{TicketNews::device_corrected, std::string_view{"device_corrected"}},
        std::pair{TicketNews::commented, std::string_view{"commented"}}};
};

struct TicketModel {
    Id<Ticket> id = {};
    std::string draft_key = {}; ///< of the comment, this person's
    Loadable<Ticket> ticket = {};
    Loadable<Page<TicketComment>> comments = {};
    Loadable<Page<AttachedFile>> photos = {};
    Loadable<std::vector<HistoryEntry>> history = {}; ///< only for who may read it

    std::string comment = {}; ///< being typed; kept as a draft
    ChangeKey comment_key = {};
    bool commenting = false;
    std::optional<Error> comment_error = std::nullopt;

    std::optional<TicketStep> running = std::nullopt;
    bool saving_device = false;
    ChangeKey work_key = {};
    std::optional<Error> work_error = std::nullopt;
    /// What somebody else changed before my step arrived; the ticket shows it already.
    std::vector<FieldChange> changed_meanwhile = {};

    bool resolve_open = false;
    std::string closing_comment = {};
    ChangeKey closing_key = {};

    bool device_open = false;
    std::string device_code = {};
    Loadable<Found> new_device = {};
    Debounce typing_device = {};
    std::uint64_t device_asked = 0; ///< only the answer to the last question counts

    TicketNews news = TicketNews::none; ///< the screen says it and sets it back

    bool busy() const { return running.has_value() || saving_device; }
    bool unsaved() const { return !comment.empty() || !closing_comment.empty(); }
};

void open_ticket(TicketModel& model, Api& api, Id<Ticket> id, Person const& me);
/// Quietly; forms are left alone.
void load_ticket(TicketModel& model, Api& api, Person const& me);

/// After each change of the text.
void keep_comment(TicketModel& model, Api& api);
void send_comment(TicketModel& model, Api& api);

void do_step(TicketModel& model, Api& api, TicketStep step, Person const& me);

void begin_device(TicketModel& model);
/// The code has changed: looks what it means once the typing pauses.
void type_device(TicketModel& model, Api& api);
void look_up_device(TicketModel& model, Api& api);
void save_device(TicketModel& model, Api& api, Person const& me);

} // namespace schulkit
