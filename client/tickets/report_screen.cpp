#include "client/tickets/report_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class ReportScreen final : public Screen {
public:
    explicit ReportScreen(ScreenContext const& context) : m_context{context} {
        begin_report(m_model, context.api, context.me);
        context.api.platform().on_upload_progress([this](float part) {
            take_sent_part(m_model.photos, part);
            m_context.api.platform().request_frame(0);
        });
    }
    ~ReportScreen() override { m_context.api.platform().on_upload_progress({}); }
    ReportScreen(ReportScreen const&) = delete;
    ReportScreen& operator=(ReportScreen const&) = delete;

    void open(Route const& route) override { open_report(m_model, m_context.api, m_context.me, route); }
    void draw(ui::Ui& ui) override { draw_report(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned =
            changes.more || std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
                return change.entity == Schema<Ticket>::name;
            });
        if (concerned) load_open_tickets(m_model, m_context.api);
    }
    void refresh() override { refresh_report(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return m_model.unsaved(); }
    bool on_scan(std::string_view code) override {
        m_context.go("#/melden?geraet=" + percent_encode(code), HistoryMode::replace);
        return true;
    }

private:
    ScreenContext const& m_context;
    ReportModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_report_screen(ScreenContext const& context) {
    return std::make_unique<ReportScreen>(context);
}

} // namespace schulkit
