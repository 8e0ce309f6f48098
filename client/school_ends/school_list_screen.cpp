#include "client/school_ends/school_list_screen.hpp"

#include "shared/audit/audit_api.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class SchoolListScreen final : public Screen {
public:
    explicit SchoolListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { refresh(); }
    void draw(ui::Ui& ui) override { draw_school_list(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        auto const is_of = [&](std::string_view entity) {
            return changes.more || std::any_of(changes.items.begin(), changes.items.end(),
                                               [&](Change const& change) { return change.entity == entity; });
        };
        if (is_of(Schema<School>::name)) load_schools(m_model.schools, m_context.api);
        if (m_model.dialog_open && is_of(Schema<Loan>::name)) load_loans_of_school(m_model, m_context.api);
    }
    void refresh() override { load_school_list(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    SchoolListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_school_list_screen(ScreenContext const& context) {
    return std::make_unique<SchoolListScreen>(context);
}

} // namespace schulkit
