#include "client/handovers/session_screen.hpp"

#include "shared/core/text.hpp"

namespace schulkit {
namespace {

class SessionScreen final : public Screen {
public:
    explicit SessionScreen(ScreenContext const& context) : m_context{context} {
        context.api.platform().on_upload_progress([this](float part) {
            take_sent_part(m_model.new_photos, part);
            take_sent_part(m_model.damage.photos, part);
            m_context.api.platform().request_frame(0);
        });
    }
    ~SessionScreen() override { m_context.api.platform().on_upload_progress({}); }
    SessionScreen(SessionScreen const&) = delete;
    SessionScreen& operator=(SessionScreen const&) = delete;

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        open_session(m_model, m_context.api, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_session(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_session_changes(m_model, m_context.api, changes); }
    void refresh() override { reload_session(m_model, m_context.api); }
    /// Each scan ticks a device off.
    bool on_scan(std::string_view code) override {
        HandoverSession const* const session = m_model.session.value();
        if (session == nullptr || session->state != SessionState::open) return false;
        if (m_model.damage.open) { // this one is damaged
            m_model.damage.tag = code_key(code);
            return true;
        }
        scan(m_model, m_context.api, std::string{code});
        return true;
    }
    bool takes_more_scans() const override {
        HandoverSession const* const session = m_model.session.value();
        return session != nullptr && session->state == SessionState::open;
    }
    bool unsaved() const override { return has_unsent(m_model) || m_model.damage.open || is_sending(m_model.new_photos); }

private:
    ScreenContext const& m_context;
    SessionModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_session_screen(ScreenContext const& context) { return std::make_unique<SessionScreen>(context); }

} // namespace schulkit
