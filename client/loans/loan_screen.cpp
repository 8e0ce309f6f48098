#include "client/loans/loan_screen.hpp"

namespace schulkit {
namespace {

class LoanScreen final : public Screen {
public:
    explicit LoanScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        open_loan(m_model, m_context.api, {number_at(route, 1).value_or(0)});
        load_beside();
    }
    void draw(ui::Ui& ui) override { draw_loan(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        take_loan_changes(m_model, m_context.api, changes);
        if (m_model.loan.is_loading()) load_beside(); // something of this loan has changed
    }
    void refresh() override {
        reload_loan(m_model, m_context.api);
        load_beside();
    }

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
