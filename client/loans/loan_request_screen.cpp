#include "client/loans/loan_request_screen.hpp"

namespace schulkit {
namespace {

class LoanRequestScreen final : public Screen {
public:
    explicit LoanRequestScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return;
        m_opened = true;
        std::int64_t kit = 0;
        from_text(route.parameter("koffer"), kit);
        open_loan_request(m_model, m_context.api, m_context.me, {kit});
    }
    void draw(ui::Ui& ui) override { draw_loan_request(m_model, m_context, ui); }
    void refresh() override { retry_loan_request(m_model, m_context.api, m_context.me); }
    bool unsaved() const override { return has_request(m_model); }

private:
    ScreenContext const& m_context;
    LoanRequestModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_loan_request_screen(ScreenContext const& context) {
    return std::make_unique<LoanRequestScreen>(context);
}

} // namespace schulkit
