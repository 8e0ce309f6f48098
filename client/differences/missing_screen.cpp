#include "client/differences/missing_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class MissingScreen final : public Screen {
public:
    explicit MissingScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_missing(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_missing(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<LoanDifference>::name || change.entity == Schema<Loan>::name;
        });
        if (concerned || changes.more) load_missing(m_model, m_context.api);
    }
    void refresh() override { load_missing(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    MissingModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_missing_screen(ScreenContext const& context) { return std::make_unique<MissingScreen>(context); }

} // namespace schulkit
