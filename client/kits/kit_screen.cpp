#include "client/kits/kit_screen.hpp"

namespace schulkit {
namespace {

class KitScreen final : public Screen {
public:
    explicit KitScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override {
        if (m_opened) return; // nothing of it stands in the query
        m_opened = true;
        open_kit(m_model, m_context.api, m_context.me, {number_at(route, 1).value_or(0)});
    }
    void draw(ui::Ui& ui) override { draw_kit(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_kit_changes(m_model, m_context.api, m_context.me, changes); }
    void refresh() override { reload_kit(m_model, m_context.api, m_context.me); }
    /// A kit is built by scanning its devices; in the dialog of a slot the scan is its spare.
    bool on_scan(std::string_view code) override {
        if (!fills()) return false;
        if (m_model.regrouping.split_open)
            m_model.regrouping.tag = code; // of the label that waits for the new kit
        else if (m_model.regrouping.merge_open)
            choose_other_kit(m_model.regrouping, code);
        else if (m_model.slot_open)
            m_model.spare = code;
        else
            put_into_kit(m_model, m_context.api, std::string{code});
        return true;
    }
    bool takes_more_scans() const override { return fills() && !m_model.slot_open && !m_model.regrouping.split_open && !m_model.regrouping.merge_open; }
    bool unsaved() const override { return !m_model.counted.empty(); }

private:
    bool fills() const { return may(m_context.me, Action::fill_kits) && !is_unknown(m_model) && !is_dissolved(m_model); }

    ScreenContext const& m_context;
    KitModel m_model = {};
    bool m_opened = false;
};

} // namespace

std::unique_ptr<Screen> make_kit_screen(ScreenContext const& context) { return std::make_unique<KitScreen>(context); }

} // namespace schulkit
