#include "client/requirements/requirements_screen.hpp"

namespace schulkit {
namespace {

class RequirementsScreen final : public Screen {
public:
    explicit RequirementsScreen(ScreenContext const& context) : m_context{context} {
        context.api.platform().on_upload_progress([this](float part) {
            take_sent_part(m_model.attachments, part);
            m_context.api.platform().request_frame(0);
        });
    }
    ~RequirementsScreen() override { m_context.api.platform().on_upload_progress({}); }
    RequirementsScreen(RequirementsScreen const&) = delete;
    RequirementsScreen& operator=(RequirementsScreen const&) = delete;

    void open(Route const& route) override { open_requirements(m_model, m_context.api, m_context.me, route); }
    void draw(ui::Ui& ui) override { draw_requirements(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_requirement_changes(m_model, m_context.api, changes); }
    void refresh() override { reload_requirements(m_model, m_context.api, m_context.me); }

private:
    ScreenContext const& m_context;
    RequirementsModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_requirements_screen(ScreenContext const& context) {
    return std::make_unique<RequirementsScreen>(context);
}

} // namespace schulkit
