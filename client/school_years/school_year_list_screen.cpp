#include "client/school_years/school_year_list_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class SchoolYearListScreen final : public Screen {
public:
    explicit SchoolYearListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { refresh(); }
    void draw(ui::Ui& ui) override { draw_school_years(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<SchoolYear>::name;
        });
        if (concerned || changes.more) refresh();
    }
    void refresh() override { load_school_years(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    SchoolYearListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_school_year_list_screen(ScreenContext const& context) {
    return std::make_unique<SchoolYearListScreen>(context);
}

} // namespace schulkit
