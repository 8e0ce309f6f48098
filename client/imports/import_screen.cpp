#include "client/imports/import_screen.hpp"

namespace schulkit {
namespace {

class ImportScreen final : public Screen {
public:
    explicit ImportScreen(ScreenContext const& context) : m_context{context} {
        m_context.api.platform().on_upload_progress([this](float part) {
            take_uploaded(m_model, part);
            m_context.api.platform().request_frame(0);
        });
    }
    ~ImportScreen() override { m_context.api.platform().on_upload_progress({}); }
    ImportScreen(ImportScreen const&) = delete;
    ImportScreen& operator=(ImportScreen const&) = delete;

    void open(Route const&) override {}
    void draw(ui::Ui& ui) override { draw_import(m_model, m_context, ui); }
    /// The file is on its way; leaving would break it off.
    bool unsaved() const override { return is_running(m_model); }

private:
    ScreenContext const& m_context;
    ImportModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_import_screen(ScreenContext const& context) {
    return std::make_unique<ImportScreen>(context);
}

} // namespace schulkit
