#include "client/board/board_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class BoardScreen final : public Screen {
public:
    explicit BoardScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_board(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_board(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<Loan>::name || change.entity == Schema<Kit>::name ||
                   change.entity == Schema<SchoolYear>::name || change.entity == Schema<SchoolRequirement>::name;
        });
        if ((concerned || changes.more) && !m_model.changing) load_board(m_model, m_context.api);
    }
    void refresh() override { load_board(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    BoardModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_board_screen(ScreenContext const& context) { return std::make_unique<BoardScreen>(context); }

} // namespace schulkit
