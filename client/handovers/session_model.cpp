#include "client/handovers/session_model.hpp"

#include "client/forms/refusal.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

bool is_seen(HandoverSession const& session, std::string_view tag) {
    return std::any_of(session.slots.begin(), session.slots.end(),
                       [tag](SessionSlot const& slot) { return slot.asset_tag == tag && slot.scanned_at; });
}

/// The device that one session has ticked and the other has not.
std::string new_tick(HandoverSession const* before, HandoverSession const& after) {
    for (SessionSlot const& slot : after.slots)
        if (slot.scanned_at && slot.asset_tag && (before == nullptr || !is_seen(*before, *slot.asset_tag))) return *slot.asset_tag;
    return {};
}

void tell_outcome(SessionModel& model, HandoverSession const* before, HandoverSession const& after) {
    model.outcome_tag = new_tick(before, after);
    if (!model.outcome_tag.empty()) {
        model.outcome = ScanOutcome::ticked;
    } else if (before != nullptr && after.foreign.size() > before->foreign.size()) {
        model.outcome = ScanOutcome::foreign;
        for (ForeignDevice const& device : after.foreign)
            if (std::find(before->foreign.begin(), before->foreign.end(), device) == before->foreign.end())
                model.outcome_tag = device.asset_tag;
    } else {
        model.outcome = ScanOutcome::again;
    }
}

/// One who is behind does not overwrite what is newer.
void take_newer(SessionModel& model, Result<HandoverSession> session) {
    if (session && model.session.value() != nullptr && session->version < model.session.value()->version) return;
    model.session.take(std::move(session));
}

void send_next(SessionModel& model, Api& api) {
    if (model.sending || model.waiting.empty()) return;
    model.sending = true;
    Request<ScanIntoSession> const request{.path = {model.id}, .body = {.code = model.waiting.front()}};
    // as it is now: what is reloaded meanwhile may have this scan in it already
    std::optional<HandoverSession> before;
    if (HandoverSession const* const now = model.session.value()) before = *now;
    api.write<ScanIntoSession>(
        model.scan_key.for_body(api, encode(request.body)), request,
        [&model, &api, before = std::move(before)](Result<HandoverSession> session) {
            model.sending = false;
            bool const lost = !session && is_undecided(session.error());
            if (lost) { // stays in the queue, with its key, until there is a connection again
                model.scan_key.failed(session.error());
                model.scan_error = std::move(session).error();
                return;
            }
            model.scan_key.succeeded();
            model.outcome_code = std::move(model.waiting.front());
            model.waiting.pop_front();
            if (session) {
                model.scan_error.reset();
                tell_outcome(model, before ? &*before : nullptr, *session);
                take_newer(model, std::move(session));
            } else {
                model.outcome = ScanOutcome::refused;
                model.scan_error = std::move(session).error();
            }
            send_next(model, api);
        });
}

std::optional<std::int64_t> read_count(std::string_view typed) {
    std::int64_t quantity = 0;
    if (!from_text(trim(typed), quantity) || quantity < 0 || quantity > max_accessory_count) return std::nullopt;
    return quantity;
}

void send_next_count(SessionModel& model, Api& api) {
    if (model.counting) return;
    auto const next = std::find_if(model.counts.begin(), model.counts.end(), [](auto const& count) { return count.second.error.empty(); });
    if (next == model.counts.end()) return;
    SessionAccessory counted = next->second.accessory;
    counted.quantity = read_count(next->second.words);
    model.counting = true;
    Request<CountAccessories> const request{.path = {model.id}, .body = {.accessories = {std::move(counted)}}};
    api.write<CountAccessories>(
        model.count_key.for_body(api, encode(request.body)), request,
        [&model, &api, place = next->first, sent = next->second.words](Result<HandoverSession> session) {
            model.counting = false;
            if (!session && is_undecided(session.error())) { // waits, with its key, until there is a connection again
                model.count_error = std::move(session).error();
                return;
            }
            model.count_key.succeeded();
            model.count_error.reset();
            auto const typed = model.counts.find(place);
            bool const is_newest = typed != model.counts.end() && typed->second.words == sent;
            if (session) {
                if (is_newest) model.counts.erase(typed);
                take_newer(model, std::move(session));
            } else if (is_newest) {
                Error const& error = session.error();
                typed->second.error = error.fields.empty() ? error.code : error.fields.front().code;
            }
            send_next_count(model, api);
        });
}

/// The same person hands over kit after kit: who signed for the county last, until the tab is closed.
constexpr std::string_view county_signer_key = "draft.county_signer";

void recall_county_signer(SessionModel& model, Platform& platform) {
    std::string const kept = platform.stored(county_signer_key);
    std::size_t const first = kept.find('\n');
    std::size_t const second = first == kept.npos ? kept.npos : kept.find('\n', first + 1);
    if (second == kept.npos) {
        model.county.on_behalf = "i_a";
        return;
    }
    model.county.name = kept.substr(0, first);
    model.county.function = kept.substr(first + 1, second - first - 1);
    model.county.on_behalf = kept.substr(second + 1);
}

void keep_county_signer(SessionModel const& model, Platform& platform) {
    SignerForm const& county = model.county;
    if (!county.name.empty())
        platform.store(county_signer_key, county.name + '\n' + county.function + '\n' + county.on_behalf);
}

void load_session_papers(SessionModel& model, Api& api) {
    HandoverSession const* const session = model.session.value();
    if (session == nullptr || session->state != SessionState::completed) return;
    for (SessionLoan const& loan : session->loans) {
        Loadable<Page<LoanPaper>>& papers = model.papers[loan.loan_id.value];
        papers.start();
        api.read<ListLoanPapers>({loan.loan_id}, {}, [&papers](Result<Page<LoanPaper>> page) { papers.take(std::move(page)); });
    }
}

Signer signer_of(SignerForm const& form, bool on_screen) {
    Signer signer{.name = std::string{trim(form.name)},
                  .function = std::string{trim(form.function)},
                  .on_behalf = enum_of<OnBehalf>(form.on_behalf)};
    // without a stroke it is empty, which is told beside the button
    if (on_screen) signer.signature = form.signature.empty() ? std::string{"[]"} : form.signature;
    return signer;
}

void load_photos(SessionModel& model, Api& api) {
    model.photos.start();
    api.read<ListSessionPhotos>({model.id}, {}, [&model](Result<Page<AttachedFile>> photos) { model.photos.take(std::move(photos)); });
}

} // namespace

void ask_to_sign(SessionModel& model, Api& api, SignerForm& form, std::string_view title) {
    std::string who{trim(form.name)};
    if (std::string const function{trim(form.function)}; !function.empty()) who += (who.empty() ? "" : ", ") + function;
    std::weak_ptr<bool> const alive = model.alive;
    api.platform().ask_signature(title, who, [&model, &form, alive](SignatureAnswer answer) {
        if (alive.expired()) return;
        if (answer.outcome == SignatureOutcome::on_paper) model.signing = "paper";
        if (answer.outcome != SignatureOutcome::drawn) return;
        form.signature = std::move(answer.strokes);
        std::erase_if(model.errors, [](FieldError const& error) { return error.code == "empty_signature"; });
    });
}

void open_session(SessionModel& model, Api& api, Id<HandoverSession> id) {
    model.id = id;
    recall_county_signer(model, api.platform());
    if (!id) {
        model.session.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    reload_session(model, api);
}

void reload_session(SessionModel& model, Api& api) {
    if (!model.id) return;
    model.session.start();
    api.read<GetHandoverSession>({model.id}, {}, [&model, &api](Result<HandoverSession> session) {
        if (session && model.session.value() != nullptr && session->version < model.session.value()->version)
            session = *model.session.value();
        model.session.take(std::move(session));
        load_session_papers(model, api);
    });
    load_photos(model, api);
    send_next(model, api);
    send_next_count(model, api);
}

void take_session_changes(SessionModel& model, Api& api, Changes const& changes) {
    bool const has_ended = model.session.value() != nullptr && model.session.value()->state == SessionState::completed;
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        if (change.entity == Schema<LoanPaper>::name) return has_ended;
        return change.entity == Schema<HandoverSession>::name && change.entity_id == model.id.value;
    });
    if (concerned || changes.more) reload_session(model, api);
}

void scan(SessionModel& model, Api& api, std::string code) {
    code = trim(code);
    if (code.empty()) return;
    model.waiting.push_back(std::move(code));
    send_next(model, api);
}

void take_tick_back(SessionModel& model, Api& api, std::string const& tag) {
    Request<ScanIntoSession> const request{.path = {model.id}, .body = {.code = tag, .taken_back = true}};
    api.write<ScanIntoSession>(model.untick_key.for_body(api, encode(request.body)), request, [&model, tag](Result<HandoverSession> session) {
        if (!session) {
            model.untick_key.failed(session.error());
            model.scan_error = std::move(session).error();
            return;
        }
        model.untick_key.succeeded();
        if (model.outcome_tag == tag) model.outcome.reset(); // is no longer true
        take_newer(model, std::move(session));
    });
}

std::string count_place(SessionAccessory const& accessory) { return to_text(accessory.loan_id) + '/' + accessory.label; }

void set_count(SessionModel& model, Api& api, SessionAccessory const& accessory, std::string typed) {
    std::string error;
    if (!read_count(typed)) error = trim(typed).empty() ? "required" : "bad_count";
    model.counts[count_place(accessory)] = {.accessory = accessory, .words = std::move(typed), .error = std::move(error)};
    send_next_count(model, api);
}

bool has_unsent(SessionModel const& model) {
    HandoverSession const* const session = model.session.value();
    bool const has_ended = session != nullptr && session->state != SessionState::open; // nothing is counted any more
    return !model.waiting.empty() || (!has_ended && !model.counts.empty());
}

void begin_damage(SessionModel& model) {
    DamageModel& damage = model.damage;
    damage.open = true;
    damage.tag = model.outcome_tag;
    damage.title.clear();
    damage.description.clear();
    damage.photos = {};
    damage.errors.clear();
    damage.refused.reset();
}

void send_damage(SessionModel& model, Api& api) {
    DamageModel& damage = model.damage;
    if (damage.sending || is_sending(damage.photos)) return;
    SessionDamage const report{.code = damage.tag,
                               .title = std::string{trim(damage.title)},
                               .description = std::string{trim(damage.description)},
                               .attachments = links_of(damage.photos)};
    damage.errors = validate(report);
    if (!damage.errors.empty()) {
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    damage.sending = true;
    damage.refused.reset();
    Request<ReportDamage> const request{.path = {model.id}, .body = report};
    api.write<ReportDamage>(damage.key.for_body(api, encode(report)), request, [&model](Result<HandoverSession> session) {
        DamageModel& sent = model.damage;
        sent.sending = false;
        if (!session) {
            take_refusal(sent, session.error());
            return;
        }
        sent.key.succeeded();
        sent.open = false;
        sent.reported = sent.tag;
        take_newer(model, std::move(session));
    });
}

void add_photos(SessionModel& model, Api& api) {
    SessionPhotos const photos{.attachments = links_of(model.new_photos)};
    if (photos.attachments.empty()) return;
    model.photo_error.reset();
    Request<AddSessionPhotos> const request{.path = {model.id}, .body = photos};
    api.write<AddSessionPhotos>(model.photo_key.for_body(api, encode(photos)), request, [&model](Result<Page<AttachedFile>> all) {
        if (!all) {
            model.photo_key.failed(all.error());
            model.photo_error = std::move(all).error();
            return;
        }
        model.photo_key.succeeded();
        model.new_photos.files.clear();
        model.photos.take(std::move(all));
    });
}

SessionProgress progress_of(HandoverSession const& session) {
    SessionProgress progress;
    for (SessionSlot const& slot : session.slots) {
        if (slot.asset_id) ++progress.expected;
        if (slot.scanned_at)
            ++progress.seen;
        else
            ++progress.missing;
    }
    for (SessionAccessory const& accessory : session.accessories)
        progress.missing += std::max<std::int64_t>(0, accessory.expected - accessory.quantity.value_or(accessory.expected));
    return progress;
}

void complete(SessionModel& model, Api& api, bool missing_accepted) {
    if (model.completing || has_unsent(model) || model.session.value() == nullptr) return;
    SessionEnd end;
    end.missing_accepted = missing_accepted;
    auto const given = [](std::string const& typed) {
        std::string text{trim(typed)};
        return text.empty() ? std::nullopt : std::optional{std::move(text)};
    };
    end.override_reason = given(model.override_reason);
    end.seal_number = given(model.seal_number);
    end.notes = given(model.notes);
    bool const is_signed = model.session.value()->kind != SessionKind::check;
    bool const on_screen = model.signing == "screen";
    if (is_signed) {
        end.signed_by = signer_of(model.school, on_screen);
        // on paper whoever signs for the county may be written by hand, too
        bool const county_is_known = !trim(model.county.name).empty() || !trim(model.county.function).empty();
        if (on_screen || county_is_known) end.county_signed_by = signer_of(model.county, on_screen);
    }
    model.errors = validate(end);
    if (!model.errors.empty()) {
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    model.completing = true;
    model.refused.reset();
    Request<CompleteSession> const request{.path = {model.id}, .body = std::move(end)};
    api.write<CompleteSession>(model.end_key.for_body(api, encode(request.body)), request, [&model, &api](Result<HandoverSession> session) {
        model.completing = false;
        if (!session) {
            model.end_key.failed(session.error());
            model.errors = session.error().fields;
            if (model.errors.empty()) model.refused = std::move(session).error();
            return;
        }
        model.end_key.succeeded();
        model.completed = true;
        model.session.take(std::move(session));
        keep_county_signer(model, api.platform());
        load_session_papers(model, api);
    });
}

void give_up(SessionModel& model, Api& api, std::function<void()> done) {
    if (model.completing) return;
    model.completing = true;
    api.write<AbandonSession>(model.end_key.for_body(api, "abandon"), {.path = {model.id}},
                              [&model, done = std::move(done)](Result<HandoverSession> session) {
                                  model.completing = false;
                                  if (!session) {
                                      model.end_key.failed(session.error());
                                      model.refused = std::move(session).error();
                                      return;
                                  }
                                  model.end_key.succeeded();
                                  model.session.take(std::move(session));
                                  done();
                              });
}

} // namespace schulkit
