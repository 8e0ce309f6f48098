#include "client/kits/kit_model.hpp"

#include "shared/core/text.hpp"
#include "shared/tickets/ticket.hpp"

#include <algorithm>
#include <utility>

namespace schulkit {
namespace {

/// The one device that is in `after` and was not in `before`.
std::string new_in(Kit const* before, Kit const& after) {
    for (std::size_t i = 0; i < after.slots.size(); ++i) {
        bool const same = before != nullptr && i < before->slots.size() && before->slots[i].asset_id == after.slots[i].asset_id;
        if (!same && after.slots[i].asset_tag) return *after.slots[i].asset_tag;
    }
    return {};
}

void put_next(KitModel& model, Api& api) {
    if (model.waiting.empty()) return;
    std::string const code = std::move(model.waiting.front());
    model.waiting.erase(model.waiting.begin());
    put_into_kit(model, api, code);
}

/// `answered` is told what it was refused for; nullptr: done.
template <class E>
void change(KitModel& model, Api& api, Request<E> const& request, std::function<void(Error const* refused)> answered) {
    if (model.changing) return;
    model.changing = true;
    model.refused.reset();
    model.asked_for = E::name;
    std::string const sent = std::string{E::name} + encode(request.path) + encode(request.body);
    // as it is now: what is reloaded meanwhile may have this change in it already
    std::optional<Kit> before;
    if (Kit const* const now = model.kit.value()) before = *now;
    api.write<E>(
        model.key.for_body(api, sent), request,
        [&model, &api, before = std::move(before), answered = std::move(answered)](Result<Kit> kit) {
            model.changing = false;
            if (kit) {
                model.key.succeeded();
                model.last_in = new_in(before ? &*before : nullptr, *kit);
                model.kit.take(std::move(kit));
            } else {
                model.key.failed(kit.error());
                model.refused = kit.error();
            }
            answered(model.refused ? &*model.refused : nullptr);
            if (!model.refused && model.history.value() != nullptr)
                load_history(model.history, api, Schema<Kit>::name, model.id.value);
            put_next(model, api);
        });
}

} // namespace

void open_kit(KitModel& model, Api& api, Person const& me, Id<Kit> id) {
    model.id = id;
    if (!id) {
        model.kit.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    reload_kit(model, api, me);
}

void reload_kit(KitModel& model, Api& api, Person const& me) {
    if (!model.id) return;
    model.kit.start();
    api.read<GetKit>({model.id}, {}, [&model](Result<Kit> kit) { model.kit.take(std::move(kit)); });
    if (may(me, Action::read_audit)) load_history(model.history, api, Schema<Kit>::name, model.id.value);
}

void take_kit_changes(KitModel& model, Api& api, Person const& me, Changes const& changes) {
    Kit const* const kit = model.kit.value();
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        if (change.entity == Schema<Kit>::name) return change.entity_id == model.id.value;
        if (change.entity == Schema<Ticket>::name) return true;
        return change.entity == Schema<Asset>::name && kit != nullptr &&
               std::any_of(kit->slots.begin(), kit->slots.end(),
                           [&](KitSlot const& slot) { return slot.asset_id == change.entity_id; });
    });
    if ((concerned || changes.more) && !model.changing) reload_kit(model, api, me);
}

void load_more_kit_history(KitModel& model, Api& api) {
    load_more_history(model.history, api, Schema<Kit>::name, model.id.value);
}

bool is_unknown(KitModel const& model) {
    Error const* const error = model.kit.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

bool is_dissolved(KitModel const& model) { return model.kit.value() != nullptr && model.kit.value()->dissolved_on.has_value(); }

void put_into_kit(KitModel& model, Api& api, std::string code) {
    code = trim(code);
    if (code.empty()) return;
    if (model.changing) {
        model.waiting.push_back(std::move(code));
        return;
    }
    change<AddToKit>(model, api, {.path = {model.id}, .body = {code}}, [&model, code](Error const* refused) {
        KitScan scan{.code = code, .tag = std::exchange(model.last_in, {})};
        if (refused != nullptr) scan.refused = *refused;
        model.scans.push_back(std::move(scan));
        if (refused == nullptr && trim(model.code) == code) model.code.clear(); // it was typed; what is being typed stays
    });
}

void open_slot(KitModel& model, std::int64_t slot) {
    model.slot = slot;
    model.slot_open = true;
    model.spare.clear();
    model.reason.clear();
    model.refused.reset();
}

KitSlot const* slot_shown(KitModel const& model) {
    if (model.kit.value() == nullptr) return nullptr;
    for (KitSlot const& slot : model.kit.value()->slots)
        if (slot.slot == model.slot) return &slot;
    return nullptr;
}

void swap_in_slot(KitModel& model, Api& api, std::string spare) {
    SlotChange body;
    if (!trim(spare).empty()) body.asset_code = trim(spare);
    if (!trim(model.reason).empty()) body.reason = trim(model.reason);
    change<ChangeKitSlot>(model, api, {.path = {.id = model.id, .slot = model.slot}, .body = std::move(body)},
                          [&model](Error const* refused) { model.slot_open = model.slot_open && refused != nullptr; });
}

void set_check(KitModel& model, Api& api, KitCheckItem item, bool done) {
    if (model.kit.value() == nullptr) return;
    std::set<KitCheckItem> items;
    for (KitCheck const& check : model.kit.value()->checks) items.insert(check.item);
    if (done)
        items.insert(item);
    else
        items.erase(item);
    change<PrepareKit>(model, api,
                       {.path = {model.id},
                        .body = {.wiped = items.contains(KitCheckItem::wiped),
                                 .signed_out = items.contains(KitCheckItem::signed_out),
                                 .updated = items.contains(KitCheckItem::updated),
                                 .cleaned = items.contains(KitCheckItem::cleaned),
                                 .charged = items.contains(KitCheckItem::charged),
                                 .complete = items.contains(KitCheckItem::complete)}},
                       [](Error const*) {});
}

std::optional<std::int64_t> count_shown(KitModel const& model, KitAccessory const& accessory) {
    auto const typed = model.counted.find(accessory.label);
    if (typed == model.counted.end()) return accessory.quantity;
    std::int64_t quantity = 0;
    bool const readable = from_text(trim(typed->second), quantity) && quantity >= 0 && quantity <= most_accessories;
    return readable ? std::optional{quantity} : std::nullopt;
}

void type_count(KitModel& model, KitAccessory const& accessory, std::string text) {
    if (text == to_text(accessory.quantity))
        model.counted.erase(accessory.label);
    else
        model.counted[accessory.label] = std::move(text);
}

void type_all_there(KitModel& model) {
    if (model.kit.value() == nullptr) return;
    for (KitAccessory const& accessory : model.kit.value()->accessories)
        if (count_shown(model, accessory).value_or(0) < accessory.expected)
            type_count(model, accessory, to_text(accessory.expected));
}

void begin_kit_move(KitModel& model, Api& api) {
    if (model.kit.value() == nullptr) return;
    if (!open_move_of_kit(model.move, *model.kit.value(), {})) return;
    model.stores.start();
    api.read<ListStores>({}, {}, [&model](Result<Page<Store>> stores) {
        if (stores && !stores->items.empty() && model.move.store_id.empty()) model.move.store_id = to_text(stores->items.front().id);
        model.stores.take(std::move(stores));
    });
}

void save_counts(KitModel& model, Api& api) {
    if (model.kit.value() == nullptr || model.counted.empty()) return;
    AccessoryCounts body;
    for (KitAccessory const& accessory : model.kit.value()->accessories) {
        if (!model.counted.contains(accessory.label)) continue;
        auto const quantity = count_shown(model, accessory);
        if (!quantity) return api.platform().move_focus(FocusTarget::first_field_with_error);
        body.accessories.push_back({accessory.label, *quantity});
    }
    change<CountKitAccessories>(model, api, {.path = {model.id}, .body = std::move(body)}, [&model, sent = model.counted](Error const* refused) {
        if (refused != nullptr) return;
        // what was typed since stays
        std::erase_if(model.counted, [&](auto const& typed) {
            auto const found = sent.find(typed.first);
            return found != sent.end() && found->second == typed.second;
        });
        model.counts_saved = true;
    });
}

} // namespace schulkit
