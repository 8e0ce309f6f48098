#include "client/kits/regroup_model.hpp"

#include "shared/core/text.hpp"

namespace schulkit {
namespace {

/// What keeps the kit from it stays on the screen; what is promised is asked about.
void take_refusal(Regrouping& model, Api& api, Error error) {
    model.key.failed(error);
    model.errors = error.fields;
    model.promised.clear();
    if (error.code == "kit_has_claims")
        if (auto const claims = decode<KitClaims>(error.extra)) model.promised = claims->claims;
    model.refused = std::move(error);
    if (!model.errors.empty()) api.platform().move_focus(FocusTarget::first_field_with_error);
}

void begin(Regrouping& model) {
    Loadable<Page<KitType>> types = std::move(model.types);
    Loadable<Page<KitSummary>> kits = std::move(model.kits);
    ChangeKey key = std::move(model.key);
    model = {};
    model.types = std::move(types);
    model.kits = std::move(kits);
    model.key = std::move(key); // what was not answered is not done twice
}

std::optional<std::string> reason_of(Regrouping const& model) {
    std::string reason{trim(model.reason)};
    return reason.empty() ? std::nullopt : std::optional{std::move(reason)};
}

} // namespace

void begin_split(Regrouping& model, Api& api, Kit const& kit) {
    if (model.busy) return;
    begin(model);
    model.split_open = true;
    model.kit_type_id = to_text(kit.kit_type_id);
    model.types.start();
    api.read<ListKitTypes>({}, {.limit = max_page_size}, [&model](Result<Page<KitType>> types) { model.types.take(std::move(types)); });
}

void begin_merge(Regrouping& model, Api& api) {
    if (model.busy) return;
    begin(model);
    model.merge_open = true;
    model.kits.start();
    api.read<ListKits>({}, {.limit = max_page_size}, [&model](Result<Page<KitSummary>> kits) { model.kits.take(std::move(kits)); });
}

void choose_other_kit(Regrouping& model, std::string_view tag) {
    Page<KitSummary> const* const kits = model.kits.value();
    if (kits == nullptr) return;
    for (KitSummary const& kit : kits->items)
        if (kit.tag == tag) model.other_kit = to_text(kit.id);
}

std::optional<KitSplit> split_as_typed(Regrouping& model, Kit const& kit) {
    KitSplit split{.tag = std::string{trim(model.tag)},
                   .name = std::string{trim(model.name)},
                   .slots = {model.slots.begin(), model.slots.end()},
                   .keep_places = model.keep_places,
                   .claims = enum_of<ClaimHolder>(model.claims),
                   .reason = reason_of(model)};
    from_text(model.kit_type_id, split.kit_type_id);
    model.errors.clear();
    for (KitAccessory const& accessory : kit.accessories) {
        auto const typed = model.counts.find(accessory.label);
        if (typed == model.counts.end() || trim(typed->second).empty()) continue;
        std::int64_t quantity = 0;
        bool const readable = from_text(trim(typed->second), quantity) && quantity >= 0 && quantity <= accessory.quantity;
        if (!readable) model.errors.push_back({"count." + accessory.label, "kit_has_fewer", {}});
        if (readable && quantity > 0) split.accessories.push_back({accessory.label, quantity});
    }
    for (FieldError& error : validate(split)) model.errors.push_back(std::move(error));
    if (!model.errors.empty()) return std::nullopt;
    return split;
}

void send_split(Regrouping& model, Api& api, Kit const& kit, std::function<void(Kit)> changed) {
    if (model.busy) return;
    model.refused.reset();
    auto const split = split_as_typed(model, kit);
    if (!split) return api.platform().move_focus(FocusTarget::first_field_with_error);
    model.busy = true;
    Request<SplitKit> const request{.path = {kit.id}, .body = *split};
    api.write<SplitKit>(model.key.for_body(api, encode(request.body)), request,
                        [&model, &api, changed = std::move(changed)](Result<KitPair> pair) {
                            model.busy = false;
                            if (!pair) return take_refusal(model, api, std::move(pair).error());
                            model.key.succeeded();
                            model.split_open = false;
                            model.was_split = true;
                            model.done = pair->new_kit.tag;
                            changed(std::move(pair->kit));
                        });
}

void send_merge(Regrouping& model, Api& api, Kit const& kit, std::function<void(Kit)> changed) {
    if (model.busy) return;
    model.refused.reset();
    model.errors.clear();
    KitMerge merge{.take_claims = model.take_claims, .reason = reason_of(model)};
    std::string tag;
    if (!from_text(model.other_kit, merge.kit_id) || !merge.kit_id) model.errors.push_back({"kit_id", "required", {}});
    if (!model.errors.empty()) return api.platform().move_focus(FocusTarget::first_field_with_error);
    if (Page<KitSummary> const* const kits = model.kits.value())
        for (KitSummary const& each : kits->items)
            if (each.id == merge.kit_id) tag = each.tag;
    model.busy = true;
    Request<MergeKits> const request{.path = {kit.id}, .body = std::move(merge)};
    api.write<MergeKits>(model.key.for_body(api, encode(request.body)), request,
                         [&model, &api, tag, changed = std::move(changed)](Result<Kit> kept) {
                             model.busy = false;
                             if (!kept) return take_refusal(model, api, std::move(kept).error());
                             model.key.succeeded();
                             model.merge_open = false;
                             model.was_split = false;
                             model.done = tag;
                             changed(std::move(*kept));
                         });
}

} // namespace schulkit
