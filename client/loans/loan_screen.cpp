#include "client/loans/loan_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class LoanScreen final : public Screen {
public:
    explicit LoanScreen(ScreenContext const& context) : m_context{context} {
        m_context.api.platform().on_upload_progress([this](float part) {
            take_sent_part(m_model.papers.files, part);
            m_context.api.platform().request_frame(0);
        });
    }
    ~LoanScreen() override { m_context.api.platform().on_upload_progress({}); }
    LoanScreen(LoanScreen const&) = delete;
    LoanScreen& operator=(LoanScreen const&) = delete;

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        open_loan(m_model, m_context.api, {number_at(route, 1).value_or(0)});
        load_beside();
    }
    void draw(ui::Ui& ui) override { draw_loan(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_loan_changes(m_model, m_context.api, changes);
        bool const said = std::any_of(changes.items.begin(), changes.items.end(),
                                      [](Change const& change) { return change.entity == Schema<Feedback>::name; });
        if (said || m_model.loan.is_loading()) load_beside(); // something of this loan has changed
    }
    void refresh() override {
        reload_loan(m_model, m_context.api);
        load_beside();
    }
    bool unsaved() const override { return m_model.papers.adding && !m_model.papers.files.files.empty(); }
    /// The spare, while its dialog is open.
    bool on_scan(std::string_view code) override { return take_scan(m_model, code); }

private:
    void load_beside() {
        load_appointments(m_model.appointments, m_context.api, m_context.me);
        load_loan_feedback(m_model.feedback, m_context.api, m_model.id);
    }

    ScreenContext const& m_context;
    LoanModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_loan_screen(ScreenContext const& context) { return std::make_unique<LoanScreen>(context); }

} // namespace schulkit
