#include "client/allocation/proposal_screen.hpp"

namespace schulkit {
namespace {

class ProposalScreen final : public Screen {
public:
    explicit ProposalScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_proposal(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_proposal(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_proposal_changes(m_model, m_context.api, changes); }
    void refresh() override { load_proposal(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    ProposalModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_proposal_screen(ScreenContext const& context) { return std::make_unique<ProposalScreen>(context); }

} // namespace schulkit
