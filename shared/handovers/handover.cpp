#include "shared/handovers/handover_api.hpp"

namespace schulkit {
namespace {

bool is_point(Json const& point) {
    if (!point.is_array() || point.size() != 2) return false;
    for (Json const& number : point)
        if (!number.is_number() || number.get<double>() < 0 || number.get<double>() > 1) return false;
    return true;
}

/// Of the field's width and height together: less is a touch by mistake.
constexpr double least_extent = 0.05;

class Extent {
public:
    void add(Json const& point) {
        for (std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            double const at = point[i].get<double>();
            if (m_is_empty || at < m_least[i]) m_least[i] = at;
            if (m_is_empty || at > m_most[i]) m_most[i] = at;
        }
        m_is_empty = false;
    }
    bool is_written() const { return m_most[0] - m_least[0] + m_most[1] - m_least[1] >= least_extent; }

private:
    bool m_is_empty = true;
    std::array<double, 2> m_least = {}, m_most = {};
};

} // namespace

void check(Signer const& signer, FieldErrors& errors) {
    if (!signer.signature) return;
    auto const strokes = parse_json(*signer.signature);
    bool good = strokes && strokes->is_array();
    Extent extent;
    if (good)
        for (Json const& stroke : *strokes) {
            good = good && stroke.is_array();
            if (!good) break;
            for (Json const& point : stroke) {
                good = good && is_point(point);
                if (good) extent.add(point);
            }
        }
    if (!good)
        errors.push_back({"signature", "bad_signature", {}});
    else if (!extent.is_written())
        errors.push_back({"signature", "empty_signature", {}});
}

void check(SessionDamage const& damage, FieldErrors& errors) {
    if (damage.attachments.size() > max_ticket_attachments) errors.push_back({"attachments", "too_many", {}});
}

} // namespace schulkit
