#include "client/error_text.hpp"

namespace schulkit {

std::string error_text(ui::Ui const& ui, std::string_view code) {
    std::string const key = "error." + std::string{code};
    return ui.text(ui.has_text(key) ? key : "error.internal");
}

std::string field_error_text(ui::Ui const& ui, std::vector<FieldError> const& errors, std::string_view field) {
    for (FieldError const& error : errors) {
        if (error.field != field) continue;
        std::string const own = "error." + error.code + '.' + error.field;
        return ui.has_text(own) ? ui.text(own) : error_text(ui, error.code);
    }
    return {};
}

bool is_lost_connection(Error const& error) {
    return error.kind == ErrorKind::unavailable;
}

} // namespace schulkit
