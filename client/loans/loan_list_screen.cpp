#include "client/loans/loan_list_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class LoanListScreen final : public Screen {
public:
    explicit LoanListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        open_loans(m_model, m_context.api, route);
        load_what_stands_above();
    }
    void draw(ui::Ui& ui) override { draw_loans(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<Loan>::name || change.entity == Schema<HandoverSession>::name || change.entity == Schema<SchoolYear>::name;
        });
        if (concerned || changes.more) refresh();
    }
    void refresh() override {
        load_loans(m_model, m_context.api);
        load_what_stands_above();
    }

private:
    void load_what_stands_above() {
        load_appointments(m_model.appointments, m_context.api, m_context.me);
        load_running_sessions(m_model.sessions, m_context.api, m_context.me);
    }

    ScreenContext const& m_context;
    LoanListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_loan_list_screen(ScreenContext const& context) {
    return std::make_unique<LoanListScreen>(context);
}

} // namespace schulkit
