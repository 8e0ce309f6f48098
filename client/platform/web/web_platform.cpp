#include "client/platform/web/web_platform.hpp"

#include "client/platform/web/page_calls.hpp"

#include <utility>

namespace schulkit {

namespace {

std::string_view word(FocusTarget target) {
    switch (target) {
    case FocusTarget::first_field_with_error: return "first_field_with_error";
    case FocusTarget::new_field: return "new_field";
    case FocusTarget::main_heading: return "main_heading";
    case FocusTarget::screen: return "screen";
    case FocusTarget::dialog: return "dialog";
    case FocusTarget::none: break;
    }
    return "";
}

/// Takes the callable out before it is called: it may send or wait again.
template <class Callables>
auto take_out(Callables& callables, int id) {
    typename Callables::mapped_type callable;
    if (auto const found = callables.find(id); found != callables.end()) {
        callable = std::move(found->second);
        callables.erase(found);
    }
    return callable;
}

} // namespace

WebPlatform::WebPlatform() : m_route(page::route()) {}

void WebPlatform::send(HttpCall call, std::function<void(HttpAnswer)> done) {
    int const id = m_next_id++;
    m_calls.emplace(id, std::move(done));
    page::send(id, call);
}

void WebPlatform::take_answer(int id, HttpAnswer answer) {
    if (auto const done = take_out(m_calls, id)) done(std::move(answer));
}

void WebPlatform::on_upload_progress(std::function<void(float)> progress) { m_progress = std::move(progress); }

void WebPlatform::take_upload_progress(float part) {
    if (m_progress) m_progress(part);
}

void WebPlatform::set_route(std::string_view route, HistoryMode mode) {
    m_route = route;
    page::set_route(route, mode);
}

void WebPlatform::request_frame(int after_ms) { page::request_frame(after_ms); }

int WebPlatform::keep_timer(std::function<void()> due) {
    m_timers.emplace(m_next_id, std::move(due));
    return m_next_id++;
}

void WebPlatform::call_after(int after_ms, std::function<void()> due) {
    page::call_after(keep_timer(std::move(due)), after_ms, page::Timer::work);
}

void WebPlatform::call_after_live(int after_ms, std::function<void()> due) {
    page::call_after(keep_timer(std::move(due)), after_ms, page::Timer::live);
}

void WebPlatform::take_timer(int id) {
    if (auto const due = take_out(m_timers, id)) due();
}

std::int64_t WebPlatform::now_unix_ms() const { return page::now_unix_ms(); }
std::string WebPlatform::random_key() { return page::random_key(); }
std::string WebPlatform::stored(std::string_view key) const { return page::stored(key); }
void WebPlatform::store(std::string_view key, std::string_view value) { page::store(key, value); }
void WebPlatform::open_camera() { page::open_camera(); }
void WebPlatform::close_camera() { page::close_camera(); }
bool WebPlatform::tell_camera(std::string_view code, std::string_view words, ScanTone tone) {
    return page::tell_camera(code, words, tone);
}

void WebPlatform::load_texts(std::string_view language, std::function<void(std::string_view json)> done) {
    auto const& kept = m_texts_wanted.insert_or_assign(std::string{language}, std::move(done)).first->second;
    if (auto const found = m_texts.find(language); found != m_texts.end()) return kept(found->second);
    page::load_texts(language);
}

void WebPlatform::take_texts(std::string_view language, std::string texts) {
    std::string const& kept = m_texts.insert_or_assign(std::string{language}, std::move(texts)).first->second;
    if (auto const found = m_texts_wanted.find(language); found != m_texts_wanted.end()) found->second(kept);
}

bool WebPlatform::has_later_part() const { return page::has_later_part(); }

void WebPlatform::load_later_part(std::function<void(bool is_here)> done) {
    m_later_part_wanted = std::move(done);
    page::load_later_part();
}

void WebPlatform::take_later_part(bool is_here) {
    if (auto const done = std::exchange(m_later_part_wanted, {})) done(is_here);
}

void WebPlatform::ask_signature(std::string_view title, std::string_view who, std::function<void(SignatureAnswer)> done) {
    m_signed = std::move(done);
    page::ask_signature(title, who);
}
void WebPlatform::take_signature(std::string_view answer) {
    auto const done = std::exchange(m_signed, {});
    if (!done) return;
    if (answer.empty()) return done({});
    if (answer == "paper") return done({.outcome = SignatureOutcome::on_paper});
    done({.outcome = SignatureOutcome::drawn, .strokes = std::string{answer}});
}
void WebPlatform::copy_text(std::string_view text) { page::copy_text(text); }

void WebPlatform::move_focus(FocusTarget target) {
    if (target != FocusTarget::none) page::move_focus(word(target));
}

void WebPlatform::set_unsaved(bool unsaved) {
    if (unsaved == m_unsaved) return; // asked in every frame
    m_unsaved = unsaved;
    page::set_unsaved(unsaved);
}

void WebPlatform::reload() { page::reload(); }
void WebPlatform::show_sign_in() { page::show_sign_in(); }

} // namespace schulkit
