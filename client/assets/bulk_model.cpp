#include "client/assets/bulk_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::optional<std::string> trimmed_or_none(std::string const& text) {
    std::string_view const trimmed = trim(text);
    return trimmed.empty() ? std::nullopt : std::optional{std::string{trimmed}};
}

void change_next(BulkModel& model, Api& api, std::vector<Asset> targets, std::function<void()> done);

/// targets: what the waiting devices become, in the same order.
void take_bulk_answer(BulkModel& model, Api& api, std::vector<Asset> targets, Result<Asset> answer,
                 std::function<void()> done) {
    Asset before = std::move(model.waiting.back());
    model.waiting.pop_back();
    targets.pop_back();
    if (answer) {
        model.changed.push_back({std::move(before), std::move(*answer)});
    } else {
        model.refused_code = answer.error().code;
        model.refused.push_back(std::move(before));
    }
    change_next(model, api, std::move(targets), std::move(done));
}

void change_next(BulkModel& model, Api& api, std::vector<Asset> targets, std::function<void()> done) {
    while (!model.waiting.empty()) {
        Asset const& before = model.waiting.back();
        Patch<Asset> patch = patch_between(before, targets.back());
        if (patch.members.empty()) { // is so already
            model.waiting.pop_back();
            targets.pop_back();
            continue;
        }
        patch.members["version"] = before.version;
        api.write<UpdateAsset>(api.new_key(), {.path = {before.id}, .body = std::move(patch)},
                               [&model, &api, targets, done](Result<Asset> answer) {
                                   take_bulk_answer(model, api, targets, std::move(answer), done);
                               });
        return;
    }
    model.told = false;
    done();
}

} // namespace

Asset with_change(BulkModel const& model, Asset asset) {
    switch (model.field) {
    case BulkField::status:
        asset.status = model.status;
        break;
    case BulkField::school_code:
        if (asset.school_code != trimmed_or_none(model.school_code)) asset.site_code.reset(); // of the school before
        asset.school_code = trimmed_or_none(model.school_code);
        break;
    case BulkField::room:
        asset.room = trimmed_or_none(model.room);
        break;
    }
    return asset;
}

std::vector<AssetStatus> bulk_statuses() {
    std::vector<AssetStatus> statuses;
    for (auto const& [status, word] : EnumWords<AssetStatus>::values)
        if (status != AssetStatus::on_loan) statuses.push_back(status); // follows from a loan
    return statuses;
}

void start_bulk(BulkModel& model, Api& api, std::vector<Asset> chosen, std::function<void()> done) {
    if (model.running()) return;
    std::reverse(chosen.begin(), chosen.end());
    std::vector<Asset> targets;
    for (Asset const& asset : chosen) targets.push_back(with_change(model, asset));
    model.all = chosen.size();
    model.waiting = std::move(chosen);
    model.is_undo = false;
    model.changed.clear();
    model.refused.clear();
    model.open = false;
    change_next(model, api, std::move(targets), std::move(done));
}

void undo_bulk(BulkModel& model, Api& api, std::function<void()> done) {
    if (model.running() || model.changed.empty()) return;
    std::vector<Asset> targets;
    model.waiting.clear();
    for (BulkChange const& change : model.changed) {
        Asset target = change.before;
        target.version = change.after.version;
        model.waiting.push_back(change.after);
        targets.push_back(std::move(target));
    }
    model.all = model.waiting.size();
    model.is_undo = true;
    model.changed.clear();
    model.refused.clear();
    change_next(model, api, std::move(targets), std::move(done));
}

} // namespace schulkit
