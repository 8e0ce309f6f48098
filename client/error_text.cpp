#include "client/error_text.hpp"

namespace schulkit {

std::string error_text(ui::Ui const& ui, std::string_view code) {
    std::string const key = "error." + std::string{code};
    return ui.text(ui.has_text(key) ? key : "error.internal");
}

} // namespace schulkit
