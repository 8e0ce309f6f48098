#include "client/feedback/feedback_list_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class FeedbackListScreen final : public Screen {
public:
    explicit FeedbackListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_feedback_list(m_model, m_context.api, m_context.me, route); }
    void draw(ui::Ui& ui) override { draw_feedback_list(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<Feedback>::name || change.entity == Schema<Loan>::name;
        });
        if (concerned || changes.more) refresh();
    }
    void refresh() override { load_feedback_list(m_model, m_context.api, m_context.me); }

private:
    ScreenContext const& m_context;
    FeedbackListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_feedback_list_screen(ScreenContext const& context) {
    return std::make_unique<FeedbackListScreen>(context);
}

} // namespace schulkit
