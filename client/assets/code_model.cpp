#include "client/assets/code_model.hpp"

namespace schulkit {

void look_up(CodeModel& model, Api& api, std::string code,
             std::function<void(std::string const& route)> lead) {
    model.code = std::move(code);
    model.found.start();
    api.read<Lookup>(
        {model.code}, {}, [&model, asked = model.code, lead = std::move(lead)](Result<Found> found) {
            if (asked != model.code) return;
            std::string route;
            if (found) route = (found->kind == LookupKind::kit ? "#/koffer/" : "#/geraete/") + to_text(found->id);
            model.found.take(std::move(found));
            if (!route.empty()) lead(route); // the last thing: the screen ends with it
        });
}

bool is_unknown(CodeModel const& model) {
    Error const* const error = model.found.error();
    return error != nullptr && (error->kind == ErrorKind::not_found || error->kind == ErrorKind::forbidden);
}

} // namespace schulkit
