#include "shared/handovers/handover_api.hpp"

namespace schulkit {
namespace {

bool is_point(Json const& point) {
    if (!point.is_array() || point.size() != 2) return false;
    for (Json const& number : point)
        if (!number.is_number() || number.get<double>() < 0 || number.get<double>() > 1) return false;
    return true;
}

} // namespace

void check(Signer const& signer, FieldErrors& errors) {
    if (!signer.signature) return;
    auto const strokes = parse_json(*signer.signature);
    bool good = strokes && strokes->is_array();
    bool has_stroke = false;
    if (good)
        for (Json const& stroke : *strokes) {
            good = good && stroke.is_array();
            if (!good) break;
            for (Json const& point : stroke) good = good && is_point(point);
            has_stroke = has_stroke || stroke.size() >= 2;
        }
    if (!good)
        errors.push_back({"signature", "bad_signature", {}});
    else if (!has_stroke)
        errors.push_back({"signature", "empty_signature", {}});
}

void check(SessionDamage const& damage, FieldErrors& errors) {
    if (damage.attachments.size() > max_ticket_attachments) errors.push_back({"attachments", "too_many", {}});
}

} // namespace schulkit
