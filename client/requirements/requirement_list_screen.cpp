#include "client/requirements/requirement_list_screen.hpp"

#include "shared/audit/audit_api.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class RequirementListScreen final : public Screen {
public:
    explicit RequirementListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { refresh(); }
    void draw(ui::Ui& ui) override { draw_listed_requirements(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<Requirement>::name;
        });
        if (concerned || changes.more) refresh();
    }
    void refresh() override { load_requirement_list(m_model, m_context.api); }
    bool unsaved() const override { return m_model.dialog_open && !(m_model.draft == m_model.before); }

private:
    ScreenContext const& m_context;
    RequirementListModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_requirement_list_screen(ScreenContext const& context) {
    return std::make_unique<RequirementListScreen>(context);
}

} // namespace schulkit
