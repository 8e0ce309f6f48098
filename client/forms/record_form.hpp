#pragma once
// Changing a record, or adding one. What is typed is kept as a draft until it is stored, and survives whatever comes
// between: a page loaded again, a server that is away, somebody else who was faster.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/merge.hpp"
#include "shared/core/validate.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace schulkit {

template <Entity T> struct RecordForm {
    bool is_new = false;
    bool is_open = false; ///< there is something to edit
    std::string draft_key = {};
    T before = {}; ///< as it is stored, as far as is known here; of a new one what the form began with
    T draft = {};  ///< as typed
    bool unreadable = false; ///< words in a field that mean no value of its type: they are no draft, but typed
    FieldErrors errors = {};
    Loadable<T> saving = {};
    ChangeKey key = {};
    T others_base = {}; ///< what both began with, and what somebody else stored of it meanwhile
    std::vector<MergedField> others = {};
    bool changed_meanwhile = false; ///< somebody stored something; it is joined when this form is saved
    bool told_meanwhile = false;
    bool restored = false; ///< the draft was found, not typed just now
    bool asks_discard = false;
};

/// As it is kept in the tab.
template <class T> struct RecordDraft {
    T before = {};
    T draft = {};
};
template <class T> struct Schema<RecordDraft<T>> {
    static constexpr std::string_view name = "record_draft";
    static constexpr auto fields =
        std::tuple{field("before", "", &RecordDraft<T>::before), field("draft", "", &RecordDraft<T>::draft)};
};

/// What comes with 409 "stale".
template <class T> struct StaleRecord {
    T current = {};
};
template <class T> struct Schema<StaleRecord<T>> {
    static constexpr std::string_view name = "stale_record";
    static constexpr auto fields = std::tuple{field("current", "", &StaleRecord<T>::current)};
};

/// As it would be stored.
template <Entity T> T as_stored(T record) {
    clean(record);
    return record;
}

template <Entity T> bool has_changes(RecordForm<T> const& form) {
    return form.unreadable || !patch_between(as_stored(form.before), as_stored(form.draft)).members.empty();
}

template <Entity T> void forget_draft(RecordForm<T>& form, Api& api) {
    api.platform().store(form.draft_key, "");
    form.restored = false;
}

/// After each change of the draft.
template <Entity T> void keep_draft(RecordForm<T>& form, Api& api) {
    if (!has_changes(form)) return forget_draft(form, api);
    api.platform().store(form.draft_key, encode(RecordDraft<T>{.before = form.before, .draft = form.draft}));
}

/// Back to what is stored.
template <Entity T> void discard_draft(RecordForm<T>& form, Api& api) {
    forget_draft(form, api);
    form.draft = form.before;
    form.errors.clear();
    form.others.clear();
    form.unreadable = false;
    form.asks_discard = false;
    form.saving.clear();
}

/// Joins what is stored now with what was typed against `base`.
template <Entity T> void merge_into(RecordForm<T>& form, T const& base, T const& stored) {
    form.others = merge_changes(base, stored, form.draft);
    form.others_base = base;
    form.before = stored;
    form.changed_meanwhile = false;
}

/// A draft that was kept under that key is taken up again.
template <Entity T> void open_form(RecordForm<T>& form, Api& api, std::string draft_key, T record) {
    form.is_open = true;
    form.draft_key = std::move(draft_key);
    form.before = std::move(record);
    form.draft = form.before;
    std::string const kept = api.platform().stored(form.draft_key);
    if (kept.empty()) return;
    auto const draft = decode<RecordDraft<T>>(kept);
    if (!draft) return forget_draft(form, api);
    form.draft = draft->draft;
    form.restored = true;
    if (!(draft->before == form.before)) merge_into(form, draft->before, T{form.before});
    if (!has_changes(form)) forget_draft(form, api);
}

/// An untouched form shows what was changed elsewhere; a form in use is left alone, and says so.
template <Entity T> void take_stored(RecordForm<T>& form, T const& stored) {
    if (has_changes(form) || form.saving.is_loading()) {
        form.changed_meanwhile = stored.version != form.before.version;
        return;
    }
    form.before = stored;
    form.draft = stored;
}

template <Entity T> void show_errors(RecordForm<T>& form, Api& api, FieldErrors errors) {
    form.errors = std::move(errors);
    if (!form.errors.empty()) api.platform().move_focus(FocusTarget::first_field_with_error);
}

/// What is to be sent; nothing if it is being sent already or breaks a rule, which its fields then say.
template <Entity T> std::optional<T> begin_saving(RecordForm<T>& form, Api& api) {
    if (form.saving.is_loading()) return std::nullopt;
    T record = as_stored(form.draft);
    show_errors(form, api, validate(record));
    if (!form.errors.empty()) return std::nullopt;
    return record;
}

/// `sent` is the draft as it was when it was sent; `saved` gets the record as stored.
template <Entity T>
void take_answer(RecordForm<T>& form, Api& api, T const& sent, Result<T> answer, std::function<void(T const&)> const& saved) {
    if (answer) {
        form.key.succeeded();
        bool const typed_since = !(form.draft == sent);
        T draft = *answer;
        if (typed_since) apply_patch(patch_between(sent, form.draft), draft);
        form.is_new = false;
        form.before = *answer;
        form.draft = std::move(draft);
        form.saving.take(std::move(answer));
        if (typed_since) return keep_draft(form, api); // stays open with what is not saved yet
        forget_draft(form, api);
        saved(form.before); // the last thing: the screen may end with it
        return;
    }
    Error const error = answer.error();
    form.key.failed(error);
    form.saving.take(std::move(answer));
    if (error.code != "stale") return show_errors(form, api, error.fields);
    auto const stale = decode<StaleRecord<T>>(error.extra);
    if (!stale) return;
    form.saving.clear(); // told by what the other person changed
    merge_into(form, T{form.before}, stale->current);
    keep_draft(form, api);
    api.platform().move_focus(FocusTarget::main_heading);
}

/// Only what has been changed; where nothing has, `saved` hears of what is stored already.
template <class Update, Entity T>
void send_changes(RecordForm<T>& form, Api& api, typename Update::Path const& path, T const& record,
                  std::function<void(T const&)> saved) {
    Patch<T> patch = patch_between(form.before, record);
    if (patch.members.empty()) {
        forget_draft(form, api);
        saved(form.before);
        return;
    }
    patch.members["version"] = form.before.version;
    form.saving.start();
    std::string const key = form.key.for_body(api, encode(patch));
    api.write<Update>(key, {.path = path, .body = std::move(patch)}, [&form, &api, sent = form.draft, saved](Result<T> answer) {
        take_answer(form, api, sent, std::move(answer), saved);
    });
}

/// Adds what is new with Create, else sends what was changed with Update. `record`: of begin_saving(); `id`: not of a new one.
template <class Create, class Update, Entity T>
void send_record(RecordForm<T>& form, Api& api, Id<T> id, T const& record, std::function<void(T const&)> saved) {
    if (!form.is_new) return send_changes<Update>(form, api, {id}, record, std::move(saved));
    form.saving.start();
    api.write<Create>(form.key.for_body(api, encode(record)), {.body = record},
                      [&form, &api, sent = form.draft, saved](Result<T> answer) {
                          take_answer(form, api, sent, std::move(answer), saved);
                      });
}

/// Gives up one's own value of a field that both changed.
template <Entity T> void take_theirs(std::vector<MergedField>& others, T const& stored, T& draft, std::string_view name) {
    for_each_field<T>([&](auto const& f) {
        if (f.name == name) draft.*f.member = stored.*f.member;
    });
    for (MergedField& merged : others)
        if (merged.field == name) merged.outcome = MergeOutcome::taken;
}

template <Entity T> void take_theirs(RecordForm<T>& form, Api& api, std::string_view name) {
    take_theirs(form.others, form.before, form.draft, name);
    keep_draft(form, api);
}

/// Fields that both changed differently are about to be overwritten.
inline bool overwrites(std::vector<MergedField> const& others) {
    return std::any_of(others.begin(), others.end(), [](MergedField const& merged) { return merged.outcome == MergeOutcome::kept; });
}

template <Entity T> bool overwrites(RecordForm<T> const& form) { return overwrites(form.others); }

/// The server is back: what could not be sent may be sent again.
template <Entity T> void forget_lost(RecordForm<T>& form) {
    bool const lost = form.saving.error() != nullptr && form.saving.error()->kind == ErrorKind::unavailable;
    if (lost) form.saving.clear();
}

} // namespace schulkit
