#include "shared/tickets/ticket_history.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::array told = {name_of(&Ticket::status),      name_of(&Ticket::assignee),
                             name_of(&Ticket::asset_tag),   name_of(&Ticket::title),
                             name_of(&Ticket::description), name_of(&Ticket::channel)};

std::string words_in(Json const& values, std::string_view field) {
    auto const found = values.find(std::string{field});
    if (found == values.end() || found->is_null()) return {};
    if (auto const* text = found->get_ptr<std::string const*>()) return *text;
    return dump_json(*found);
}

} // namespace

std::vector<HistoryEntry> history_of(std::vector<AuditEntry> const& log) {
    std::vector<HistoryEntry> history;
    for (AuditEntry const& entry : log) {
        if (entry.action == "comment" || entry.action == "attach") continue; // shown where they belong
        HistoryEntry line{.id = entry.id, .at = entry.at, .actor = entry.actor, .action = entry.action};
        if (entry.action != "create")
            for (std::string_view const field : told) {
                FieldChange change{std::string{field}, words_in(entry.before, field),
                                   words_in(entry.after, field)};
                if (change.before != change.after) line.changes.push_back(std::move(change));
            }
        history.push_back(std::move(line));
    }
    return history;
}

std::vector<FieldChange> changes_between(Ticket const& before, Ticket const& after) {
    std::vector<FieldChange> changes;
    for_each_field<Ticket>([&](auto const& f) {
        if (std::find(told.begin(), told.end(), f.name) == told.end()) return;
        if (before.*f.member == after.*f.member) return;
        changes.push_back({std::string{f.name}, to_text(before.*f.member), to_text(after.*f.member)});
    });
    return changes;
}

} // namespace schulkit
