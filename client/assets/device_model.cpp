#include "client/assets/device_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

int as_many_as(std::size_t shown) {
    return std::clamp(static_cast<int>(shown), default_page_size, max_page_size);
}

template <class T> std::size_t shown(Loadable<Page<T>> const& list) {
    return list.value() == nullptr ? 0 : list.value()->items.size();
}

/// Puts the page after `cursor` behind what is shown, unless that was loaded anew meanwhile; a failed one
/// leaves it and its error.
template <class T>
void take_more(Loadable<Page<T>>& list, std::optional<std::string> const& cursor, Result<Page<T>> next) {
    if (list.value() == nullptr || list.value()->next_cursor != cursor) return;
    if (next) {
        std::vector<T> all = std::move(list.value()->items);
        all.insert(all.end(), next->items.begin(), next->items.end());
        next->items = std::move(all);
    }
    list.take(std::move(next));
}

void load_asset(DeviceModel& model, Api& api) {
    model.asset.start();
    api.read<GetAsset>({model.id}, {}, [&model](Result<Asset> asset) {
        // gone, or no longer this person's: what was shown must not stay
        if (!asset &&
            (asset.error().kind == ErrorKind::not_found || asset.error().kind == ErrorKind::forbidden))
            model.asset.clear();
        model.asset.take(std::move(asset));
    });
}

TicketQuery tickets_of(DeviceModel const& model, TicketProgress progress) {
    return {.progress = progress, .asset_id = model.id.value};
}

void load_tickets(DeviceModel& model, Api& api, Person const& me) {
    if (!may(me, Action::read_tickets)) return;
    TicketQuery open = tickets_of(model, TicketProgress::open);
    open.limit = max_page_size;
    model.open_tickets.start();
    api.read<ListTickets>(
        {}, open, [&model](Result<Page<Ticket>> found) { model.open_tickets.take(std::move(found)); });
    TicketQuery done = tickets_of(model, TicketProgress::done);
    done.limit = as_many_as(shown(model.done_tickets));
    model.done_tickets.start();
    api.read<ListTickets>(
        {}, done, [&model](Result<Page<Ticket>> found) { model.done_tickets.take(std::move(found)); });
}

void load_device_history(DeviceModel& model, Api& api, Person const& me) {
    if (may(me, Action::read_audit)) load_history(model.history, api, Schema<Asset>::name, model.id.value);
}

} // namespace

void open_device(DeviceModel& model, Api& api, Person const& me, Id<Asset> id) {
    model.id = id;
    if (!id) {
        model.asset.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    load_schools(model.schools, api);
    reload_device(model, api, me);
}

void reload_device(DeviceModel& model, Api& api, Person const& me) {
    if (!model.id) return;
    load_asset(model, api);
    load_tickets(model, api, me);
    load_device_history(model, api, me);
}

void take_device_changes(DeviceModel& model, Api& api, Person const& me, Changes const& changes) {
    if (!model.id) return;
    bool device = changes.more;
    bool tickets = changes.more;
    for (Change const& change : changes.items) {
        device |= change.entity == Schema<Asset>::name && change.entity_id == model.id.value;
        tickets |= change.entity == Schema<Ticket>::name;
    }
    if (device) {
        load_asset(model, api);
        load_device_history(model, api, me);
    }
    if (tickets) load_tickets(model, api, me);
}

void load_more_done_tickets(DeviceModel& model, Api& api) {
    if (model.done_tickets.value() == nullptr || model.done_tickets.is_loading()) return;
    TicketQuery query = tickets_of(model, TicketProgress::done);
    query.cursor = model.done_tickets.value()->next_cursor;
    if (!query.cursor) return;
    model.done_tickets.start();
    api.read<ListTickets>({}, query, [&model, cursor = query.cursor](Result<Page<Ticket>> next) {
        take_more(model.done_tickets, cursor, std::move(next));
    });
}

void load_more_history(DeviceModel& model, Api& api) {
    load_more_history(model.history, api, Schema<Asset>::name, model.id.value);
}

bool is_unknown(DeviceModel const& model) {
    Error const* const error = model.asset.error();
    return error != nullptr && (error->kind == ErrorKind::not_found || error->kind == ErrorKind::forbidden);
}

School const* school_of(DeviceModel const& model, Asset const& asset) {
    return find_school(model.schools, asset.school_code.value_or(""));
}

Site const* site_of(DeviceModel const& model, Asset const& asset) {
    School const* const school = school_of(model, asset);
    if (school == nullptr || !asset.site_code) return nullptr;
    for (Site const& site : school->sites)
        if (site.code == *asset.site_code) return &site;
    return nullptr;
}

std::vector<HistoryChange> changes_of(AuditEntry const& entry) {
    std::vector<HistoryChange> changes;
    for_each_field<Asset>([&](auto const& f) {
        if (f.label.empty()) return;
        std::string const name{f.name};
        auto const before = entry.before.find(name);
        auto const after = entry.after.find(name);
        if (before == entry.before.end() && after == entry.after.end()) return;
        HistoryChange change{.field = name};
        if (before != entry.before.end()) change.before = *before;
        if (after != entry.after.end()) change.after = *after;
        if (!(change.before == change.after)) changes.push_back(std::move(change));
    });
    return changes;
}

std::optional<HistoryPlace> kit_place_of(AuditEntry const& entry) {
    bool const comes = entry.action == "put_into_kit";
    if (!comes && entry.action != "take_out_of_kit") return std::nullopt;
    Json const& told = comes ? entry.after : entry.before;
    HistoryPlace place;
    FieldErrors unreadable;
    if (Json const* const kit = member_of(told, "kit")) decode_value(*kit, place.kit, "kit", unreadable);
    if (Json const* const slot = member_of(told, "slot")) decode_value(*slot, place.slot, "slot", unreadable);
    if (Json const* const reason = member_of(entry.after, "reason")) decode_value(*reason, place.reason, "reason", unreadable);
    if (place.kit.empty()) return std::nullopt;
    return place;
}

} // namespace schulkit
