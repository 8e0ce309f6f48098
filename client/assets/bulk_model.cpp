#include "client/assets/bulk_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::optional<std::string> trimmed_or_none(std::string const& text) {
    std::string_view const trimmed = trim(text);
    return trimmed.empty() ? std::nullopt : std::optional{std::string{trimmed}};
}

void change_next(BulkModel& model, Api& api, std::function<void()> done);

void finish(BulkModel& model, std::function<void()> const& done) {
    model.told = false;
    done();
}

void take_bulk_answer(BulkModel& model, Api& api, Result<Asset> answer, std::function<void()> done) {
    BulkStep& step = model.waiting.back();
    if (!answer) {
        Error const& error = answer.error();
        step.key.failed(error);
        if (is_undecided(error) || error.kind == ErrorKind::unauthenticated) {
            model.halted = error.code; // every other device would fail in the same way
            return;
        }
        model.refused_code = error.code;
        model.refused.push_back(std::move(step.before));
    } else {
        model.changed.push_back({std::move(step.before), std::move(*answer)});
    }
    model.waiting.pop_back();
    change_next(model, api, std::move(done));
}

void change_next(BulkModel& model, Api& api, std::function<void()> done) {
    while (!model.waiting.empty()) {
        BulkStep& step = model.waiting.back();
        Patch<Asset> patch = patch_between(step.before, step.target);
        if (patch.members.empty()) { // is so already
            model.waiting.pop_back();
            continue;
        }
        patch.members["version"] = step.before.version;
        std::string const key = step.key.for_body(api, encode(patch));
        api.write<UpdateAsset>(key, {.path = {step.before.id}, .body = std::move(patch)},
                               [&model, &api, done = std::move(done)](Result<Asset> answer) {
                                   take_bulk_answer(model, api, std::move(answer), done);
                               });
        return;
    }
    finish(model, done);
}

void begin(BulkModel& model, Api& api, std::vector<BulkStep> steps, bool is_undo, std::function<void()> done) {
    std::reverse(steps.begin(), steps.end());
    model.all = steps.size();
    model.waiting = std::move(steps);
    model.halted.clear();
    model.is_undo = is_undo;
    model.changed.clear();
    model.refused.clear();
    model.open = false;
    change_next(model, api, std::move(done));
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

void start_bulk(BulkModel& model, Api& api, std::vector<Asset> chosen, std::function<void()> done) {
    if (!model.waiting.empty()) return;
    std::vector<BulkStep> steps;
    for (Asset& asset : chosen) {
        Asset target = with_change(model, asset);
        steps.push_back({.before = std::move(asset), .target = std::move(target)});
    }
    begin(model, api, std::move(steps), false, std::move(done));
}

void undo_bulk(BulkModel& model, Api& api, std::function<void()> done) {
    if (!model.waiting.empty() || model.changed.empty()) return;
    std::vector<BulkStep> steps;
    for (BulkChange& change : model.changed) {
        Asset target = std::move(change.before);
        target.version = change.after.version;
        steps.push_back({.before = std::move(change.after), .target = std::move(target)});
    }
    begin(model, api, std::move(steps), true, std::move(done));
}

void go_on_bulk(BulkModel& model, Api& api, std::function<void()> done) {
    if (model.halted.empty()) return;
    model.halted.clear();
    change_next(model, api, std::move(done));
}

void stop_bulk(BulkModel& model, std::function<void()> done) {
    model.halted.clear();
    model.waiting.clear();
    finish(model, done);
}

} // namespace schulkit
