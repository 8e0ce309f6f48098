#include "client/kits/kit_type_list_screen.hpp"

#include <algorithm>

namespace schulkit {
namespace {

class KitTypeListScreen final : public Screen {
public:
    explicit KitTypeListScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const&) override { refresh(); }
    void draw(ui::Ui& ui) override { draw_kit_types(m_types, m_context, ui); }
    void on_changes(Changes const& changes) override {
        bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
            return change.entity == Schema<KitType>::name || (change.entity == Schema<Kit>::name && change.action == "create");
        });
        if (concerned || changes.more) refresh();
    }
    void refresh() override { load_kit_types(m_types, m_context.api); }

private:
    ScreenContext const& m_context;
    KitTypes m_types = {};
};

} // namespace

std::unique_ptr<Screen> make_kit_type_list_screen(ScreenContext const& context) {
    return std::make_unique<KitTypeListScreen>(context);
}

} // namespace schulkit
