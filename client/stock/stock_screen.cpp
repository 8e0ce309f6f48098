#include "client/stock/stock_screen.hpp"

namespace schulkit {
namespace {

class StockScreen final : public Screen {
public:
    explicit StockScreen(ScreenContext const& context) : m_context{context} {}

    void open(Route const& route) override { open_stock(m_model, m_context.api, route); }
    void draw(ui::Ui& ui) override { draw_stock(m_model, m_context, ui); }
    void on_changes(Changes const& changes) override { take_stock_changes(m_model, m_context.api, changes); }
    void refresh() override { load_stock(m_model, m_context.api); }

private:
    ScreenContext const& m_context;
    StockModel m_model = {};
};

} // namespace

std::unique_ptr<Screen> make_stock_screen(ScreenContext const& context) { return std::make_unique<StockScreen>(context); }

} // namespace schulkit
